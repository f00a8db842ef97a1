/**
 * What differs between two diagrams, as plain JSON. `before` and `after` are the sides; nothing here knows
 * which is newer.
 */

/** Every kind of change that is reported; the set is closed. */
export const CHANGE_KINDS = [
  /** An element that only one side has. */
  'added',
  'removed',
  /**
   * Steps, flows, lanes, pools, data; messages, signals, errors and escalations too: told once, of the
   * message and not of every event that waits for it.
   */
  'renamed',
  /** Another kind of element under the same identity, e.g. `userTask` to `manualTask`. */
  'typeChanged',
  'movedLane',
  'movedParticipant',
  /** Into a sub-process, out of it, or from one to another. */
  'movedSubProcess',
  /** `property` is `source` or `target`. */
  'rerouted',
  'condition',
  'defaultFlow',
  /**
   * What makes an event a timer, message, signal, error …: its sort (`type`), a setting (`timeCycle`,
   * `timer`, `condition` …), what it refers to (`messageRef` …), or a code (`errorCode`).
   */
  'eventDefinition',
  'documentation',
  /** The text of an annotation. */
  'annotation',
  /** Loop and multi-instance. */
  'loop',
  /**
   * Any other attribute or element of BPMN itself; `property` names it. `isExpanded` is one, since it says
   * which steps count.
   */
  'attribute',
  /**
   * Attributes and extension elements of other namespaces, registered anywhere or not; `property` names it.
   */
  'extension',
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One change of meaning. */
export interface DiagramChange {
  kind: ChangeKind;
  /** Id of the element at `after`, at `before` where it was removed; '' for an element without one. */
  elementId: string;
  /** Its name at `after`, at `before` where it was removed; '' where it has none. */
  elementName: string;
  /** Local name of its BPMN type, e.g. `userTask`, `sequenceFlow`, `lane`. */
  elementType: string;
  /** What of the element, where the kind does not say it all. */
  property?: string;
  /**
   * The value on either side as people read it: the name of an element referred to, its id where it has none;
   * absent where there was none.
   */
  before?: string;
  after?: string;
  /**
   * Ids of what `before` and `after` name, where they name an element (lanes, participants, sub-processes,
   * sources and targets).
   */
  beforeId?: string;
  afterId?: string;
}

/** One change of the drawing alone. */
export interface LayoutChange {
  elementId: string;
  /**
   * `redrawn`: another way of a flow, another colour or mark, or drawn on one side only; one entry for each
   * element.
   */
  kind: 'moved' | 'resized' | 'redrawn' | 'label';
}

export interface DiagramComparison {
  changes: DiagramChange[];
  /** How many more changes there are, where they are too many to be told. */
  left?: number;
  /** Elements known again under another id. */
  renamedIds: { before: string; after: string }[];
  layout: {
    /** The whole drawing moved by so many units. */
    shifted?: { dx: number; dy: number };
    /** Single shapes and flows, beyond what `shifted` says. */
    moved: LayoutChange[];
  };
}
