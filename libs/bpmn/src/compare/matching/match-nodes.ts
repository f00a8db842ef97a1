import { contentLook } from '../side/content.js';
import type { ComparedDiagram, Thing } from '../side/side.js';
import { pairByKey } from './pairs.js';
import type { Pairs } from './pairs.js';
import { sameIds } from './same-ids.js';
import { labelRounds } from './signatures.js';
import { subProcessesByVotes } from './votes.js';

const isNode = (thing: Thing) => thing.kind.role === 'node';
/** How far around a thing is looked. */
const ROUNDS = 3;
/** So many names under other ids are no chance: two may have been exchanged by hand. */
const SEVERAL = 3;

/**
 * Steps, events, gateways, data, annotations and pools. An id is believed where the name agrees, or else the
 * place; then what has another id is looked for by kind, name and neighbourhood; only then an id alone is
 * enough, so that a tool that renumbers does not turn names over.
 */
export function matchNodes(pairs: Pairs): void {
  for (const [before, after] of sameIds(pairs, isNode)) {
    if (before.kind.family === after.kind.family && before.label !== '' && before.label === after.label)
      pairs.pair(before, after);
  }
  const elsewhere = namesElsewhere(pairs);
  if (elsewhere >= SEVERAL) byLooks(pairs, true);
  if (elsewhere === 0) {
    // Nothing speaks against the ids, and what has no name has nothing else that says so much.
    for (const [before, after] of sameIds(pairs, isNode))
      if (before.label === '' && coarse(before) === coarse(after)) pairs.pair(before, after);
  }
  // All are looked at before any is believed, so that the order of the file decides nothing; then once more,
  // with the neighbours found.
  for (let pass = 0; pass < 2; pass++) {
    for (const [before, after] of sameIds(pairs, isNode).filter(([before, after]) =>
      samePlace(pairs, before, after),
    ))
      pairs.pair(before, after);
  }
  byLooks(pairs);
  const known = pairs.size;
  for (const [before, after] of sameIds(pairs, isNode)) {
    if (before.kind.family === after.kind.family || (before.label !== '' && before.label === after.label))
      pairs.pair(before, after);
  }
  if (pairs.size > known) byLooks(pairs);
}

/**
 * How many names are still there, kind and all, but under ids that others had: some tools number their
 * elements with every export.
 */
function namesElsewhere(pairs: Pairs): number {
  const hasName = (thing: Thing) => isNode(thing) && thing.label !== '';
  const others = sameIds(pairs, hasName).filter(([, after]) => after.label !== '');
  if (others.length === 0) return 0;
  const [names, newNames] = [
    new Set(pairs.openBefore(hasName).map(coarse)),
    new Set(pairs.openAfter(hasName).map(coarse)),
  ];
  return Math.max(
    others.filter(([before]) => newNames.has(coarse(before))).length,
    others.filter(([, after]) => names.has(coarse(after))).length,
  );
}

/**
 * Whether the same ways lead to and from both, or from and to the same neighbours; two that stand alone are
 * in the same place.
 */
export function samePlace(pairs: Pairs, before: Thing, after: Thing): boolean {
  if (before.links.length === 0 && after.links.length === 0) return before.kind.family === after.kind.family;
  const ways = new Set<string>();
  const neighbours = new Set<string>();
  for (const { how, other, edge } of before.links) {
    if (edge?.unique && !pairs.doubted.has(edge.kind.family)) ways.add(`${how} ${edge.id}`);
    const partner = pairs.afterOf(other);
    if (partner) neighbours.add(`${how} ${partner.order}`);
  }
  return after.links.some(
    ({ how, other, edge }) =>
      (edge?.unique && ways.has(`${how} ${edge.id}`)) ||
      (pairs.beforeOf(other) && neighbours.has(`${how} ${other.order}`)),
  );
}

/** By kind, name, content and neighbourhood, the most telling first; `only` what nothing else looks like. */
export function byLooks(pairs: Pairs, only = false): void {
  if (pairs.openBefore(isNode).length === 0 || pairs.openAfter(isNode).length === 0) return;
  const doubts: Doubts | undefined = keepIds(pairs) ? new Map() : undefined;
  const grow = (from: Thing[]) => spread(pairs, from, doubts);
  const known = pairs.before.things.filter((thing) => thing.links.length > 0 && pairs.afterOf(thing));
  // Nothing else can look like these, so that only what is left has to be looked at closely.
  const sure = byNamesOfTheirOwn(pairs);
  subProcessesByVotes(pairs);
  grow(known);
  const looks = new Map<Thing, string>();
  const fine = (thing: Thing, isBefore: boolean) => {
    let look = looks.get(thing);
    if (look === undefined) looks.set(thing, (look = fineLook(isBefore ? pairs.before : pairs.after, thing)));
    return look;
  };
  for (const look of [fine, coarse]) {
    const [openBefore, openAfter] = [pairs.openBefore(isNode), pairs.openAfter(isNode)];
    if (openBefore.length === 0 || openAfter.length === 0) return;
    const rounds = labelRounds(
      pairs,
      openBefore,
      openAfter,
      look,
      (how, edge, isBefore) =>
        look === fine && edge
          ? `${how} ${edge.label} ${contentLook(isBefore ? pairs.before : pairs.after, edge)}`
          : how,
      ROUNDS,
    );
    const labelled = (round: number) => (thing: Thing) => String(rounds[round]!.get(thing));
    const paired = (thing: Thing) => grow([thing]);
    for (let round = ROUNDS; round > 0; round--)
      pairByKey(pairs, openBefore, openAfter, labelled(round), labelled(round), true, paired);
    grow(sure.splice(0));
    if (only) continue;
    // What looks alike as far as anybody can see is paired in the order of the file, each pair taking its
    // neighbours along. Where one side has more, a content may have changed: then the coarse look decides.
    const inOrder = look === fine ? 'even' : false;
    if (look === coarse) {
      const named = (thing: Thing) => (thing.label === '' ? undefined : coarse(thing));
      pairByKey(pairs, openBefore, openAfter, named, named, 'even', paired);
    }
    pairByKey(pairs, openBefore, openAfter, labelled(ROUNDS), labelled(ROUNDS), inOrder, paired);
  }
}

