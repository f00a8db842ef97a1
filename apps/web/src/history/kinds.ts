import type { HistoryItem } from '#contract';

/** The kinds of decision by which a history can be filtered. */
export const KINDS = [
  'knip',
  'channels',
  'handover',
  'data',
  'binding',
  'diagram',
  'milestone',
  'process',
] as const;
export type Kind = (typeof KINDS)[number];

const KIND_OF: Record<string, Kind> = {
  KnipDecided: 'knip',
  KnipWithdrawn: 'knip',
  ChannelsPrioritised: 'channels',
  HandoverAgreed: 'handover',
  DataRequestsRecorded: 'data',
  StepBound: 'binding',
  BindingLifted: 'binding',
  DiagramSaved: 'diagram',
  DiagramMerged: 'diagram',
  MilestoneNamed: 'milestone',
};

const KIND_ENDED = { channels: 'channels', handover: 'handover', dataRequests: 'data' } as const;

/** Which kind an event belongs to; `process` for a type that is not listed. */
export const kindOf = ({ type, kind }: Pick<HistoryItem, 'type' | 'kind'>): Kind =>
  type === 'DecisionEnded' && kind ? KIND_ENDED[kind] : (KIND_OF[type] ?? 'process');
