import type { OneSide } from '../pieces/merging.js';
import { has } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import type { Origin } from '../pieces/source.js';
import type { Ends, InOrder, Rewiring, Ways } from './flows.js';
import { refOf } from './merge-state.js';
import type { MergeState } from './merge-state.js';

/** What a side put into a flow: new things from where the flow leads into them to where they lead on. */
interface Insertion {
  /** Whether the flow itself leads into them or out of them. */
  flow: 'in' | 'out';
  first: Piece;
  last: Piece;
  all: Piece[];
  /** The other flows that lead into them, or out of them. */
  others: Piece[];
}

/**
 * How what both sides inserted into a flow can stand one after the other; undefined where one of them did
 * something else with the flow.
 */
export function insertedByBoth(state: MergeState, flow: Piece): ((first: OneSide) => InOrder) | undefined {
  const mine = insertionOf(state, flow, 'mine');
  const theirs = insertionOf(state, flow, 'theirs');
  if (!mine || !theirs) return undefined;
  const of = { mine, theirs };
  const { source, target } = endsOf(state, flow, 'base')!;
  const order = (first: OneSide): InOrder | undefined => {
    const led = oneAfterOther(flow, first, of);
    const second = first === 'mine' ? 'theirs' : 'mine';
    return (
      led && {
        ...led,
        between: [idOf(source), idOf(target)],
        first: of[first].all.map(idOf),
        second: of[second].all.map(idOf),
      }
    );
  };
  return order('mine') && order('theirs') ? (first) => order(first)! : undefined;
}

function insertionOf(state: MergeState, flow: Piece, side: OneSide): Insertion | undefined {
  const [before, after] = [endsOf(state, flow, 'base'), endsOf(state, flow, side)];
  if (!before || !after) return undefined;
  const isNew = (piece: Piece) => !has(piece, 'base');
  const leadsIn = after.source === before.source && isNew(after.target);
  const leadsOut = after.target === before.target && isNew(after.source);
  if (leadsIn === leadsOut) return undefined;
  const [near, far] = leadsIn ? (['source', 'target'] as const) : (['target', 'source'] as const);
  const ways = waysOf(state, side);
  const reached = new Set([after[far]]);
  const others: Piece[] = [];
  const ends: Piece[] = [];
  for (const at of reached) {
    for (const { flow: way, ends: found } of ways[near].get(at) ?? []) {
      if (found[far] === before[far] && isNew(way)) {
        others.push(way);
        ends.push(at);
      } else if (isNew(found[far])) reached.add(found[far]);
    }
  }
  const [end] = ends;
  if (!end) return undefined;
  return leadsIn
    ? { flow: 'in', first: after.target, last: end, all: [...reached], others }
    : { flow: 'out', first: end, last: after.source, all: [...reached], others };
}

function endsOf(state: MergeState, flow: Piece, origin: Origin): Ends | undefined {
  const source = state.target(refOf(flow.elements[origin], 'sourceRef'));
  const target = state.target(refOf(flow.elements[origin], 'targetRef'));
  return source && target && { source, target };
}

/** The flows of a side by what they lead from and to. */
function waysOf(state: MergeState, side: OneSide): Ways {
  const known = state.ways.get(side);
  if (known) return known;
  const ways: Ways = { source: new Map(), target: new Map() };
  for (const flow of state.tree.entities.values()) {
    if (flow.elements[side]?.local !== 'sequenceFlow') continue;
    const ends = endsOf(state, flow, side);
    if (!ends) continue;
    for (const end of ['source', 'target'] as const)
      ways[end].set(ends[end], [...(ways[end].get(ends[end]) ?? []), { flow, ends }]);
  }
  state.ways.set(side, ways);
  return ways;
}

type Led = Pick<InOrder, 'route' | 'rewirings'>;

function oneAfterOther(flow: Piece, first: OneSide, of: Record<OneSide, Insertion>): Led | undefined {
  const second: OneSide = first === 'mine' ? 'theirs' : 'mine';
  const [a, b] = [of[first], of[second]];
  const lead = (flows: Piece[], end: Rewiring['end'], to: Piece): Rewiring[] =>
    flows.map((each) => ({ flow: idOf(each), end, to: idOf(to) }));
  if (a.flow === 'in' && b.flow === 'in')
    return { route: first, rewirings: lead(a.others, 'targetRef', b.first) };
  if (a.flow === 'out' && b.flow === 'out')
    return { route: second, rewirings: lead(b.others, 'sourceRef', a.last) };
  if (a.flow === 'out') return { route: first, rewirings: lead([flow], 'targetRef', b.first) };
  // The flow leads into the one and out of the other, so one more of each is led elsewhere.
  if (a.others.length > 1 || b.others.length > 1) return undefined;
  return {
    route: first,
    rewirings: [...lead(a.others, 'sourceRef', b.last), ...lead(b.others, 'sourceRef', a.last)],
  };
}

const idOf = ({ elements: { base, mine, theirs } }: Piece) => refOf(base ?? mine ?? theirs, 'id') ?? '';
