import type { ElementDecisionKind, HistoryItem, ProcessAnswer, RenamedDecisions } from '#contract';
import { plain, valueWords, type HistoryWords } from '../../process/sentences/sentences.js';

const TITLES = {
  knip: 'kind.knip',
  binding: 'kind.binding',
  channels: 'kind.channels',
  handover: 'kind.handover',
  dataRequests: 'kind.data',
} as const;

/** What was decided on an element, each in a few words: "Knip: frontoffice, generalist". */
export function decisionLines(
  { id, decisions }: Pick<RenamedDecisions, 'id' | 'decisions'>,
  process: ProcessAnswer,
  t: HistoryWords,
): string[] {
  return decisions.map((kind) => {
    const decided = decidedOn(id, kind, process);
    const value = decided ? plain(valueWords(decided, t)) : '';
    return value === '' ? t(TITLES[kind]) : `${t(TITLES[kind])}: ${value}`;
  });
}

/** The decision in words. Of most lapsed decisions, the page knows only that they exist. */
function decidedOn(id: string, kind: ElementDecisionKind, process: ProcessAnswer): HistoryItem | undefined {
  const step = process.steps.find((each) => each.id === id);
  const knip = step?.knip ?? process.lapsed.find(({ elementId }) => elementId === id);
  const agreement = process.handovers.find(({ flowId }) => flowId === id)?.agreement;
  switch (kind) {
    case 'knip':
      return knip && { ...knip, type: 'KnipDecided' };
    case 'binding':
      return step?.binding && { ...step.binding, type: 'StepBound' };
    case 'channels':
      return step?.channels && { ...step.channels, type: 'ChannelsPrioritised' };
    case 'dataRequests':
      return step?.dataRequests && { ...step.dataRequests, type: 'DataRequestsRecorded' };
    case 'handover':
      return agreement && { ...agreement, type: 'HandoverAgreed' };
  }
}
