import { describeProblem, type DiagramProblem } from '#bpmn';
import { EventTooLarge } from '#event-store';
import { bodyTooLarge } from '../platform/http/problems/known-errors.js';
import { invalidInput, ProblemException } from '../platform/http/problems/problem-exception.js';
import {
  fieldKinds,
  problem,
  problemKinds,
  type Language,
  type Texts,
} from '../platform/http/problems/problem-kind.js';
import { DIAGRAM_LIMIT } from './diagram-limits.js';

/** What saving or fetching a diagram can meet. */
export const DIAGRAM_PROBLEMS = problemKinds({
  diagramRefused: problem(
    400,
    'Diagram geweigerd',
    'Diagram refused',
    'Het bestand is niet opgeslagen: {reason}',
    'The file was not saved: {reason}',
  ),
  diagramTooLarge: problem(
    413,
    'Diagram te groot',
    'Diagram too large',
    'Het diagram is ook na comprimeren groter dan {limit} KiB: haal ingebedde afbeeldingen weg of splits het proces.',
    'Even compressed the diagram is larger than {limit} KiB: remove embedded pictures or split the process.',
  ),
  diagramAbsent: problem(
    404,
    'Nog geen diagram',
    'No diagram yet',
    '“{name}” heeft in versie {version} nog geen diagram.',
    '“{name}” has no diagram yet in version {version}.',
  ),
  drawingAbsent: problem(
    404,
    'Geen tekening',
    'No drawing',
    'Het diagram van “{name}” (versie {version}) heeft geen tekening: open het in de editor, leg de vormen neer en sla het op.',
    'The diagram of “{name}” (version {version}) has no drawing: open it in the editor, lay out its shapes and save it.',
  ),
});

/** A field that carries a diagram. */
export const DIAGRAM_FIELDS = fieldKinds({
  diagram: { nl: 'kan niet gelezen worden: {reason}', en: 'cannot be read: {reason}' },
});

/**
 * The problem of a file that is no BPMN that can be worked with; the sentences about it are those of `#bpmn`.
 */
export function diagramRefused(problems: readonly DiagramProblem[]): ProblemException {
  if (isTooLarge(problems)) return bodyTooLarge([DIAGRAM_LIMIT]);
  return new ProblemException(DIAGRAM_PROBLEMS.diagramRefused, { params: { reason: reasonOf(problems) } });
}

/** The problem of files sent to be looked at, not to be saved; what is wrong is said of each by its field. */
export function filesRefused(
  files: readonly { field: string; problems: readonly DiagramProblem[] }[],
): ProblemException {
  if (files.some(({ problems }) => isTooLarge(problems))) return bodyTooLarge([DIAGRAM_LIMIT]);
  return invalidInput(
    ...files.map(({ field, problems }) => ({
      field,
      kind: DIAGRAM_FIELDS.diagram,
      params: { reason: reasonOf(problems) },
    })),
  );
}

/** The problem of an event that is too large for the log: only a diagram can make one so large. */
export function tooLargeAsProblem(error: unknown): ProblemException | undefined {
  if (!(error instanceof EventTooLarge)) return undefined;
  return diagramTooLarge(Math.floor(error.limit / 1024));
}

/** @param limit KiB after compression */
export const diagramTooLarge = (limit: number): ProblemException =>
  new ProblemException(DIAGRAM_PROBLEMS.diagramTooLarge, { params: { limit } });

const isTooLarge = (problems: readonly DiagramProblem[]): boolean =>
  problems.some(({ code }) => code === 'tooLarge');
const reasonOf = (problems: readonly DiagramProblem[]): Texts => {
  const inLanguage = (language: Language) =>
    problems.map((found) => describeProblem(found, language)).join(' ');
  return { nl: inLanguage('nl'), en: inLanguage('en') };
};
