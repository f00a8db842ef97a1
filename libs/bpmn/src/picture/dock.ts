import type { Bounds, Point } from './geometry.js';

/**
 * A line whose ends stand on the borders of what it joins: some editors draw it to the middle, where a shape
 * would cover its arrow head.
 */
export function docked(points: Point[], source: Bounds | undefined, target: Bounds | undefined): Point[] {
  if (points.length < 2) return points;
  const result = [...points];
  if (source) result[0] = toBorder(points[0]!, points[1]!, source);
  if (target) result[result.length - 1] = toBorder(points.at(-1)!, points.at(-2)!, target);
  return result;
}

/** Where the way from `end`, when inside, to `outer` leaves the bounds. */
function toBorder(end: Point, outer: Point, { x, y, width, height }: Bounds): Point {
  const inside = (p: Point) => p.x > x + 2 && p.x < x + width - 2 && p.y > y + 2 && p.y < y + height - 2;
  if (!inside(end) || inside(outer)) return end;
  const dx = outer.x - end.x;
  const dy = outer.y - end.y;
  const shares = [
    dx > 0 ? (x + width - end.x) / dx : dx < 0 ? (x - end.x) / dx : 1,
    dy > 0 ? (y + height - end.y) / dy : dy < 0 ? (y - end.y) / dy : 1,
  ];
  const share = Math.min(1, ...shares);
  return { x: end.x + dx * share, y: end.y + dy * share };
}
