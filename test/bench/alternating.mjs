// Measures contenders alternately, round by round, so that other load on the machine affects all of them.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * @param contenders by name: each does its work once and returns a figure, or nothing when its time in
 * milliseconds is the figure
 * @param settings `rounds` that count, `warmUp` rounds before them, and `inOrder` when each contender needs
 * the result of the one before it; otherwise the order is reversed every round
 * @returns the median figure of each contender, by the same names
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

/** The same contenders, but none pays for the garbage of the one before it. Only for synchronous work. */
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

/** The time that some work takes, in milliseconds. */
export async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Formats a number for a table. */
export const shown = (value) =>
  value.toLocaleString(
    'en',
    Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 },
  );
