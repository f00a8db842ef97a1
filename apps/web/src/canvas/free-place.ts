import type { Point, Rect } from './diagram/elements.js';

const MARGIN = 20;
const STEP = 10;

/**
 * A place in an area for a shape of a given size that leaves every obstacle some room, as near as possible to
 * where it would best be.
 * @param wanted the middle that the shape would best have
 * @returns the middle; undefined when there is no free place in the area
 */
export function freePlace(
  area: Rect,
  obstacles: Rect[],
  size: { width: number; height: number },
  wanted: Point,
): Point | undefined {
  const left = area.x + MARGIN + size.width / 2;
  const right = area.x + area.width - MARGIN - size.width / 2;
  const top = area.y + size.height / 2 + STEP;
  const bottom = area.y + area.height - size.height / 2 - STEP;
  const near = obstacles.filter((obstacle) => overlap(obstacle, area));
  let best: { point: Point; distance: number } | undefined;
  for (const y of steps(top, bottom, wanted.y)) {
    for (const x of steps(left, right, wanted.x)) {
      const distance = Math.hypot(x - wanted.x, y - wanted.y);
      if (best && distance >= best.distance) continue;
      const shape = {
        x: x - size.width / 2 - MARGIN,
        y: y - size.height / 2 - MARGIN / 2,
        width: size.width + 2 * MARGIN,
        height: size.height + MARGIN,
      };
      if (!near.some((obstacle) => overlap(obstacle, shape))) best = { point: { x, y }, distance };
    }
  }
  return best?.point;
}

/**
 * Values from least to most, the wanted one among them when it lies between; nothing when the area is too
 * small; few when it is absurdly large.
 */
function steps(least: number, most: number, wanted: number): number[] {
  if (!(most >= least)) return [];
  const step = Math.max(STEP, (most - least) / 400);
  const values = wanted > least && wanted < most ? [wanted] : [];
  for (let value = least; value <= most; value += step) values.push(value);
  return values;
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
