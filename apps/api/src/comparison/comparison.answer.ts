import type { Side } from '#domain';
import { DiagramChange } from '../diagrams/index.js';
import { HistoryItem } from '../history/index.js';
import { StepCounts } from '../processes/index.js';

export class StepsComparedAnswer {
  /** At `from` (ervoor). */
  before: StepCounts;

  /** At `to` (erna). */
  after: StepCounts;
}

export class NamedHandover {
  /**
   * Id of the flow (stroom), where it has a proper one.
   * @example "Flow_7"
   */
  flowId?: string;

  /**
   * Name of the flow (naam), where it has one.
   * @example "compleet"
   */
  name?: string;

  /**
   * Names of the steps before (van), the first 20; the id of one without a name.
   * @example ["Aanvraag aannemen"]
   */
  before: string[];

  /**
   * Name of the step after (naar), likewise.
   * @example "Aanvraag beoordelen"
   */
  after: string;

  /**
   * The side it comes from (van kant).
   * @example "front"
   */
  from: Side;

  /**
   * The side it goes to (naar kant).
   * @example "back"
   */
  to: Side;
}

export class HandoversComparedAnswer {
  /**
   * How many at `from` (ervoor).
   * @example 3
   */
  before: number;

  /**
   * How many at `to` (erna).
   * @example 2
   */
  after: number;

  /** Those that `to` has and `from` lacks (erbij), known by their flow. */
  added: NamedHandover[];

  /** Those that `from` has and `to` lacks (vervallen). */
  removed: NamedHandover[];
}

export class SummaryAnswer {
  /**
   * How many changes of meaning the diagram has (inhoudelijke wijzigingen).
   * @example 4
   */
  semantic: number;

  /**
   * How many changes of the drawing alone (opmaak); a drawing that moved as a whole counts as one.
   * @example 1
   */
  layout: number;

  /**
   * How many decisions differ (besluiten).
   * @example 2
   */
  decisions: number;

  /** Steps by side (stappen per kant). */
  steps: StepsComparedAnswer;

  /** Hand-overs (overdrachtsmomenten), those gained and lost by name. */
  handovers: HandoversComparedAnswer;
}

export class RenamedIdAnswer {
  /**
   * Id of the element (element) at `from`.
   * @example "Task_1"
   */
  before: string;

  /**
   * Id of the same element (element) at `to`.
   * @example "Task_Beoordelen"
   */
  after: string;
}

export class ShiftAnswer {
  /**
   * Units to the right (verschuiving).
   * @example 120
   */
  dx: number;

  /**
   * Units down (verschuiving).
   * @example 0
   */
  dy: number;
}

export class LayoutChangeAnswer {
  /**
   * Id of the element (element).
   * @example "Task_Beoordelen"
   */
  elementId: string;

  /**
   * What happened to its drawing (opmaak).
   * @example "moved"
   */
  kind: 'moved' | 'resized' | 'redrawn' | 'label';
}

export class LayoutAnswer {
  /** Present when the whole drawing moved (verschoven). */
  shifted?: ShiftAnswer;

  /** Single shapes and flows, beyond what `shifted` says (verplaatst). */
  moved: LayoutChangeAnswer[];
}

export class DecisionChange {
  /**
   * What was decided on (onderwerp).
   * @example "knip"
   */
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

  /**
   * What became of it (wijziging): added, changed or ended.
   * @example "changed"
   */
  change: 'added' | 'changed' | 'ended';

  /** The decision that stood at `from` (ervoor), with its reason. */
  before?: HistoryItem;

  /**
   * The decision that stands at `to`, or that ended it (erna), with its reason; absent where `to` is the
   * older side and knew nothing of it yet.
   */
  after?: HistoryItem;
}

export class LeftOutAnswer {
  /**
   * Of `changes`, beyond those that one can page on to (wijzigingen).
   * @example 120
   */
  changes?: number;

  /**
   * Of `decisions` (besluiten).
   * @example 120
   */
  decisions?: number;

  /**
   * Of `lapsed` (vervallen knips).
   * @example 120
   */
  lapsed?: number;

  /**
   * Of `renamedIds` (hernoemde ids).
   * @example 120
   */
  renamedIds?: number;

  /**
   * Of `layout.moved` (verplaatst).
   * @example 120
   */
  moved?: number;

  /**
   * Of the hand-overs gained (erbij).
   * @example 120
   */
  added?: number;

  /**
   * Of the hand-overs lost (vervallen).
   * @example 120
   */
  removed?: number;
}

export class ComparisonAnswer {
  /**
   * The version compared from (van versie); absent between files.
   * @example 3
   */
  from?: number;

  /**
   * The version compared to (naar versie); absent between files. It may be the older one.
   * @example 12
   */
  to?: number;

  /** The consequences in numbers (gevolgen in getallen). */
  summary: SummaryAnswer;

  /** Changes of meaning in the diagram (wijzigingen), each once; as many as an answer has room for. */
  changes: DiagramChange[];

  /**
   * Where `changes` has no room for more (volgende): the `after` of the changes that follow.
   * @example 5000
   */
  next?: number;

  /** How many are left out of lists that are too long for an answer (weggelaten). */
  leftOut?: LeftOutAnswer;

  /** Elements known again under another id (hernoemde ids); no changes in themselves. */
  renamedIds: RenamedIdAnswer[];

  /** What changed in the drawing alone (opmaak). */
  layout: LayoutAnswer;

  /** Decisions that differ (besluiten), in the order in which they were taken. */
  decisions: DecisionChange[];

  /**
   * Knips that lapsed because their step has another id at `to` (vervallen knips): what they could be
   * attached to anew.
   */
  lapsed: RenamedIdAnswer[];
}
