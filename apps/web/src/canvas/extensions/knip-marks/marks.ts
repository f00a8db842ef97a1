import type { Side, StepAnswer } from '#contract';

/** How a step is drawn. */
export interface StepMark {
  side?: Side;
  /** `decided`: by knip or binding; `undecided`: somebody still has to; `automatic`: no person does it. */
  standing: 'decided' | 'undecided' | 'automatic';
  bound: boolean;
  laneDisagrees: boolean;
}

/** Marks of the steps by element id; a step that cannot be named by an id has none. */
export function stepMarks(
  steps: Pick<
    StepAnswer,
    'id' | 'decidable' | 'side' | 'sideFrom' | 'undecided' | 'binding' | 'laneDisagrees'
  >[],
): Map<string, StepMark> {
  const marks = new Map<string, StepMark>();
  for (const step of steps) {
    if (step.id === undefined || !step.decidable) continue;
    const decided = step.sideFrom === 'knip' || step.sideFrom === 'binding';
    marks.set(step.id, {
      ...(step.side && { side: step.side }),
      standing: decided ? 'decided' : step.undecided ? 'undecided' : 'automatic',
      bound: step.binding !== undefined,
      laneDisagrees: step.laneDisagrees,
    });
  }
  return marks;
}
