import { AppendTooLarge, CommandReused, IllFormedText, LogFull, LogUnreachable } from '#event-store';
import { HTTP_PROBLEMS } from '../http/problems/http.problems.js';
import { ProblemException } from '../http/problems/problem-exception.js';
import { problem, problemKinds, type Texts } from '../http/problems/problem-kind.js';

/** Why the log did not record a decision. */
export const LOG_PROBLEMS = problemKinds({
  keyReused: problem(
    409,
    'Idempotency-Key is gebruikt',
    'Idempotency-Key was used',
    'Deze Idempotency-Key is al gebruikt voor een ander verzoek: neem een nieuwe.',
    'This Idempotency-Key was used for another request already: take a new one.',
  ),
  tooMuchAtOnce: problem(
    409,
    'Te veel in één keer',
    'Too much at once',
    'Dit zou in één keer meer dan {limit} KiB vastleggen; er is niets vastgelegd. Doe het in delen, of verklein wat u vastlegt.',
    'This would record more than {limit} KiB at once; nothing was recorded. Do it in parts, or make what you record smaller.',
  ),
  busy: problem(
    503,
    'Te druk',
    'Too busy',
    'Te veel mensen besluiten tegelijk over {about}; probeer het zo opnieuw.',
    'Too many people decide about {about} at once; try again in a moment.',
  ),
  logUnreachable: problem(
    503,
    'Logboek niet bereikbaar',
    'Log cannot be reached',
    'De server waarop alles wordt vastgelegd, antwoordt niet. Probeer het zo opnieuw: met dezelfde Idempotency-Key wordt niets dubbel vastgelegd.',
    'The server on which everything is recorded does not answer. Try again in a moment: with the same Idempotency-Key nothing is recorded twice.',
  ),
  logFull: problem(
    507,
    'Schijf is vol',
    'Disk is full',
    'Er is geen ruimte meer op de schijf; er is niets vastgelegd. Waarschuw de beheerder.',
    'There is no room left on the disk; nothing was recorded. Tell the administrator.',
  ),
});

const retryAfter = (seconds: number) => ({ headers: { 'Retry-After': String(seconds) } });

/** The problem of a stream that others were always first to write to. @param about what the stream is of */
export const busyProblem = (about: Texts): ProblemException =>
  new ProblemException(LOG_PROBLEMS.busy, { params: { about }, ...retryAfter(1) });

/** The problem that an error of the log is answered with. */
export function logErrorAsProblem(error: unknown): ProblemException | undefined {
  if (error instanceof LogFull) return new ProblemException(LOG_PROBLEMS.logFull, retryAfter(60));
  if (error instanceof LogUnreachable)
    return new ProblemException(LOG_PROBLEMS.logUnreachable, retryAfter(5));
  if (error instanceof AppendTooLarge)
    return new ProblemException(LOG_PROBLEMS.tooMuchAtOnce, { params: { limit: error.limit / 1024 } });
  if (error instanceof CommandReused) return new ProblemException(LOG_PROBLEMS.keyReused);
  if (error instanceof IllFormedText) return new ProblemException(HTTP_PROBLEMS.requestInvalid);
  return undefined;
}
