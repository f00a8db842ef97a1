import { isReservedMilestoneName } from '#domain';
import { IsFreeText, IsLine, IsWholeNumber, MayBeLeftOut, rule } from '../platform/http/input/rules.js';
import { PROCESS_FIELDS } from './process.problems.js';

const IsMilestoneName = () =>
  rule(PROCESS_FIELDS.milestoneName, (value) => typeof value !== 'string' || !isReservedMilestoneName(value));

export class ReasonBody {
  /**
   * Why (reden); at most 4,000 characters.
   * @example "Samengevoegd met de omgevingsvergunning."
   */
  @IsFreeText()
  reason: string;
}

export class RegisterProcessBody {
  /**
   * Name of the process (naam van het proces).
   * @example "Kapvergunning"
   */
  @IsLine()
  name: string;

  /**
   * Id of the domain (domein).
   * @example "vergunningen"
   */
  @IsLine()
  domain: string;

  /**
   * The case type it handles in the catalogue of the municipality (zaaktype).
   * @example "Kappen"
   */
  @MayBeLeftOut()
  @IsLine()
  caseType?: string;
}

export class RenameProcessBody extends ReasonBody {
  /**
   * The new name of the process (naam van het proces).
   * @example "Vergunning voor het kappen van bomen"
   */
  @IsLine()
  name: string;
}

export class NameOwnerBody extends ReasonBody {
  /**
   * Id of the process owner (procesverantwoordelijke).
   * @example "procesverantwoordelijke"
   */
  @IsLine()
  person: string;
}

export class NameMilestoneBody {
  /**
   * Name of the milestone (vastgestelde versie): no number or moment, not beginning with `proposal:` or
   * `pilot:`.
   * @example "1.0 vastgesteld"
   */
  @IsLine()
  @IsMilestoneName()
  name: string;

  /**
   * The version it names (versie); the newest when left out.
   * @example 12
   */
  @MayBeLeftOut()
  @IsWholeNumber(1, Number.MAX_SAFE_INTEGER)
  version?: number;
}
