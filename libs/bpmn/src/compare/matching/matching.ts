import type { ComparedDiagram } from '../side/side.js';
import { costOf } from './cost.js';
import { doubtedIds } from './doubted-ids.js';
import { labelAlike } from './alike-names.js';
import { acrossWhatIsNew } from './match-across.js';
import { matchContainers, matchProcesses } from './match-containers.js';
import { matchDefinitions } from './match-definitions.js';
import { matchEdges } from './match-edges.js';
import { byLooks, keepIds, matchNodes } from './match-nodes.js';
import { byPlace } from './match-place.js';
import { Pairs } from './pairs.js';
import { sameIds } from './same-ids.js';
import { twinsInOrder } from './twins.js';

/** So many ids of other elements are no chance: a tool has renumbered. */
const MANY = 3;

/**
 * Finds out which thing of one diagram is which of the other, for all that compares or brings together. An id
 * is evidence and no proof: where ids seem to have changed hands, the pairs that believe them are held
 * against those that do not, and the ones by which less would have changed are right.
 */
export function matched(before: ComparedDiagram, after: ComparedDiagram): Pairs {
  labelAlike(before, after);
  const believing = pairsOf(before, after, new Set());
  const doubted = doubtedIds(before, after);
  if (doubted.count === 0) return believing;
  const all = new Set([...before.things, ...after.things].map(({ kind }) => kind.family));
  const doubting = [pairsOf(before, after, doubted.families), pairsOf(before, after, all)];
  // Of those that cost the same the first. A step is rather renamed than replaced, but many ids that changed
  // hands are no chance.
  const candidates = doubted.count >= MANY ? [...doubting.reverse(), believing] : [believing, ...doubting];
  const costs = candidates.map(costOf);
  return candidates[costs.indexOf(Math.min(...costs))]!;
}

/**
 * Pairs by id, save in the families of which ids are doubted, and by kind, name, neighbourhood and content.
 * Every stage is linear in the size of both diagrams; what is once held for the same stays so.
 */
function pairsOf(before: ComparedDiagram, after: ComparedDiagram, doubted: ReadonlySet<string>): Pairs {
  const pairs = new Pairs(before, after, doubted);
  pairs.pair(before.root, after.root);
  for (const [one, other] of sameIds(
    pairs,
    ({ kind }) => kind.role === 'definition' || (kind.role === 'container' && kind.family !== 'lane'),
  ))
    pairs.pair(one, other);
  matchProcesses(pairs);
  matchNodes(pairs);
  matchEdges(pairs, false);
  const known = pairs.size;
  byPlace(pairs);
  // Where most ids were kept, a new id is most likely a new element.
  if (!keepIds(pairs)) acrossWhatIsNew(pairs);
  if (pairs.size > known) byLooks(pairs);
  matchEdges(pairs, true);
  matchContainers(pairs);
  matchDefinitions(pairs);
  // What leads to something that was known last.
  matchEdges(pairs, false);
  twinsInOrder(pairs);
  return pairs;
}
