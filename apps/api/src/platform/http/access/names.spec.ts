import { expect, it } from '@jest/globals';
import { Names } from './names.js';

it('Somebody whose name is not known any more is called by their id', () => {
  const names = new Names(new Map([['p-1', 'Fenna']]));
  expect([names.of('p-1'), names.of('p-2')]).toEqual([
    { id: 'p-1', name: 'Fenna' },
    { id: 'p-2', name: 'p-2' },
  ]);
});
