import { describe, expect, it } from '@jest/globals';
import { crossed } from './crossing.js';

const shape = { x: 100, y: 100, width: 100, height: 80 };

describe('a flow that runs through other shapes', () => {
  it('is noticed, whichever way it runs', () => {
    expect(crossed([{ x: 0, y: 140 }, { x: 300, y: 140 }], [shape])).toBe(1);
    expect(crossed([{ x: 150, y: 300 }, { x: 150, y: 0 }], [shape])).toBe(1);
    expect(crossed([{ x: 90, y: 90 }, { x: 210, y: 190 }], [shape])).toBe(1);
    expect(crossed([{ x: 0, y: 140 }, { x: 150, y: 140 }, { x: 150, y: 400 }], [shape, { ...shape, y: 300 }, { ...shape, x: 500 }])).toBe(2);
  });

  it('passes beside and along them', () => {
    expect(crossed([{ x: 0, y: 90 }, { x: 300, y: 90 }], [shape])).toBe(0);
    expect(crossed([{ x: 0, y: 100 }, { x: 300, y: 100 }], [shape])).toBe(0);
    expect(crossed([{ x: 0, y: 140 }, { x: 100, y: 140 }], [shape])).toBe(0);
    expect(crossed([], [shape])).toBe(0);
  });
});
