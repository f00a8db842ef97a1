import { XSI } from '../../compare/side/written.js';
import { xmlAttribute } from '../../knip-markup.js';
import { XMLNS } from '../../xml/namespaces.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import type { MergeState } from '../changes/merge-state.js';
import { contentOf } from '../pieces/content.js';
import { attributeKey, isDerived, namesElement } from '../pieces/meaning.js';
import { prologEnd } from '../pieces/piece-tree.js';
import { anyElement, has } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import { NEEDED, namesByText } from '../pieces/references.js';
import type { Bindings, Origin } from '../pieces/source.js';
import { carrierOf, originsOf } from '../pieces/three-way.js';
import { Prefixes, declarations } from './bindings.js';
import { merged } from './order.js';
import { tokensOf } from './start-tag.js';
import type { Token } from './start-tag.js';

/** Whether a list entry that follows from flows and lanes stands under a piece. */
export type Listed = (entry: Piece, holder: Piece) => boolean;

/**
 * The merged pieces as text: what nobody touched as it stands in the base, what one side changed as it stands
 * there.
 */
export class Writer {
  private readonly parts: string[] = [];
  private readonly prefixes: Prefixes;
  /** The piece with an id around what is being written. */
  private entity: Piece;

  constructor(
    private readonly state: MergeState,
    private readonly listed: Listed,
  ) {
    this.prefixes = new Prefixes(state.tree.sources);
    this.entity = state.tree.root;
  }

