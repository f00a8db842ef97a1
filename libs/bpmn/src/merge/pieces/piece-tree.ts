import { BPMN_DI, DI } from '../../xml/namespaces.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { contentBetween, contentOf } from './content.js';
import type { Content } from './content.js';
import { ROOT } from './entities.js';
import { matchParts } from './match-parts.js';
import { isDerived } from './meaning.js';
import type { Meanings } from './meaning.js';
import { newPiece } from './piece.js';
import type { Piece } from './piece.js';
import { ORIGINS } from './source.js';
import type { OfThree, Origin, Source } from './source.js';

/** The three diagrams as one: pieces by key, and the file around the root. */
export class PieceTree {
  readonly entities = new Map<string, Piece>();
  /** Stands for the file itself: what comes before and behind the root. */
  readonly file: Piece = newPiece();
  /** A prefix means the same wherever one of the files declares it. */
  readonly oneNaming: boolean;

  constructor(
    readonly sources: Record<Origin, Source>,
    readonly keys: ReadonlyMap<XmlElement, string>,
    private readonly meanings: Meanings,
  ) {
    // Keys stand in the order base, mine, theirs; an element's piece is there before its content is read.
    for (const origin of ORIGINS) {
      const stack = [sources[origin].root];
      for (let element = stack.pop(); element; element = stack.pop()) {
        const key = keys.get(element)!;
        let piece = this.entities.get(key);
        if (!piece) this.entities.set(key, (piece = newPiece(key)));
        piece.elements[origin] = element;
        for (const child of element.children) if (keys.has(child)) stack.push(child);
      }
    }
    const contents: OfThree<Content> = {};
    for (const origin of ORIGINS) {
      const { text, root } = sources[origin];
      contents[origin] = contentBetween(text, prologEnd(text), text.length, [root]);
    }
    this.link(this.file, contents);
    this.oneNaming = sameNaming(Object.values(sources));
    for (const piece of this.entities.values()) {
      piece.untouched = this.isUntouched(piece);
      if (!piece.untouched) this.open(piece);
    }
  }

  /** Whether two of the diagrams write a piece alike, to the letter; then it means the same in both. */
  sameText({ elements }: Piece, one: Origin, other: Origin): boolean {
    const [a, b] = [elements[one], elements[other]];
    return (
      a !== undefined &&
      b !== undefined &&
      this.oneNaming &&
      a.end - a.start === b.end - b.start &&
      this.sources[one].text.slice(a.start, a.end) === this.sources[other].text.slice(b.start, b.end)
    );
  }

  /**
   * Of what is alike in all three, and holds nothing that depends on other things, nothing needs to be
   * looked at.
   */
  private isUntouched(piece: Piece): boolean {
    const { base } = piece.elements;
    if (base?.children.some((child) => this.keys.has(child) || isDerived(child))) return false;
    return this.sameText(piece, 'base', 'mine') && this.sameText(piece, 'base', 'theirs');
  }

  get root(): Piece {
    return this.entities.get(ROOT)!;
  }

  /** Reads the content of the elements of a piece, and finds out what is the same. */
  open(piece: Piece): void {
    const contents: OfThree<Content> = {};
    for (const origin of ORIGINS) {
      const element = piece.elements[origin];
      if (element) contents[origin] = contentOf(this.sources[origin].text, element);
    }
    this.link(piece, contents);
  }

  private link(parent: Piece, contents: OfThree<Content>): void {
    const lists: OfThree<XmlElement[]> = {};
    for (const origin of ORIGINS) {
      lists[origin] = (contents[origin]?.parts ?? []).flatMap(({ element }) =>
        element && !this.keys.has(element) && !isPoint(parent, element) ? [element] : [],
      );
    }
    const parts = matchParts(lists, this.meanings);
    const notes = new Map<string, Piece>();
    for (const origin of ORIGINS) {
      const content = contents[origin];
      if (!content) continue;
      const seen = new Map<string, number>();
      const pieces = content.parts.map(({ before, element, note }) => {
        const piece = element ? this.pieceOf(element, parts, origin) : noteIn(note!);
        if (parent !== this.file) piece.within[origin] = parent;
        return { piece, before };
      });
      parent.content[origin] = { pieces, after: content.after };

      function noteIn(text: string): Piece {
        const n = seen.get(text) ?? 0;
        seen.set(text, n + 1);
        const known = notes.get(`${n} ${text}`) ?? { ...newPiece(), note: { text, in: {} } };
        known.note!.in[origin] = true;
        notes.set(`${n} ${text}`, known);
        return known;
      }
    }
  }

  private pieceOf(element: XmlElement, parts: Map<XmlElement, Piece>, origin: Origin): Piece {
    const key = this.keys.get(element);
    if (key !== undefined) return this.entities.get(key)!;
    // The points of a line are one value, so each diagram's stand for themselves.
    return (
      parts.get(element) ?? { ...newPiece(), elements: { [origin]: element }, whole: origin, tag: origin }
    );
  }
}

/** Whether a prefix means the same wherever any of the files declares it. */
function sameNaming(sources: Source[]): boolean {
  const names = sources.map(({ declared }) =>
    JSON.stringify([...declared].map(([prefix, uris]) => [prefix, ...uris]).sort()),
  );
  return (
    names.every((name) => name === names[0]) &&
    [...sources[0]!.declared.values()].every((uris) => uris.size === 1)
  );
}

/** A point of a drawn line. */
function isPoint(parent: Piece, element: XmlElement): boolean {
  const around = parent.elements.base ?? parent.elements.mine ?? parent.elements.theirs;
  return (
    element.uri === DI &&
    element.local === 'waypoint' &&
    around?.uri === BPMN_DI &&
    around.local === 'BPMNEdge'
  );
}

/** Offset behind the byte order mark and the XML declaration. */
export function prologEnd(text: string): number {
  return /^\ufeff?(?:<\?xml\s[^]*?\?>)?/.exec(text)![0].length;
}
