import { Refusal } from '#domain';
import { asProblem } from '../platform/http/problems/as-problem.js';
import { DiagramRefused } from '../platform/http/problems/diagram-refused.js';
import { inWords } from '../platform/http/problems/words.js';
import { StartRefused } from '../platform/settings.js';

/**
 * A refusal of something that comes with the program, as one sentence that names the process; any other error
 * as it is.
 */
export function asLoadingRefused(process: string, error: unknown): unknown {
  if (!(error instanceof Refusal || error instanceof DiagramRefused)) return error;
  const { detail = error.message } = inWords(
    asProblem(error, { headers: { 'accept-language': 'en' }, url: '' }),
    'en',
  );
  return new StartRefused(`The generic process ${process} cannot be loaded: ${detail}`);
}
