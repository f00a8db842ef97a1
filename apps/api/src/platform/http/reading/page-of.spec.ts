import { expect, it } from '@jest/globals';
import { pageOf } from './page-of.js';

it('A page says where the next one begins, if there is more', () => {
  const page = (rows: number[], limit: number) =>
    pageOf(
      rows,
      limit,
      (row) => row * 10,
      (row) => `after ${row}`,
    );
  expect(page([], 2)).toEqual({ items: [] });
  expect(page([1], 2)).toEqual({ items: [10] });
  expect(page([1, 2], 2)).toEqual({ items: [10, 20] });
  expect(page([1, 2, 3], 2)).toEqual({ items: [10, 20], next: 'after 2' });
});
