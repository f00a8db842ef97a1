import { ApiProperty } from '@nestjs/swagger';
import type { Channel, ElementDecisionKind, Role, Side } from '#domain';
import { Actor } from '../../platform/http/protocol/person.answer.js';
import { Decided, Parked, RequestedDatumAnswer, SideCounts, TermAnswer } from './parts.answer.js';
import { ChannelPriorityAnswer, HandoverAnswer, StepAnswer } from './step.answer.js';

export class OwnerAnswer extends Decided {
  /** The process owner (procesverantwoordelijke). */
  person: Actor;
}

export class ShownDiagramAnswer {
  /**
   * SHA-256 of the bytes as they were sent (vingerafdruk), hex.
   * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
   */
  digest: string;

  /**
   * The version (versie) that saved it.
   * @example 2
   */
  version: number;

  /**
   * Whether the file has a drawing (tekening) that an editor can show.
   * @example true
   */
  drawn: boolean;
}

export class LapsedKnipAnswer extends Decided {
  /**
   * Id of the element (stap) that this diagram lacks.
   * @example "Task_Old"
   */
  elementId: string;

  /**
   * Front or back office (kant).
   * @example "back"
   */
  side: Side;

  /**
   * Who on that side (rol).
   * @example "specialist"
   */
  role?: Role;
}

export class AlsoLapsedAnswer extends Decided {
  /**
   * What was decided (soort besluit).
   * @example "binding"
   */
  kind: ElementDecisionKind;

  /**
   * Id of the element (stap) or flow (overdrachtsmoment) that this diagram lacks.
   * @example "Task_Old"
   */
  elementId: string;

  /**
   * Of a binding that fixes it: front or back office (kant).
   * @example "back"
   */
  side?: Side;

  /**
   * Of a binding: who alone may do it (uitvoerder).
   * @example "ambtenaar van de burgerlijke stand"
   */
  by?: string;

  /**
   * Of a binding: legal source (wettelijke bron).
   * @example "BW 1:16"
   */
  source?: string;

  /**
   * Channels in order of preference (kanaalprioriteit).
   * @example ["web","phone","desk"]
   */
  channels?: Channel[];

  /** What the step asked of the citizen (gegevensuitvraag). */
  data?: RequestedDatumAnswer[];

  /**
   * Of an agreement: what is handed over (wat wordt overgedragen).
   * @example "Volledig dossier met bijlagen"
   */
  what?: string;

  /** Of an agreement: within how long (termijn). */
  within?: TermAnswer;
}

export class MilestoneAnswer {
  /**
   * Name of the milestone (vastgestelde versie).
   * @example "1.0 vastgesteld"
   */
  name: string;

  /**
   * The version (versie) that it names.
   * @example 10
   */
  version: number;

  /**
   * When it was named (moment), UTC.
   * @example "2026-04-01T09:00:00.000Z"
   */
  @ApiProperty({ format: 'date-time' })
  at: string;

  /** Who named it (wie). */
  actor: Actor;
}

export class MayAnswer {
  /**
   * Change diagram, knips, channels, hand-overs and data requests (bewerken).
   * @example true
   */
  edit: boolean;

  /**
   * Bind steps by law, and lift bindings (binden).
   * @example false
   */
  bind: boolean;

  /**
   * Retire the process (laten vervallen).
   * @example false
   */
  retire: boolean;

  /**
   * Give a version a name (versie vaststellen).
   * @example false
   */
  nameMilestone: boolean;

  /**
   * Name the process owner (procesverantwoordelijke aanwijzen).
   * @example false
   */
  nameOwner: boolean;
}

export class ProcessAnswer {
  /**
   * Id of the process (proces).
   * @example "kapvergunning"
   */
  id: string;

  /**
   * The version shown (versie).
   * @example 12
   */
  version: number;

  /**
   * The newest version there is (nieuwste versie).
   * @example 14
   */
  latest: number;

  /**
   * When the version shown was made (moment), UTC.
   * @example "2026-03-04T10:15:00.000Z"
   */
  @ApiProperty({ format: 'date-time' })
  at: string;

  /**
   * Name of the process (naam).
   * @example "Kapvergunning"
   */
  name: string;

  /**
   * Id of its domain (domein).
   * @example "vergunningen"
   */
  domain: string;

  /**
   * The case type it handles (zaaktype).
   * @example "https://catalogi.example.nl/zaaktypen/kapvergunning"
   */
  caseType?: string;

  /** Present when it is retired (vervallen). */
  retired?: Decided;

  /** Who owns it (procesverantwoordelijke). */
  owner?: OwnerAnswer;

  /** The diagram as of this version (diagram); absent where none was saved yet. */
  diagram?: ShownDiagramAnswer;

  /** Channels of the process as a whole (kanaalprioriteit). */
  channels?: ChannelPriorityAnswer;

  /** The steps of the diagram (stappen). */
  steps: StepAnswer[];

  /** Where work goes over the knip (overdrachtsmomenten). */
  handovers: HandoverAnswer[];

  /**
   * Keys of the steps that still need a knip (nog te beslissen), in the order of `steps`.
   * @example ["Task_Beoordelen"]
   */
  undecided: string[];

  /** Steps and hand-overs (aantallen). */
  counts: SideCounts;

  /**
   * Knips on elements that this diagram lacks (vervallen knips); they hold again when the element is back.
   */
  lapsed: LapsedKnipAnswer[];

  /**
   * Other decisions on elements that this diagram lacks, and agreements on flows that are no hand-over in it
   * (andere vervallen besluiten); they hold again when the element or the hand-over is back.
   */
  alsoLapsed: AlsoLapsedAnswer[];

  /** Versions that were given a name (vastgestelde versies). */
  milestones: MilestoneAnswer[];

  /** Present when the process is stale (verouderd), with the cause. */
  parked?: Parked;

  /** What the person who asks may do to the process (rechten). */
  may: MayAnswer;
}
