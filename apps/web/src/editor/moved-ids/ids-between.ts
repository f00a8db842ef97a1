import { idsLater } from '#bpmn';
import type { ProcessAnswer } from '#contract';
import { everythingLapsed } from '../../process/lapsed.js';

/** How the ids of the saved drawing stand in another one. */
export interface IdsBetween {
  /** Ids that may mean other elements there: what was decided under them is not about those. */
  moved: ReadonlySet<string>;
  /** The id there of an element of the saved drawing; undefined where it is not there. */
  now(savedId: string): string | undefined;
}

/** Follows the ids under which something was decided, from the saved drawing to another one. */
export function idsBetween(
  answer: Pick<ProcessAnswer, 'steps' | 'handovers' | 'lapsed' | 'alsoLapsed'>,
  saved: string,
  base: string,
): IdsBetween {
  const later = idsLater(saved, base);
  const decided = [
    ...answer.steps.map(({ id }) => id),
    ...answer.handovers.map(({ flowId }) => flowId),
    ...everythingLapsed(answer).map(({ elementId }) => elementId),
  ].filter((id) => id !== undefined);
  const taken = [...later].flatMap(([id, now]) => (now !== undefined && now !== id ? [now] : []));
  return {
    moved: new Set([...decided.filter((id) => later.get(id) !== id), ...taken]),
    now: (id) => later.get(id),
  };
}
