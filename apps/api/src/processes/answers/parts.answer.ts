import { ApiProperty } from '@nestjs/swagger';
import { Actor } from '../../platform/http/protocol/person.answer.js';

export class StepCounts {
  /**
   * Steps at the front office (frontoffice).
   * @example 9
   */
  front: number;

  /**
   * Steps at the back office (backoffice).
   * @example 12
   */
  back: number;

  /**
   * Steps of which the side is unknown (onbekend).
   * @example 1
   */
  unknown: number;

  /**
   * Steps without a knip that need one (nog te beslissen); their lane may still say a side.
   * @example 4
   */
  undecided: number;
}

export class SideCounts extends StepCounts {
  /**
   * Flows over the knip (overdrachtsmomenten).
   * @example 5
   */
  handovers: number;
}

export class CarriedFromAnswer {
  /**
   * The id (id) that the step or flow had.
   * @example "Task_3"
   */
  elementId: string;

  /**
   * The version (versie) that recorded the decision there.
   * @example 9
   */
  version: number;
}

export class DecidedFirstAnswer {
  /**
   * The version (versie) that the decision made.
   * @example 9
   */
  version: number;

  /**
   * When it was decided (moment), UTC.
   * @example "2026-03-01T09:00:00.000Z"
   */
  @ApiProperty({ format: 'date-time' })
  at: string;

  /** Who decided (wie). */
  actor: Actor;
}

export class Decided {
  /**
   * The version (versie) that the decision made.
   * @example 12
   */
  version: number;

  /**
   * When it was decided (moment), UTC.
   * @example "2026-03-04T10:15:00.000Z"
   */
  @ApiProperty({ format: 'date-time' })
  at: string;

  /** Who decided (wie). */
  actor: Actor;

  /**
   * Why (reden); absent where the text was erased. Where an answer has very many, the beginning of a long
   * one.
   * @example "De balie kan dit zelf afhandelen."
   */
  reason?: string;

  /** Present where it was recorded again (meegenomen), since its step or flow has another id now. */
  carriedFrom?: CarriedFromAnswer;

  /**
   * Who decided it, and when, before it was recorded again (eerst besloten); `version`, `at` and `actor` are
   * of the diagram that it followed its step or flow in.
   */
  decidedFirst?: DecidedFirstAnswer;
}

export class Parked {
  /**
   * Version (versie) of the event that could not be read; what is shown is older.
   * @example 14
   */
  version: number;

  /**
   * What is wrong with it (oorzaak).
   * @example "DiagramSaved: The bytes of the diagram are not those of its digest."
   */
  reason: string;
}

export class TermAnswer {
  /**
   * How many (aantal).
   * @example 2
   */
  amount: number;

  /**
   * Of what (eenheid): hours (uren) or working days (werkdagen).
   * @example "workingDays"
   */
  unit: 'hours' | 'workingDays';
}

export class RequestedDatumAnswer {
  /**
   * What is asked of the citizen (gegeven).
   * @example "Adres"
   */
  name: string;

  /**
   * The base registry that already holds it (basisregistratie).
   * @example "BRP"
   */
  registry?: string;
}
