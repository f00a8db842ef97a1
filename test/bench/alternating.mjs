// How things are measured against each other: in turn, round by round, so that whatever else the machine does
// meets all of them.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * @param contenders by name: each does its work once and gives a figure, or nothing, when the milliseconds it
 * took are the figure
 * @param settings how many rounds count, how many go before them to warm up, and whether each needs what the
 * one before it made; else whoever is first in one round is last in the next
 * @returns the median figure of each, by the same names
 */
export async function alternating(contenders, { rounds, warmUp = 1, inOrder = false }) {
  const figures = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    const turns = Object.entries(contenders);
    for (const [name, work] of inOrder || round % 2 === 0 ? turns : turns.toReversed()) {
      const begin = performance.now();
      const figure = (await work()) ?? performance.now() - begin;
      if (round >= 0) figures[name].push(figure);
    }
  }
  return Object.fromEntries(Object.entries(figures).map(([name, all]) => [name, median(all)]));
}

export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/**
 * The same contenders, none of which pays for the garbage of the one before it; their work is done at once,
 * not awaited.
 */
export const eachOnItsOwn = (contenders) =>
  Object.fromEntries(
    Object.entries(contenders).map(([name, work]) => [
      name,
      () => {
        collectGarbage({ type: 'minor' });
        const begin = performance.now();
        work();
        return performance.now() - begin;
      },
    ]),
  );

/** Milliseconds that some work takes. */
export async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** A number as it stands in a table. */
export const shown = (value) =>
  value.toLocaleString(
    'en',
    Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 },
  );
