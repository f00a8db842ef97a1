import { ProblemException, type Params } from '../http/problems/problem-exception.js';
import type { ProblemKind } from '../http/problems/problem-kind.js';
import type { Parked } from './stream-reader.js';

/** Somebody has to look at the stream first. */
const RETRY_AFTER_SECONDS = 60;

/**
 * Refuses what cannot be shown or recorded while a stream is parked.
 * @param kind 503 in the words of the feature, which may use `{version}` and `{reason}` beside its own `params`
 */
export const parkedProblem = (kind: ProblemKind, parked: Parked, params: Params): ProblemException =>
  new ProblemException(kind, {
    params: { ...params, ...parked },
    headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) },
  });
