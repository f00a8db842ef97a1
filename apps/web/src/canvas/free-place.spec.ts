import { describe, expect, it } from '@jest/globals';
import { freePlace } from './free-place.js';

const lane = { x: 0, y: 0, width: 600, height: 120 };
const size = { width: 100, height: 80 };

describe('a free place in a lane', () => {
  it('is the wanted one when nothing stands there', () => {
    expect(freePlace(lane, [], size, { x: 300, y: 60 })).toEqual({ x: 300, y: 60 });
  });

  it('is beside what is there, with room between', () => {
    const place = freePlace(lane, [{ x: 250, y: 20, width: 100, height: 80 }], size, { x: 300, y: 60 });
    expect(Math.abs((place?.x ?? 300) - 300)).toBeGreaterThanOrEqual(120);
  });

  it('stays inside the lane', () => {
    expect(freePlace(lane, [], size, { x: 5000, y: -400 })).toEqual({ x: 530, y: 50 });
  });

  it('does not exist in a full lane or in one that is too small', () => {
    expect(
      freePlace(lane, [{ x: 0, y: 0, width: 600, height: 120 }], size, { x: 300, y: 60 }),
    ).toBeUndefined();
    expect(freePlace({ ...lane, height: 60 }, [], size, { x: 300, y: 60 })).toBeUndefined();
  });

  it('is found at once in a lane of absurd size', () => {
    expect(freePlace({ x: 0, y: 0, width: 1e9, height: 1e9 }, [], size, { x: 300, y: 60 })).toEqual({
      x: 300,
      y: 60,
    });
  });
});
