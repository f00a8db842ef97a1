import { IsNumeral } from '../platform/http/reading/query-rules.js';
import { MayBeLeftOut } from '../platform/http/input/rules.js';
import { IsPosition } from '../platform/log/position-rule.js';

export class LogQuery {
  /**
   * `position` of the event after which to begin; the beginning if left out.
   * @example "42"
   */
  @MayBeLeftOut()
  @IsPosition()
  after?: string;

  /**
   * At most so many; all if left out.
   * @example 1000
   */
  @MayBeLeftOut()
  @IsNumeral(1)
  limit?: number;
}
