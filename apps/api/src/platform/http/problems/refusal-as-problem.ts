import { Refusal } from '#domain';
import type { AsProblem } from './known-errors.js';
import { ProblemException } from './problem-exception.js';
import type { ProblemKind, Texts } from './problem-kind.js';
import { SHARED_REFUSALS } from './refusal.problems.js';

/** How the refusals of one aggregate read. */
interface RefusalTexts {
  /** By code, without those that all aggregates share. */
  kinds: Readonly<Record<string, ProblemKind>>;
  /**
   * Words for parameters that are codes, by parameter and code. Under `resource` stands what `If-Match` was
   * compared with: the aggregate and its kind of fact, e.g. `toy.colour`.
   */
  words: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
}

/** Answers the refusals of one aggregate, the shared ones included. */
export function refusalAsProblem({ kinds, words }: RefusalTexts): AsProblem {
  const known = new Map<string, ProblemKind>(Object.entries({ ...SHARED_REFUSALS, ...kinds }));
  return (error) => {
    if (!(error instanceof Refusal)) return undefined;
    const kind = known.get(error.code);
    const { resource } = error.params;
    // The fact of another aggregate has its word there.
    const foreign = resource !== undefined && words['resource']?.[resource] === undefined;
    if (!kind || foreign) return undefined;
    const params = Object.entries(error.params).map(([name, value]) => [name, words[name]?.[value] ?? value]);
    return new ProblemException(kind, { params: Object.fromEntries(params), members: error.details });
  };
}
