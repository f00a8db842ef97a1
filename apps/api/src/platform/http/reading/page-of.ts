import type { Page } from '../docs/page.answer.js';

/**
 * A page of a list.
 * @param rows one more than `limit` where the list goes on
 * @param item what is shown of a row
 * @param mark the value of `after` with which the page after this row is asked for
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  mark: (row: Row) => string,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), ...(last && rows.length > limit && { next: mark(last) }) };
}
