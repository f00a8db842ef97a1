import type { TFunction } from 'i18next';
import type { HistoryItem } from '#contract';

/**
 * Put around every name in a sentence, so that the page can set it apart and a name cannot pass for the
 * sentence.
 */
const OPEN = '\u2068';
const CLOSE = '\u2069';

export type HistoryWords = TFunction<['history', 'shell']>;

/** A name as it stands in a sentence. */
export const named = (name: string): string => OPEN + name.replaceAll(OPEN, '').replaceAll(CLOSE, '') + CLOSE;

/**
 * What was decided, as one plain sentence, names set apart by OPEN and CLOSE; reason and note are not in it.
 */
export function sentenceOf(item: HistoryItem, t: HistoryWords): string {
  const { carriedFrom, carriedTo } = item;
  if (carriedTo !== undefined) return t('sentence.carriedTo', { ...about(item, t), to: named(carriedTo) });
  if (carriedFrom) {
    const value = valueWords(item, t);
    return t('sentence.carriedFrom', { ...about(item, t), value, from: named(carriedFrom.elementId) });
  }
  const sentence = decidedSentence(item, t);
  return item.ids === 'kept' ? t('sentence.idsKept', { sentence }) : sentence;
}

/** Who did something with which decision on what. */
function about(item: HistoryItem, t: HistoryWords) {
  return {
    actor: named(item.actor.name),
    element: named(item.elementName || item.elementId || item.flowId || ''),
    decision: decisionWords(item, t),
  };
}

const KINDS = {
  KnipDecided: 'knip',
  KnipWithdrawn: 'knip',
  StepBound: 'binding',
  BindingLifted: 'binding',
  ChannelsPrioritised: 'channels',
  HandoverAgreed: 'handover',
  DataRequestsRecorded: 'dataRequests',
} as const;

/** Which decision was taken or ended, in the middle of a sentence. */
export function decisionWords({ type, kind = 'channels' }: HistoryItem, t: HistoryWords): string {
  return t(`sentence.decision.${type in KINDS ? KINDS[type as keyof typeof KINDS] : kind}`);
}

function decidedSentence(item: HistoryItem, t: HistoryWords): string {
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
    case 'DiagramMerged':
      return t('sentence.diagramMerged', { actor, base: item.base, with: item.mergedWith });
    case 'KnipDecided':
      return t('sentence.knipDecided', { actor, element, side: valueWords(item, t) });
    case 'KnipWithdrawn':
      return t('sentence.knipWithdrawn', { actor, element });
    case 'ChannelsPrioritised':
      return t(item.elementId ? 'sentence.channelsOfStep' : 'sentence.channels', {
        actor,
        element,
        channels: valueWords(item, t),
      });
    case 'HandoverAgreed':
      return t(item.elementName ? 'sentence.handoverAgreed' : 'sentence.handoverUnnamed', {
        actor,
        element,
        what: valueWords(item, t),
      });
    case 'DataRequestsRecorded':
      return t('sentence.dataRequests', { actor, element, data: valueWords(item, t) });
    case 'DecisionEnded':
      return t(
        item.elementId || item.flowId ? 'sentence.decisionEnded' : 'sentence.decisionOfProcessEnded',
        about(item, t),
      );
    case 'StepBound':
      return t('sentence.bound', { actor, element, bound: valueWords(item, t) });
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

/**
 * What was decided, without who and on what: "frontoffice, generalist"; empty where there is nothing to tell.
 */
export function valueWords(item: HistoryItem, t: HistoryWords): string {
  switch (item.type) {
    case 'KnipDecided':
      return joined([item.side && t(`shell:side.${item.side}`), item.role && t(`shell:role.${item.role}`)]);
    case 'ChannelsPrioritised':
      return joined((item.channels ?? []).map((channel) => t(`shell:channel.${channel}`))) || t('none');
    case 'HandoverAgreed':
      return handoverWords(item, t);
    case 'DataRequestsRecorded':
      return (
        joined(
          (item.data ?? []).map(({ name, registry }) =>
            registry ? `${named(name)} (${registry})` : named(name),
          ),
        ) || t('none')
      );
    case 'StepBound':
      return joined([
        item.side && t(`shell:side.${item.side}`),
        item.by && t('boundBy', { by: named(item.by) }),
        item.source && t('boundSource', { source: named(item.source) }),
      ]);
    case 'ProcessOwnerNamed':
      return named(item.person?.name ?? '');
    case 'MilestoneNamed':
      return t('versionNumber', { version: item.names });
    default:
      return item.name === undefined ? '' : named(item.name);
  }
}

function handoverWords(item: HistoryItem, t: HistoryWords): string {
  const what = item.what ?? '';
  if (!item.within) return t('withoutTerm', { what });
  return t('withTerm', { what, term: t(`term.${item.within.unit}`, { count: item.within.amount }) });
}

const joined = (words: (string | undefined)[]): string => words.filter(Boolean).join(', ');
