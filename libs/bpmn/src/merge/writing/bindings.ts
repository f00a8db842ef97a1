import { XML, XMLNS } from '../../xml/namespaces.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { ORIGINS } from '../pieces/source.js';
import type { Bindings, Origin, Source } from '../pieces/source.js';

/** Prefixes of the merged file: those of the base, and what the sides need besides. */
export class Prefixes {
  /** What holds in the root element: its own declarations, then `added`. */
  readonly root: Bindings = new Map([['xml', XML]]);
  /** Declarations that the root gets besides the base's, by prefix. */
  readonly added = new Map<string, string>();
  private readonly declared = new Map<string, Set<string>>();
  private readonly same = new WeakMap<Bindings, WeakMap<Bindings, boolean>>();

  constructor(sources: Record<Origin, Source>) {
    for (const origin of ORIGINS) {
      for (const [prefix, uris] of sources[origin].declared) {
        const known = this.declared.get(prefix) ?? new Set<string>();
        for (const uri of uris) known.add(uri);
        this.declared.set(prefix, known);
      }
    }
    for (const [prefix, uri] of declarations(sources.base.root)) this.root.set(prefix, uri);
    // What a side declares again for all of its file stays declared; of two prefixes for one namespace the
    // first by name.
    const bound = new Set(this.root.values());
    const wanted = (['mine', 'theirs'] as const).flatMap((side) => declarations(sources[side].root));
    for (const [prefix, uri] of wanted.sort(([a, u], [b, v]) => (a < b || (a === b && u < v) ? -1 : 1))) {
      if (prefix === '' || uri === '' || bound.has(uri) || !this.isFree(prefix, uri)) continue;
      bound.add(uri);
      this.add(prefix, uri);
    }
  }

  /**
   * Whether all that holds around an element of a source means the same here, so that its text can stand as
   * it is.
   */
  agree(there: Bindings, here: Bindings): boolean {
    if (there === here) return true;
    const known = this.same.get(there)?.get(here);
    if (known !== undefined) return known;
    const agree =
      [...there].every(([prefix, uri]) => this.uriOf(here, prefix) === uri) &&
      (there.get('') ?? '') === (here.get('') ?? '');
    if (!this.same.has(there)) this.same.set(there, new WeakMap());
    this.same.get(there)!.set(here, agree);
    return agree;
  }

  uriOf(here: Bindings, prefix: string): string {
    return here.get(prefix) ?? this.added.get(prefix) ?? '';
  }

  /**
   * The prefix by which a namespace can be named here; the wanted one where it means that, else any, else a
   * new one.
   */
  prefixFor(here: Bindings, wanted: string, uri: string, attribute: boolean): string {
    if (uri === XMLNS) return wanted;
    if (this.uriOf(here, wanted) === uri && !(attribute && wanted === '' && uri !== '')) return wanted;
    for (const [prefix, bound] of here) if (bound === uri && !(attribute && prefix === '')) return prefix;
    if (wanted !== '' && this.isFree(wanted, uri)) {
      this.add(wanted, uri);
      return wanted;
    }
    for (const [prefix, bound] of this.added)
      if (bound === uri && this.uriOf(here, prefix) === uri) return prefix;
    let prefix = 'ns';
    for (let n = 1; !this.isFree(prefix, uri); n++) prefix = `${wanted || 'ns'}${n}`;
    this.add(prefix, uri);
    return prefix;
  }

  /**
   * Sees to it that a prefix within a value means what it meant; false where that takes a declaration of its
   * own.
   */
  holds(here: Bindings, prefix: string, uri: string): boolean {
    if (this.uriOf(here, prefix) === uri) return true;
    if (here.has(prefix) || !this.isFree(prefix, uri)) return false;
    this.add(prefix, uri);
    return true;
  }

  private isFree(prefix: string, uri: string): boolean {
    if (prefix === 'xml' || prefix === 'xmlns') return false;
    if (this.root.has(prefix) || (this.added.has(prefix) && this.added.get(prefix) !== uri)) return false;
    return [...(this.declared.get(prefix) ?? [])].every((other) => other === uri);
  }

  private add(prefix: string, uri: string): void {
    this.added.set(prefix, uri);
  }
}

export const declarations = (element: XmlElement): [prefix: string, uri: string][] =>
  element.attributes.flatMap(({ uri, prefix, local, value }): [string, string][] =>
    uri === XMLNS ? [[prefix === '' ? '' : local, value]] : [],
  );
