import { FIELDS } from '../platform/http/problems/field.problems.js';
import { PageQuery } from '../platform/http/reading/page-query.dto.js';
import { IsReadAs, IsShortText } from '../platform/http/reading/query-rules.js';
import { IsOneOf, MayBeLeftOut, rule } from '../platform/http/input/rules.js';
import { placeFromMark } from './list-processes.query.js';
import { MOST_WORDS, searchWords, type OverviewPlace } from './overview-reader.js';
import { OVERVIEW_FIELDS } from './overview.problems.js';

const LONGEST_TEXT = 200;

const HasFewWords = () =>
  rule(
    OVERVIEW_FIELDS.words,
    (value) => typeof value !== 'string' || searchWords(value).length <= MOST_WORDS,
    { max: MOST_WORDS },
  );

export class ListProcessesQuery extends PageQuery {
  /**
   * Id of a domain (domein).
   * @example "vergunningen"
   */
  @MayBeLeftOut()
  @IsShortText(LONGEST_TEXT)
  domain?: string;

  /**
   * Words that occur in the name (zoeken), at most 10, without regard to capitals and accents.
   * @example "kap"
   */
  @MayBeLeftOut()
  @IsShortText(LONGEST_TEXT)
  @HasFewWords()
  q?: string;

  /**
   * `true` to list retired processes (vervallen) as well.
   * @example "true"
   */
  @MayBeLeftOut()
  @IsOneOf(['true', 'false'])
  retired?: string;

  /**
   * Value of `next` of the page before.
   * @example "WyJrYXB2ZXJndW5uaW5nIiwia2FwdmVyZ3VubmluZyJd"
   */
  @MayBeLeftOut()
  @IsReadAs(placeFromMark, FIELDS.pageMark)
  after?: OverviewPlace;
}
