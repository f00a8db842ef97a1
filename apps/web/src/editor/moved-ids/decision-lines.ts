import type { ElementDecisionKind, HistoryItem, ProcessAnswer, RenamedDecisions } from '#contract';
import { everythingLapsed } from '../../process/lapsed.js';
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

/** The decision in words, also of one that lapsed. */
function decidedOn(id: string, kind: ElementDecisionKind, process: ProcessAnswer): HistoryItem | undefined {
  const step = process.steps.find((each) => each.id === id);
  const agreement = process.handovers.find(({ flowId }) => flowId === id)?.agreement;
  const standing = kind === 'handover' ? agreement : step?.[kind];
  if (standing) return { ...standing, type: TYPES[kind] };
  const found = everythingLapsed(process).find((each) => each.kind === kind && each.elementId === id);
  if (!found) return undefined;
  const { kind: _, ...lapsed } = found;
  return { ...lapsed, type: TYPES[kind] };
}

const TYPES = {
  knip: 'KnipDecided',
  binding: 'StepBound',
  channels: 'ChannelsPrioritised',
  dataRequests: 'DataRequestsRecorded',
  handover: 'HandoverAgreed',
} as const;
