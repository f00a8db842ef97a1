import type { ElementDecisionKind, ProcessAnswer, Side } from '#contract';
import type { Standing } from '../../canvas/diagram/standing.js';

/** What can be decided on one element; `gone`: a lapsed knip, whose element will not come back. */
type Decision = ElementDecisionKind | 'gone';

/** What a change of the drawing does to sides and decisions. */
export interface Consequences {
  /** Decisions that will lapse, by the step, or the step that a hand-over leads to. */
  lapse: { name: string; decisions: Decision[] }[];
  /** Steps that had a side and will have none. */
  lose: { name: string; from: Side }[];
  /** Steps that go to the other side. */
  change: { name: string; to: Side }[];
  /** Steps that keep the side that was decided, and then stand in a lane of the other. */
  apart: { name: string; decided: Side; to: Side }[];
  /** Whether a lane was deleted, not only steps moved. */
  laneGone: boolean;
}

/** The decisions that a change can touch, by the ids of the drawing that is changed. */
export type Decided = Pick<ProcessAnswer, 'steps' | 'handovers' | 'lapsed'>;

/**
 * What a change of the drawing from one state to another does to the decisions of the process. A step
 * with a knip or a binding to a side keeps its side in any lane.
 */
export function consequencesOf(before: Standing, after: Standing, answer: Decided): Consequences {
  const decided = new Map(answer.steps.flatMap((step) => (step.id === undefined ? [] : [[step.id, step]])));
  const found: Consequences = {
    lapse: [],
    lose: [],
    change: [],
    apart: [],
    laneGone: [...before.lanes].some((id) => !after.lanes.has(id)),
  };
  for (const [id, { name, side }] of before.steps) {
    const step = decided.get(id);
    const shown = name || id;
    const now = after.steps.get(id);
    if (!now) {
      const kinds = (['knip', 'binding', 'channels', 'dataRequests'] as const).filter((kind) => step?.[kind]);
      if (kinds.length > 0) found.lapse.push({ name: shown, decisions: kinds });
      continue;
    }
    if (side === now.side) continue;
    const decidedSide = step?.knip?.side ?? step?.binding?.side;
    if (decidedSide) {
      if (now.side && now.side !== decidedSide)
        found.apart.push({ name: shown, decided: decidedSide, to: now.side });
    } else if (side) {
      if (now.side) found.change.push({ name: shown, to: now.side });
      else found.lose.push({ name: shown, from: side });
    }
  }
  const vanished = (id: string | undefined): id is string =>
    id !== undefined && before.elements.has(id) && !after.elements.has(id);
  for (const { elementId } of answer.lapsed) {
    if (vanished(elementId))
      found.lapse.push({ name: before.elements.get(elementId) || elementId, decisions: ['gone'] });
  }
  for (const { flowId, after: into, agreement } of answer.handovers) {
    if (agreement && vanished(flowId))
      found.lapse.push({ name: before.steps.get(into)?.name || into, decisions: ['handover'] });
  }
  return found;
}

/**
 * Whether a person has to say yes first: something is lost, or deleting a lane moves steps to the other side.
 * A person who moves a step to the other side does so on purpose, so no question is needed.
 */
export const mustBeAsked = ({ lapse, lose, change, apart, laneGone }: Consequences): boolean =>
  lapse.length > 0 || lose.length > 0 || (laneGone && change.length + apart.length > 0);
