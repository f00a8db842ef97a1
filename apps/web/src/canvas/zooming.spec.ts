import { describe, expect, it } from '@jest/globals';
import type { Rect } from './diagram/elements.js';
import { Zooming, type Zoomable } from './zooming.js';

/** A canvas of 1000 × 700 with a drawing of that size; gives the scale and the left edge after an action. */
function shown(
  inner: { width: number; height: number },
  act: (zooming: Zooming) => void,
): { scale: number; left: number } {
  let box: Rect | undefined;
  const canvas = {
    viewbox: (set?: Rect) => {
      box = set ?? box;
      return { inner: { x: 0, y: 0, ...inner }, outer: { width: 1000, height: 700 } };
    },
    zoom: () => 1,
  } as Zoomable;
  act(new Zooming(canvas, false));
  return { scale: 1000 / box!.width, left: box!.x };
}

describe('what is seen of a diagram', () => {
  it('is all of it where its names can be read then', () => {
    expect(shown({ width: 1200, height: 400 }, (zooming) => zooming.begin()).scale).toBeCloseTo(952 / 1200);
  });

  it('is its left end as large as the window is high where all of it would be too small', () => {
    const { scale, left } = shown({ width: 4000, height: 700 }, (zooming) => zooming.begin());
    expect(scale).toBeCloseTo(628 / 700);
    expect(left).toBeLessThan(0);
  });

  it('never begins smaller than can be read, nor larger than it was drawn', () => {
    expect(shown({ width: 4000, height: 4000 }, (zooming) => zooming.begin()).scale).toBeCloseTo(0.62);
    expect(shown({ width: 4000, height: 200 }, (zooming) => zooming.begin()).scale).toBeCloseTo(1);
  });

  it('is all of it when one asks for that', () => {
    expect(shown({ width: 4000, height: 700 }, (zooming) => zooming.fit()).scale).toBeCloseTo(952 / 4000);
  });
});
