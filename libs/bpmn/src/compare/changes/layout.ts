import type { XmlElement } from '../../xml/xml-tree.js';
import type { DiagramComparison, LayoutChange } from './comparison.js';
import type { Pairs } from '../matching/pairs.js';
import { lookOf, rounded } from '../side/drawing.js';
import type { Drawing, Drawn, Look, Plane } from '../side/drawing.js';
import { sameText } from '../matching/unchanged.js';

interface Shift {
  dx: number;
  dy: number;
}

/** Two shapes or lines for the same thing. */
interface Couple {
  before: Drawn;
  after: Drawn;
  /** Written so alike that nothing of them can have moved. */
  alike: boolean;
}

/**
 * What differs in the drawing of things that both sides have. Where more than half of a plane's shapes, its
 * pools among them, moved by the same way, the plane as a whole did, and only what differs beyond that is
 * told: for the main plane in `shifted`, for the inside of a collapsed sub-process as a move of that
 * sub-process. Reports nothing if one side has no drawing.
 */
export function layoutChanges(pairs: Pairs, before: Drawing, after: Drawing): DiagramComparison['layout'] {
  if (before.length === 0 || after.length === 0) return { moved: [] };
  const { couples, oneSided } = coupled(pairs, before, after);
  const planes = new Map<Plane, Couple[]>();
  for (const couple of couples) {
    const inPlane = planes.get(couple.after.plane);
    if (inPlane) inPlane.push(couple);
    else planes.set(couple.after.plane, [couple]);
  }
  const found = new Map<number, LayoutChange>();
  const add = (drawn: Drawn['thing'], kind: LayoutChange['kind']) => {
    if (!found.has(drawn.order)) found.set(drawn.order, { elementId: drawn.id ?? '', kind });
  };
  let shifted: Shift | undefined;
  let main = true;
  for (const [plane, inPlane] of planes) {
    const inside = plane.thing?.kind.family === 'activity' ? plane.thing : undefined;
    const shift = shiftOf(inPlane);
    if (shift && inside) add(inside, 'moved');
    else if (shift && main) shifted = shift;
    if (!inside) main = false;
    // A further drawing of the file that was shifted by itself is reported shape by shape, as there is one
    // line for the whole.
    const known = inside || shifted === shift ? shift : undefined;
    for (const couple of inPlane) {
      const kind = couple.alike && !known ? undefined : differenceOf(couple, known ?? STILL);
      if (kind) add(couple.after.thing, kind);
    }
  }
  for (const drawn of oneSided) add(drawn.thing, 'redrawn');
  const moved = [...found].sort(([a], [b]) => a - b).map(([, change]) => change);
  return { ...(shifted && { shifted }), moved };
}

/** Shapes of the same thing, in the same plane first; those that only one side draws. */
function coupled(pairs: Pairs, before: Drawing, after: Drawing): { couples: Couple[]; oneSided: Drawn[] } {
  const couples: Couple[] = [];
  const oneSided: Drawn[] = [];
  for (const thing of pairs.after.things) {
    const old = pairs.beforeOf(thing);
    if (!old) continue;
    const [now, then] = [inOrder(after[thing.order]), inOrder(before[old.order])];
    const count = Math.min(now.length, then.length);
    for (let i = 0; i < count; i++) couples.push(coupleOf(then[i]!, now[i]!));
    if (now.length > count) oneSided.push(now[count]!);
    else if (then.length > count) oneSided.push({ ...then[count]!, thing });
  }
  return { couples, oneSided };
}

const NONE: readonly Drawn[] = [];

/** From left to right, where a thing is drawn more than once. */
function inOrder(drawn: readonly Drawn[] = NONE): readonly Drawn[] {
  return drawn.length < 2 ? drawn : [...drawn].sort((a, b) => orderOf(a) - orderOf(b));
}

function orderOf(drawn: Drawn): number {
  const { points } = lookOf(drawn);
  return Number.isFinite(points[0]) ? points[0]! * 1e5 + (points[1] ?? 0) : 0;
}

const coupleOf = (before: Drawn, after: Drawn): Couple => ({
  before,
  after,
  alike: sameText(before.element, after.element, isName),
});

/** An id of the drawing itself, or of what is drawn, which is known to be the same thing. */
const isName = (_element: XmlElement, { uri, local }: XmlElement['attributes'][number]) =>
  uri === '' && (local === 'id' || local === 'bpmnElement');

function shiftOf(couples: Couple[]): Shift | undefined {
  const shapes = couples.filter(({ after }) => after.element.local === 'BPMNShape');
  const shift = mostCommon(shapes.length > 0 ? shapes : couples);
  const pools = shapes.filter(({ after }) => after.thing.kind.family === 'participant');
  const pool = pools.length === 0 ? shift : mostCommon(pools);
  if (!shift || (shift.dx === 0 && shift.dy === 0) || !pool) return undefined;
  return pool.dx === shift.dx && pool.dy === shift.dy ? shift : undefined;
}

/** The way that more than half of them moved; undefined where most stayed. */
function mostCommon(couples: Couple[]): Shift | undefined {
  const counts = new Map<string, number>();
  for (const couple of couples) {
    if (couple.alike) continue;
    const { dx, dy } = wayOf(lookOf(couple.before), lookOf(couple.after));
    const key = `${dx} ${dy}`;
    const count = (counts.get(key) ?? 0) + 1;
    if (count * 2 > couples.length && Number.isFinite(dx) && Number.isFinite(dy)) return { dx, dy };
    counts.set(key, count);
  }
  return undefined;
}

const STILL: Shift = { dx: 0, dy: 0 };
const wayOf = (one: Look, other: Look): Shift => ({
  dx: rounded(other.points[0]! - one.points[0]!),
  dy: rounded(other.points[1]! - one.points[1]!),
});
const isSame = (one: number, other: number) => Object.is(one, other) || Math.abs(one - other) < 0.011;

function differenceOf({ before, after }: Couple, { dx, dy }: Shift): LayoutChange['kind'] | undefined {
  const [one, other] = [lookOf(before), lookOf(after)];
  if (one.size !== other.size) return 'resized';
  if (one.points.length !== other.points.length) return 'redrawn';
  const way = wayOf(one, other);
  const along = (by: Shift) =>
    one.points.every((value, i) => isSame(value + (i % 2 === 0 ? by.dx : by.dy), other.points[i]!));
  if (!along({ dx, dy }))
    return Number.isFinite(way.dx) && Number.isFinite(way.dy) && along(way)
      ? 'moved'
      : after.element.local === 'BPMNEdge'
        ? 'redrawn'
        : 'moved';
  if (one.style !== other.style) return 'redrawn';
  const [label, newLabel] = [one.label, other.label];
  if (!label && !newLabel) return undefined;
  return label &&
    newLabel &&
    label.size === newLabel.size &&
    isSame(label.x + dx, newLabel.x) &&
    isSame(label.y + dy, newLabel.y)
    ? undefined
    : 'label';
}
