import type { XmlElement } from '../xml/xml-tree.js';
import { matched } from './matching/matching.js';
import { readComparedDiagram, shownName } from './side/side.js';
import type { Thing } from './side/side.js';

/** An element as a person knows it. */
export interface NamedElement {
  /** '' where it has none. */
  name: string;
  /** Local name of its BPMN type, e.g. `userTask`. */
  type: string;
}

/** An id that stands on another element than before. */
export interface ChangedHand {
  id: string;
  was: NamedElement;
  now: NamedElement;
  /** The id by which the later diagram has the element that had this one; absent where it is gone. */
  wentTo?: string;
}

/**
 * Ids of `before` that another element has in `after`, in the order of the earlier file. Takes the
 * `definitions` of both and the same matching as comparing and merging. Ids that stand more than once in a
 * file are left out, since nothing can be decided on them.
 */
export function changedHands(before: XmlElement, after: XmlElement): ChangedHand[] {
  const pairs = matched(readComparedDiagram(before), readComparedDiagram(after));
  return pairs.before.things.flatMap((thing): ChangedHand[] => {
    const holder = thing.unique ? pairs.after.byId.get(thing.id!) : undefined;
    const now = pairs.afterOf(thing);
    if (!holder?.unique || holder === now) return [];
    return [
      {
        id: thing.id!,
        was: named(thing),
        now: named(holder),
        ...(now?.id !== undefined && { wentTo: now.id }),
      },
    ];
  });
}

const named = (thing: Thing): NamedElement => ({ name: shownName(thing), type: thing.element.local });
