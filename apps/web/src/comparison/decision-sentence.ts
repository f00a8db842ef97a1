import type { DecisionChange, HistoryItem, Side } from '#contract';
import { named, valueWords } from '../process/sentences/sentences.js';
import type { HistoryWords } from '../process/sentences/sentences.js';
import type { ComparisonWords } from '../process/sentences/element-words.js';

/**
 * What was decided otherwise, as one plain sentence with its names set apart; of a knip with its reason,
 * which is what one wants to know.
 * @param sideBefore the side that the step had before anybody decided, by its lane
 */
export function decisionSentence(
  decided: DecisionChange,
  t: ComparisonWords,
  history: HistoryWords,
  sideBefore?: Side,
): string {
  const { kind, change, before, after } = decided;
  const was = before ? valueWords(before, history) : '';
  const is = after ? valueWords(after, history) : '';
  if (kind === 'knip') return withReason(knipSentence(decided, was, is, t, sideBefore), decided, t);
  const about = before ?? after;
  const element = elementOf(decided);
  const subject =
    kind === 'channels' && about?.elementId !== undefined
      ? t('decision.channelsOfStep', { element })
      : t(`decision.subject.${kind}`, { element, name: named(about?.name ?? '') });
  if (change === 'added')
    return is ? t('decision.added', { subject, after: is }) : t('decision.addedPlain', { subject });
  if (change === 'ended')
    return was ? t('decision.ended', { subject, before: was }) : t('decision.endedPlain', { subject });
  // Decided again to the same effect, with another reason: what changed stands below the sentence.
  return was && is && was !== is
    ? t('decision.changed', { subject, before: was, after: is })
    : t('decision.changedPlain', { subject });
}

/** Whether the sentence itself says why. */
export const saysWhy = ({ kind }: DecisionChange): boolean => kind === 'knip';

function knipSentence(
  decided: DecisionChange,
  was: string,
  is: string,
  t: ComparisonWords,
  sideBefore: Side | undefined,
): string {
  const { change, before, after } = decided;
  const step = t('subject.step', { name: elementOf(decided) });
  if (!after) return t('decision.knipGone', { step, before: was });
  if (change === 'ended') return t('decision.knipEnded', { element: elementOf(decided), before: was });
  if (!before && sideBefore && sideBefore !== after.side)
    return t('decision.knipMovedFromLane', { step, before: t(`shell:side.${sideBefore}`), after: is });
  if (!before) return t('decision.knipNew', { step, after: is });
  if (before.side !== after.side) return t('decision.knipMoved', { step, before: was, after: is });
  const side = after.side ? t(`shell:side.${after.side}`) : '';
  if (before.role === after.role) return t('decision.knipAgain', { step, side });
  return t('decision.knipRole', { step, side, before: roleWord(before, t), after: roleWord(after, t) });
}

function withReason(sentence: string, { after }: DecisionChange, t: ComparisonWords): string {
  const reason = after?.reason?.trim().replace(/\.$/, '');
  return reason ? `${t('decision.because', { sentence, reason })}.` : `${sentence}.`;
}

function elementOf({ before, after }: DecisionChange): string {
  const about = before ?? after;
  return named(after?.elementName || before?.elementName || about?.elementId || about?.flowId || '');
}

const roleWord = ({ role }: HistoryItem, t: ComparisonWords): string =>
  role ? t(`shell:role.${role}`) : t('decision.withoutRole');
