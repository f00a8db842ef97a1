import type { DecisionChange, StepChange } from '#contract';
import { named, valueWords } from './sentences.js';
import type { HistoryWords } from './sentences.js';

/** How a decision differs between two versions, as a plain sentence with its names set apart. */
export function decisionSentence({ kind, change, before, after }: DecisionChange, t: HistoryWords): string {
  const about = before ?? after;
  const element = named(after?.elementName || before?.elementName || about?.elementId || about?.flowId || '');
  const ofStep = kind === 'channels' && about?.elementId !== undefined;
  const subject = ofStep
    ? t('changes.subject.channelsOfStep', { element })
    : t(`changes.subject.${kind}`, { element, name: named(about?.name ?? '') });
  const was = before ? valueWords(before, t) : '';
  const is = after ? valueWords(after, t) : '';
  if (change === 'added') return is ? t('changes.added', { subject, after: is }) : t('changes.addedPlain', { subject });
  if (change === 'ended') return was ? t('changes.ended', { subject, before: was }) : t('changes.endedPlain', { subject });
  // Decided anew to the same effect, with another reason: what changed stands below the sentence.
  return was && is && was !== is ? t('changes.changed', { subject, before: was, after: is }) : t('changes.changedPlain', { subject });
}

/** What happened to a step of the diagram, likewise. */
export function stepSentence({ name, change, before, after }: StepChange, t: HistoryWords): string {
  const lane = (of: string | undefined): string => (of ? named(of) : t('changes.noLane'));
  switch (change) {
    case 'added':
      return t('changes.stepAdded', { name: named(name) });
    case 'removed':
      return t('changes.stepRemoved', { name: named(name) });
    case 'renamed':
      return t('changes.stepRenamed', { before: named(before ?? ''), after: named(after ?? '') });
    case 'movedLane':
      return t('changes.stepMoved', { name: named(name), before: lane(before), after: lane(after) });
  }
}
