/**
 * The JSON that crosses HTTP under /api/v1, as types alone: the service's DTOs implement them, the page reads
 * them.
 */

export type Side = 'front' | 'back';
export type Role = 'generalist' | 'specialist';
export type Channel = 'web' | 'phone' | 'desk' | 'post' | 'email';
export type PersonaName =
  | 'werkgroeplid'
  | 'procesverantwoordelijke'
  | 'verbeterteam'
  | 'auditor'
  | 'beheerder';

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** The field of the input, and what is wrong with it. */
  errors?: { field: string; message: string }[];
  /**
   * With 412 on a diagram: the version now, and what came in between. With 409 on a merge: the version whose
   * diagram it cannot go together with.
   */
  version?: number;
  changes?: HistoryItem[];
  /**
   * With 409 on a merge: all that cannot go together, chosen on or not; empty where only the choices are
   * outdated.
   */
  conflicts?: MergeConflict[];
}

export interface Person {
  /** Pseudonymous id, e.g. `werkgroep-wmo`. */
  id: string;
  name: string;
  persona: PersonaName;
  /** Ids of the domains the persona holds for; empty: all. */
  domains: string[];
}

export interface Session {
  person: Person;
  /** True when the demo people are in force. */
  demo: boolean;
}

export interface SideCounts {
  front: number;
  back: number;
  unknown: number;
  undecided: number;
  handovers: number;
}

export interface DomainAnswer {
  id: string;
  name: string;
  /** Processes that are not retired. */
  processes: number;
  counts: SideCounts;
}

export interface ProcessItem {
  id: string;
  name: string;
  domain: string;
  caseType?: string;
  version: number;
  retired: boolean;
  owner?: { id: string; name: string };
  counts: SideCounts;
  /** The newest event of the process, as in its history: with the element and the side where it has them. */
  last: HistoryItem;
  /** When an event of it could not be read: what is shown is stale. */
  parked?: { version: number; reason: string };
}

export interface Actor {
  id: string;
  /** The person's name; the id again where the name was erased. */
  name: string;
}

export interface Page<T> {
  items: T[];
  /** Value for `after` that gives the next page; absent on the last. */
  next?: string;
}

export interface Decided {
  version: number;
  at: string;
  actor: Actor;
  reason?: string;
}

export interface StepAnswer {
  /** Unique in the diagram: the id where that is present and unique, else `?` and a number. */
  key: string;
  id?: string;
  /** False when it has no id, or one that occurs twice. */
  decidable: boolean;
  name: string;
  kind: string;
  automatic: boolean;
  lane?: { id?: string; name: string; side?: Side };
  participant?: string;
  side?: Side;
  sideFrom?: 'knip' | 'binding' | 'lane';
  undecided: boolean;
  laneDisagrees: boolean;
  knip?: Decided & { side: Side; role?: Role; alternatives: string[] };
  binding?: Decided & { side?: Side; by?: string; source: string };
  channels?: Decided & { channels: Channel[] };
  dataRequests?: Decided & { data: { name: string; registry?: string }[] };
  /** Carried by the diagram itself. */
  considerations: { for: Side; text: string }[];
}

export interface HandoverAnswer {
  flow: string;
  flowId?: string;
  decidable: boolean;
  name?: string;
  /** Keys of steps. */
  before: string[];
  after: string;
  from: Side;
  to: Side;
  agreement?: Decided & {
    what: string;
    within?: { amount: number; unit: 'hours' | 'workingDays' };
    before: string[];
    after: string[];
    /** True when the steps before or after are no longer those it was agreed for. */
    outdated: boolean;
  };
}

export interface MilestoneAnswer {
  name: string;
  /** The version it names. */
  version: number;
  at: string;
  actor: Actor;
}

export interface ProcessAnswer {
  id: string;
  /** The version shown. */
  version: number;
  /** The newest version there is. */
  latest: number;
  at: string;
  name: string;
  domain: string;
  caseType?: string;
  retired?: Decided;
  owner?: Decided & { person: Actor };
  /** `version` is the one that saved it. */
  diagram?: { digest: string; version: number; drawn: boolean };
  channels?: Decided & { channels: Channel[] };
  steps: StepAnswer[];
  handovers: HandoverAnswer[];
  /** Keys of the undecided steps, in the order of `steps`. */
  undecided: string[];
  counts: SideCounts;
  /** Knips whose element is not in this diagram. */
  lapsed: (Decided & { elementId: string; side: Side; role?: Role })[];
  milestones: MilestoneAnswer[];
  parked?: { version: number; reason: string };
  /** What the person who asks may do to this process. */
  may: { edit: boolean; bind: boolean; retire: boolean; nameMilestone: boolean; nameOwner: boolean };
}

