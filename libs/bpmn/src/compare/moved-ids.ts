import { copied, listed } from '../keys.js';
import { attribute } from '../xml/xml-tree.js';
import type { XmlElement } from '../xml/xml-tree.js';
import { matched } from './matching/matching.js';
import { samePlace } from './matching/match-nodes.js';
import { similar } from './matching/match-place.js';
import type { Pairs } from './matching/pairs.js';
import { readComparedDiagram, shownName } from './side/side.js';
import type { End, Thing } from './side/side.js';

/** An element as a person knows it. */
export interface NamedElement {
  /** Of a flow without one, what it connects; '' where nothing tells. */
  name: string;
  /** Local name of its BPMN type, e.g. `userTask`. */
  type: string;
}

/** An id that stands on another element than before, or whose element has another id now. */
export interface MovedId {
  id: string;
  was: NamedElement;
  /** Who has the id now; absent where it stands on nothing, or on several. */
  now?: NamedElement;
  /** The id by which the later diagram has the element that had this one; absent without one of its own. */
  wentTo?: string;
}

/**
 * Ids of `before` that stand on another element in `after`, or whose element has another id there, in the
 * order of the earlier file. Takes the `definitions` of both and the same matching as comparing and merging.
 * Ids that stand more than once in a file are left out, since nothing can be decided on them.
 */
export const movedIds = (before: XmlElement, after: XmlElement): MovedId[] =>
  movedIn(matched(readComparedDiagram(before), readComparedDiagram(after)));

/** The same for two diagrams that are matched already. */
export function movedIn(pairs: Pairs): MovedId[] {
  return pairs.before.things.flatMap((thing): MovedId[] => {
    if (!thing.unique) return [];
    const holder = pairs.after.byId.get(thing.id!);
    const now = pairs.afterOf(thing);
    if (holder && holder === now) return [];
    const stands = holder?.unique ? { now: named(holder) } : {};
    const went = now?.unique && now.id !== thing.id ? { wentTo: idOf(now) } : {};
    const moved = { ...stands, ...went };
    return Object.keys(moved).length === 0 ? [] : [{ id: idOf(thing), was: named(thing), ...moved }];
  });
}

/**
 * Ids of which a person is asked although the matching believes them, in the order of the earlier file. The
 * matching says that these steps were renamed. But two may as well have changed places, and one that shares
 * neither a word nor a neighbour with the former may be another. Asking costs less than a decision on a step
 * that nobody meant.
 * @param placeCounts whether the same neighbours are enough to believe a new name
 */
export function doubtfulIn(pairs: Pairs, placeCounts: boolean): MovedId[] {
  const renamed = pairs.before.things.flatMap((thing): [Thing, Thing][] => {
    const now = thing.unique && thing.kind.role === 'node' ? pairs.afterOf(thing) : undefined;
    const differs = now && thing.label !== '' && now.label !== '' && thing.label !== now.label;
    return differs && now.id === thing.id ? [[thing, now]] : [];
  });
  const nowOfName = new Map(renamed.map(([{ kind, label }, now]) => [`${kind.family} ${label}`, now]));
  return renamed.flatMap(([thing, now]): MovedId[] => {
    const other = nowOfName.get(`${now.kind.family} ${now.label}`);
    const asked = { id: idOf(thing), was: named(thing), now: named(now) };
    if (other?.unique && other.label === thing.label) return [{ ...asked, wentTo: idOf(other) }];
    const known = similar(thing.label, now.label) || (placeCounts && samePlace(pairs, thing, now));
    return known ? [] : [asked];
  });
}

/** As it stands in the file, which is how decisions name it. */
export const idOf = ({ element }: Thing): string => attribute(element, 'id')!;

const named = (thing: Thing): NamedElement => ({
  name: copied(shownName(thing)) || connected(thing),
  type: thing.element.local,
});

function connected({ source, target }: Thing): string {
  const ends = [source, target].map((some) => listed(some.flatMap(nameOfEnd), ' / '));
  return ends.every((end) => end !== '') ? ends.join(' → ') : '';
}

const nameOfEnd = ({ thing }: End): string[] =>
  thing && shownName(thing) !== '' ? [copied(shownName(thing))] : [];
