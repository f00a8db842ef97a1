import { attribute } from '../../xml/xml-tree.js';
import { has } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import type { Origin } from '../pieces/source.js';
import { isDrawn } from './merge-state.js';
import type { MergeState } from './merge-state.js';
import { takeEntity } from './own-changes.js';

/** Whether both sides made something else of one new id. */
export function madeTwice(state: MergeState, piece: Piece): boolean {
  const { base, mine, theirs } = piece.elements;
  return (
    base === undefined &&
    mine !== undefined &&
    theirs !== undefined &&
    piece.key!.startsWith('#') &&
    !isDrawn(piece) &&
    (state.meanings.of(mine) !== state.meanings.of(theirs) ||
      piece.within.mine?.key !== piece.within.theirs?.key)
  );
}

/** One of the two stands, or neither while nobody has chosen: two cannot bear one id. */
export function mergeMadeTwice(state: MergeState, piece: Piece): void {
  const shown = (origin: Origin) => {
    const element = piece.elements[origin];
    if (!element) return null;
    const name = attribute(element, 'name')?.trim();
    return name ? `${element.local} ${name}` : element.local;
  };
  const textOf = state.textOf(piece);
  const exact = (origin: Origin) => (has(piece, origin) ? textOf(origin) : undefined);
  piece.present = false;
  state.note(
    piece,
    state.add(
      { piece, kind: 'added' },
      { base: undefined, mine: exact('mine'), theirs: exact('theirs') },
      { base: null, mine: shown('mine'), theirs: shown('theirs') },
      (choice) => takeEntity(piece, choice),
    ),
  );
}