export interface HistoryItem {
  version: number;
  type: string;
  at: string;
  actor: Actor;
  demo?: true;
  reason?: string;
  note?: string;
  elementId?: string;
  /** Name of the element in the diagram of that version. */
  elementName?: string;
  flowId?: string;
  side?: Side;
  role?: Role;
  alternatives?: string[];
  channels?: Channel[];
  name?: string;
  person?: Actor;
  source?: string;
  by?: string;
  what?: string;
  within?: { amount: number; unit: 'hours' | 'workingDays' };
  data?: { name: string; registry?: string }[];
  /** Version that a milestone names. */
  names?: number;
  diagram?: { digest: string };
  /**
   * Of a merge: the version that was worked on, the one it was brought together with, and how many conflicts
   * were chosen in.
   */
  base?: number;
  mergedWith?: number;
  choices?: number;
}

/** The answer to every write. */
export interface Written {
  id: string;
  version: number;
}

/** Data of a server-sent event named `version`. */
export interface Update {
  /** Id of the process, where the stream is one of a process. */
  process?: string;
  /** The stream that got a new version: `process-` and the id of a process. */
  stream: string;
  version: number;
  type: string;
  actor: Actor;
}

/** A decision that differs between two versions. */
export interface DecisionChange {
  /** What was decided on; `dataRequests`, `handover` and the like as in the state of a process. */
  kind:
    | 'name'
    | 'retirement'
    | 'owner'
    | 'knip'
    | 'channels'
    | 'handover'
    | 'dataRequests'
    | 'binding'
    | 'milestone';
  change: 'added' | 'changed' | 'ended';
  /** The decision that stood at `from`. */
  before?: HistoryItem;
  /**
   * The decision that stands at `to`, or the one that ended it; absent where `to` is the older side and knew
   * nothing of it yet.
   */
  after?: HistoryItem;
}

/** Steps of one side of a comparison. */
export type StepCounts = Omit<SideCounts, 'handovers'>;

/** A hand-over as a comparison names it. */
export interface NamedHandover {
  flowId?: string;
  /** Name of the flow, where it has one. */
  name?: string;
  /** Names of the steps before and of the step after. */
  before: string[];
  after: string;
  from: Side;
  to: Side;
}

export type ChangeKind =
  | 'added'
  | 'removed'
  | 'renamed'
  | 'typeChanged'
  | 'movedLane'
  | 'movedParticipant'
  | 'movedSubProcess'
  | 'rerouted'
  | 'condition'
  | 'defaultFlow'
  | 'eventDefinition'
  | 'documentation'
  | 'annotation'
  | 'loop'
  | 'attribute'
  | 'extension';

/** One change of meaning in a diagram; `before` and `after` as people read them. */
export interface DiagramChange {
  kind: ChangeKind;
  elementId: string;
  elementName: string;
  elementType: string;
  property?: string;
  before?: string;
  after?: string;
  beforeId?: string;
  afterId?: string;
}

/** What differs between two versions of a process, or between two files. */
export interface ComparisonAnswer {
  /** The versions compared; absent between files. */
  from?: number;
  to?: number;
  summary: {
    /** How many changes of each sort. */
    semantic: number;
    layout: number;
    decisions: number;
    steps: { before: StepCounts; after: StepCounts };
    handovers: { before: number; after: number; added: NamedHandover[]; removed: NamedHandover[] };
  };
  changes: DiagramChange[];
  renamedIds: { before: string; after: string }[];
  layout: {
    shifted?: { dx: number; dy: number };
    moved: { elementId: string; kind: 'moved' | 'resized' | 'redrawn' | 'label' }[];
  };
  decisions: DecisionChange[];
  /**
   * Knips of `from` that lapsed because their element has another id at `to`: what they could be attached to
   * anew.
   */
  lapsed: { before: string; after: string }[];
}

export interface MergeConflict {
  /** Digest of the element, the property and the three values. */
  id: string;
  elementId: string;
  elementName: string;
  elementType: string;
  kind: 'changed' | 'removed' | 'added' | 'rerouted' | 'layout';
  property?: string;
  base: string | null;
  mine: string | null;
  theirs: string | null;
}

/** A diagram brought together with what was saved since. */
export interface MergedAnswer extends Written {
  /** The version it was made on, and the one it was brought together with. */
  base: number;
  mergedWith: number;
  /** What the others had changed since, and so came along. */
  cameAlong: DiagramChange[];
}
