import { PageQuery } from '../platform/http/reading/page-query.dto.js';
import { IsNumeral, IsShortText } from '../platform/http/reading/query-rules.js';
import { IsOneOf, MayBeLeftOut } from '../platform/http/input/rules.js';
import { EVENT_TYPES } from './history.answer.js';

const LONGEST_TEXT = 200;

export class HistoryQuery extends PageQuery {
  /**
   * Only this kind of event (gebeurtenis).
   * @example "KnipDecided"
   */
  @MayBeLeftOut()
  @IsOneOf(EVENT_TYPES)
  type?: string;

  /**
   * Only what this person did (wie).
   * @example "werkgroep-vergunningen"
   */
  @MayBeLeftOut()
  @IsShortText(LONGEST_TEXT)
  actor?: string;

  /**
   * Only what is about this step or flow (stap, overdrachtsmoment), under every id that it had: its id, or
   * `element` of an item.
   * @example "Task_Intake"
   */
  @MayBeLeftOut()
  @IsShortText(Number.MAX_SAFE_INTEGER)
  element?: string;

  /**
   * Words that occur in what is told (zoeken), without regard to capitals and accents.
   * @example "balie"
   */
  @MayBeLeftOut()
  @IsShortText(LONGEST_TEXT)
  q?: string;

  /**
   * Version after which to begin; value of `next` of the page before.
   * @example 50
   */
  @MayBeLeftOut()
  @IsNumeral(0)
  after?: number;
}
