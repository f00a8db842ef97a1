import { kindred } from '../side/kinds.js';
import type { Thing } from '../side/side.js';
import type { Pairs } from './pairs.js';

/** Things with the same id on both sides, where it stands for one thing on each and is believed. */
export function sameIds(pairs: Pairs, wanted: (thing: Thing) => boolean): [before: Thing, after: Thing][] {
  const found: [Thing, Thing][] = [];
  for (const before of pairs.openBefore((thing) => thing.unique && wanted(thing))) {
    const after = pairs.after.byId.get(before.id!);
    if (after?.unique && !pairs.beforeOf(after) && kindred(before.kind, after.kind) && believed(pairs, after))
      found.push([before, after]);
    function believed({ doubted }: Pairs, { kind }: Thing) {
      return !doubted.has(before.kind.family) && !doubted.has(kind.family);
    }
  }
  return found;
}
