import type { Thing } from '../side/side.js';
import type { Pairs } from './pairs.js';

const isNode = (thing: Thing) => thing.kind.role === 'node';
/** So many new things may stand between two that were neighbours. */
const FAR = 3;

/**
 * Things that have another neighbour now because a step was put in between or taken out: what a known
 * neighbour leads to, over things that the other side lacks, where that is the only one of its kind and name.
 */
export function acrossWhatIsNew(pairs: Pairs): void {
  // All are looked for before any is believed, so that it does not matter which side is which.
  const found = [
    ...onlyOnes(pairs.openBefore(isNode), pairs.afterOf, pairs.beforeOf),
    ...onlyOnes(pairs.openAfter(isNode), pairs.beforeOf, pairs.afterOf).map(
      ([after, before]): [Thing, Thing] => [before, after],
    ),
  ];
  const claims = new Map<Thing, Set<Thing>>();
  for (const [before, after] of found) {
    claims.set(before, (claims.get(before) ?? new Set()).add(after));
    claims.set(after, (claims.get(after) ?? new Set()).add(before));
  }
  for (const [before, after] of found)
    if (claims.get(before)!.size === 1 && claims.get(after)!.size === 1) pairs.pair(before, after);
}

type Partner = (thing: Thing) => Thing | undefined;

/** Open things with the one that each can only be on the other side. */
function onlyOnes(open: Thing[], partner: Partner, partnerBack: Partner): [Thing, Thing][] {
  return open.flatMap((thing): [Thing, Thing][] => {
    const others = new Set<Thing>();
    for (const { how, other } of thing.links.slice(0, FAR)) {
      const known = partner(other);
      if (known) reach(known, turned(how), thing, partnerBack, others);
    }
    const [one] = others;
    return one && others.size === 1 ? [[thing, one]] : [];
  });
}

/** Gathers what looks like `wanted` and can be reached from a thing over unknown ones. */
function reach(from: Thing, how: string, wanted: Thing, partner: Partner, found: Set<Thing>): void {
  let edge = [from];
  const seen = new Set(edge);
  for (let step = 0; step <= FAR; step++) {
    const next: Thing[] = [];
    for (const thing of edge) {
      for (const link of thing.links) {
        if (link.how !== how || seen.has(link.other) || partner(link.other)) continue;
        seen.add(link.other);
        if (link.other.element.local === wanted.element.local && link.other.label === wanted.label)
          found.add(link.other);
        else next.push(link.other);
      }
    }
    edge = next;
  }
}

/** The same way seen from its other end. */
const turned = (how: string) => (how.startsWith('>') ? '<' : '>') + how.slice(1);
