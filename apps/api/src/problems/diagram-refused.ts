import { describeProblem, MAX_DIAGRAM_BYTES, type DiagramProblem } from '#bpmn';
import { MAX_JSON_BYTES } from '../server/limits.js';
import { ProblemException } from './problem-exception.js';
import type { Language } from './words.js';

/** A file that is no BPMN that can be worked with; the sentences about it are those of `#bpmn`. */
export class DiagramRefused extends Error {
  constructor(readonly problems: readonly DiagramProblem[]) {
    super(problems.map(({ code }) => code).join(', '));
    this.name = 'DiagramRefused';
  }

  /** The problem, in the words of one language. */
  asProblem(language: Language): ProblemException {
    if (this.problems.some(({ code }) => code === 'tooLarge')) {
      return new ProblemException('bodyTooLarge', { params: { diagram: MAX_DIAGRAM_BYTES / 1024 / 1024, json: MAX_JSON_BYTES / 1024 } });
    }
    const reason = this.problems.map((problem) => describeProblem(problem, language)).join(' ');
    return new ProblemException('diagramRefused', { params: { reason } });
  }
}
