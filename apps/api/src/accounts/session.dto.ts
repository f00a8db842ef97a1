import { IsLine } from '../platform/http/rules.js';

export class StartSessionBody {
  /**
   * Id of the person to enter as (persoon).
   * @example "werkgroep-wmo"
   */
  @IsLine()
  person: string;
}
