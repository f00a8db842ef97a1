import { MayBeLeftOut } from '../input/rules.js';
import { IsNumeral } from './query-rules.js';

/** Parts of a list hold so many where nobody says how many. */
export const USUAL_PAGE = 50;

/** Which part of a list is asked for; where it begins is for each list to say. */
export class PageQuery {
  /**
   * At most so many, 1 to 200.
   * @example 50
   */
  @MayBeLeftOut()
  @IsNumeral(1, 200)
  limit?: number;
}
