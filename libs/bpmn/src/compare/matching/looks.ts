import { attribute } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { contentLook } from '../side/content.js';
import type { ComparedDiagram, End, Thing } from '../side/side.js';
import { referencesOf } from './match-definitions.js';

/** A kind and a name. */
const coarse = ({ element, label }: Thing) => `${element.local} ${label}`;

/** What the things of one side look like without any id. */
export class Looks {
  /** Kinds and names that several things have. */
  private readonly shared = new Set<string>();
  private members: Map<Thing, string[]> | undefined;
  private referring: Map<Thing, string[]> | undefined;

  constructor(private readonly side: ComparedDiagram) {
    const once = new Set<string>();
    for (const thing of side.things) {
      if (thing.label === '' || !isKnownByName(thing)) continue;
      const words = coarse(thing);
      (once.has(words) ? this.shared : once).add(words);
    }
  }

  /** Whether kind and name tell a thing from all others of its side. */
  named = (thing: Thing): boolean =>
    thing.label !== '' &&
    (!isKnownByName(thing) || this.shared.size === 0 || !this.shared.has(coarse(thing)));

  /** What a thing contains. */
  content = (thing: Thing): string => contentLook(this.side, thing);

  /** What leads to and from a thing, stands in it or refers to it, in words. */
  around(thing: Thing): string {
    const { kind, links } = thing;
    const words =
      kind.family === 'lane'
        ? (this.membersOf(thing) ?? [])
        : kind.role === 'definition'
          ? (this.referringTo(thing) ?? [])
          : links.map(({ how, other }) => `${how} ${coarse(other)}`);
    return words.sort().join('|');
  }

  /** All that tells a thing from others; undefined where nothing does. */
  of(thing: Thing, named: boolean): string | undefined {
    const { kind, label } = thing;
    if (kind.role === 'edge') {
      const ends = (some: readonly End[]) =>
        some.map((end) => (end.thing ? coarse(end.thing) : '?')).join('&');
      const content = thing.content.length > 0 ? this.content(thing) : '';
      return `${kind.family} ${ends(thing.source)}>${ends(thing.target)} ${label} ${content}`;
    }
    if (named) return coarse(thing);
    if (kind.family === 'process') return `process ${namesIn(thing.element).sort().join('|')}`;
    const around = this.around(thing);
    const content = kind.role === 'container' ? '' : this.content(thing);
    return around === '' && content === '' ? undefined : `${coarse(thing)}|${around}|${content}`;
  }

  private membersOf(lane: Thing): string[] | undefined {
    this.members ??= gathered(this.side.things, (thing) =>
      (thing.lanes ?? []).map((each) => [each, coarse(thing)] as const),
    );
    return this.members.get(lane);
  }

  private referringTo(definition: Thing): string[] | undefined {
    this.referring ??= gathered(this.side.things, (thing) =>
      thing.kind.role === 'edge'
        ? []
        : [...referencesOf(this.side, thing)].map(
            ({ where, to }) => [to, `${where} ${coarse(thing)}`] as const,
          ),
    );
    return this.referring.get(definition);
  }
}

/** Of a flow, a process and the like the name is one sign among others. */
const isKnownByName = ({ kind: { role, family } }: Thing) =>
  role === 'node' || role === 'definition' || family === 'lane';

function gathered(
  things: readonly Thing[],
  wordsOf: (thing: Thing) => (readonly [Thing, string])[],
): Map<Thing, string[]> {
  const found = new Map<Thing, string[]>();
  for (const thing of things) {
    for (const [about, words] of wordsOf(thing)) {
      const known = found.get(about);
      if (known) known.push(words);
      else found.set(about, [words]);
    }
  }
  return found;
}

/** What tells a process without a name from others, looked up quickly. */
export const firstName = ({ element }: Thing) => namesIn(element)[0];

const namesIn = (element: XmlElement) =>
  element.children.flatMap((child) => (attribute(child, 'name')?.trim() || undefined) ?? []);
