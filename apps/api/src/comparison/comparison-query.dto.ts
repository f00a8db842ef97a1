import { TEXT_LIMITS } from '#domain';
import { IsNumeral, IsShortText } from '../platform/http/reading/query-rules.js';
import { MayBeLeftOut } from '../platform/http/input/rules.js';

export class ComparisonQuery {
  /**
   * The side compared from (van versie): a version number, a moment or the name of a milestone; version 1 if
   * left out.
   * @example "3"
   */
  @MayBeLeftOut()
  @IsShortText(TEXT_LIMITS.name)
  from?: string;

  /**
   * The side compared to (naar versie), likewise; the newest if left out. It may be the older one.
   * @example "1.0 vastgesteld"
   */
  @MayBeLeftOut()
  @IsShortText(TEXT_LIMITS.name)
  to?: string;

  /**
   * How many changes to skip (vanaf): `next` of the answer that had the ones before.
   * @example 5000
   */
  @MayBeLeftOut()
  @IsNumeral(0)
  after?: number;
}
