import { BPMN } from '../../xml/namespaces.js';
import { attribute, childrenNamed } from '../../xml/xml-tree.js';
import type { ComparedDiagram, Thing } from '../side/side.js';
import { pairByKey } from './pairs.js';
import type { Pairs } from './pairs.js';
import { sameIds } from './same-ids.js';
import { byVotes } from './votes.js';

/** Processes and pools that can be known before what is in them: by name, or because there is only one. */
export function matchProcesses(pairs: Pairs): void {
  const isPool = (thing: Thing) => thing.kind.family === 'participant';
  const isProcess = (thing: Thing) => thing.kind.family === 'process';
  for (const [before, after] of sameIds(pairs, isPool))
    if (before.label === after.label) pairs.pair(before, after);
  for (const wanted of [isPool, isProcess]) {
    const named = (thing: Thing) => (thing.label === '' ? undefined : thing.label);
    pairByKey(pairs, pairs.openBefore(wanted), pairs.openAfter(wanted), named, named, true);
    if (wanted === isPool) processesOfPools(pairs);
  }
  const all = [pairs.before.things.filter(isProcess), pairs.after.things.filter(isProcess)] as const;
  if (all[0].length === 1 && all[1].length === 1) pairs.pair(all[0][0]!, all[1][0]!);
}

/**
 * Processes, sub-processes, pools, lanes and what holds them, where the id does not say it: by what they
 * contain, then by name and place.
 */
export function matchContainers(pairs: Pairs): void {
  const holds = (thing: Thing) => thing.kind.role === 'container' || thing.kind.family === 'activity';
  byVotes(
    pairs,
    (thing) => thing.kind.role === 'node' || thing.kind.role === 'edge',
    holds,
    (thing) => (thing.parent && holds(thing.parent) ? [thing.parent] : []),
  );
  pools(pairs);
  lanes(pairs);
  for (const family of ['process', 'collaboration', 'laneSet']) {
    const open = (thing: Thing) => thing.kind.family === family;
    byParentAndName(pairs, open);
    const place = (isBefore: boolean) => (thing: Thing) => parentKey(pairs, thing, isBefore);
    // Where each side has one left in the same place, it is that one.
    if (
      family !== 'process' ||
      (pairs.openBefore(open).length === 1 && pairs.openAfter(open).length === 1 && !hasOwnLife(pairs))
    ) {
      pairByKey(pairs, pairs.openBefore(open), pairs.openAfter(open), place(true), place(false), true);
    }
  }
  // Lanes without name and members, one after the other.
  const isBare = (side: ComparedDiagram) => {
    let inhabited: Set<Thing> | undefined;
    return (thing: Thing) =>
      thing.kind.family === 'lane' &&
      !(inhabited ??= new Set(side.things.flatMap(({ lanes }) => lanes ?? []))).has(thing);
  };
  const key = (isBefore: boolean) => (thing: Thing) => `${parentKey(pairs, thing, isBefore)} ${thing.label}`;
  pairByKey(
    pairs,
    pairs.openBefore(isBare(pairs.before)),
    pairs.openAfter(isBare(pairs.after)),
    key(true),
    key(false),
    false,
  );
}

/** Whether the only processes left on either side are each full of things that the other lacks. */
function hasOwnLife(pairs: Pairs): boolean {
  const inhabited = (side: ComparedDiagram, known: (thing: Thing) => Thing | undefined) =>
    side.things.some(
      (thing) =>
        thing.parent?.kind.family === 'process' && !known(thing.parent) && thing.kind.role === 'node',
    );
  return inhabited(pairs.before, pairs.afterOf) && inhabited(pairs.after, pairs.beforeOf);
}

const processOf = (side: ComparedDiagram, pool: Thing) => {
  const ref = attribute(pool.element, 'processRef');
  return ref === undefined ? undefined : side.resolve(ref);
};

/** Pools by the process that they stand for. */
function pools(pairs: Pairs): void {
  const isPool = (thing: Thing) => thing.kind.family === 'participant';
  const key = (side: ComparedDiagram, isBefore: boolean) => (pool: Thing) => {
    const process = processOf(side, pool);
    const order = process && (isBefore ? process : pairs.beforeOf(process))?.order;
    return order === undefined ? undefined : String(order);
  };
  pairByKey(
    pairs,
    pairs.openBefore(isPool),
    pairs.openAfter(isPool),
    key(pairs.before, true),
    key(pairs.after, false),
    true,
  );
  processesOfPools(pairs);
}

function processesOfPools(pairs: Pairs): void {
  for (const before of pairs.before.things) {
    const after = before.kind.family === 'participant' ? pairs.afterOf(before) : undefined;
    const [one, other] = after ? [processOf(pairs.before, before), processOf(pairs.after, after)] : [];
    if (one && other && one.kind.family === 'process' && other.kind.family === 'process')
      pairs.pair(one, other);
  }
}

function lanes(pairs: Pairs): void {
  const isLane = (thing: Thing) => thing.kind.family === 'lane';
  const named = sameIds(pairs, isLane);
  for (const [before, after] of named)
    if (before.label === after.label || sharesMember(pairs, before, after)) pairs.pair(before, after);
  const members = (thing: Thing) => thing.lanes ?? [];
  // Lanes of one name are told apart by their content.
  byVotes(
    pairs,
    () => true,
    isLane,
    members,
    (one, other) => one.label !== '' && one.label === other.label,
  );
  byParentAndName(pairs, isLane);
  for (const [before, after] of sameIds(pairs, isLane)) pairs.pair(before, after);
  byVotes(pairs, () => true, isLane, members);
}

function sharesMember(pairs: Pairs, before: Thing, after: Thing): boolean {
  const members = new Set(
    childrenNamed(after.element, BPMN, 'flowNodeRef').map((ref) => pairs.after.resolve(ref.text)),
  );
  return childrenNamed(before.element, BPMN, 'flowNodeRef').some((ref) => {
    const member = pairs.before.resolve(ref.text);
    const now = member && pairs.afterOf(member);
    return now !== undefined && members.has(now);
  });
}

function parentKey(pairs: Pairs, thing: Thing, isBefore: boolean): string {
  const parent = thing.parent && (isBefore ? thing.parent : pairs.beforeOf(thing.parent));
  return String(parent?.order ?? '?');
}

function byParentAndName(pairs: Pairs, wanted: (thing: Thing) => boolean): void {
  const key = (isBefore: boolean) => (thing: Thing) =>
    `${thing.element.local} ${parentKey(pairs, thing, isBefore)} ${thing.label}`;
  const named = (thing: Thing) => (thing.label === '' ? undefined : thing.label);
  const [before, after] = [pairs.openBefore(wanted), pairs.openAfter(wanted)];
  pairByKey(pairs, before, after, key(true), key(false), true);
  pairByKey(pairs, before, after, named, named, true);
}
