import type { DiagramComparison } from '#bpmn';

const sorted = <T>(list: T[]): T[] =>
  list
    .map((item) => ({ item, key: JSON.stringify(item, Object.keys(item as object).sort()) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);

/** A comparison with its lists in an order that does not depend on that of the files. */
export function inOrder({ changes, renamedIds, layout }: DiagramComparison): DiagramComparison {
  return {
    changes: sorted(changes),
    renamedIds: sorted(renamedIds),
    layout: { ...layout, moved: sorted(layout.moved) },
  };
}
