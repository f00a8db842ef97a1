import type { XmlElement } from '../xml-tree.js';
import type { OfThree, Origin } from './source.js';

/** One thing of the three diagrams, with its element in each that has it: the unit that is kept, left out or brought together. */
export interface Piece {
  /** Where it is known again by itself (`entityKeys`); what is only part of something has none. */
  key?: string;
  elements: OfThree<XmlElement>;
  /** A comment, a processing instruction or stray text: then in which diagrams it stands. */
  note?: { text: string; in: OfThree<true> };
  within: OfThree<Piece>;
  content: OfThree<PieceContent>;
  /** Whether the merged diagram has it. */
  present: boolean;
  /** The one diagram that it is taken from, with all that is only part of it. */
  whole?: Origin;
  /** What holds it in the merged diagram, for pieces with a key. */
  place?: Piece;
  /** Where its name (the kind of element) and its text come from. */
  tag: Origin;
  text?: Origin;
  /** Where each attribute comes from, by `attributeKey`; only where not all come from one. */
  attributes?: Map<string, Origin>;
  /** Values that stand in none of the three, by name of the attribute. */
  made?: Map<string, string>;
}

export interface PieceContent {
  pieces: { piece: Piece; before: string }[];
  after: string;
}

export function newPiece(key?: string): Piece {
  return { ...(key !== undefined && { key }), elements: {}, within: {}, content: {}, present: true, tag: 'base' };
}

/** Its element, preferably of the base. */
export const anyElement = (piece: Piece): XmlElement => (piece.elements.base ?? piece.elements.mine ?? piece.elements.theirs)!;

export const has = (piece: Piece, origin: Origin) => piece.elements[origin] !== undefined;
