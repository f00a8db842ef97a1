import type { Point, Rect } from './diagram.js';

/** How many of the shapes a line of horizontal, vertical or slanting segments runs through; touching the border is not through. */
export function crossed(waypoints: readonly Point[], shapes: readonly Rect[]): number {
  return shapes.filter((shape) => waypoints.some((to, index) => {
    const from = waypoints[index - 1];
    return from !== undefined && through(from, to, shape);
  })).length;
}

/** Whether a segment has a point inside a rectangle: the part of it that is left after cutting along each side (Liang and Barsky). */
function through(from: Point, to: Point, { x, y, width, height }: Rect): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let enter = 0;
  let leave = 1;
  const sides = [[-dx, from.x - x], [dx, x + width - from.x], [-dy, from.y - y], [dy, y + height - from.y]] as const;
  for (const [step, distance] of sides) {
    if (step === 0 && distance <= 0) return false;
    if (step < 0) enter = Math.max(enter, distance / step);
    if (step > 0) leave = Math.min(leave, distance / step);
  }
  return enter < leave;
}
