import { expect, it } from '@jest/globals';
import { USUAL_BOUNDS } from '../../environment/bounds.js';
import { pageOf } from './page-of.js';

const page = (rows: number[], limit: number) =>
  pageOf(
    rows,
    limit,
    (row) => row * 10,
    (row) => `after ${row}`,
    USUAL_BOUNDS,
  );

it('A page says where the next one begins, if there is more', () => {
  expect(page([], 2)).toEqual({ items: [] });
  expect(page([1], 2)).toEqual({ items: [10] });
  expect(page([1, 2], 2)).toEqual({ items: [10, 20] });
  expect(page([1, 2, 3], 2)).toEqual({ items: [10, 20], next: 'after 2' });
});

it('A page ends earlier where its entries are long, and has one at least', () => {
  const bounds = { ...USUAL_BOUNDS, listKib: 1 };
  const long = (row: number) => `${row}`.padEnd(600, '.');
  const pageOfLong = (rows: number[], limit: number) => pageOf(rows, limit, long, String, bounds);
  expect(pageOfLong([1, 2, 3], 3)).toEqual({ items: [long(1)], next: '1' });
  expect(pageOfLong([3], 3)).toEqual({ items: [long(3)] });
  expect(pageOf([1, 2], 2, (row) => long(row).repeat(9), String, bounds).items).toHaveLength(1);
});
