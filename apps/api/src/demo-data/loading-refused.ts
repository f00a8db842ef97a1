import { ProblemException } from '../platform/http/problems/problem-exception.js';
import { inWords } from '../platform/http/problems/words.js';
import { StartRefused } from '../platform/environment/settings.js';
import { processRefusalAsProblem } from '../processes/index.js';

/**
 * A refusal of something that comes with the program, as one sentence that names the process; any other error
 * as it is.
 */
export function asLoadingRefused(process: string, error: unknown): unknown {
  const problem = error instanceof ProblemException ? error : processRefusalAsProblem(error);
  if (!problem) return error;
  return new StartRefused(
    `The generic process ${process} cannot be loaded: ${inWords(problem, 'en').detail}`,
  );
}
