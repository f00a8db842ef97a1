import type { Channel, Role, Side } from '#domain';
import { Decided, RequestedDatumAnswer, TermAnswer } from './parts.answer.js';

export class LaneAnswer {
  /**
   * Id of the lane (baan).
   * @example "Lane_Front"
   */
  id?: string;

  /**
   * Name of the lane (naam).
   * @example "KCC"
   */
  name: string;

  /**
   * The side it carries (kant).
   * @example "front"
   */
  side?: Side;
}

export class KnipAnswer extends Decided {
  /**
   * Front or back office (kant).
   * @example "front"
   */
  side: Side;

  /**
   * Who on that side (rol): generalist or specialist.
   * @example "generalist"
   */
  role?: Role;

  /**
   * Alternatives considered (alternatieven).
   * @example ["Bij de vakafdeling laten"]
   */
  alternatives: string[];
}

export class BindingAnswer extends Decided {
  /**
   * The side that law fixes (kant).
   * @example "back"
   */
  side?: Side;

  /**
   * Who alone may do it (uitvoerder).
   * @example "ambtenaar van de burgerlijke stand"
   */
  by?: string;

  /**
   * Legal source (wettelijke bron).
   * @example "BW 1:16"
   */
  source: string;
}

export class ChannelPriorityAnswer extends Decided {
  /**
   * Channels in order of preference (kanaalprioriteit).
   * @example ["web","phone","desk"]
   */
  channels: Channel[];
}

export class DataRequestsAnswer extends Decided {
  /** What the step asks of the citizen (gegevensuitvraag). */
  data: RequestedDatumAnswer[];
}

export class ConsiderationAnswer {
  /**
   * The side it speaks for (kant).
   * @example "front"
   */
  for: Side;

  /**
   * The argument (overweging).
   * @example "De burger krijgt meteen antwoord."
   */
  text: string;
}

export class StepAnswer {
  /**
   * Names the step (stap) in this answer: its id, or `?` and a number where that is missing or not unique.
   * @example "Task_Intake"
   */
  key: string;

  /**
   * Its id in the diagram (id).
   * @example "Task_Intake"
   */
  id?: string;

  /**
   * False where the id is missing or not unique: shown, not decided on (te beslissen).
   * @example true
   */
  decidable: boolean;

  /**
   * Its name (naam).
   * @example "Aanvraag controleren op volledigheid"
   */
  name: string;

  /**
   * Kind of activity in BPMN (soort).
   * @example "userTask"
   */
  kind: string;

  /**
   * Service, script and business rule tasks (automatisch): need no knip.
   * @example false
   */
  automatic: boolean;

  /** The lane it lies in (baan). */
  lane?: LaneAnswer;

  /**
   * Name of the pool it lies in (deelnemer).
   * @example "Gemeente"
   */
  participant?: string;

  /**
   * Its side (kant); absent where unknown.
   * @example "front"
   */
  side?: Side;

  /**
   * What the side follows from (herkomst).
   * @example "knip"
   */
  sideFrom?: 'knip' | 'binding' | 'lane';

  /**
   * Whether a knip is still to be decided (nog te beslissen).
   * @example false
   */
  undecided: boolean;

  /**
   * Whether knip or binding say another side than the lane (baan wijkt af).
   * @example false
   */
  laneDisagrees: boolean;

  /** The knip decision (knip). */
  knip?: KnipAnswer;

  /** What law or mandate fixes (wettelijk gebonden). */
  binding?: BindingAnswer;

  /** Channels of this step (kanaalprioriteit). */
  channels?: ChannelPriorityAnswer;

  /** Data it asks of the citizen (gegevensuitvraag). */
  dataRequests?: DataRequestsAnswer;

  /** Arguments that the diagram itself carries (overwegingen). */
  considerations: ConsiderationAnswer[];
}

export class AgreementAnswer extends Decided {
  /**
   * What is handed over (wat wordt overgedragen).
   * @example "Volledig dossier met bijlagen"
   */
  what: string;

  /** Within how long (termijn). */
  within?: TermAnswer;

  /**
   * Ids of the steps before, as agreed (stappen ervoor).
   * @example ["Task_Intake"]
   */
  before: string[];

  /**
   * Ids of the steps after, as agreed (stappen erna).
   * @example ["Task_Beoordelen"]
   */
  after: string[];

  /**
   * Whether the steps have changed since (verouderd): it asks to be agreed anew.
   * @example false
   */
  outdated: boolean;
}

export class HandoverAnswer {
  /**
   * Names the flow (stroom) in this answer, as `key` of a step.
   * @example "Flow_7"
   */
  flow: string;

  /**
   * Its id in the diagram (id).
   * @example "Flow_7"
   */
  flowId?: string;

  /**
   * False where the id is missing or not unique: nothing can be agreed on it (af te spreken).
   * @example true
   */
  decidable: boolean;

  /**
   * Name of the flow (naam).
   * @example "volledig"
   */
  name?: string;

  /**
   * Keys of the nearest steps before on the other side (stappen ervoor).
   * @example ["Task_Intake"]
   */
  before: string[];

  /**
   * Key of the step after (stap erna).
   * @example "Task_Beoordelen"
   */
  after: string;

  /**
   * The side that hands over (van).
   * @example "front"
   */
  from: Side;

  /**
   * The side that takes over (naar).
   * @example "back"
   */
  to: Side;

  /** What was agreed on it (afspraak). */
  agreement?: AgreementAnswer;
}
