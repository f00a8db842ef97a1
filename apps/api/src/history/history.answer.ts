import { ApiProperty } from '@nestjs/swagger';
import { PROCESS_EVENTS, type Channel, type Role, type Side } from '#domain';
import type { Page } from '../platform/http/docs/page.answer.js';
import { Actor } from '../platform/http/protocol/person.answer.js';
import { CarriedFromAnswer, RequestedDatumAnswer, TermAnswer } from '../processes/index.js';

/** Every type of event there is, in the order the domain declares them. */
export const EVENT_TYPES = Object.keys(PROCESS_EVENTS);

export class SavedDiagramAnswer {
  /**
   * SHA-256 of the bytes as they were sent (vingerafdruk), hex.
   * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
   */
  digest: string;
}

export class HistoryItem {
  /**
   * The version (versie) that it made.
   * @example 12
   */
  version: number;

  /**
   * What happened (gebeurtenis).
   * @example "KnipDecided"
   */
  @ApiProperty({ enum: EVENT_TYPES })
  type: string;

  /**
   * When (moment), UTC.
   * @example "2026-03-04T10:15:00.000Z"
   */
  @ApiProperty({ format: 'date-time' })
  at: string;

  /** Who (wie). */
  actor: Actor;

  /**
   * Present on events of the demonstration (demonstratiegegevens).
   * @example true
   */
  demo?: true;

  /**
   * Why (reden); absent where the text was erased.
   * @example "De balie kan dit zelf afhandelen."
   */
  reason?: string;

  /**
   * Note to a saved diagram (toelichting).
   * @example "Stap voor de welstandscommissie toegevoegd."
   */
  note?: string;

  /**
   * Id of the element (stap) it is about.
   * @example "Task_Intake"
   */
  elementId?: string;

  /**
   * Names the step or flow under all ids that it had (element), to be given as `element`. It is the id that
   * it has now. Where another has that id now, it is its last id, with the version of its first decision.
   * @example "Task_Intake"
   */
  element?: string;

  /**
   * Name of the element or flow (naam) in the diagram of that version.
   * @example "Aanvraag controleren op volledigheid"
   */
  elementName?: string;

  /**
   * Id of the flow (overdrachtsmoment) it is about.
   * @example "Flow_7"
   */
  flowId?: string;

  /**
   * Front or back office (kant).
   * @example "front"
   */
  side?: Side;

  /**
   * Who on that side (rol): generalist or specialist.
   * @example "generalist"
   */
  role?: Role;

  /**
   * Alternatives considered (alternatieven).
   * @example ["Bij de vakafdeling laten"]
   */
  alternatives?: string[];

  /**
   * Channels in order of preference (kanaalprioriteit).
   * @example ["web","phone"]
   */
  channels?: Channel[];

  /**
   * Name given (naam): of the process or of a milestone.
   * @example "1.0 vastgesteld"
   */
  name?: string;

  /** The process owner named (procesverantwoordelijke). */
  person?: Actor;

  /**
   * Legal source of a binding (wettelijke bron).
   * @example "Omgevingswet art. 5.1"
   */
  source?: string;

  /**
   * Who alone may do the step (uitvoerder).
   * @example "ambtenaar van de burgerlijke stand"
   */
  by?: string;

  /**
   * What is handed over (wat wordt overgedragen).
   * @example "Volledig dossier met bijlagen"
   */
  what?: string;

  /** Within how long (termijn). */
  within?: TermAnswer;

  /** Data the step asks for (gegevensuitvraag). */
  data?: RequestedDatumAnswer[];

  /**
   * The version (versie) that a milestone names.
   * @example 10
   */
  names?: number;

  /** The diagram that was saved (diagram). */
  diagram?: SavedDiagramAnswer;

  /**
   * Of a merge: the version that was worked on (basis).
   * @example 9
   */
  base?: number;

  /**
   * Of a merge: the version of the diagram that it was brought together with (samengevoegd met).
   * @example 11
   */
  mergedWith?: number;

  /**
   * Which decision ended (beëindigd), where the type does not say it.
   * @example "channels"
   */
  kind?: 'channels' | 'handover' | 'dataRequests';

  /** Of a decision recorded again (meegenomen): where it stood, under the id that its step or flow had. */
  carriedFrom?: CarriedFromAnswer;

  /**
   * Of a decision that ended because its step or flow has another id now (meegenomen naar): that id.
   * @example "Task_4"
   */
  carriedTo?: string;

  /**
   * Of a diagram in which ids changed hands: decisions stayed with their ids (besluiten blijven bij het id).
   * @example "kept"
   */
  ids?: 'kept';

  /**
   * Of a merge: in how many conflicts the person chose (keuzes).
   * @example 2
   */
  choices?: number;
}

export class HistoryPage implements Page<HistoryItem> {
  /** Versions in order (geschiedenis). */
  items: HistoryItem[];

  /**
   * Value of `after` for the next page (volgende bladzijde); absent on the last.
   * @example "50"
   */
  next?: string;
}
