import type { Side } from '../side/side.js';
import { matchContainers, matchProcesses } from './match-containers.js';
import { matchDefinitions } from './match-definitions.js';
import { matchEdges } from './match-edges.js';
import { byLooks, matchNodes, sameIds } from './match-nodes.js';
import { byPlace } from './match-place.js';
import { Pairs } from './pairs.js';

/**
 * Finds out which thing of one diagram is which of the other: by id, and where ids changed by kind, name,
 * neighbourhood and content. Every stage is linear in the size of both diagrams; what is once held for the
 * same stays so.
 */
export function matched(before: Side, after: Side): Pairs {
  const pairs = new Pairs(before, after);
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
  if (pairs.size > known) byLooks(pairs);
  matchEdges(pairs, true);
  matchContainers(pairs);
  matchDefinitions(pairs);
  // What leads to something that was known last.
  matchEdges(pairs, false);
  return pairs;
}
