import type { ComparisonWithIds } from '#bpmn';

/**
 * The id at `after` by the id at `before`, of elements that have another one; undefined where the element is
 * gone and another has its id.
 */
export type IdsNow = ReadonlyMap<string, string | undefined>;

/** What the comparison of two diagrams says of ids. */
export const idsNow = ({ movedIds }: ComparisonWithIds): IdsNow =>
  new Map(movedIds.map(({ id, wentTo }) => [id, wentTo]));
