import { SUB_PROCESSES } from '../../flow-node-names.js';
import { DC, DI } from '../../xml/namespaces.js';
import { attribute, childrenNamed } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { anyElement, has } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import { ORIGINS } from '../pieces/source.js';
import type { Origin } from '../pieces/source.js';
import { threeWay, valuesOf } from '../pieces/three-way.js';
import type { Verdict } from '../pieces/three-way.js';
import type { MergeState } from './merge-state.js';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Point {
  x: number;
  y: number;
}

/** What holds others grows with them. */
const HOLDERS = new Set<string>(['participant', 'lane', ...SUB_PROCESSES, 'group']);

function boxOf(bounds: XmlElement): Box {
  const number = (name: string) => Number(attribute(bounds, name) ?? 0);
  return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
}

const boundsIn = (shape: XmlElement | undefined) =>
  shape ? childrenNamed(shape, DC, 'Bounds')[0] : undefined;
const pointsIn = (edge: XmlElement | undefined): XmlElement[] =>
  edge ? childrenNamed(edge, DI, 'waypoint') : [];
const pointOf = (element: XmlElement): Point => ({
  x: Number(attribute(element, 'x')),
  y: Number(attribute(element, 'y')),
});

/** Bounds that both sides changed: place and size apart, the edges of what holds others each for itself. */
export function mergeBounds(state: MergeState, part: Piece, parent: Piece, owner: Piece): boolean {
  const boxes = valuesOf(part, (origin) => boxOf(part.elements[origin]!));
  const { base, mine, theirs } = boxes;
  part.tag = 'base';
  part.attributes = new Map();
  const take = (names: string[], origin: Origin) =>
    names.forEach((name) => part.attributes!.set(name, origin));
  take(['x', 'y', 'width', 'height'], 'base');
  if (!base || !mine || !theirs) {
    // Redrawn by both: either will do, as long as it does not matter who is who.
    const textOf = state.textOf(part);
    part.whole = textOf('mine') <= textOf('theirs') ? 'mine' : 'theirs';
    return true;
  }
  const isLabel = anyElement(parent).local === 'BPMNLabel';
  if (!isLabel && HOLDERS.has(anyElement(owner).local) && growTogether(part, base, mine, theirs)) return true;
  const decide = (names: string[], property: string, valueOf: (box: Box) => string) => {
    const values = { base: valueOf(base), mine: valueOf(mine), theirs: valueOf(theirs) };
    const verdict = threeWay(values.base, values.mine, values.theirs);
    if (verdict !== 'both') return take(names, verdict === 'either' ? 'mine' : verdict);
    const mover = property === 'size' ? undefined : state.moved.get(owner);
    if (mover === 'mine' || mover === 'theirs') return take(names, mover);
    const follow =
      mover === 'both'
        ? state.find(owner, 'lane', 'parent')
        : isLabel
          ? state.find(owner, 'position', 'waypoints')
          : undefined;
    if (follow) return void follow.take.push((choice) => take(names, choice));
    state.note(
      owner,
      state.add({ piece: owner, kind: 'layout', property }, values, values, (choice) => take(names, choice)),
    );
  };
  decide(['x', 'y'], isLabel ? 'label' : 'position', ({ x, y }) => `${x}, ${y}`);
  decide(['width', 'height'], isLabel ? 'label' : 'size', ({ width, height }) => `${width} × ${height}`);
  return true;
}

/**
 * A pool, lane or sub-process that both stretched holds what both put in; false where one wants an edge
 * inside and the other outside.
 */
function growTogether(part: Piece, base: Box, mine: Box, theirs: Box): boolean {
  const edge = (
    of: (box: Box) => number,
    outermost: (a: number, b: number) => number,
  ): number | undefined => {
    const [b, m, t] = [of(base), of(mine), of(theirs)];
    const verdict: Verdict = threeWay(b, m, t);
    if (verdict !== 'both') return verdict === 'theirs' ? t : m;
    return Math.sign(m - b) === Math.sign(t - b) && outermost(m, b) !== b ? outermost(m, t) : undefined;
  };
  const left = edge(({ x }) => x, Math.min);
  const top = edge(({ y }) => y, Math.min);
  const right = edge(({ x, width }) => x + width, Math.max);
  const bottom = edge(({ y, height }) => y + height, Math.max);
  if (
    left === undefined ||
    top === undefined ||
    right === undefined ||
    bottom === undefined ||
    right <= left ||
    bottom <= top
  )
    return false;
  part.made = new Map(
    Object.entries({ x: left, y: top, width: right - left, height: bottom - top }).map(([name, value]) => [
      name,
      String(value),
    ]),
  );
  return true;
}

