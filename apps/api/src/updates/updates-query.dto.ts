import { GoesWithout, IsShortText } from '../platform/http/reading/query-rules.js';
import { MayBeLeftOut } from '../platform/http/input/rules.js';

const LONGEST_ID = 200;

export class UpdatesQuery {
  /**
   * Only this process (proces).
   * @example "kapvergunning"
   */
  @MayBeLeftOut()
  @IsShortText(LONGEST_ID)
  process?: string;

  /**
   * Only this stream (stroom), for what is no process. Not together with `process`.
   * @example "process-kapvergunning"
   */
  @MayBeLeftOut()
  @IsShortText(LONGEST_ID)
  @GoesWithout('process')
  stream?: string;
}
