import type { StepKind } from './flow-node-names.js';

/**
 * What a decision, a list and a number need to know of a diagram (model.md, "Steps, sides, hand-overs");
 * plain JSON, kept once per digest.
 */

// What a file may carry in our namespace. The domain lists what people may decide, since libs do not import
// each other; the compiler refuses a value of the domain that no file may carry.
export type Side = 'front' | 'back';
export const CHANNELS = ['web', 'phone', 'desk', 'post', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];
export const TERM_UNITS = ['hours', 'workingDays'] as const;
type TermUnit = (typeof TERM_UNITS)[number];

/** What the file itself carries about an element in our namespace: content, never a decision. */
export interface CarriedContent {
  binding?: { side?: Side; by?: string; source: string; reason?: string };
  considerations: { for: Side; text: string }[];
  dataRequests: { name: string; registry?: string }[];
  knip?: { side: Side; role?: 'generalist' | 'specialist'; reason?: string; alternatives: string[] };
  channels?: { channels: Channel[]; reason?: string };
}

/**
 * A hand-over as a flow carries it: content, never a decision. Ids of steps as they stood when it was
 * written.
 */
export interface CarriedHandover {
  from: Side;
  to: Side;
  before: string[];
  after: string[];
  /** What was agreed, where it was. */
  agreement?: { what: string; within?: { amount: number; unit: TermUnit }; reason?: string };
}

export interface OutlineStep extends CarriedContent {
  /** Unique in the outline: the element's id where that is present and unique, else `?` and a number. */
  key: string;
  /** The element's id as it stands in the file. */
  id?: string;
  /** False for an element without an id or with one that occurs twice: shown, but not to be decided on. */
  decidable: boolean;
  kind: StepKind;
  name: string;
  /** Service, script and business rule tasks. */
  automatic: boolean;
  /** Innermost lane, inherited from the enclosing sub-process; a long name shortened, as in `participant`. */
  lane?: { id?: string; name: string; side?: Side };
  /** Name of the pool it is in, where there is one. */
  participant?: string;
}

/** A flow into a step, with the steps that come nearest before it. */
export interface StepEntry {
  /** Unique key of the flow, as for steps. */
  flow: string;
  flowId?: string;
  flowName?: string;
  decidable: boolean;
  kind: 'sequence' | 'message';
  /** Key of the step that the flow leads into. */
  into: string;
  /**
   * Keys of the nearest steps before, found backwards through gateways, events and borders of expanded
   * sub-processes.
   */
  nearest: string[];
  /** What the flow itself carries in our namespace. */
  handover?: CarriedHandover;
}

export interface OutlineLane {
  key: string;
  id?: string;
  name: string;
  side?: Side;
}

export interface Outline {
  steps: OutlineStep[];
  entries: StepEntry[];
  lanes: OutlineLane[];
  /** Channels carried by the process element itself. */
  channels?: { channels: Channel[]; reason?: string };
  /** How many flow nodes the file has, gateways and events included. */
  flowNodes: number;
  /** Whether the file has a drawing that an editor can show. */
  drawn: boolean;
}
