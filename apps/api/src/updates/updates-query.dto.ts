import { IsShortText } from '../platform/http/reading/query-rules.js';
import { MayBeLeftOut } from '../platform/http/rules.js';

const LONGEST_ID = 200;

export class UpdatesQuery {
  /**
   * Only this process (proces).
   * @example "kapvergunning"
   */
  @MayBeLeftOut()
  @IsShortText(LONGEST_ID)
  process?: string;
}
