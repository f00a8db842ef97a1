import { describe, expect, it } from '@jest/globals';
import { crossed, upon } from './crossing.js';

const shape = { x: 100, y: 100, width: 100, height: 80 };

describe('a flow that runs through other shapes', () => {
  it('is noticed, whichever way it runs', () => {
    expect(
      crossed(
        [
          { x: 0, y: 140 },
          { x: 300, y: 140 },
        ],
        [shape],
      ),
    ).toBe(1);
    expect(
      crossed(
        [
          { x: 150, y: 300 },
          { x: 150, y: 0 },
        ],
        [shape],
      ),
    ).toBe(1);
    expect(
      crossed(
        [
          { x: 90, y: 90 },
          { x: 210, y: 190 },
        ],
        [shape],
      ),
    ).toBe(1);
    expect(
      crossed(
        [
          { x: 0, y: 140 },
          { x: 150, y: 140 },
          { x: 150, y: 400 },
        ],
        [shape, { ...shape, y: 300 }, { ...shape, x: 500 }],
      ),
    ).toBe(2);
  });

  it('passes beside and along them', () => {
    expect(
      crossed(
        [
          { x: 0, y: 90 },
          { x: 300, y: 90 },
        ],
        [shape],
      ),
    ).toBe(0);
    expect(
      crossed(
        [
          { x: 0, y: 100 },
          { x: 300, y: 100 },
        ],
        [shape],
      ),
    ).toBe(0);
    expect(
      crossed(
        [
          { x: 0, y: 140 },
          { x: 100, y: 140 },
        ],
        [shape],
      ),
    ).toBe(0);
    expect(crossed([], [shape])).toBe(0);
  });
});

describe('a flow that lies upon another', () => {
  const other = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 100 },
  ];

  it('is noticed when they share a piece of a line, in either direction', () => {
    expect(
      upon(
        [
          { x: 150, y: 0 },
          { x: 50, y: 0 },
        ],
        [other],
      ),
    ).toBe(1);
    expect(
      upon(
        [
          { x: 100, y: 300 },
          { x: 100, y: 40 },
        ],
        [other],
      ),
    ).toBe(1);
  });

  it('is not one that crosses it, meets its end, or runs beside it', () => {
    expect(
      upon(
        [
          { x: 50, y: -50 },
          { x: 50, y: 50 },
        ],
        [other],
      ),
    ).toBe(0);
    expect(
      upon(
        [
          { x: 100, y: 100 },
          { x: 100, y: 200 },
        ],
        [other],
      ),
    ).toBe(0);
    expect(
      upon(
        [
          { x: 0, y: 10 },
          { x: 100, y: 10 },
        ],
        [other],
      ),
    ).toBe(0);
  });
});
