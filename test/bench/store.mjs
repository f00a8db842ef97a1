// Durable appends through the store, against the fastest that the disk allows: the same bytes appended to a
// growing file, with one fdatasync each.
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openLog } from '#event-store';
import { alternating, timed } from './alternating.mjs';
import { benchFolder } from './processes.mjs';
import { newStream, nextAppend } from './sealed-events.mjs';

const ROUNDS = 40;
const WARM_UP = 5;

/** @returns rows; a ratio of 1 means as fast as the disk allows */
export async function measure() {
  const folder = benchFolder();
  const { events: store } = openLog(join(folder, 'log.sqlite'));
  const file = openSync(join(folder, 'floor'), 'w');
  try {
    return [
      await compare('store.single', 'single durable append through the store', '≥ 0.9', file, store, 1, 25),
      await compare('store.group', '64 writers at once through the store', '≥ 0.4', file, store, 64, 4),
    ];
  } finally {
    closeSync(file);
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function compare(key, name, target, file, store, writers, commits) {
  const streams = Array.from({ length: writers }, newStream);
  let groups;
  const { floor, through } = await alternating(
    {
      floor: async () => {
        groups = Array.from({ length: commits }, () => streams.map(nextAppend));
        const lines = groups.map((group) => group.map(({ events }) => JSON.stringify(events[0])));
        return (
          (await timed(() =>
            lines.forEach((group) => {
              group.forEach((line) => writeSync(file, line));
              fdatasyncSync(file);
            }),
          )) / commits
        );
      },
      through: async () =>
        (await timed(async () => {
          for (const group of groups)
            await Promise.all(
              group.map(({ stream, expected, events }) => store.append(stream, expected, events)),
            );
        })) / commits,
    },
    { rounds: ROUNDS, warmUp: WARM_UP, inOrder: true },
  );
  return {
    key,
    name,
    target,
    ratio: floor / through,
    detail: `${through.toFixed(3)} ms against ${floor.toFixed(3)} ms for one fdatasync per ${writers === 1 ? 'event' : `${writers} events`}`,
    figures: { time: [through, 'ms'], floor: [floor, 'ms'], events: [(1000 * writers) / through, '1/s'] },
  };
}