/**
 * Pairs things of a kind and name that either side has once, and gives them; where they stand matters less.
 */
function byNamesOfTheirOwn(pairs: Pairs): Thing[] {
  const [names, newNames] = [namesOfTheirOwn(pairs.before), namesOfTheirOwn(pairs.after)];
  const found: Thing[] = [];
  for (const [name, before] of names) {
    const after = newNames.get(name);
    if (before && after && pairs.pair(before, after)) found.push(before);
  }
  return found;
}

/** Things by kind and name; undefined where several have it. */
function namesOfTheirOwn(side: ComparedDiagram): Map<string, Thing | undefined> {
  const names = new Map<string, Thing | undefined>();
  for (const thing of side.things) {
    if (!isNode(thing) || thing.label === '') continue;
    const name = coarse(thing);
    names.set(name, names.has(name) ? undefined : thing);
  }
  return names;
}

const coarse = (thing: Thing) => `${thing.element.local} ${thing.label}`;

/** What a thing looks like with what it contains and the lane it is in. */
function fineLook(side: ComparedDiagram, thing: Thing): string {
  const lanes = (thing.lanes ?? [])
    .map(({ name }) => name)
    .sort()
    .join('|');
  return `${coarse(thing)} ${thing.unique ? '' : (thing.id ?? '')} ${lanes} ${contentLook(side, thing)}`;
}

/**
 * From things that are known along their ways: a neighbour that is the only one of its kind and name on
 * either side is the same. Without a name, and in a diagram that kept its ids otherwise, one neighbour proves
 * little: there half of the ways have to agree.
 */
function spread(pairs: Pairs, from: Thing[], doubts: Doubts | undefined): void {
  const queue = [...from];
  for (let thing = queue.pop(); thing; thing = queue.pop()) {
    const after = pairs.afterOf(thing);
    if (!after) continue;
    const here = openNeighbours(thing, pairs.afterOf);
    if (here.size === 0) continue;
    const there = openNeighbours(after, pairs.beforeOf);
    for (const [key, one] of here) {
      const other = there.get(key);
      if (!one || !other || (doubts && one.label === '' && !agree(pairs, one, other, doubts))) continue;
      if (pairs.pair(one, other)) queue.push(one);
    }
  }
}

/**
 * How often each nameless thing was looked at; one with thousands of ways is not looked at thousands of
 * times.
 */
type Doubts = Map<Thing, number>;
const PATIENCE = 8;

/** Whether at least half of the ways of two things lead to and from the same things. */
function agree(pairs: Pairs, before: Thing, after: Thing, doubts: Doubts): boolean {
  const times = doubts.get(before) ?? 0;
  if (times >= PATIENCE) return false;
  doubts.set(before, times + 1);
  const known = (other: Thing) => pairs.afterOf(other)?.order ?? `?${other.order}`;
  const [ways, newWays] = [
    new Set(before.links.map(({ how, other }) => `${how} ${known(other)}`)),
    new Set(after.links.map(({ how, other }) => `${how} ${other.order}`)),
  ];
  const shared = [...ways].filter((way) => newWays.has(way)).length;
  return shared * 2 >= Math.max(ways.size, newWays.size);
}

/** Whether most things of the side that has fewer have an id that the other side has as well. */
export function keepIds({ before, after, doubted }: Pairs): boolean {
  const [fewer, more] = before.things.length <= after.things.length ? [before, after] : [after, before];
  const nodes = fewer.things.filter((thing) => isNode(thing) && !doubted.has(thing.kind.family));
  return nodes.filter(({ id }) => id !== undefined && more.byId.has(id)).length * 2 > nodes.length;
}

/** Neighbours that are not known yet, by way and look; undefined where several look the same. */
function openNeighbours(
  thing: Thing,
  partner: (thing: Thing) => Thing | undefined,
): Map<string, Thing | undefined> {
  const found = new Map<string, Thing | undefined>();
  for (const { how, other } of thing.links) {
    if (!isNode(other) || partner(other)) continue;
    const key = `${how} ${coarse(other)}`;
    found.set(key, found.has(key) && found.get(key) !== other ? undefined : other);
  }
  return found;
}
