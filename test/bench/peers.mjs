// The embedded store against emmett-sqlite, with the same durability: WAL and synchronous=FULL on both.
import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openLog } from '#event-store';
import { alternating, shown, timed } from './alternating.mjs';
import { makeLog } from './made-log.mjs';
import { benchFolder, startWorker } from './processes.mjs';
import { rebuild } from './rebuilding.mjs';
import { newStream, nextAppend } from './sealed-events.mjs';

const PEERS = 'test/bench/peers';
const WRITERS = 64;
const GROUPS = 4;
const ROUNDS = 15;
const EVENTS = 10_000;
const REBUILDS = 3;
/** SQLite's number for synchronous=FULL. */
const FULL = 2;

/** @returns rows; without a ratio when the peer cannot be installed */
export async function measure() {
  const folder = benchFolder();
  try {
    const missing = await install();
    if (missing) return notMeasured(missing);
    const emmett = await startWorker(join(PEERS, 'emmett.mjs'), [join(folder, 'emmett.sqlite')]);
    try {
      const { journal_mode: journal, synchronous } = await emmett.ask('settings');
      if (journal !== 'wal' || synchronous !== FULL)
        throw new Error(
          `emmett-sqlite runs on ${journal}, synchronous ${synchronous}: not the durability of our store.`,
        );
      return [await groupCommit(emmett, folder), await consuming(emmett, folder)];
    } finally {
      await emmett.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Installs the peers when they are missing.
 * @returns the reason when that fails, or undefined
 */
async function install() {
  if (existsSync(join(PEERS, 'node_modules/sqlite3/build/Release/node_sqlite3.node'))) return undefined;
  process.stderr.write('Installing emmett-sqlite for the benchmark; it compiles for some minutes …\n');
  try {
    await promisify(execFile)('npm', ['ci'], {
      cwd: PEERS,
      timeout: 10 * 60_000,
      shell: process.platform === 'win32',
    });
    return undefined;
  } catch (error) {
    return String(error.stderr ?? error.message)
      .trim()
      .split('\n')
      .at(-1)
      .slice(0, 200)
      .replaceAll('|', '/');
  }
}

const GROUP_ROW = {
  key: 'peers.groupCommit',
  name: '64 writers at once on 64 streams (events/s ÷ emmett-sqlite, WAL and synchronous=FULL on both)',
  target: '≥ 4',
};
const CONSUMER_ROW = {
  key: 'peers.consumer',
  name: "rebuilding the read model (events/s ÷ emmett-sqlite's consumer with a projection that writes one row per event)",
  target: '≥ 10',
};

const notMeasured = (why) =>
  [GROUP_ROW, CONSUMER_ROW].map((row) => ({
    ...row,
    detail: `not measured: emmett-sqlite cannot be installed here (${why})`,
    figures: {},
  }));

async function groupCommit(emmett, folder) {
  const { events: store } = openLog(join(folder, 'log.sqlite'));
  const streams = Array.from({ length: WRITERS }, newStream);
  const { type, data, metadata } = nextAppend(newStream()).events[0];
  let groups;
  const { ours, atOnce, oneByOne } = await alternating(
    {
      ours: async () => {
        groups = Array.from({ length: GROUPS }, () => streams.map(nextAppend));
        return (
          (await timed(async () => {
            for (const group of groups)
              await Promise.all(
                group.map(({ stream, expected, events }) => store.append(stream, expected, events)),
              );
          })) / GROUPS
        );
      },
      atOnce: async () => {
        await emmett.ask('prepare', GROUPS, WRITERS, { type, data, metadata });
        return emmett.ask('atOnce');
      },
      oneByOne: async () => {
        await emmett.ask('prepare', 1, WRITERS, { type, data, metadata });
        return emmett.ask('oneByOne');
      },
    },
    { rounds: ROUNDS, warmUp: 3 },
  );
  await store.close();
  const perSecond = (ms) => (1000 * WRITERS) / ms;
  return {
    ...GROUP_ROW,
    ratio: atOnce / ours,
    detail: `${shown(perSecond(ours))}/s against ${shown(perSecond(atOnce))}/s sent at once on its one connection, which answers all but the last before the commit; ${shown(perSecond(oneByOne))}/s when each waits for its own commit`,
    figures: {
      ours: [perSecond(ours), '1/s'],
      emmettAtOnce: [perSecond(atOnce), '1/s'],
      emmettOneByOne: [perSecond(oneByOne), '1/s'],
    },
  };
}

/** Each on its own log, with the same number of small events. */
async function consuming(emmett, folder) {
  const dataDir = join(folder, 'made');
  await makeLog(dataDir, EVENTS);
  const { type, data, metadata } = nextAppend(newStream()).events[0];
  await emmett.ask('fill', EVENTS, { type, data, metadata });
  const { ours, theirs, idle } = await alternating(
    {
      ours: async () => EVENTS / (await rebuild(dataDir)),
      theirs: () => emmett.ask('consume', true),
      idle: () => emmett.ask('consume', false),
    },
    { rounds: REBUILDS },
  );
  return {
    ...CONSUMER_ROW,
    ratio: ours / theirs,
    detail: `${shown(ours)}/s against ${shown(theirs)}/s (${shown(idle)}/s when its projection does nothing), over ${shown(EVENTS)} events; in batches of 1,000 without pauses`,
    figures: {
      ours: [ours, '1/s'],
      emmett: [theirs, '1/s'],
      emmettIdle: [idle, '1/s'],
      events: [EVENTS, 'events'],
    },
  };
}
