import type { ComparisonWithIds } from '#bpmn';

/**
 * For each element whose id changed: its id in `before`, and its id in `after`. Undefined if the element is
 * gone and another element has its id.
 */
export type IdsNow = ReadonlyMap<string, string | undefined>;

/** Reads from a comparison of two diagrams which ids changed. */
export const idsNow = ({ movedIds }: ComparisonWithIds): IdsNow =>
  new Map(movedIds.map(({ id, wentTo }) => [id, wentTo]));
