import { HTTP_PROBLEMS } from '../../http/problems/http.problems.js';
import { ProblemException } from '../../http/problems/problem-exception.js';
import { NotCaughtUp } from './waiting.js';

/** The problem of a read that this instance cannot answer yet. */
export const notCaughtUpAsProblem = (error: unknown): ProblemException | undefined =>
  error instanceof NotCaughtUp
    ? new ProblemException(HTTP_PROBLEMS.notCaughtUp, { headers: { 'Retry-After': '1' } })
    : undefined;