/** The points of a line are one value. */
export function mergePoints(state: MergeState, piece: Piece, owner: Piece): void {
  if (piece.untouched) return;
  const lists = valuesOf(piece, (origin) =>
    pointsIn(piece.elements[origin])
      .map((point) => Object.values(pointOf(point)).join(', '))
      .join(' → '),
  );
  const verdict = threeWay(lists.base, lists.mine, lists.theirs);
  const take = (origin: Origin) => {
    for (const from of ORIGINS)
      for (const { piece: part } of piece.content[from]?.pieces ?? [])
        if (isPointPiece(part)) part.present = has(part, origin);
  };
  state.lines.set(owner, take);
  const textOf = state.textOf(piece);
  const first: Origin =
    !has(piece, 'theirs') || (has(piece, 'mine') && textOf('mine') <= textOf('theirs')) ? 'mine' : 'theirs';
  if (verdict !== 'both')
    return take(verdict === 'either' ? first : verdict === 'base' && !has(piece, 'base') ? first : verdict);
  if (!has(piece, 'base')) return take(first);
  take('base');
  const router = state.routes.get(owner);
  if (router === 'mine' || router === 'theirs') return take(router);
  const follow =
    router === 'both'
      ? state.byPiece.get(owner)?.find(({ conflict }) => conflict.kind === 'rerouted')
      : undefined;
  if (follow) return void follow.take.push(take);
  if (redrawn(state, piece, owner, take)) return;
  const shown = { base: lists.base ?? null, mine: lists.mine ?? null, theirs: lists.theirs ?? null };
  state.note(owner, state.add({ piece: owner, kind: 'layout', property: 'waypoints' }, lists, shown, take));
}

const isPointPiece = (part: Piece) =>
  !part.note &&
  part.key === undefined &&
  anyElement(part).uri === DI &&
  anyElement(part).local === 'waypoint';

/**
 * A line that both redrew because each moved one of its ends: from the one's start to the other's end;
 * false where that is not it.
 */
function redrawn(state: MergeState, piece: Piece, owner: Piece, take: (origin: Origin) => void): boolean {
  const ends = ['sourceRef', 'targetRef'].map((name) => state.target(attribute(anyElement(owner), name)));
  const shapes = ends.map(
    (end) => end && state.tree.entities.get(`drawn BPMNShape ${attribute(anyElement(end), 'id')}`),
  );
  const movers = shapes.map((shape): Verdict => {
    if (!shape) return 'base';
    const boxes = valuesOf(shape, (origin) => {
      const bounds = boundsIn(shape.elements[origin]);
      return bounds && JSON.stringify(boxOf(bounds));
    });
    return threeWay(boxes.base, boxes.mine, boxes.theirs);
  });
  const [start, end] = movers;
  const follow = shapes
    .map((shape, i) =>
      movers[i] === 'both' && ends[i] && shape
        ? state.find(ends[i], 'position', 'lane', 'parent')
        : undefined,
    )
    .find((clash) => clash !== undefined);
  if (follow) {
    follow.take.push(take);
    return true;
  }
  const oneSided = (verdict: Verdict | undefined) => verdict === 'mine' || verdict === 'theirs';
  if (
    ![start, end].some(oneSided) ||
    ![start, end].every((verdict) => oneSided(verdict) || verdict === 'base')
  )
    return false;
  const other = (side: Verdict | undefined): Origin => (side === 'mine' ? 'theirs' : 'mine');
  const [from, to] =
    oneSided(start) && oneSided(end)
      ? [start as Origin, end as Origin]
      : oneSided(start)
        ? [start as Origin, other(start)]
        : [other(end), end as Origin];
  if (from === to) return false;
  const lists = {
    base: pointsIn(piece.elements.base).map(pointOf),
    [from]: pointsIn(piece.elements[from]).map(pointOf),
    [to]: pointsIn(piece.elements[to]).map(pointOf),
  } as Record<Origin, Point[]>;
  const same = lists.base.length === lists[from].length && lists.base.length === lists[to].length;
  const carrier: Origin = same ? 'base' : lists[from].length > lists[to].length ? from : to;
  const points = lists[carrier].map((point, at): Point => {
    if (at === 0) return lists[from][0] ?? point;
    if (at === lists[carrier].length - 1) return lists[to].at(-1) ?? point;
    if (!same) return point;
    const axis = (name: 'x' | 'y') => {
      const [b, f, t] = [point[name], lists[from][at]![name], lists[to][at]![name]];
      return f === b ? t : t === b || at < lists[carrier].length / 2 ? f : t;
    };
    return { x: axis('x'), y: axis('y') };
  });
  take(carrier);
  const parts = (piece.content[carrier]?.pieces ?? [])
    .map(({ piece: part }) => part)
    .filter((part) => isPointPiece(part));
  parts.forEach(
    (part, at) =>
      (part.made = new Map([
        ['x', String(points[at]!.x)],
        ['y', String(points[at]!.y)],
      ])),
  );
  return true;
}