  file(): string {
    const { file, sources } = this.state.tree;
    const prolog = sources.base.text.slice(0, prologEnd(sources.base.text));
    this.parts.push(prolog.replace(/(\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"'));
    for (const { piece, before } of merged(
      file,
      'base',
      (piece) => piece.present,
      (piece) => this.textOf(piece),
    )) {
      this.parts.push(before);
      if (piece.note) this.parts.push(piece.note.text);
      else this.write(piece, this.prefixes.root);
    }
    this.parts.push(file.content.base!.after);
    return this.parts.join('');
  }

  private textOf(piece: Piece): string {
    if (piece.note) return piece.note.text;
    const textOf = this.state.textOf(piece);
    return textOf(carrierOf(piece, textOf));
  }

  private write(piece: Piece, here: Bindings): void {
    const around = this.entity;
    if (piece.key !== undefined) this.entity = piece;
    if (piece.untouched && !piece.attributes) this.copy(piece.elements.base!, 'base', here, piece.made);
    else if (piece.whole && piece.key === undefined)
      this.copy(piece.elements[piece.whole]!, piece.whole, here, piece.made);
    else this.bring(piece, here);
    this.entity = around;
  }

  /** An element to which more than one diagram may have contributed. */
  private bring(piece: Piece, here: Bindings): void {
    const textOf = this.state.textOf(piece);
    const carrier = this.carrier(piece, textOf);
    const content = piece.text
      ? []
      : merged(
          piece,
          carrier,
          (part) => this.stands(part, piece),
          (part) => this.textOf(part),
        );
    const filled = piece.text !== undefined || content.length > 0;
    const isRoot = piece === this.state.tree.root;
    const at = isRoot ? this.parts.length : -1;
    const { name, inside } = this.startTag(piece, carrier, here, filled, isRoot);
    if (piece.text) this.inner(piece.elements[piece.text]!, piece.text, inside);
    for (const { piece: part, before } of content) {
      this.parts.push(before);
      if (part.note) this.parts.push(part.note.text);
      else this.write(part, inside);
    }
    const element = piece.elements[carrier]!;
    if (filled || !element.selfClosing) {
      if (!piece.text) this.parts.push(this.after(piece, carrier, content.length > 0));
      this.parts.push(
        `</${name}${/\s*>$/.exec(this.state.tree.sources[carrier].text.slice(element.endTagStart, element.end))?.[0] ?? '>'}`,
      );
    }
    if (isRoot)
      this.parts[at + 1] += [...this.prefixes.added]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([prefix, uri]) => ` xmlns:${prefix}="${xmlAttribute(uri)}"`)
        .join('');
  }

  private carrier(piece: Piece, textOf: (origin: Origin) => string): Origin {
    return piece === this.state.tree.root ? 'base' : carrierOf(piece, textOf);
  }

  /** Blanks before the end tag; those of a side where the base had nothing inside. */
  private after(piece: Piece, carrier: Origin, filled: boolean): string {
    const own = piece.content[carrier];
    if (!own || (own.pieces.length === 0 && filled)) {
      const side = originsOf(piece)
        .filter((origin) => (piece.content[origin]?.pieces.length ?? 0) > 0)
        .map((origin) => piece.content[origin]!.after)
        .sort()[0];
      return side ?? '';
    }
    return filled || own.pieces.length === 0 ? own.after : '';
  }

  private stands(part: Piece, holder: Piece): boolean {
    if (part.key !== undefined) return part.present && part.place === holder;
    if (part.note) return part.present;
    if (isDerived(anyElement(part))) return this.listed(part, holder);
    return part.present;
  }

  private startTag(
    piece: Piece,
    carrier: Origin,
    here: Bindings,
    filled: boolean,
    isRoot: boolean,
  ): { name: string; inside: Bindings } {
    const { sources } = this.state.tree;
    const kind = piece.elements[piece.tag] ?? piece.elements[carrier]!;
    const element = piece.elements[carrier]!;
    const { tokens, tail } = tokensOf(sources[carrier].text, element);
    const from = (key: string): Origin =>
      piece.attributes?.get(key) ?? (has(piece, piece.tag) ? piece.tag : carrier);
    const written: { token: Token; origin: Origin }[] = [];
    const done = new Set<string>();
    for (const token of tokens) {
      const key = attributeKey(token.attribute);
      done.add(key);
      if (token.attribute.uri === XMLNS) {
        written.push({ token, origin: carrier });
        continue;
      }
      const origin = from(key);
      if (origin === carrier || !has(piece, origin)) written.push({ token, origin: carrier });
      else {
        const other = tokensOf(sources[origin].text, piece.elements[origin]!).tokens.find(
          (t) => attributeKey(t.attribute) === key,
        );
        if (other) written.push({ token: { ...other, before: token.before }, origin });
      }
    }
    const added = originsOf(piece)
      .filter((origin) => origin !== carrier)
      .flatMap((origin) =>
        tokensOf(sources[origin].text, piece.elements[origin]!)
          .tokens.filter(
            ({ attribute }) =>
              attribute.uri !== XMLNS &&
              !done.has(attributeKey(attribute)) &&
              from(attributeKey(attribute)) === origin,
          )
          .map((token) => ({
            token: { ...token, before: /[\r\n]/.test(token.before) ? token.before : ' ' },
            origin,
          })),
      );
    // In the order of the names, so that it does not matter which side is which.
    added.sort((a, b) => (attributeKey(a.token.attribute) < attributeKey(b.token.attribute) ? -1 : 1));
    return this.tag({
      kind,
      kindOrigin: has(piece, piece.tag) ? piece.tag : carrier,
      written: [...written, ...added],
      tail,
      closed: element.selfClosing && !filled,
      here,
      isRoot,
      ...(piece.made && { made: piece.made }),
    });
  }

  private tag({
    kind,
    kindOrigin,
    written,
    tail,
    closed,
    here,
    isRoot,
    made,
  }: {
    kind: XmlElement;
    kindOrigin: Origin;
    written: { token: Token; origin: Origin }[];
    tail: string;
    closed: boolean;
    here: Bindings;
    isRoot: boolean;
    made?: Map<string, string>;
  }): { name: string; inside: Bindings } {
    const own: [string, string][] = isRoot
      ? declarations(kind)
      : written.flatMap(({ token: { attribute } }): [string, string][] =>
          attribute.uri === XMLNS ? [[attribute.prefix === '' ? '' : attribute.local, attribute.value]] : [],
        );
    let inside: Bindings = here;
    const extra: string[] = [];
    const declare = (prefix: string, uri: string, writeIt: boolean) => {
      if (inside === here) inside = new Map(here);
      inside.set(prefix, uri);
      if (writeIt)
        extra.push(
          prefix === '' ? ` xmlns="${xmlAttribute(uri)}"` : ` xmlns:${prefix}="${xmlAttribute(uri)}"`,
        );
    };
    if (!isRoot) for (const [prefix, uri] of own) declare(prefix, uri, false);
    const declaredHere = new Set(own.map(([prefix]) => prefix));
    for (const {
      token: { attribute },
      origin,
    } of written) {
      for (const [prefix, uri] of this.prefixesIn(
        attribute.value,
        origin,
        kindOrigin === origin ? kind : undefined,
      )) {
        if (!this.prefixes.holds(inside, prefix, uri) && !declaredHere.has(prefix)) {
          declaredHere.add(prefix);
          declare(prefix, uri, true);
        }
      }
    }
    if (kind.uri === '' && this.prefixes.uriOf(inside, '') !== '' && !declaredHere.has(''))
      declare('', '', true);
    const prefix = this.prefixes.prefixFor(inside, kind.prefix, kind.uri, false);
    const name = prefix ? `${prefix}:${kind.local}` : kind.local;
    this.parts.push(`<${name}`);
    const attributes = written.flatMap(({ token, origin }) => {
      const { attribute, before, rest } = token;
      if (attribute.uri === XMLNS) return `${before}${token.name}${rest}`;
      if (
        namesElement(kind, attribute) &&
        !NEEDED.includes(attribute.local) &&
        this.state.lost(attribute.value, this.entity, origin)
      )
        return '';
      const to =
        attribute.uri === '' ? '' : this.prefixes.prefixFor(inside, attribute.prefix, attribute.uri, true);
      const value =
        attribute.uri === ''
          ? made?.get(attribute.local)
          : this.typeHere(attribute, origin, kindOrigin === origin ? kind : undefined, inside);
      return `${before}${to ? `${to}:` : ''}${attribute.local}${value === undefined ? rest : `="${xmlAttribute(value)}"`}`;
    });
    this.parts.push(attributes.join('') + extra.join(''));
    this.parts.push(tail + (closed ? '/>' : '>'));
    return { name, inside };
  }

  /** Prefixes at the head of a value that mean a namespace where it comes from. */
  private prefixesIn(
    value: string,
    origin: Origin,
    element: XmlElement | undefined,
  ): [prefix: string, uri: string][] {
    const prefix = /^\s*([^\s:/<>&"']+):[^\s/]/.exec(value)?.[1];
    if (prefix === undefined) return [];
    const source = this.state.tree.sources[origin];
    const uri = source.bindingsIn(element ?? source.root).get(prefix);
    return uri === undefined ? [] : [[prefix, uri]];
  }

  /**
   * A type without a prefix is one of the default namespace where it comes from; undefined where it can stand
   * as it is.
   */
  private typeHere(
    { uri, local, value }: XmlElement['attributes'][number],
    origin: Origin,
    element: XmlElement | undefined,
    here: Bindings,
  ): string | undefined {
    if (uri !== XSI || local !== 'type' || value.includes(':')) return undefined;
    const source = this.state.tree.sources[origin];
    const meant = source.bindingsIn(element ?? source.root).get('') ?? '';
    return meant === '' || meant === this.prefixes.uriOf(here, '')
      ? undefined
      : `${this.prefixes.prefixFor(here, 'bpmn', meant, true)}:${value.trim()}`;
  }

  /** An element of one diagram with all that is in it. */
  private copy(element: XmlElement, origin: Origin, here: Bindings, made?: Map<string, string>): void {
    const { text } = this.state.tree.sources[origin];
    if (namesByText(element) && !isDerived(element) && this.state.lost(element.text, this.entity, origin))
      return;
    const { tokens, tail } = tokensOf(text, element);
    const { name, inside } = this.tag({
      kind: element,
      kindOrigin: origin,
      written: tokens.map((token) => ({ token, origin })),
      tail,
      closed: element.selfClosing,
      here,
      isRoot: false,
      ...(made && { made }),
    });
    if (element.selfClosing) return;
    this.inner(element, origin, inside);
    this.parts.push(`</${name}${/\s*>$/.exec(text.slice(element.endTagStart, element.end))?.[0] ?? '>'}`);
  }

  private inner(element: XmlElement, origin: Origin, inside: Bindings): void {
    const { text } = this.state.tree.sources[origin];
    const { parts, after } = contentOf(text, element);
    for (const { before, element: child, note } of parts) {
      this.parts.push(before);
      if (child) this.copy(child, origin, inside);
      else this.parts.push(note!);
    }
    this.parts.push(after);
    for (const [prefix, uri] of this.prefixesIn(element.text, origin, element))
      this.prefixes.holds(inside, prefix, uri);
  }
}
