import { sha256 } from '@noble/hashes/sha2.js';
import { nameOf } from '../keys.js';
import { attribute } from '../xml-tree.js';
import type { Choice, Conflict } from './merging.js';
import { anyElement } from './piece.js';
import type { Piece } from './piece.js';
import type { Origin } from './source.js';

export type Values<T> = Record<Origin, T>;

/** A conflict, and what a choice does to the pieces; until then they stand as on the base. */
export interface Clash {
  conflict: Conflict;
  take: ((choice: Choice) => void)[];
}

/** What a conflict is about. */
export interface Subject {
  piece: Piece;
  kind: Conflict['kind'];
  property?: string;
}

/**
 * The digest of a conflict takes the exact values, since two steps can bear one name; the sides' two in order, so that the same conflict
 * has the same id whoever merges.
 */
export function clash({ piece, kind, property }: Subject, exact: Values<string | undefined>, shown: Values<string | null>, ...take: Clash['take']): Clash {
  const element = anyElement(piece);
  const elementId = attribute(element, 'id') ?? '';
  const sides = [exact.mine ?? null, exact.theirs ?? null].map((value) => JSON.stringify(value)).sort();
  const digest = sha256(new TextEncoder().encode(JSON.stringify([piece.key ?? elementId, property ?? null, exact.base ?? null, ...sides])));
  const conflict: Conflict = {
    id: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    elementId, elementName: labelOf(piece), elementType: element.local, kind, ...(property !== undefined && { property }),
    base: shown.base, mine: shown.mine, theirs: shown.theirs,
  };
  return { conflict, take };
}

/** The name of an element on the base, else on the side that has it; '' where it has none. */
export function labelOf(piece: Piece): string {
  const { base, mine, theirs } = piece.elements;
  for (const element of [base, ...[mine, theirs].filter((e) => e !== undefined).sort((a, b) => (nameOf(a) <= nameOf(b) ? -1 : 1))]) {
    const name = element && nameOf(element);
    if (name) return name;
  }
  return '';
}

/** How a person would call the element in one of the diagrams: its name, else its id. */
export function calledIn(piece: Piece | undefined, origin: Origin): string | undefined {
  const element = piece && (piece.elements[origin] ?? anyElement(piece));
  return element && (nameOf(element) || attribute(element, 'id') || element.local);
}
