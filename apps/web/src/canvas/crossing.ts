import type { Point, Rect } from './diagram/elements.js';

/**
 * How many of the shapes a line of horizontal, vertical or slanting segments runs through; touching the
 * border is not through.
 */
export function crossed(waypoints: readonly Point[], shapes: readonly Rect[]): number {
  return shapes.filter((shape) =>
    waypoints.some((to, index) => {
      const from = waypoints[index - 1];
      return from !== undefined && through(from, to, shape);
    }),
  ).length;
}

/**
 * Whether a segment has a point inside a rectangle: the part of it that is left after cutting along each side
 * (Liang and Barsky).
 */
function through(from: Point, to: Point, { x, y, width, height }: Rect): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let enter = 0;
  let leave = 1;
  const sides = [
    [-dx, from.x - x],
    [dx, x + width - from.x],
    [-dy, from.y - y],
    [dy, y + height - from.y],
  ] as const;
  for (const [step, distance] of sides) {
    if (step === 0 && distance <= 0) return false;
    if (step < 0) enter = Math.max(enter, distance / step);
    if (step > 0) leave = Math.min(leave, distance / step);
  }
  return enter < leave;
}

/** How many of the other flows a flow lies upon for a piece, so that the two look like one. */
export function upon(waypoints: readonly Point[], others: readonly (readonly Point[])[]): number {
  return others.filter((other) =>
    segments(waypoints).some((one) => segments(other).some((two) => share(one, two))),
  ).length;
}

function segments(waypoints: readonly Point[]): [Point, Point][] {
  return waypoints.flatMap((to, index): [Point, Point][] => {
    const from = waypoints[index - 1];
    return from ? [[from, to]] : [];
  });
}

/** Whether two horizontal or two vertical segments on the same line have a piece in common. */
function share(one: [Point, Point], two: [Point, Point]): boolean {
  const points = [...one, ...two];
  const common = (along: 'x' | 'y', across: 'x' | 'y') =>
    points.every((point) => Math.abs(point[across] - one[0][across]) < 2) &&
    Math.min(highest(one, along), highest(two, along)) - Math.max(lowest(one, along), lowest(two, along)) > 5;
  return common('x', 'y') || common('y', 'x');
}

const highest = (segment: [Point, Point], axis: 'x' | 'y') => Math.max(segment[0][axis], segment[1][axis]);
const lowest = (segment: [Point, Point], axis: 'x' | 'y') => Math.min(segment[0][axis], segment[1][axis]);
