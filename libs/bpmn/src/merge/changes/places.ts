import type { OneSide } from '../pieces/merging.js';
import { has } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import type { Origin } from '../pieces/source.js';
import { alike, carrierOf, threeWay, valuesOf } from '../pieces/three-way.js';
import { calledIn } from './clash.js';
import { isDrawn } from './merge-state.js';
import type { MergeState } from './merge-state.js';

/** What each thing stands in: a process, a sub-process, a lane set, a plane. */
export function mergePlaces(state: MergeState): void {
  const wandering: Piece[] = [];
  for (const piece of state.tree.entities.values()) {
    const keys = valuesOf(piece, (origin) => piece.within[origin]?.key);
    const verdict = threeWay(keys.base, keys.mine, keys.theirs);
    const textOf = state.textOf(piece);
    const from =
      verdict === 'base' || verdict === 'both'
        ? carrierOf(piece, textOf)
        : verdict === 'either'
          ? alike(piece, textOf)
          : verdict;
    piece.place = piece.within[from];
    if (!has(piece, 'base') || isDrawn(piece)) continue;
    if (verdict !== 'base') state.moved.set(piece, verdict);
    if (verdict === 'both') {
      state.note(
        piece,
        state.add(
          { piece, kind: 'changed', property: 'parent' },
          keys,
          shownPlaces(piece),
          (choice) => (piece.place = piece.within[choice]),
        ),
      );
    } else if (verdict !== 'base') wandering.push(piece);
  }
  for (const piece of wandering) untangle(state, piece);
}

function shownPlaces(piece: Piece) {
  const shown = (origin: Origin) =>
    has(piece, origin) ? (calledIn(piece.within[origin], origin) ?? null) : null;
  return { base: shown('base'), mine: shown('mine'), theirs: shown('theirs') };
}

/** One moved A into B, the other B into A: neither can be in the other. */
function untangle(state: MergeState, piece: Piece): void {
  const ring = ringOf(piece);
  if (!ring) return;
  const moved = ring
    .filter((each) => each.place !== each.within.base)
    .sort((a, b) => (a.key! < b.key! ? -1 : 1));
  const first = moved[0]!;
  const placesIn = (origin: Origin) =>
    JSON.stringify(moved.map((each) => [each.key, each.within[origin]?.key ?? null]));
  const stand = (choice?: OneSide) => {
    for (const each of moved) each.place = each.within[choice ?? 'base'] ?? each.within.base;
  };
  const shown = (origin: Origin) =>
    moved
      .filter((each) => origin === 'base' || each.within[origin] !== each.within.base)
      .map((each) => `${calledIn(each, origin)} → ${calledIn(each.within[origin], origin)}`)
      .join(', ');
  stand();
  state.note(
    first,
    state.add(
      { piece: first, kind: 'changed', property: 'parent' },
      { base: placesIn('base'), mine: placesIn('mine'), theirs: placesIn('theirs') },
      { base: shown('base'), mine: shown('mine'), theirs: shown('theirs') },
      stand,
    ),
  );
}

/** The things around a piece where it ends up in itself. */
export function ringOf(piece: Piece): Piece[] | undefined {
  const ring = [piece];
  const seen = new Set(ring);
  for (let around = piece.place; around; around = around.place) {
    if (around === piece) return ring;
    if (seen.has(around)) return undefined;
    seen.add(around);
    ring.push(around);
  }
  return undefined;
}
