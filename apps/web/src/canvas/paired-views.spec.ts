import { describe, expect, it } from '@jest/globals';
import type { Point } from './diagram/elements.js';
import { PairedViews, type Viewed } from './paired-views.js';

/** A drawing in a window of 1000 by 500 pixels that tells its listeners when it is moved. */
function drawing() {
  const at = { x: 0, y: 0, scale: 1 };
  const listener: { moved: () => void } = { moved: () => undefined };
  const viewed: Viewed = {
    window: () => ({ ...at, width: 1000 / at.scale, height: 500 / at.scale }),
    look: (to) => {
      Object.assign(at, to);
      listener.moved();
    },
    begin: () => viewed.look({ x: -20, y: -10, scale: 0.7 }),
    fit: () => viewed.look({ x: -5, y: -5, scale: 0.2 }),
  };
  return { at, viewed, listener };
}

function pair(shift?: Point) {
  const [left, right] = [drawing(), drawing()];
  const views = new PairedViews(left.viewed, right.viewed, shift);
  left.listener.moved = () => views.moved('left');
  right.listener.moved = () => views.moved('right');
  return { left, right, views };
}

const at = (x: number, y: number) => ({ x: x - 50, y: y - 40, width: 100, height: 80 });
const middle = ({ x, y, scale }: { x: number; y: number; scale: number }) => [
  x + 500 / scale,
  y + 250 / scale,
];

describe('two drawings that are looked at together', () => {
  it('move and zoom as one, whichever is moved', () => {
    const { left, right } = pair();
    left.viewed.look({ x: 30, y: 40, scale: 2 });
    expect(right.at).toEqual({ x: 30, y: 40, scale: 2 });
    right.viewed.look({ x: 5, y: 6, scale: 0.5 });
    expect(left.at).toEqual({ x: 5, y: 6, scale: 0.5 });
  });

  it('show the same parts where the whole drawing was shifted', () => {
    const { left, right, views } = pair({ x: 250, y: 40 });
    views.begin('right');
    expect([right.at.x - left.at.x, right.at.y - left.at.y]).toEqual([250, 40]);
    left.viewed.look({ x: 0, y: 0, scale: 1 });
    expect(right.at).toEqual({ x: 250, y: 40, scale: 1 });
  });

  it('have an element in the middle of both, also where it moved far; where it moved a little one sees that', () => {
    const { left, right, views } = pair();
    views.goTo(at(500, 300), at(540, 300));
    expect([middle(left.at), middle(right.at)]).toEqual([
      [500, 300],
      [500, 300],
    ]);
    views.goTo(at(500, 300), at(5000, 300));
    expect([middle(left.at), middle(right.at)]).toEqual([
      [500, 300],
      [5000, 300],
    ]);
    left.viewed.look({ ...left.at, x: left.at.x + 10 });
    expect(middle(right.at)[0]).toBe(5010);
  });

  it('show the place of something that only one of them has, large enough to read', () => {
    const { left, right, views } = pair({ x: 100, y: 0 });
    left.viewed.look({ x: 0, y: 0, scale: 0.1 });
    views.goTo(undefined, at(900, 200));
    expect(left.at.scale).toBeCloseTo(0.62);
    expect(middle(left.at).map(Math.round)).toEqual([800, 200]);
    expect(middle(right.at).map(Math.round)).toEqual([900, 200]);
  });
});
