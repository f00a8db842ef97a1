import { contentLook } from '../../compare/side/content.js';
import { readComparedDiagram } from '../../compare/side/side.js';
import type { Thing } from '../../compare/side/side.js';
import { attribute, elementsOf } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { digestOf } from '../pieces/digest.js';
import { isDrawing } from '../pieces/meaning.js';
import type { Attribute } from '../pieces/meaning.js';
import { readSource } from '../pieces/source.js';
import type { Source } from '../pieces/source.js';
import { knownIds } from './known-ids.js';
import { textWithIds } from './text-with-ids.js';

/** How often each id stands on an element, and on a shape or a line. */
export interface Counts {
  elements: Map<string, number>;
  drawn: Map<string, number>;
}

/** A side in the ids of the base, so that an id means one element in all three diagrams. */
export interface Aligned {
  source: Source;
  /** The ids that the side's own file has, by those in `source`; only where they differ. */
  own: { elements: Map<string, string>; drawn: Map<string, string> };
  /**
   * Values that name an element though the standard does not say so, as `valueKey` calls them in `source`.
   */
  naming: ReadonlySet<string>;
}

/** A value with the place that it stands in. */
export const valueKey = (element: XmlElement, attribute: Attribute | undefined, value: string) =>
  `${element.local}@${attribute?.local ?? ''} ${value}`;

/**
 * Puts the sides into the ids of the base. What is new on a side keeps its id, unless the base has that id
 * for something else; then it gets one for the time of merging.
 */
export function aligned(base: Source, mine: Source, theirs: Source): { mine: Aligned; theirs: Aligned } {
  const baseSide = readComparedDiagram(base.root);
  const align = (source: Source): Aligned => {
    const side = readComparedDiagram(source.root);
    const known = knownIds(baseSide, side);
    if (known.onBase.size + known.drawnOnBase.size + known.taken.size === 0)
      return { source, own: { elements: new Map(), drawn: new Map() }, naming: new Set() };
    const [counts, onBase] = [countsOf(source), countsOf(base)];
    const elements = equallyOften(known.onBase, counts.elements, onBase.elements);
    // A flow is known by what it connects, so whatever is no flow gets its id first.
    const taken = [...known.taken, ...newAtTaken(known.taken)].filter(([id]) => !elements.has(id));
    for (const edges of [false, true])
      for (const [id, thing] of taken)
        if ((thing.kind.role === 'edge') === edges) elements.set(id, forNow(id, wordsOf(thing)));
    makeRoom(elements, counts.elements);
    const drawn = equallyOften(known.drawnOnBase, counts.drawn, onBase.drawn);
    makeRoom(drawn, counts.drawn);
    const naming = new Set<string>();
    const text = textWithIds(source.text, source.root, { elements, drawn }, (element, found) => {
      if (!known.naming.has(found ?? element)) return false;
      const now = elements.get((found?.value ?? element.text).trim());
      if (now !== undefined) naming.add(valueKey(element, found, now));
      return true;
    });
    return {
      naming,
      source: readSource(source.origin, text),
      own: { elements: turned(elements), drawn: turned(drawn) },
    };
    /** New flows of such steps: another side may have their ids for flows of other steps. */
    function newAtTaken(taken: ReadonlyMap<string, Thing>): [string, Thing][] {
      const steps = new Set(taken.values());
      return side.things.flatMap((thing): [string, Thing][] =>
        thing.unique &&
        !baseSide.byId.has(thing.id!) &&
        [...thing.source, ...thing.target].some((end) => end.thing && steps.has(end.thing))
          ? [[thing.id!, thing]]
          : [],
      );
    }
    function wordsOf(thing: Thing) {
      const ends = [thing.source, thing.target].map((some) =>
        some.map(({ ref, thing: end }) => elements.get(end?.id ?? ref) ?? end?.id ?? ref),
      );
      return JSON.stringify([thing.element.local, thing.name, contentLook(side, thing), ends]);
    }
  };
  return { mine: align(mine), theirs: align(theirs) };
}

/** Names for ids that stand equally often in either file. */
const equallyOften = (known: Map<string, string>, counts: Map<string, number>, onBase: Map<string, number>) =>
  new Map([...known].filter(([id, before]) => counts.get(id) === onBase.get(before)));

/** Another name for every id without one that would stand for others too. */
function makeRoom(names: Map<string, string>, counts: Map<string, number>): void {
  for (const id of [...names.values()]) if (counts.has(id) && !names.has(id)) names.set(id, forNow(id, ''));
}

export function countsOf({ root }: Source): Counts {
  const counts: Counts = { elements: new Map(), drawn: new Map() };
  for (const element of elementsOf(root)) {
    const id = attribute(element, 'id')?.trim();
    if (!id) continue;
    const map = isDrawing(element) ? counts.drawn : counts.elements;
    map.set(id, (map.get(id) ?? 0) + 1);
  }
  return counts;
}

const turned = (names: Map<string, string>) => new Map([...names].map(([one, other]) => [other, one]));

/** An id for the time of merging that no file has; two sides that made the same give it the same one. */
const forNow = (id: string, words: string) => `${id}~${digestOf(words)}`;

/** Whether a side has other ids than the base. */
export const isRenumbered = ({ own }: Aligned) => own.elements.size + own.drawn.size > 0;
