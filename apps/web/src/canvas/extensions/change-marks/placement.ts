import type { Point, Rect } from '../../diagram/elements.js';

/** Where a pool or lane has its head. */
export type Head = 'left' | 'top';

/** Room between an element and the line around it. */
const APART = 6;
const LANE_HEAD = 30;
const ALONG = 0.2;

/**
 * What is lined around: of a pool or lane its head only, since a line around all of it would look like a
 * change of everything in it.
 */
export function outlineOf(element: Rect, headAt?: Head): Rect & { radius: number } {
  if (headAt) {
    const head =
      headAt === 'left'
        ? { width: LANE_HEAD, height: element.height }
        : { width: element.width, height: LANE_HEAD };
    return { x: element.x + 2, y: element.y + 2, width: head.width - 4, height: head.height - 4, radius: 2 };
  }
  return {
    x: element.x - APART,
    y: element.y - APART,
    width: element.width + 2 * APART,
    height: element.height + 2 * APART,
    radius: 12,
  };
}

/** Where the badges of an element stand: above its left corner, or of a head beside it. */
export function badgesAt(element: Rect, headAt?: Head): Point {
  if (headAt === 'left') return { x: element.x + LANE_HEAD + 4, y: element.y + 4 };
  if (headAt === 'top') return { x: element.x + 4, y: element.y + LANE_HEAD + 4 };
  return { x: element.x - APART, y: element.y - 2 * APART - 18 };
}

/**
 * Where the badges of a flow stand: beside the beginning of its longest piece, since scissors and names stand
 * in the middle.
 */
export function badgesOnFlow(waypoints: readonly Point[]): Point | undefined {
  let longest: { length: number; from: Point; to: Point } | undefined;
  for (const [index, to] of waypoints.entries()) {
    const from = waypoints[index - 1];
    const length = from ? Math.hypot(to.x - from.x, to.y - from.y) : 0;
    if (from && length > (longest?.length ?? 0)) longest = { length, from, to };
  }
  if (!longest) return undefined;
  const { from, to } = longest;
  const point = { x: from.x + (to.x - from.x) * ALONG, y: from.y + (to.y - from.y) * ALONG };
  const lies = Math.abs(to.x - from.x) >= Math.abs(to.y - from.y);
  return lies
    ? { x: Math.min(point.x, to.x < from.x ? point.x - 30 : point.x), y: point.y - 26 }
    : { x: point.x + 8, y: point.y - 9 };
}
