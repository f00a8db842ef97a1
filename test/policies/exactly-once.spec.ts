import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  EMPTY_STREAM,
  openEventStoreDb,
  openLog,
  sealEvents,
  verifyChain,
  type EventStore,
  type StoredEvent,
} from '#event-store';
import { needsBuild } from '../needs-build.mjs';
import { startDouble } from '../eventstoredb/double.mjs';
import { KINDS } from './toy.js';

/** Two requests: one for at once, the other for a day. */
const EVE = '2027-03-27T12:00:00Z';
const DAY = '2027-03-28';
/** A week after that day, and after the clocks went forward. */
const WEEK_LATER = '2027-04-04T12:00:00Z';
const MOST_STEPS = 60;

interface Report {
  steps: number;
  parked: unknown[];
  next?: string;
}

/** Runs one instance until it has nothing left to do, or is killed. */
function run(env: Record<string, string>): Promise<Report | 'killed'> {
  const child = spawn(process.execPath, ['test/policies/toy-service.mjs'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return new Promise((resolve, reject) =>
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === 0) resolve(JSON.parse(printed) as Report);
      else reject(new Error(`The instance ended with ${code}.`));
    }),
  );
}

async function request(store: EventStore, id: string, on?: string): Promise<void> {
  const data = { ...(on !== undefined && { on }), reason: { text: 'Omdat het nodig is.' } };
  const said = {
    commandId: `ask ${id}`,
    requestDigest: '00',
    schemaVersion: 1,
    actor: 'werkgroep-wmo',
    now: new Date(EVE),
  };
  const stream = `request-${id}`;
  await store.append(stream, 0, sealEvents(stream, EMPTY_STREAM, [{ type: 'Requested', data }], said));
}

/** What became of a request: everything that was ever placed or granted for it. */
const outcome = (events: StoredEvent[], id: string) =>
  events
    .filter(({ type, stream, data }) =>
      type === 'Placed' ? data.request === id : type === 'Granted' && stream === `request-${id}`,
    )
    .map(({ type, metadata: { actor, cause } }) => ({ type, actor, cause }));

const once = (id: string, actor: string) =>
  ['Placed', 'Granted'].map((type) => ({ type, actor, cause: { stream: `request-${id}`, version: 1 } }));

describe('What follows from an event or a day is done exactly once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'knipkaart-policies-'));
  const newFolder = () => mkdtempSync(join(folder, 'instance-'));
  beforeAll(() => needsBuild('service'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe('on the embedded log', () => {
    const inLog = async <T>(dataDir: string, use: (store: EventStore) => Promise<T>): Promise<T> => {
      const { events } = openLog(join(dataDir, 'log.sqlite'));
      try {
        return await use(events);
      } finally {
        await events.close();
      }
    };
    const wholeLog = (dataDir: string) => inLog(dataDir, (store) => store.readAll(undefined, 1_000));

    it('wherever it is killed', async () => {
      let finished: Report | undefined;
      for (let at = 1; !finished && at < MOST_STEPS; at += 1) {
        const dataDir = newFolder();
        await inLog(dataDir, async (store) => {
          await request(store, 'now');
          await request(store, 'later', DAY);
        });
        const env = { FOLDER: dataDir, NOW: WEEK_LATER };
        const first = await run({ ...env, KILL_AT: String(at) });
        if (first !== 'killed') finished = first;
        expect(await run(env)).toMatchObject({ parked: [] });
        const events = await wholeLog(dataDir);
        expect({ at, of: outcome(events, 'now') }).toEqual({ at, of: once('now', 'werkgroep-wmo') });
        expect({ at, of: outcome(events, 'later') }).toEqual({ at, of: once('later', 'knipkaart') });
        expect(verifyChain(events)).toBeUndefined();
      }
      // Two requests, each with two appends and a look before and after: the last round was not killed.
      expect(finished!.steps).toBeGreaterThanOrEqual(12);
    });

    it('on its day and not before, also when the service was away on that day, and not again from the beginning', async () => {
      const dataDir = newFolder();
      await inLog(dataDir, (store) => request(store, 'later', DAY));
      const before = await run({ FOLDER: dataDir, NOW: EVE });
      expect(before).toMatchObject({ next: '2027-03-27T23:00:00.000Z' });
      expect(outcome(await wholeLog(dataDir), 'later')).toEqual([]);
      await run({ FOLDER: dataDir, NOW: WEEK_LATER });
      for (const suffix of ['', '-wal', '-shm'])
        rmSync(join(dataDir, `read-model.sqlite${suffix}`), { force: true });
      const again = await run({ FOLDER: dataDir, NOW: WEEK_LATER });
      expect(again).not.toHaveProperty('next');
      expect(outcome(await wholeLog(dataDir), 'later')).toEqual(once('later', 'knipkaart'));
    });
  });

  it('by two instances on one server, wherever one of them is killed', async () => {
    let finished: Report | undefined;
    for (let at = 1; !finished && at < MOST_STEPS; at += 1) {
      const double = await startDouble();
      const { events: store } = await openEventStoreDb(double.url, { kinds: KINDS });
      try {
        await request(store, 'now');
        const env = { EVENTSTORE_URL: double.url, NOW: WEEK_LATER };
        const one = { ...env, FOLDER: newFolder() };
        const first = await run({ ...one, KILL_AT: String(at) });
        if (first !== 'killed') finished = first;
        // What it left undone, both of them find at the same moment.
        await Promise.all([run(one), run({ ...env, FOLDER: newFolder() })]);
        const events = await store.readAll(undefined, 1_000);
        expect({ at, of: outcome(events, 'now') }).toEqual({ at, of: once('now', 'werkgroep-wmo') });
        expect(verifyChain(events)).toBeUndefined();
      } finally {
        await store.close();
        await double.stop();
      }
    }
    expect(finished!.steps).toBeGreaterThanOrEqual(6);
  });
});
