import type { EventOf } from '../events.js';
import {
  freeText,
  listOf,
  object,
  oneOf,
  optional,
  positiveInteger,
  text,
  unchecked,
  type TypeOf,
} from '../shapes.js';

/*
 * The events of one process, as the log holds them. A released shape never changes: a new member is
 * optional, and any other change is a new shape with a step in `upcast.ts`.
 */

export const SIDES = ['front', 'back'] as const;
export const ROLES = ['generalist', 'specialist'] as const;
export const CHANNELS = ['web', 'phone', 'desk', 'post', 'email'] as const;
export const TERM_UNITS = ['hours', 'workingDays'] as const;

/** `mineFirst` and `theirsFirst` put what both inserted into one flow one after the other. */
export const MERGE_TAKES = ['mine', 'theirs', 'mineFirst', 'theirsFirst'] as const;

/** The decisions without an event of their own that ends them. */
export const ENDED_KINDS = ['channels', 'handover', 'dataRequests'] as const;

export type Side = (typeof SIDES)[number];
export type Role = (typeof ROLES)[number];
export type Channel = (typeof CHANNELS)[number];
export type TermUnit = (typeof TERM_UNITS)[number];

/** A diagram as it is kept. Its outline is read from the bytes, and that fails when they are not right. */
const storedDiagram = object({
  /** SHA-256 (hex) of the original bytes. */
  digest: text,
  encoding: unchecked(oneOf(['br'])),
  /** Base64 of the compressed bytes. */
  bytes: unchecked(text),
});
export type StoredDiagram = TypeOf<typeof storedDiagram>;

const mergeChoice = object({
  /** The digest of the conflict. */
  conflict: text,
  take: oneOf(MERGE_TAKES),
});
/** What a person took where two changes could not go together. */
export type MergeChoice = TypeOf<typeof mergeChoice>;

const term = object({ amount: positiveInteger, unit: oneOf(TERM_UNITS) });
export type Term = TypeOf<typeof term>;

const requestedDatum = object({
  name: text,
  /** The registry that already holds it, if any. */
  registry: optional(text),
});
export type RequestedDatum = TypeOf<typeof requestedDatum>;

const carriedFrom = object({
  /** The step or flow that the decision was about, by the id that it had. */
  elementId: text,
  /** The version that recorded it there. */
  version: positiveInteger,
});
/** Where a decision stood before it was recorded again for the same element under another id. */
export type CarriedFrom = TypeOf<typeof carriedFrom>;

/** Present on a decision that was recorded again, for the same element under another id. */
const CARRIED = { carriedFrom: optional(carriedFrom) };
/** The id under which the decision is recorded again, where that is why it ends. */
const CARRIED_TO = { carriedTo: unchecked(optional(text)) };
/** Present where the person said that ids mean what they say, so decisions stay with theirs. */
const KEPT = { ids: unchecked(optional(oneOf(['kept']))) };

/** The data of each event. */
export const PROCESS_EVENTS = {
  ProcessRegistered: object({ name: text, domain: text, caseType: optional(text) }),
  ProcessRenamed: object({ name: text, reason: unchecked(freeText) }),
  ProcessRetired: object({ reason: freeText }),
  ProcessOwnerNamed: object({
    /** Pseudonymous id. */
    person: text,
    reason: freeText,
  }),
  DiagramSaved: object({ diagram: storedDiagram, note: unchecked(optional(freeText)), ...KEPT }),
  DiagramMerged: object({
    /** The version that `mine` was made on. */
    base: unchecked(positiveInteger),
    /** The version that saved the other diagram. */
    mergedWith: unchecked(positiveInteger),
    mine: unchecked(storedDiagram),
    /** The result. */
    diagram: storedDiagram,
    choices: unchecked(listOf(mergeChoice)),
    note: unchecked(optional(freeText)),
    ...KEPT,
  }),
  KnipDecided: object({
    elementId: text,
    side: oneOf(SIDES),
    role: optional(oneOf(ROLES)),
    alternatives: optional(listOf(freeText)),
    reason: freeText,
    ...CARRIED,
  }),
  KnipWithdrawn: object({ elementId: text, reason: unchecked(freeText), ...CARRIED_TO }),
  ChannelsPrioritised: object({
    /** Left out for the whole process. */
    elementId: optional(text),
    channels: listOf(oneOf(CHANNELS)),
    reason: freeText,
    ...CARRIED,
  }),
  HandoverAgreed: object({
    flowId: text,
    before: listOf(text),
    after: listOf(text),
    what: freeText,
    within: optional(term),
    reason: freeText,
    ...CARRIED,
  }),
  DataRequestsRecorded: object({
    elementId: text,
    data: listOf(requestedDatum),
    reason: freeText,
    ...CARRIED,
  }),
  DecisionEnded: object({
    kind: oneOf(ENDED_KINDS),
    /** The step or flow that it was about, or '' for the whole process. */
    key: text,
    reason: unchecked(optional(freeText)),
    ...CARRIED_TO,
  }),
  StepBound: object({
    elementId: text,
    side: optional(oneOf(SIDES)),
    by: optional(text),
    source: text,
    reason: freeText,
    ...CARRIED,
  }),
  BindingLifted: object({ elementId: text, reason: unchecked(freeText), ...CARRIED_TO }),
  MilestoneNamed: object({ name: text, version: positiveInteger }),
};

export type ProcessEvent = EventOf<typeof PROCESS_EVENTS>;
export type ProcessEventType = ProcessEvent['type'];
/** The data of one type of event. */
export type ProcessDataOf<T extends ProcessEventType> = TypeOf<(typeof PROCESS_EVENTS)[T]>;

/** The types of events that bring a diagram, as `diagram`. */
export const PROCESS_DIAGRAM_EVENTS: ReadonlySet<string> = new Set(
  Object.entries(PROCESS_EVENTS).flatMap(([type, { members }]) => ('diagram' in members ? [type] : [])),
);
