import { ProblemException, type Params } from '../../http/problems/problem-exception.js';
import type { ProblemKind } from '../../http/problems/problem-kind.js';
import type { ParkedAt } from '../unit/parked.js';

/** Somebody has to look at the stream first. */
const RETRY_AFTER_SECONDS = 60;

/**
 * Refuses what cannot be shown or recorded while a stream is parked.
 * @param kind a 503 in the words of the feature; they may use `{version}` and `{reason}`
 * @param params what else its words use
 */
export const parkedProblem = (kind: ProblemKind, parked: ParkedAt, params: Params): ProblemException =>
  new ProblemException(kind, {
    params: { ...params, version: parked.version, reason: parked.reason },
    headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) },
  });
