// How time grows with the size of the diagram: the same work on 100, 1,000 and 10,000 nodes.
import { alternating, eachOnItsOwn, shown } from './alternating.mjs';
import { NODES, roundsFor } from './versions-of-a-diagram.mjs';

const BOUND = '≤ 12';

/**
 * @param work gets the number of nodes and returns the contenders for that size, with the same names each
 * time
 * @returns the median milliseconds by size, for each contender
 */
export async function growing(work) {
  const times = {};
  for (const nodes of NODES) {
    const medians = await alternating(eachOnItsOwn(work(nodes)), roundsFor(nodes));
    for (const [name, ms] of Object.entries(medians)) (times[name] ??= {})[nodes] = ms;
  }
  return times;
}

/**
 * The row of one contender: the worse of the two tenfold steps.
 * @param target null for a contender that is only a reference for the others
 */
export function growthRow(key, name, times, target = BOUND) {
  const steps = NODES.slice(1).map((nodes, index) => times[nodes] / times[NODES[index]]);
  return {
    key,
    name: `${name}: time at ten times the nodes, worse step of ${NODES.map(shown).join(' → ')}`,
    ...(target && { target }),
    ratio: Math.max(...steps),
    detail: NODES.map((nodes) => `${shown(times[nodes])} ms`).join('; '),
    figures: Object.fromEntries(NODES.map((nodes) => [`at${nodes}`, [times[nodes], 'ms']])),
  };
}
