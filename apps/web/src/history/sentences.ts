import type { TFunction } from 'i18next';
import type { HistoryItem, Side } from '#contract';

/** Put around every name in a sentence, so that the page can set it apart and a name cannot pass for the sentence. */
export const OPEN = '\u2068';
export const CLOSE = '\u2069';

export type HistoryWords = TFunction<['history', 'shell']>;

const named = (name: string): string => OPEN + name.replaceAll(OPEN, '').replaceAll(CLOSE, '') + CLOSE;

/** What was decided, as one plain sentence, names set apart by OPEN and CLOSE; reason and note are not in it. */
export function sentenceOf(item: HistoryItem, t: HistoryWords): string {
  const actor = named(item.actor.name);
  const element = named(item.elementName || item.elementId || item.flowId || '');
  switch (item.type) {
    case 'ProcessRegistered':
      return t('sentence.registered', { actor, name: named(item.name ?? '') });
    case 'ProcessRenamed':
      return t('sentence.renamed', { actor, name: named(item.name ?? '') });
    case 'ProcessRetired':
      return t('sentence.retired', { actor });
    case 'ProcessOwnerNamed':
      return t('sentence.ownerNamed', { actor, person: named(item.person?.name ?? '') });
    case 'DiagramSaved':
      return t('sentence.diagramSaved', { actor });
    case 'KnipDecided':
      return t('sentence.knipDecided', { actor, element, side: sideWords(item, t) });
    case 'KnipWithdrawn':
      return t('sentence.knipWithdrawn', { actor, element });
    case 'ChannelsPrioritised':
      return t(item.elementId ? 'sentence.channelsOfStep' : 'sentence.channels', { actor, element, channels: channelWords(item, t) });
    case 'HandoverAgreed':
      return t('sentence.handoverAgreed', { actor, element, what: handoverWords(item, t) });
    case 'DataRequestsRecorded':
      return t('sentence.dataRequests', { actor, element, data: dataWords(item, t) });
    case 'StepBound':
      return t('sentence.bound', { actor, element, bound: boundWords(item, t), source: named(item.source ?? '') });
    case 'BindingLifted':
      return t('sentence.bindingLifted', { actor, element });
    case 'MilestoneNamed':
      return t('sentence.milestone', { actor, version: item.names, name: named(item.name ?? '') });
    default:
      return t('sentence.unknown', { actor, type: item.type });
  }
}

/** The sentence without the marks around names, e.g. to search in. */
export const plain = (sentence: string): string => sentence.replaceAll(OPEN, '').replaceAll(CLOSE, '');

/** A sentence in pieces: every second one is a name. */
export const pieces = (sentence: string): string[] => sentence.split(/[\u2068\u2069]/u);

const sideName = (side: Side, t: HistoryWords): string => t(`shell:side.${side}`);

function sideWords(item: HistoryItem, t: HistoryWords): string {
  const words = [item.side && sideName(item.side, t), item.role && t(`shell:role.${item.role}`)];
  return words.filter(Boolean).join(', ');
}

const channelWords = (item: HistoryItem, t: HistoryWords): string =>
  (item.channels ?? []).map((channel) => t(`shell:channel.${channel}`)).join(', ') || t('none');

function handoverWords(item: HistoryItem, t: HistoryWords): string {
  const what = item.what ?? '';
  if (!item.within) return t('withoutTerm', { what });
  return t('withTerm', { what, term: t(`term.${item.within.unit}`, { count: item.within.amount }) });
}

function dataWords(item: HistoryItem, t: HistoryWords): string {
  const words = (item.data ?? []).map(({ name, registry }) => (registry ? `${named(name)} (${registry})` : named(name)));
  return words.join(', ') || t('none');
}

function boundWords(item: HistoryItem, t: HistoryWords): string {
  const words = [item.side && sideName(item.side, t), item.by && t('boundBy', { by: named(item.by) })];
  return words.filter(Boolean).join(', ');
}
