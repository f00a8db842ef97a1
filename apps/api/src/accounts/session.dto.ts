import { IsLine } from '../platform/http/input/rules.js';

export class StartSessionBody {
  /**
   * Id of the person to enter as (persoon).
   * @example "werkgroep-wmo"
   */
  @IsLine()
  person: string;
}
