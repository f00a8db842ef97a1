import { GoesWithout, IsMoment, IsNumeral } from '../platform/http/reading/query-rules.js';
import { MayBeLeftOut } from '../platform/http/input/rules.js';
import type { VersionOrMoment } from './known-process.js';

export class VersionQuery implements VersionOrMoment {
  /**
   * As of this version (versie); the newest if left out.
   * @example 3
   */
  @MayBeLeftOut()
  @IsNumeral(1)
  version?: number;

  /**
   * As of this moment (moment): RFC 3339 with `Z` or an encoded offset. Not together with `version`.
   * @example "2026-03-04T10:15:00Z"
   */
  @MayBeLeftOut()
  @IsMoment()
  @GoesWithout('version')
  at?: string;
}
