import { isFlowFamily, kindOf } from '../../compare/side/kinds.js';
import type { Conflict, CutOffElement } from '../pieces/merging.js';
import { anyElement, has } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import { ORIGINS } from '../pieces/source.js';
import { copied } from '../../keys.js';
import { labelOf } from './clash.js';
import type { Clash } from './clash.js';
import { refOf } from './merge-state.js';
import type { MergeState } from './merge-state.js';

/**
 * Says with each conflict which steps, events and gateways no flow leads to any more when the work of one
 * side is taken; all other conflicts as they stand.
 */
export function tellCutOff(state: MergeState, clashes: Clash[]): void {
  if (!clashes.some(({ conflict, removal }) => conflict.kind === 'rerouted' || removal)) return;
  const flows = flowsInto(state);
  for (const { conflict, piece, removal } of clashes) {
    const found = removal
      ? ofRemoval(state, flows, removal)
      : conflict.kind === 'rerouted' && anyElement(piece).local === 'sequenceFlow'
        ? ofRoute(state, flows, piece)
        : {};
    if (Object.keys(found).length > 0) conflict.cutOff = found;
  }
}

type Found = NonNullable<Conflict['cutOff']>;
/** The flows that lead to a thing, and what each leads from: in the merged diagram, and on the base. */
type Into = Record<'merged' | 'base', Map<Piece, Map<Piece, Piece | undefined>>>;

function flowsInto(state: MergeState): Into {
  const into: Into = { merged: new Map(), base: new Map() };
  for (const flow of state.tree.entities.values()) {
    if (anyElement(flow).local !== 'sequenceFlow') continue;
    const note = (map: Into['base'], end: (name: string) => Piece | undefined) => {
      const target = end('targetRef');
      const known = (target && map.get(target)) ?? new Map<Piece, Piece | undefined>();
      if (target) map.set(target, known.set(flow, end('sourceRef')));
    };
    note(into.base, (name) => state.target(refOf(flow.elements.base, name)));
    if (!flow.present) continue;
    note(into.merged, (name) => {
      const origin = flow.attributes?.get(name) ?? flow.tag;
      return state.target(refOf(flow.elements[origin] ?? anyElement(flow), name));
    });
  }
  return into;
}

/** Of a flow that both led elsewhere: what it led to, and nothing else leads to. */
function ofRoute(state: MergeState, into: Into, flow: Piece): Found {
  const target = (origin: (typeof ORIGINS)[number]) =>
    state.target(refOf(flow.elements[origin], 'targetRef'));
  const led = new Set(ORIGINS.flatMap((origin) => target(origin) ?? []));
  const found: Found = {};
  for (const side of ['mine', 'theirs'] as const) {
    const lost = [...led].filter(
      (piece) =>
        piece !== target(side) &&
        piece.present &&
        [...(into.merged.get(piece)?.keys() ?? [])].every((each) => each === flow),
    );
    if (lost.length > 0) found[side] = named(lost);
  }
  return found;
}

/** Of what one side removed: what stays with nothing that leads to it, and what only it led to. */
function ofRemoval(
  state: MergeState,
  into: Into,
  { members, by, ledTo }: NonNullable<Clash['removal']>,
): Found {
  const other = by === 'mine' ? 'theirs' : 'mine';
  const found: Found = {};
  // What was removed along with it comes back, where it leads from something that is there.
  const comesBack = (flow: Piece, source: Piece | undefined) =>
    !has(flow, by) && source !== undefined && (source.present || members.has(source));
  const kept = [...members].filter((piece) => {
    const flows = into.base.get(piece);
    return (
      isFlowNode(piece) &&
      flows !== undefined &&
      !into.merged.has(piece) &&
      ![...flows].some(([flow, source]) => comesBack(flow, source))
    );
  });
  if (kept.length > 0) found[other] = named(kept);
  const left = [...into.merged].flatMap(([piece, flows]) =>
    piece.present &&
    !members.has(piece) &&
    !ledTo.has(piece) &&
    [...flows].every(([flow, from]) => members.has(flow) || (from !== undefined && members.has(from)))
      ? [piece]
      : [],
  );
  // What the other led a removed flow to, and nothing else leads to.
  for (const flow of members) {
    if (anyElement(flow).local !== 'sequenceFlow') continue;
    const target = state.target(refOf(flow.elements[other], 'targetRef'));
    if (target?.present && !members.has(target) && !into.merged.has(target) && !left.includes(target))
      left.push(target);
  }
  if (left.length > 0) found[by] = named(left);
  return found;
}

const isFlowNode = (piece: Piece) => isFlowFamily(kindOf(anyElement(piece), false)?.family ?? '');

const named = (pieces: Piece[]): CutOffElement[] =>
  pieces
    .map((piece) => ({ id: refOf(anyElement(piece), 'id') ?? '', name: copied(labelOf(piece)) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
