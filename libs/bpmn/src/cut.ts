import type { Outline, Side } from './outline.js';

/** The decisions that bear on the cut, by element id. */
export interface SideDecisions {
  knip(elementId: string): Side | undefined;
  boundSide(elementId: string): Side | undefined;
}

export interface CutStep {
  key: string;
  side?: Side;
  /** What the side follows from; undefined when it is unknown. */
  from?: 'knip' | 'binding' | 'lane';
  undecided: boolean;
  /** True when a knip or binding says another side than the lane. */
  laneDisagrees: boolean;
}

export interface CutHandover {
  /** Key of the flow; its id where `decidable`. */
  flow: string;
  flowId?: string;
  decidable: boolean;
  name?: string;
  /** Keys of the nearest steps before that are on another known side than the step after. */
  before: string[];
  after: string;
  from: Side;
  to: Side;
}

export interface Cut {
  steps: CutStep[];
  handovers: CutHandover[];
  counts: { front: number; back: number; unknown: number; undecided: number; handovers: number };
}

/**
 * Where the knip runs through a diagram, given the decisions: side of every step, every hand-over, and the
 * counts.
 */
export function cut(outline: Outline, decisions: SideDecisions): Cut {
  const steps = outline.steps.map((step): CutStep => {
    const knip = step.decidable && step.id !== undefined ? decisions.knip(step.id) : undefined;
    const bound = step.decidable && step.id !== undefined ? decisions.boundSide(step.id) : undefined;
    const side = knip ?? bound ?? step.lane?.side;
    const decided = knip ?? bound;
    return {
      key: step.key,
      ...(side && { side, from: knip ? 'knip' : bound ? 'binding' : 'lane' }),
      undecided: !step.automatic && decided === undefined,
      laneDisagrees: decided !== undefined && step.lane?.side !== undefined && decided !== step.lane.side,
    };
  });
  const sideOf = new Map(steps.map((step) => [step.key, step.side]));
  const handovers = outline.entries.flatMap((entry): CutHandover[] => {
    const to = sideOf.get(entry.into);
    if (!to) return [];
    const before = entry.nearest.filter((key) => {
      const side = sideOf.get(key);
      return side !== undefined && side !== to;
    });
    if (before.length === 0) return [];
    const name = entry.flowName;
    return [
      {
        flow: entry.flow,
        ...(entry.flowId !== undefined && { flowId: entry.flowId }),
        decidable: entry.decidable,
        ...(name && { name }),
        before,
        after: entry.into,
        from: to === 'front' ? 'back' : 'front',
        to,
      },
    ];
  });
  const count = (side: Side | undefined) => steps.filter((step) => step.side === side).length;
  return {
    steps,
    handovers,
    counts: {
      front: count('front'),
      back: count('back'),
      unknown: count(undefined),
      undecided: steps.filter((step) => step.undecided).length,
      handovers: handovers.length,
    },
  };
}
