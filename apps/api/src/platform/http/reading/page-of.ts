import type { Bounds } from '../../environment/bounds.js';
import type { Page } from '../docs/page.answer.js';
import { withRoom } from './answer-room.js';

/**
 * A page of a list: fewer than asked for where an answer has no room for more.
 * @param rows one more than `limit` where the list goes on
 * @param item what is shown of a row
 * @param mark the value of `after` with which the page after this row is asked for
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  mark: (row: Row) => string,
  bounds: Pick<Bounds, 'listKib'>,
): Page<Item> {
  const items = withRoom(rows.slice(0, limit).map(item), bounds).told;
  const last = rows[items.length - 1];
  return { items, ...(last && rows.length > items.length && { next: mark(last) }) };
}
