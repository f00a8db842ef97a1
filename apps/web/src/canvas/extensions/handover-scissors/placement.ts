import type { Point, Rect } from '../../diagram/elements.js';

/** Radius of the scissors mark. */
export const RADIUS = 11;

const PLACES = [0.5, 0.38, 0.62, 0.26, 0.74, 0.15, 0.85];

/**
 * Where the scissors stand on a flow: the middle of its longest segment, shifted along it when the flow's own
 * label is there. Gives the point and the direction of the segment in degrees; undefined for a flow without
 * any length.
 */
export function scissorsPlace(waypoints: Point[], label?: Rect): (Point & { angle: number }) | undefined {
  const segment = longestSegment(waypoints);
  if (!segment) return undefined;
  const [from, to] = segment;
  const points = PLACES.map((part) => ({
    x: from.x + (to.x - from.x) * part,
    y: from.y + (to.y - from.y) * part,
  }));
  const place = points.find((point) => !label || !covers(label, point)) ?? points[0];
  return place && { ...place, angle: (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI };
}

function longestSegment(waypoints: Point[]): [Point, Point] | undefined {
  let longest: { length: number; segment: [Point, Point] } | undefined;
  for (const [index, to] of waypoints.entries()) {
    const from = waypoints[index - 1];
    if (!from) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length > (longest?.length ?? 0)) longest = { length, segment: [from, to] };
  }
  return longest?.segment;
}

function covers(label: Rect, point: Point): boolean {
  return (
    point.x > label.x - RADIUS &&
    point.x < label.x + label.width + RADIUS &&
    point.y > label.y - RADIUS &&
    point.y < label.y + label.height + RADIUS
  );
}
