import { listed } from '../../keys.js';
import { MAX_LISTED_NAMES } from '../../xml/limits.js';
import { attribute } from '../../xml/xml-tree.js';
import { isFlowFamily } from '../side/kinds.js';
import { called } from '../side/side.js';
import type { End, ComparedDiagram, Thing } from '../side/side.js';
import type { Pairs } from '../matching/pairs.js';
import type { ChangeList } from './change-list.js';

/** The pool of each process, by the process. */
export function poolsOf(side: ComparedDiagram): Map<Thing, Thing> {
  const pools = new Map<Thing, Thing>();
  for (const thing of side.things) {
    const process =
      thing.kind.family === 'participant'
        ? side.resolve(attribute(thing.element, 'processRef') ?? '')
        : undefined;
    if (process && !pools.has(process)) pools.set(process, thing);
  }
  return pools;
}

const values = (
  before: string | undefined,
  after: string | undefined,
  beforeId: string | undefined,
  afterId: string | undefined,
) => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
  ...(beforeId !== undefined && { beforeId }),
  ...(afterId !== undefined && { afterId }),
});
const named = (before: Thing | undefined, after: Thing | undefined) =>
  values(before && called(before), after && called(after), before?.id, after?.id);

/**
 * Where a thing stands: in which pool, sub-process and lane. One change, since another pool has other lanes.
 */
export function placeChanges(
  list: ChangeList,
  pools: { before: Map<Thing, Thing>; after: Map<Thing, Thing> },
  before: Thing,
  after: Thing,
): void {
  const { pairs } = list;
  if (before.kind.family === 'lane')
    return laneChange(list, before, after, outerLane(before), outerLane(after));
  if (!isFlowFamily(before.kind.family) && before.element.local !== 'dataObjectReference') return;
  const [process, newProcess] = [outermost(before), outermost(after)];
  if (!pairs.same(process, newProcess)) {
    const [pool, newPool] = [
      process && (pools.before.get(process) ?? process),
      newProcess && (pools.after.get(newProcess) ?? newProcess),
    ];
    return list.add('movedParticipant', before, after, named(pool, newPool));
  }
  const [around, newAround] = [subProcess(before), subProcess(after)];
  if (!pairs.same(around, newAround)) list.add('movedSubProcess', before, after, named(around, newAround));
  const [lanes, newLanes] = [before.lanes, after.lanes];
  if (!lanes && !newLanes) return;
  const [all, now] = [lanes ?? inherited(before), newLanes ?? inherited(after)];
  if (sameLanes(pairs, all, now)) return;
  const words = (some: Thing[]) => (some.length === 0 ? undefined : listed(some.map(called)));
  const [were, are] = [unlike(all, new Set(now), pairs.afterOf), unlike(now, new Set(all), pairs.beforeOf)];
  list.add('movedLane', before, after, values(words(were), words(are), were[0]?.id, are[0]?.id));
}

function laneChange(
  list: ChangeList,
  before: Thing,
  after: Thing,
  outer: Thing | undefined,
  newOuter: Thing | undefined,
): void {
  if (!list.pairs.same(outer, newOuter)) return list.add('movedLane', before, after, named(outer, newOuter));
}

const outerLane = (lane: Thing) =>
  lane.parent?.parent?.kind.family === 'lane' ? lane.parent.parent : undefined;

function outermost(thing: Thing): Thing | undefined {
  let at = thing.parent;
  while (at && at.kind.role !== 'container') at = at.parent;
  return at;
}

const subProcess = ({ parent }: Thing) => (parent && isFlowFamily(parent.kind.family) ? parent : undefined);

function sameLanes(pairs: Pairs, lanes: Thing[], now: Thing[]): boolean {
  if (lanes.length !== now.length) return false;
  if (lanes.length === 1) return pairs.afterOf(lanes[0]!) === now[0];
  const partners = new Set(lanes.map((lane) => pairs.afterOf(lane)));
  return now.every((lane) => partners.has(lane));
}

/** Some lanes, those that the other side lacks first where there are more than a value lists. */
const unlike = (some: Thing[], others: ReadonlySet<Thing>, partner: (lane: Thing) => Thing | undefined) => {
  const isShared = (lane: Thing) => others.has(partner(lane)!);
  return some.length > MAX_LISTED_NAMES
    ? [...some].sort((a, b) => Number(isShared(a)) - Number(isShared(b)))
    : some;
};

/** The lanes of the nearest thing around that stands in one. */
function inherited(thing: Thing): Thing[] {
  for (let at = thing.parent; at; at = at.parent) if (at.lanes) return at.lanes;
  return [];
}

/**
 * A flow or association that leads from or to something else; where nothing says its direction, both ways
 * round are the same.
 */
export function routeChanges(list: ChangeList, before: Thing, after: Thing): void {
  if (before.kind.role !== 'edge') return;
  const same = (one: readonly End[], other: readonly End[]) => sameEnds(list, one, other);
  if (same(before.source, after.source) && same(before.target, after.target)) return;
  const undirected = [before, after].every(
    ({ kind, element }) =>
      kind.family === 'association' && (attribute(element, 'associationDirection') ?? 'None') === 'None',
  );
  const swapped = undirected && (same(before.source, after.target) || same(before.target, after.source));
  const now = swapped ? { source: after.target, target: after.source } : after;
  for (const property of ['source', 'target'] as const) {
    if (!same(before[property], now[property]))
      list.add('rerouted', before, after, { property, ...ends(before[property], now[property]) });
  }
}

function sameEnds({ pairs }: ChangeList, before: readonly End[], after: readonly End[]): boolean {
  if (before.length !== after.length) return false;
  const [one, other] = [before[0], after[0]];
  if (before.length === 1 && one?.thing && other?.thing && pairs.afterOf(one.thing) === other.thing)
    return true;
  const words = new Set(
    before.map(({ ref, thing }) =>
      thing ? `#${(pairs.afterOf(thing) ?? { order: `?${ref}` }).order}` : `?${ref}`,
    ),
  );
  const raw = new Set(before.flatMap(({ ref, thing }) => (thing?.unique ? [] : [ref])));
  return after.every(
    ({ ref, thing }) => words.has(thing ? `#${thing.order}` : `?${ref}`) || (!thing?.unique && raw.has(ref)),
  );
}

function ends(before: readonly End[], after: readonly End[]) {
  const words = (some: readonly End[]) =>
    some.length === 0 ? undefined : listed(some.map(({ ref, thing }) => (thing ? called(thing) : ref)));
  return values(words(before), words(after), before[0]?.thing?.id, after[0]?.thing?.id);
}
