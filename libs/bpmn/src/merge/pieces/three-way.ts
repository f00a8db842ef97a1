import type { Piece } from './piece.js';
import { ORIGINS } from './source.js';
import type { Origin } from './source.js';

export type Verdict = Origin | 'either' | 'both';

/** Who changed a value: `base` nobody, `either` both alike, `both` each differently. */
export function threeWay<T>(base: T, mine: T, theirs: T): Verdict {
  if (mine === theirs) return mine === base ? 'base' : 'either';
  if (mine === base) return 'theirs';
  return theirs === base ? 'mine' : 'both';
}

/**
 * The values of a piece's elements; one that a side lacks counts as unchanged there, since leaving it out is
 * another question.
 */
export function valuesOf<T>(piece: Piece, read: (origin: Origin) => T): Record<Origin, T | undefined> {
  const { base, mine, theirs } = piece.elements;
  const onBase = base && read('base');
  return {
    base: onBase,
    mine: mine ? read('mine') : base ? onBase : read('theirs'),
    theirs: theirs ? read('theirs') : base ? onBase : read('mine'),
  };
}

/**
 * The origin of two alike: the one whose text comes first, so that it does not matter which side is called
 * which. Where both lack it, that is a side too, since the base still has it.
 */
export function alike(piece: Piece, textOf: (origin: Origin) => string): Origin {
  if (!piece.elements.theirs) return 'mine';
  if (!piece.elements.mine) return 'theirs';
  return textOf('mine') <= textOf('theirs') ? 'mine' : 'theirs';
}

/** The base, else the side that has it; of two the one whose text comes first. */
export function carrierOf(piece: Piece, textOf: (origin: Origin) => string): Origin {
  return piece.elements.base ? 'base' : alike(piece, textOf);
}

export const originsOf = (piece: Piece) =>
  ORIGINS.filter((origin) => piece.elements[origin] !== undefined || piece.note?.in[origin]);
