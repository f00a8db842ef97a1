import { contentLook } from '../side/content.js';
import type { End, Thing } from '../side/side.js';
import { sameText } from './unchanged.js';
import { pairByKey } from './pairs.js';
import type { Pairs } from './pairs.js';
import { sameIds } from './same-ids.js';

/** Flows, then associations, which may lead to flows. */
const ORDER = [
  (thing: Thing) => thing.kind.role === 'edge' && thing.kind.family.endsWith('Flow'),
  (thing: Thing) => thing.kind.role === 'edge',
];

/** Whether two edges lead from or to the same; not where that is not known on both sides. */
function agree(pairs: Pairs, ends: readonly End[], newEnds: readonly End[]): boolean {
  const [one, other] = [ends[0], newEnds[0]];
  // Without words, since nearly every flow has one end on either side.
  if (ends.length === 1 && newEnds.length === 1 && one?.thing && other?.thing)
    return pairs.afterOf(one.thing) === other.thing;
  const key = endKey(pairs, ends, true);
  return key !== undefined && key === endKey(pairs, newEnds, false);
}

/** An end as both sides see it: the thing where it is known on the other side, else what is written. */
function endKey(pairs: Pairs, ends: readonly End[], isBefore: boolean): string | undefined {
  if (ends.length === 1) return wordFor(pairs, ends[0]!, isBefore);
  const keys: string[] = [];
  for (const end of ends) {
    const key = wordFor(pairs, end, isBefore);
    if (key === undefined) return undefined;
    keys.push(key);
  }
  return keys.sort().join(' ');
}

function wordFor(pairs: Pairs, { ref, thing }: End, isBefore: boolean): string | undefined {
  if (!thing) return `?${ref}`;
  const partner = isBefore ? pairs.afterOf(thing) : pairs.beforeOf(thing);
  return partner && `#${isBefore ? thing.order : partner.order}`;
}

/**
 * Flows and associations: by both ends, those of one id that say the same first; then by id where one end
 * agrees; else, with `idAlone`, by the id alone.
 */
export function matchEdges(pairs: Pairs, idAlone: boolean): void {
  for (const wanted of ORDER) {
    const agreeing = sameIds(pairs, wanted).map(([before, after]) => ({
      before,
      after,
      ends:
        Number(agree(pairs, before.source, after.source)) + Number(agree(pairs, before.target, after.target)),
    }));
    for (const { before, after, ends } of agreeing)
      if (ends === 2 && saysSame(before, after)) pairs.pair(before, after);
    // One end and all that an edge says of itself tell more than two ends and another content.
    for (const { before, after, ends } of agreeing)
      if (ends === 1 && before.content.length > 0 && saysSame(before, after)) pairs.pair(before, after);
    const open = [pairs.openBefore(wanted), pairs.openAfter(wanted)] as const;
    if (open[0].length > 0 && open[1].length > 0) {
      byEnds(pairs, ...open, true);
      for (const { before, after, ends } of agreeing) if (ends === 2) pairs.pair(before, after);
      byEnds(pairs, ...open, false);
    }
    for (const { before, after, ends } of agreeing) if (ends === 1 || idAlone) pairs.pair(before, after);
  }
}

const saysSame = (before: Thing, after: Thing) =>
  before.label === after.label &&
  before.content.length === after.content.length &&
  before.content.every((one, i) => sameText(one, after.content[i]!));

/** @param told only what is the one way left between two things, or says the same as another */
function byEnds(pairs: Pairs, before: Thing[], after: Thing[], told: boolean): void {
  const between = (isBefore: boolean) => (edge: Thing) => {
    const source = endKey(pairs, edge.source, isBefore);
    const target = source === undefined ? undefined : endKey(pairs, edge.target, isBefore);
    return target === undefined ? undefined : `${edge.kind.family} ${source}>${target}`;
  };
  const named = (isBefore: boolean) => (edge: Thing) => {
    const ends = between(isBefore)(edge);
    return ends === undefined ? undefined : `${ends} ${edge.label}`;
  };
  const full = (isBefore: boolean) => (edge: Thing) => {
    const key = named(isBefore)(edge);
    return key === undefined
      ? undefined
      : `${key} ${contentLook(isBefore ? pairs.before : pairs.after, edge)}`;
  };
  if (told) {
    // Where one way each is left between two things nothing else needs to be looked at.
    pairByKey(pairs, before, after, between(true), between(false), true);
    pairByKey(pairs, before, after, full(true), full(false), false);
  } else for (const key of [named, between]) pairByKey(pairs, before, after, key(true), key(false), false);
}
