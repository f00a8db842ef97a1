import { crossed, upon } from './crossing.js';
import type { DiagramElement } from './diagram/elements.js';

/** How a flow may leave and arrive, horizontally or vertically; first as the editor thinks best. */
const WAYS: object[] = [{}, ...['h:h', 'h:v', 'v:h', 'v:v'].map((way) => ({ preferredLayouts: [way] }))];

interface Layouting {
  layoutConnection(flow: DiagramElement, hints: object): void;
}

/**
 * Lays the flows of a shape out afresh, each so that it runs through no other step and upon no other flow,
 * where there is such a way.
 */
export function layFlowsOut(
  shape: DiagramElement,
  steps: readonly DiagramElement[],
  modeling: Layouting,
): void {
  for (const flow of [...shape.incoming, ...shape.outgoing]) {
    if (!/SequenceFlow|MessageFlow/.test(flow.type)) continue;
    const ends = [flow.source, flow.target];
    layOut(
      flow,
      steps.filter(
        (step) => step.parent === flow.parent && !ends.includes(step) && !ends.includes(step.host),
      ),
      modeling,
    );
  }
}

function layOut(flow: DiagramElement, others: readonly DiagramElement[], modeling: Layouting): void {
  const beside = [flow.source, flow.target]
    .flatMap((end) => [...(end?.incoming ?? []), ...(end?.outgoing ?? [])])
    .filter((other) => other !== flow)
    .map((other) => other.waypoints ?? []);
  const disturbs = (way: object): number => {
    modeling.layoutConnection(flow, { waypoints: [], ...way });
    return crossed(flow.waypoints ?? [], others) + upon(flow.waypoints ?? [], beside);
  };
  const tried: { way: object; count: number }[] = [];
  for (const way of WAYS) {
    const count = disturbs(way);
    if (count === 0) return;
    tried.push({ way, count });
  }
  const [best] = tried.sort((one, other) => one.count - other.count);
  if (best) disturbs(best.way);
}
