import { clippedApart, copied, nameOf } from '../../keys.js';
import { MAX_SHOWN_VALUE } from '../../xml/limits.js';
import { attribute } from '../../xml/xml-tree.js';
import type { Conflict, OneSide } from '../pieces/merging.js';
import { digestOf } from '../pieces/digest.js';
import { anyElement } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import type { Origin } from '../pieces/source.js';

export type Values<T> = Record<Origin, T>;

import type { InOrder } from './flows.js';

/** A conflict, and what a choice does to the pieces; until then they stand as on the base. */
export interface Clash {
  conflict: Conflict;
  piece: Piece;
  take: ((choice: OneSide) => void)[];
  /** Where both can stand one after the other: whose route the flow has then, and what is led elsewhere. */
  inOrder?: (first: OneSide) => InOrder;
  /** Where one side removed what the other wants to keep, and led flows past it to something else. */
  removal?: { members: ReadonlySet<Piece>; by: OneSide; ledTo: ReadonlySet<Piece> };
}

/** What a conflict is about. */
export interface Subject {
  piece: Piece;
  kind: Conflict['kind'];
  property?: string;
}

/**
 * The digest of a conflict takes the exact values, since two steps can bear one name; the sides' two in
 * order, so that the same conflict has the same id on either side.
 */
export function clash(
  { piece, kind, property }: Subject,
  exact: Values<string | undefined>,
  shown: Values<string | null>,
  ...take: Clash['take']
): Clash {
  const element = anyElement(piece);
  const elementId = attribute(element, 'id') ?? '';
  const sides = [exact.mine ?? null, exact.theirs ?? null].map((value) => JSON.stringify(value)).sort();
  const [base, mine, theirs] = clippedApart([shown.base, shown.mine, shown.theirs], MAX_SHOWN_VALUE);
  const conflict: Conflict = {
    id: digestOf(JSON.stringify([piece.key ?? elementId, property ?? null, exact.base ?? null, ...sides])),
    elementId,
    elementName: copied(labelOf(piece)),
    elementType: element.local,
    kind,
    ...(property !== undefined && { property }),
    base: base!,
    mine: mine!,
    theirs: theirs!,
  };
  return { conflict, piece, take };
}

/** The name of an element on the base, else on the side that has it; '' where it has none. */
export function labelOf(piece: Piece): string {
  const { base, mine, theirs } = piece.elements;
  for (const element of [
    base,
    ...[mine, theirs].filter((e) => e !== undefined).sort((a, b) => (nameOf(a) <= nameOf(b) ? -1 : 1)),
  ]) {
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

/**
 * As the elements stand in the base, then what is new, in an order that does not depend on which side is
 * which.
 */
export function inOrder(clashes: Clash[]): Clash[] {
  const at = ({ piece }: Clash) => piece.elements.base?.start ?? Infinity;
  const name = ({ conflict: { elementId, property, id } }: Clash) => `${elementId} ${property ?? ''} ${id}`;
  return [...clashes].sort((a, b) => (at(a) === at(b) ? (name(a) < name(b) ? -1 : 1) : at(a) - at(b)));
}
