import type { Bounds } from '../platform/environment/bounds.js';
import { withRoom } from '../platform/http/reading/answer-room.js';
import type { ComparisonAnswer, LeftOutAnswer } from './comparison.answer.js';

type Comparison = Omit<ComparisonAnswer, 'from' | 'to'>;

/**
 * A comparison as far as an answer has room for its lists. The counts in its summary are of all, also of
 * changes that are too many for any answer.
 * @param skipped how many changes an earlier answer told
 */
export function answered(whole: Comparison, bounds: Pick<Bounds, 'listKib'>, skipped: number): Comparison {
  const changes = withRoom(whole.changes.slice(skipped), bounds);
  const renamedIds = withRoom(whole.renamedIds, bounds);
  const moved = withRoom(whole.layout.moved, bounds);
  const { handovers } = whole.summary;
  const [added, removed] = [withRoom(handovers.added, bounds), withRoom(handovers.removed, bounds)];
  const [decisions, lapsed] = [withRoom(whole.decisions, bounds), withRoom(whole.lapsed, bounds)];
  const neverTold = whole.summary.semantic - whole.changes.length;
  const left: LeftOutAnswer = {
    ...(neverTold > 0 && { changes: neverTold }),
    ...(decisions.left > 0 && { decisions: decisions.left }),
    ...(lapsed.left > 0 && { lapsed: lapsed.left }),
    ...(renamedIds.left > 0 && { renamedIds: renamedIds.left }),
    ...(moved.left > 0 && { moved: moved.left }),
    ...(added.left > 0 && { added: added.left }),
    ...(removed.left > 0 && { removed: removed.left }),
  };
  return {
    ...whole,
    summary: { ...whole.summary, handovers: { ...handovers, added: added.told, removed: removed.told } },
    changes: changes.told,
    ...(changes.left > 0 && { next: skipped + changes.told.length }),
    ...(Object.keys(left).length > 0 && { leftOut: left }),
    renamedIds: renamedIds.told,
    layout: { ...whole.layout, moved: moved.told },
    decisions: decisions.told,
    lapsed: lapsed.told,
  };
}
