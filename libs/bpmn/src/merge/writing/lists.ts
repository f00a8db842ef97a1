import { attribute } from '../../xml/xml-tree.js';
import type { Memberships } from '../changes/lanes.js';
import type { MergeState } from '../changes/merge-state.js';
import { anyElement, has } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import { ORIGINS } from '../pieces/source.js';
import type { Listed } from './write.js';

/**
 * Which entries of `incoming`, `outgoing` and `flowNodeRef` stand: they follow from the flows and lanes as
 * merged.
 */
export function listing(state: MergeState, memberships: Memberships): Listed {
  const lanes = new Map<Piece, Set<string>>();
  for (const membership of memberships.values()) {
    if (membership.node && !membership.node.present) continue;
    for (const lane of memberships.lanesOf(membership))
      lanes.set(lane, (lanes.get(lane) ?? new Set()).add(membership.ref));
  }
  return (entry, holder) => {
    const element = anyElement(entry);
    const ref = element.text.trim();
    if (element.local === 'flowNodeRef') return lanes.get(holder)?.has(ref) ?? false;
    const flow = state.target(ref);
    if (!flow) return ORIGINS.every((origin) => !has(holder, origin) || has(entry, origin));
    const end = element.local === 'incoming' ? 'targetRef' : 'sourceRef';
    const ends = flow.elements[flow.attributes?.get(end) ?? flow.tag];
    return flow.present && ends !== undefined && state.target(attribute(ends, end)) === holder;
  };
}
