import { BPMN } from '../xml/namespaces.js';
import { attribute } from '../xml/xml-tree.js';
import type { DrawnEdge } from './drawing.js';
import type { Bounds, Point } from './geometry.js';
import { SCISSORS } from './glyphs.js';
import { label } from './label.js';
import { nameOf } from './shape.js';
import type { Painted } from './shape.js';
import { HANDOVER, INK, PAPER, at, line, path, round, tag, text } from './svg.js';

export interface EdgeNotes {
  /** It carries a hand-over; in words, for its title. */
  handover?: string;
  /** The flow that is taken when no condition holds. */
  isDefault: boolean;
  /** Its source is an activity, so that a condition is drawn as a diamond. */
  fromActivity: boolean;
}

/**
 * A flow as SVG: its line with the marks at either end, and its name apart, so that names lie on top of
 * everything.
 */
export function paintEdge({ element, points, label: place }: DrawnEdge, notes: EdgeNotes): Painted {
  const kind = element.local;
  const colour = notes.handover ? HANDOVER : INK;
  const stroke = { stroke: colour, 'stroke-width': notes.handover ? 2.2 : 1.4, 'stroke-linejoin': 'round' };
  const dashes = kind === 'messageFlow' ? '8 5' : /ssociation/.test(kind) ? '1 4' : undefined;
  const first = points[0]!;
  const last = points.at(-1)!;
  const ends =
    kind === 'sequenceFlow'
      ? arrow(points.at(-2)!, last, colour, true) +
        startSign(
          element.children.some((c) => c.uri === BPMN && c.local === 'conditionExpression'),
          notes,
          points,
        )
      : kind === 'messageFlow'
        ? arrow(points.at(-2)!, last, colour, false) +
          tag('circle', { cx: first.x, cy: first.y, r: 4, fill: PAPER, stroke: colour })
        : directed(kind, attribute(element, 'associationDirection'), points);
  const name = nameOf(element);
  const title = tag(
    'title',
    {},
    text([name.slice(0, 300) || kind, notes.handover].filter(Boolean).join(' – ')),
  );
  const centre = along(points, 0.5);
  const mark = markPlace(points, place);
  const scissors = notes.handover ? at(mark.x, mark.y, SCISSORS) : '';
  const words = place
    ? label(name, {
        x: place.x + place.width / 2,
        y: place.y + place.height / 2,
        width: Math.max(place.width, 90),
        size: 11,
        rim: true,
        height: 90,
      })
    : label(name, { x: centre.x, y: centre.y - 10, width: 110, size: 11, rim: true, height: 60 });
  return {
    body: tag(
      'g',
      {},
      title,
      path(line(points), {
        ...stroke,
        'stroke-dasharray': dashes,
        'stroke-linecap': dashes === '1 4' ? 'round' : undefined,
      }),
      ends,
    ),
    labels: scissors + words,
  };
}

/** Direction from a to b, as a turn in degrees. */
const turn = (a: Point, b: Point) => round((Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI);

function arrow(from: Point, to: Point, colour: string, filled: boolean): string {
  return tag('path', {
    d: 'M0 0-11 4.5V-4.5Z',
    transform: `translate(${round(to.x)} ${round(to.y)}) rotate(${turn(from, to)})`,
    fill: filled ? colour : PAPER,
    stroke: colour,
  });
}

function startSign(conditional: boolean, { isDefault, fromActivity }: EdgeNotes, points: Point[]): string {
  const sign = isDefault ? 'M6-5 12 5' : conditional && fromActivity ? 'M0 0 7-4.5 14 0 7 4.5Z' : '';
  const [from, to] = [points[0]!, points[1]!];
  return (
    sign &&
    path(sign, {
      fill: isDefault ? 'none' : PAPER,
      transform: `translate(${round(from.x)} ${round(from.y)}) rotate(${turn(from, to)})`,
    })
  );
}

function directed(kind: string, direction: string | undefined, points: Point[]): string {
  const open = (from: Point, to: Point) =>
    path('M-8-4.5 0 0-8 4.5', {
      transform: `translate(${round(to.x)} ${round(to.y)}) rotate(${turn(from, to)})`,
    });
  const forward = kind.startsWith('data') || direction === 'One' || direction === 'Both';
  return (
    (forward ? open(points.at(-2)!, points.at(-1)!) : '') +
    (direction === 'Both' ? open(points[1]!, points[0]!) : '')
  );
}

/** The point at a share of a line's length. */
function along(points: Point[], share: number): Point {
  const lengths = points.slice(1).map((to, i) => Math.hypot(to.x - points[i]!.x, to.y - points[i]!.y));
  let left = lengths.reduce((sum, length) => sum + length, 0) * share;
  for (const [i, length] of lengths.entries()) {
    const [a, b] = [points[i]!, points[i + 1]!];
    if (left <= length && length > 0)
      return { x: a.x + ((b.x - a.x) * left) / length, y: a.y + ((b.y - a.y) * left) / length };
    left -= length;
  }
  return points[0]!;
}

/**
 * Where a mark stands: on the last stretch, which flows from one gateway do not share, and clear of the label
 * where there is room.
 */
function markPlace(points: Point[], label: Bounds | undefined): Point {
  const stretch = points.slice(-2);
  const long = Math.hypot(stretch[1]!.x - stretch[0]!.x, stretch[1]!.y - stretch[0]!.y) >= 40;
  const tries = [0.5, 0.35, 0.65, 0.2, 0.75].map((share) => along(long ? stretch : points, share));
  const clear = ({ x, y }: Point) =>
    !label ||
    x < label.x - 14 ||
    x > label.x + label.width + 14 ||
    y < label.y - 12 ||
    y > label.y + label.height + 12;
  const far = ({ x, y }: Point) =>
    label ? Math.hypot(x - label.x - label.width / 2, y - label.y - label.height / 2) : 0;
  return tries.find(clear) ?? tries.reduce((best, one) => (far(one) > far(best) ? one : best));
}
