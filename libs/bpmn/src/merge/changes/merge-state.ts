import { BPMN, BPMN_DI } from '../../xml/namespaces.js';
import { attribute } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { isDerived, isDrawing, withoutPrefix } from '../pieces/meaning.js';
import type { Meanings } from '../pieces/meaning.js';
import type { PieceTree } from '../pieces/piece-tree.js';
import { anyElement, has } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import { ORIGINS } from '../pieces/source.js';
import type { Origin } from '../pieces/source.js';
import type { Verdict } from '../pieces/three-way.js';
import { clash } from './clash.js';
import type { Clash, Subject, Values } from './clash.js';
import type { Ways } from './flows.js';
import type { OneSide } from '../pieces/merging.js';

/** What the steps of a merge share. */
export class MergeState {
  readonly clashes: Clash[] = [];
  /** Who led a flow elsewhere. */
  readonly routes = new Map<Piece, Verdict>();
  /** Takes the line of a flow from one of the diagrams. */
  readonly lines = new Map<Piece, (origin: Origin) => void>();
  /** Who moved a thing to another lane, or into or out of a sub-process. */
  readonly moved = new Map<Piece, Verdict>();
  /** The flows of a side, once somebody asked for them. */
  readonly ways = new Map<OneSide, Ways>();
  private readonly byId = new Map<string, Piece>();

  constructor(
    readonly tree: PieceTree,
    readonly meanings: Meanings,
    readonly exact: Meanings,
  ) {
    for (const piece of tree.entities.values()) {
      for (const origin of ORIGINS) {
        const element = piece.elements[origin];
        const id = element && attribute(element, 'id')?.trim();
        const known = id ? this.byId.get(id) : undefined;
        if (id && (!known || before(piece, known))) this.byId.set(id, piece);
      }
    }
  }

  /** What a reference means: a thing that at least one of the three diagrams has. */
  target(ref: string | undefined): Piece | undefined {
    if (ref === undefined) return undefined;
    return this.byId.get(ref.trim()) ?? this.byId.get(withoutPrefix(ref));
  }

  /**
   * Whether what a reference means was there and has gone, so that it would lead nowhere; one that led
   * nowhere before may go on so.
   */
  lost(ref: string, holder: Piece, origin: Origin): boolean {
    const target = this.target(ref);
    return target !== undefined && !target.present && target !== holder && has(target, origin);
  }

  /** Whether a thing says the same in two of the diagrams, what has an id of its own in it left aside. */
  saysSame(piece: Piece, one: Origin, other: Origin, meanings = this.meanings): boolean {
    const [a, b] = [piece.elements[one], piece.elements[other]];
    return (
      a === b ||
      this.tree.sameText(piece, one, other) ||
      (a !== undefined && b !== undefined && meanings.of(a) === meanings.of(b))
    );
  }

  /** Whether a side's diagram means all that the base's means and nothing else, however it is written. */
  meansSame(one: Origin, other: Origin): boolean {
    for (const piece of this.tree.entities.values()) {
      const [a, b] = [piece.elements[one], piece.elements[other]];
      if ((a === undefined) !== (b === undefined) || piece.within[one]?.key !== piece.within[other]?.key)
        return false;
      if (a && b && !(this.saysSame(piece, one, other, this.exact) && listsOf(a) === listsOf(b)))
        return false;
    }
    return true;
  }

  /** The piece whose text or drawing this is, as a person is shown it. */
  described(piece: Piece): Piece {
    const element = anyElement(piece);
    return (element.uri === BPMN_DI && this.target(attribute(element, 'bpmnElement'))) || piece;
  }

  textOf(piece: Piece): (origin: Origin) => string {
    return (origin) => {
      const element = piece.elements[origin];
      return element ? this.tree.sources[origin].text.slice(element.start, element.end) : '';
    };
  }

  add(
    subject: Subject,
    exact: Values<string | undefined>,
    shown: Values<string | null>,
    ...take: Clash['take']
  ): Clash {
    const made = clash(subject, exact, shown, ...take);
    this.clashes.push(made);
    return made;
  }

  find(piece: Piece, ...properties: (string | undefined)[]): Clash | undefined {
    return this.byPiece.get(piece)?.find(({ conflict }) => properties.includes(conflict.property));
  }

  /** Clashes about a piece, to which what belongs together can be tied. */
  readonly byPiece = new Map<Piece, Clash[]>();

  note(piece: Piece, made: Clash): void {
    const list = this.byPiece.get(piece) ?? [];
    list.push(made);
    this.byPiece.set(piece, list);
  }
}

/**
 * Of two that bear one id, the one that a reference means: not a shape, the one that bears it alone, else the
 * first by name.
 */
function before(one: Piece, other: Piece): boolean {
  const rank = (piece: Piece) =>
    `${anyElement(piece).uri === BPMN ? 0 : 1}${piece.key!.startsWith('#') ? 0 : 1}${piece.key}`;
  return rank(one) < rank(other);
}

/** Entries that follow from flows and lanes, in any order. */
const listsOf = (element: XmlElement) =>
  JSON.stringify(
    element.children
      .filter(isDerived)
      .map(({ local, text }) => `${local} ${text.trim()}`)
      .sort(),
  );

export const isDrawn = (piece: Piece) => isDrawing(anyElement(piece));
export const refOf = (element: XmlElement | undefined, name: string) =>
  element && attribute(element, name)?.trim();
