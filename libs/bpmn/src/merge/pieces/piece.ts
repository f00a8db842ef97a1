import type { XmlElement } from '../../xml/xml-tree.js';
import type { OfThree, Origin } from './source.js';

/**
 * One thing of the three diagrams, with its element in each that has it: the unit that is kept, left out or
 * brought together.
 */
export interface Piece {
  /** Where it is known again by itself (`entityKeys`); what is only part of something has none. */
  key: string | undefined;
  elements: OfThree<XmlElement>;
  /** A comment, a processing instruction or stray text: then in which diagrams it stands. */
  note?: { text: string; in: OfThree<true> };
  within: OfThree<Piece>;
  content: OfThree<PieceContent>;
  /** Stands alike in all three, so that its content was not read. */
  untouched?: boolean;
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

interface PieceContent {
  pieces: { piece: Piece; before: string }[];
  after: string;
}

/** A piece that no diagram has yet. @param key where it is known again by itself */
export function newPiece(key?: string): Piece {
  return { key, elements: {}, within: {}, content: {}, present: true, tag: 'base' };
}

/**
 * Its element: that of the base, else of the sides' two the first by name, so that it does not matter which
 * is which.
 */
export function anyElement({ elements: { base, mine, theirs } }: Piece): XmlElement {
  if (base) return base;
  return mine && theirs ? (writtenName(mine) <= writtenName(theirs) ? mine : theirs) : (mine ?? theirs)!;
}

const writtenName = (element: XmlElement) =>
  `${element.local} ${element.prefix} ${element.attributes.find(({ local }) => local === 'id')?.value ?? ''}`;

export const has = (piece: Piece, origin: Origin) => piece.elements[origin] !== undefined;
