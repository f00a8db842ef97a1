import { BPMN } from '../../xml/namespaces.js';
import { childrenNamed } from '../../xml/xml-tree.js';
import { anyElement, has } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import { ORIGINS } from '../pieces/source.js';
import type { OfThree, Origin } from '../pieces/source.js';
import { alike, carrierOf, threeWay, valuesOf } from '../pieces/three-way.js';
import { calledIn } from './clash.js';
import type { MergeState } from './merge-state.js';

/** The lanes of one lane set, nested ones included, that name a flow node: together they are its lane. */
export interface Membership {
  /** As `flowNodeRef` says it. */
  ref: string;
  node?: Piece;
  lanes: OfThree<Set<Piece>>;
  from: Origin;
}

/**
 * Which lane each flow node is in, brought together one by one; a clash where both sides put it elsewhere.
 */
export class Memberships {
  private readonly all = new Map<string, Membership>();

  constructor(private readonly state: MergeState) {
    for (const lane of state.tree.entities.values()) {
      for (const origin of ORIGINS) {
        const element = lane.elements[origin];
        if (element?.uri !== BPMN || element.local !== 'lane') continue;
        const set = outermost(lane, origin);
        for (const { text } of childrenNamed(element, BPMN, 'flowNodeRef'))
          this.of(set, text.trim(), origin).add(lane);
      }
    }
    for (const membership of this.all.values()) this.decide(membership);
  }

  private of(set: Piece | undefined, ref: string, origin: Origin): Set<Piece> {
    const key = `${set?.key ?? ''} ${ref}`;
    const node = this.state.target(ref);
    const found = this.all.get(key) ?? { ref, ...(node && { node }), lanes: {}, from: 'base' };
    this.all.set(key, found);
    return (found.lanes[origin] ??= new Set());
  }

  /** Every flow node that a lane names, with its lanes. */
  values(): Iterable<Membership> {
    return this.all.values();
  }

  /** Lanes of a flow node in the merged diagram. */
  lanesOf({ lanes, from, node }: Membership): Piece[] {
    const standing = (origin: Origin) => [...(lanes[origin] ?? [])].filter((lane) => lane.present);
    const chosen = standing(from);
    if (chosen.length > 0 || (lanes[from]?.size ?? 0) === 0) return chosen;
    // Its lane is gone: where the base or the other side has it, if that is still there.
    const others = ORIGINS.filter((origin) => !node || has(node, origin))
      .map(standing)
      .filter((found) => found.length > 0)
      .sort((a, b) => (keysOf(a) < keysOf(b) ? -1 : 1));
    return standing('base').length > 0 ? standing('base') : (others[0] ?? []);
  }

  private decide(membership: Membership): void {
    const { lanes, node } = membership;
    const keys = (origin: Origin) => keysOf([...(lanes[origin] ?? [])]);
    const values = node
      ? valuesOf(node, keys)
      : { base: keys('base'), mine: keys('mine'), theirs: keys('theirs') };
    const verdict = threeWay(values.base ?? '', values.mine ?? '', values.theirs ?? '');
    const isNew = node && !has(node, 'base');
    const textOf = node ? this.state.textOf(node) : () => '';
    membership.from =
      verdict === 'mine' || verdict === 'theirs'
        ? verdict
        : verdict === 'either' && node
          ? alike(node, textOf)
          : verdict === 'either'
            ? 'mine'
            : node
              ? carrierOf(node, textOf)
              : 'base';
    if (!node) {
      if (verdict === 'both') membership.from = keys('mine') <= keys('theirs') ? 'mine' : 'theirs';
      return;
    }
    if (verdict !== 'base' && !isNew) this.state.moved.set(node, verdict);
    if (verdict !== 'both') return;
    const shown = (origin: Origin) => (has(node, origin) ? called([...(lanes[origin] ?? [])], origin) : null);
    membership.from = 'base';
    this.state.note(
      node,
      this.state.add(
        { piece: node, kind: 'changed', property: 'lane' },
        { base: values.base, mine: values.mine, theirs: values.theirs },
        {
          base: shown('base'),
          mine: shown('mine'),
          theirs: shown('theirs'),
        },
        (choice) => (membership.from = choice),
      ),
    );
  }
}

const keysOf = (lanes: Piece[]) =>
  lanes
    .map(({ key }) => key!)
    .sort()
    .join(' ');

/** Innermost lanes by name. */
function called(lanes: Piece[], origin: Origin): string | null {
  const around = new Set<Piece>();
  for (const lane of lanes) for (let at = lane.within[origin]; at; at = at.within[origin]) around.add(at);
  const names = lanes.filter((lane) => !around.has(lane)).map((lane) => calledIn(lane, origin)!);
  return names.length > 0 ? names.join(', ') : null;
}

function outermost(lane: Piece, origin: Origin): Piece | undefined {
  let set: Piece | undefined;
  for (let at = lane.within[origin]; at; at = at.within[origin])
    if (anyElement(at).local === 'laneSet') set = at;
  return set;
}
