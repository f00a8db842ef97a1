import { expect, it } from '@jest/globals';
import { AppendTooLarge, LogUnreachable } from '#event-store';
import { logErrorAsProblem } from './log.problems.js';

it('An error of the log is answered with its own status, and with what helps to try again', () => {
  const answers = (error: unknown) => {
    const problem = logErrorAsProblem(error);
    return problem && [problem.kind.status, problem.extras];
  };
  expect(answers(new LogUnreachable('its server', 'away'))).toEqual([
    503,
    { headers: { 'Retry-After': '5' } },
  ]);
  expect(answers(new AppendTooLarge(3_000_000, 1_048_576))).toEqual([409, { params: { limit: 1024 } }]);
  expect(answers(new Error('anything else'))).toBeUndefined();
});
