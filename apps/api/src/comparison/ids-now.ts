import type { ComparisonWithIds } from '#bpmn';

/**
 * The id at `after` by the id at `before`, of elements that have another one; undefined where the element is
 * gone and another has its id.
 */
export const idsNow = ({ movedIds }: ComparisonWithIds): ReadonlyMap<string, string | undefined> =>
  new Map(movedIds.map(({ id, wentTo }) => [id, wentTo]));
