import type { IdsOnCanvas } from '../moved-ids/use-ids-on-canvas.js';
import type { Decided } from './consequences-of.js';

/** The decisions of the process on what is on the canvas, by the ids that it has there. */
export function decidedOnCanvas({ answer, moved, now }: IdsOnCanvas): Decided {
  return {
    steps: answer.steps.flatMap((step) => {
      const id = step.id === undefined ? undefined : now(step.id);
      return id === undefined ? [] : [{ ...step, id }];
    }),
    handovers: answer.handovers.flatMap((handover) => {
      const [flowId, after] = [handover.flowId, handover.after].map((id) => id && now(id));
      return flowId === undefined ? [] : [{ ...handover, flowId, after: after ?? '' }];
    }),
    // Of what lapsed before, nobody knows under which other id it is.
    lapsed: answer.lapsed.flatMap((knip) => {
      const elementId = now(knip.elementId) ?? knip.elementId;
      return elementId === knip.elementId && moved.has(elementId) ? [] : [{ ...knip, elementId }];
    }),
  };
}
