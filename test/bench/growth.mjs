// How the time grows with the diagram: the same work on one of 100, 1,000 and 10,000 nodes.
import { alternating, eachOnItsOwn, shown } from './alternating.mjs';
import { NODES, roundsFor } from './versions-of-a-diagram.mjs';

const BOUND = '≤ 12';

/**
 * @param work told how many nodes; gives the contenders to measure at that size, by the same names each time
 * @returns for each contender the median milliseconds by size
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
 * The row about one contender: the worse of the two tenfold steps; without a bound where it is there to hold
 * the others against.
 */
export function growthRow(key, name, times, target = BOUND) {
  const steps = NODES.slice(1).map((nodes, index) => times[nodes] / times[NODES[index]]);
  return {
    key,
    name: `${name}: time at ten times the nodes, the worse of ${NODES.map(shown).join(' → ')}`,
    ...(target && { target }),
    ratio: Math.max(...steps),
    detail: NODES.map((nodes) => `${shown(times[nodes])} ms`).join('; '),
    figures: Object.fromEntries(NODES.map((nodes) => [`at${nodes}`, [times[nodes], 'ms']])),
  };
}
