import type { Thing } from '../side/side.js';
import type { Pairs } from './pairs.js';

/** A holder of each side, and how many known things of the one are in the other. */
interface Vote {
  holder: Thing;
  other: Thing;
  count: number;
}

/** Holders of one thing that are asked; an ordinary thing has one. */
const ENOUGH = 8;

/** A holder whose things are now mostly in one holder of the same kind is that one. */
export function byVotes(...asked: Parameters<typeof votes>): void {
  const [pairs] = asked;
  for (const { holder, other } of votes(...asked)) pairs.pair(holder, other);
}

/**
 * Sub-processes of one kind and name by the steps and flows in them: each is the one that has the largest
 * share of its known ones. Where two have as many, the surroundings tell.
 */
export function subProcessesByVotes(pairs: Pairs): void {
  const isActivity = (thing: Thing) => thing.kind.family === 'activity';
  const ranked = votes(
    pairs,
    ({ parent }) => parent !== undefined && isActivity(parent),
    isActivity,
    ({ parent }) => (parent && isActivity(parent) ? [parent] : []),
    (one, other) => one.label === other.label,
  );
  const most = new Map<Thing, { count: number; times: number }>();
  for (const { holder, other, count } of ranked) {
    for (const thing of [holder, other]) {
      const known = most.get(thing);
      if (!known) most.set(thing, { count, times: 1 });
      else if (known.count === count) known.times++;
    }
  }
  const isMost = (thing: Thing, count: number) => {
    const known = most.get(thing);
    return known?.count === count && known.times === 1;
  };
  for (const { holder, other, count } of ranked)
    if (isMost(holder, count) && isMost(other, count)) pairs.pair(holder, other);
}

/** The votes of things that are known, the most first. */
function votes(
  pairs: Pairs,
  voters: (thing: Thing) => boolean,
  isHolder: (thing: Thing) => boolean,
  holders: (thing: Thing) => Thing[],
  alike: (one: Thing, other: Thing) => boolean = () => true,
): Vote[] {
  if (pairs.openBefore(isHolder).length === 0 || pairs.openAfter(isHolder).length === 0) return [];
  const counted = new Map<Thing, Map<Thing, number>>();
  for (const before of pairs.before.things) {
    const after = voters(before) ? pairs.afterOf(before) : undefined;
    if (!after) continue;
    for (const holder of holders(before).slice(0, ENOUGH)) {
      if (pairs.afterOf(holder)) continue;
      for (const other of holders(after).slice(0, ENOUGH)) {
        if (pairs.beforeOf(other) || other.element.local !== holder.element.local || !alike(holder, other))
          continue;
        const counts = counted.get(holder) ?? new Map<Thing, number>();
        counted.set(holder, counts);
        counts.set(other, (counts.get(other) ?? 0) + 1);
      }
    }
  }
  const ranked = [...counted].flatMap(([holder, counts]) =>
    [...counts].map(([other, count]) => ({ holder, other, count })),
  );
  return ranked.sort((a, b) => b.count - a.count);
}
