import type { ComparisonWithIds, Outline } from '#bpmn';
import type { ComparisonAnswer, DecisionChange } from './comparison.answer.js';
import type { SideCounts, StepCounts } from '../processes/index.js';
import type { ProcessState } from '#domain';
import { cutOf } from '../processes/index.js';
import { idsNow } from './ids-now.js';
import { handoversBetween } from './handovers-between.js';

/** One side of a comparison: what was decided, and what its diagram says, if there is one. */
export interface ComparedSide {
  state: ProcessState;
  outline: Outline | undefined;
}

const NO_COUNTS: SideCounts = { front: 0, back: 0, unknown: 0, undecided: 0, handovers: 0 };

/**
 * What two diagrams and the decisions on them say together: the changes, and their consequences in numbers.
 */
export function compared(
  before: ComparedSide,
  after: ComparedSide,
  diagrams: ComparisonWithIds,
  decisions: DecisionChange[],
): Omit<ComparisonAnswer, 'from' | 'to'> {
  const { changes, left = 0, renamedIds, layout } = diagrams;
  const ids = new Map(renamedIds.map((renamed) => [renamed.before, renamed.after]));
  const [was, is] = [cutSide(before), cutSide(after)];
  const between = handoversBetween({ ...before, ...was }, { ...after, ...is }, idsNow(diagrams));
  return {
    summary: {
      semantic: changes.length + left,
      layout: layout.moved.length + (layout.shifted ? 1 : 0),
      decisions: decisions.length,
      steps: { before: stepCounts(was.counts), after: stepCounts(is.counts) },
      handovers: { before: was.counts.handovers, after: is.counts.handovers, ...between },
    },
    changes,
    renamedIds,
    layout,
    decisions,
    lapsed: lapsedBetween(before, after, ids),
  };
}

const cutSide = ({ outline, state }: ComparedSide) =>
  outline ? cutOf(outline, state) : { handovers: [], counts: NO_COUNTS };
const stepCounts = ({ handovers: _, ...steps }: SideCounts): StepCounts => steps;

/**
 * Knips that stand on both sides, but at `after` only for an id that its diagram has no more, with the id of
 * that step now where it has no knip yet.
 */
function lapsedBetween(
  before: ComparedSide,
  after: ComparedSide,
  ids: ReadonlyMap<string, string>,
): ComparisonAnswer['lapsed'] {
  const steps = new Set(after.outline?.steps.filter(({ decidable }) => decidable).map(({ id }) => id));
  return [...before.state.knip.keys()].flatMap((id) => {
    const now = ids.get(id);
    const knips = after.state.knip;
    return now !== undefined && knips.has(id) && !steps.has(id) && steps.has(now) && !knips.has(now)
      ? [{ before: id, after: now }]
      : [];
  });
}
