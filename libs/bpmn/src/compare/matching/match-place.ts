import { contentLook } from '../side/content.js';
import type { Thing } from '../side/side.js';
import { pairByKey } from './pairs.js';
import type { Pairs } from './pairs.js';

const isNode = (thing: Thing) => thing.kind.role === 'node';

/**
 * By the place: what has an id that others have as well by what holds it; what has another id and another
 * name where the flows to and from it kept their ids, or lead to the same neighbours under a similar name.
 */
export function byPlace(pairs: Pairs): void {
  const open = pairs.openBefore(isNode);
  if (open.length === 0) return;
  // An id that stands more than once in the file still tells things apart within what holds them.
  const twin = (partner: (thing: Thing) => Thing | undefined, isBefore: boolean) => (thing: Thing) => {
    const around = thing.parent && (isBefore ? partner(thing.parent) && thing.parent : partner(thing.parent));
    return thing.id === undefined || thing.unique || !around || pairs.doubted.has(thing.kind.family)
      ? undefined
      : `${around.order} ${thing.kind.family} ${thing.id}`;
  };
  pairByKey(
    pairs,
    open,
    pairs.openAfter(isNode),
    twin(pairs.afterOf, true),
    twin(pairs.beforeOf, false),
    true,
  );
  // A step that became one of another kind and kept its name.
  const named = (thing: Thing) => (thing.label === '' ? undefined : `${thing.kind.family} ${thing.label}`);
  pairByKey(pairs, open, pairs.openAfter(isNode), named, named, true);
  for (const before of open) {
    const after = throughSameFlows(pairs, before);
    if (after) pairs.pair(before, after);
  }
  const place = (partner: (thing: Thing) => Thing | undefined, isBefore: boolean) => (thing: Thing) => {
    if (thing.links.length === 0) return undefined;
    const ways: string[] = [];
    let unknown = 0;
    for (const { how, other } of thing.links) {
      const known = partner(other);
      if (!known && !pairs.doubted.has(thing.kind.family)) return undefined;
      if (!known) unknown++;
      ways.push(
        `${how} ${known ? (isBefore ? other.order : known.order) : `?${other.element.local} ${other.label}`}`,
      );
    }
    return unknown === ways.length ? undefined : `${thing.element.local} ${ways.sort().join('|')}`;
  };
  // Of several in one place nobody knows which is which.
  pairByKey(
    pairs,
    pairs.openBefore(isNode),
    pairs.openAfter(isNode),
    place(pairs.afterOf, true),
    place(pairs.beforeOf, false),
    true,
    undefined,
    (one, other) => similar(one.label, other.label) || renamedInPlace(pairs, one, other),
  );
}

/** The thing of the same family that all flows of this one lead to and from now, by the flows' ids. */
function throughSameFlows(pairs: Pairs, before: Thing): Thing | undefined {
  let found: Thing | undefined;
  let ways = 0;
  for (const { how, edge } of before.links) {
    if (!edge?.unique || edge.kind.family === 'association' || pairs.doubted.has(edge.kind.family)) continue;
    const now = pairs.after.byId.get(edge.id!);
    const end =
      now?.unique && now.kind.family === edge.kind.family
        ? (how.startsWith('>') ? now.source : now.target)[0]?.thing
        : undefined;
    if (!end || (found && end !== found)) return undefined;
    found = end;
    ways++;
  }
  if (!found || pairs.beforeOf(found) || found.kind.family !== before.kind.family) return undefined;
  return ways === found.links.filter(({ edge }) => edge && edge.kind.family !== 'association').length
    ? found
    : undefined;
}

/**
 * Where ids say nothing, a step of another name in the same place is the same as long as nothing else of it
 * changed.
 */
const renamedInPlace = (pairs: Pairs, before: Thing, after: Thing) =>
  pairs.doubted.has(before.kind.family) &&
  contentLook(pairs.before, before) === contentLook(pairs.after, after);

/** Names that share half of their words, or of which one is missing. */
export function similar(one: string, other: string): boolean {
  const words = new Set(
    one
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
  const others = new Set(
    other
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
  if (words.size === 0 || others.size === 0) return true;
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  return shared * 2 >= Math.min(words.size, others.size);
}
