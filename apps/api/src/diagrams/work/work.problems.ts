import { problem, problemKinds } from '../../platform/http/problems/problem-kind.js';

/** Why a piece of work on large diagrams is not done. */
export const WORK_PROBLEMS = problemKinds({
  tooMuchWork: problem(
    503,
    'Te druk',
    'Too busy',
    'Er wachten al {most} grote diagrammen: probeer het zo opnieuw.',
    '{most} large diagrams are waiting already: try again in a moment.',
  ),
  tooMuchWorkOfPerson: problem(
    429,
    'Te veel tegelijk',
    'Too many at once',
    'Er wachten al {most} grote diagrammen van u: probeer het opnieuw als er een klaar is.',
    '{most} large diagrams of yours are waiting already: try again when one is done.',
  ),
  workTooLarge: problem(
    400,
    'Diagram te zwaar',
    'Diagram too heavy',
    'Het diagram kost meer dan {seconds} seconden of {mib} MiB geheugen: splits het proces, of stuur een kleiner bestand.',
    'The diagram takes more than {seconds} seconds or {mib} MiB of memory: split the process, or send a smaller file.',
  ),
  nobodyWaits: problem(
    503,
    'Afgebroken',
    'Broken off',
    'De aanvrager wachtte niet op het antwoord: vraag het opnieuw.',
    'Nobody waited for the answer: ask again.',
  ),
});
