import { describeProblem, MAX_DIAGRAM_BYTES, type DiagramProblem } from '#bpmn';
import { MAX_JSON_BYTES } from '../limits.js';
import { invalidInput, ProblemException, type FieldProblem } from './problem-exception.js';
import type { Language } from './words.js';

/** A file that is no BPMN that can be worked with; the sentences about it are those of `#bpmn`. */
export class DiagramRefused extends Error {
  constructor(readonly problems: readonly DiagramProblem[]) {
    super(problems.map(({ code }) => code).join(', '));
    this.name = 'DiagramRefused';
  }

  /** The problem, in the words of one language. */
  asProblem(language: Language): ProblemException {
    if (isTooLarge(this.problems)) return tooLarge();
    return new ProblemException('diagramRefused', { params: { reason: inWords(this.problems, language) } });
  }
}

/** Files that were sent to be looked at, not to be saved; what is wrong is said of each by its field. */
export class FilesRefused extends Error {
  constructor(readonly files: readonly { field: string; problems: readonly DiagramProblem[] }[]) {
    super(
      files
        .map(({ field, problems }) => `${field}: ${problems.map(({ code }) => code).join(', ')}`)
        .join('; '),
    );
    this.name = 'FilesRefused';
  }

  /** The problem, in the words of one language. */
  asProblem(language: Language): ProblemException {
    if (this.files.some(({ problems }) => isTooLarge(problems))) return tooLarge();
    return invalidInput(
      ...this.files.map(
        ({ field, problems }): FieldProblem => ({
          field,
          code: 'diagram',
          params: { reason: inWords(problems, language) },
        }),
      ),
    );
  }
}

const isTooLarge = (problems: readonly DiagramProblem[]): boolean =>
  problems.some(({ code }) => code === 'tooLarge');
const tooLarge = (): ProblemException =>
  new ProblemException('bodyTooLarge', {
    params: { diagram: MAX_DIAGRAM_BYTES / 1024 / 1024, json: MAX_JSON_BYTES / 1024 },
  });
const inWords = (problems: readonly DiagramProblem[], language: Language): string =>
  problems.map((problem) => describeProblem(problem, language)).join(' ');
