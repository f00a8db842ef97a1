import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { seal } from '../../apps/api/src/platform/projections/file/seal.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openLog, type EventStore, type StoredEvent } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { OverviewReader } from '../../apps/api/src/overview/overview-reader.js';
import { openReadModel } from '../../apps/api/src/platform/projections/following/open-read-model.js';
import type { Projection, Stream } from '../../apps/api/src/platform/projections/unit/projection.js';
import { ProjectionSet } from '../../apps/api/src/platform/projections/unit/projection-set.js';
import type { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { PROJECTIONS } from '../../apps/api/src/projections.js';
import { needsBuild } from '../needs-build.mjs';
import { chain, knip, record, recordIn, registered, saved, temporaryFolder, upToDate } from './fixture.js';
import { ToyReader, toys, type ToyEvent } from './toy-aggregate.js';

const made = (name: string): ToyEvent => ({ type: 'ToyMade', data: { name } });
const painted = (colour: string): ToyEvent => ({ type: 'ToyPainted', data: { colour } });

const PROCESSES = PROJECTIONS.list[0]!.streams;
const NONE = new Set<string>();
/** Knows the streams of toys and keeps nothing of them. */
const idle: Projection = {
  ...{ name: 'idle', version: 1, streams: toys().streams, types: NONE, tables: '', contentHash: [] },
  open: () => ({ apply: () => () => undefined }),
};

describe('An aggregate that only its own file knows', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: EventStore;
  let running: ReadModel[];
  beforeEach(async () => {
    folder = temporaryFolder();
    store = new MemoryEventStore();
    running = [];
    await record(store, 'p', registered(), saved(chain('A', 'B')));
    await recordIn(store, 'toy-bear', made('Bear'), painted('brown'));
    await recordIn(store, 'toy-top', made('Top'));
    await record(store, 'p', knip('A', 'back'));
  });
  afterEach(async () => {
    await Promise.all(running.map((readModel) => readModel.stop()));
    folder.remove();
  });

  /** Starts on the file that stands there. */
  async function start(...projections: Projection[]): Promise<ReadModel> {
    await Promise.all(running.splice(0).map((readModel) => readModel.stop()));
    return startIn(folder.path, projections);
  }
  async function startIn(path: string, projections: Projection[]): Promise<ReadModel> {
    const set = new ProjectionSet(import.meta.url, [...PROJECTIONS.list, ...projections]);
    const readModel = openReadModel(path, { projections: set });
    running.push(readModel);
    await readModel.start(store);
    return readModel;
  }
  /** The content hash of a file that is built from the log at once. */
  async function rebuilt(...projections: Projection[]): Promise<string> {
    const elsewhere = temporaryFolder();
    const readModel = await startIn(elsewhere.path, projections);
    const hash = readModel.contentHash();
    await readModel.stop();
    elsewhere.remove();
    return hash;
  }
  const lines = (readModel: ReadModel) => readModel.reader(ToyReader).lines();
  const nameOfProcess = (readModel: ReadModel) =>
    readModel.reader(OverviewReader).page({ retired: false }, undefined, 1)[0]?.name;
  /** Changes the file while nobody has it open, so that one can tell what was rebuilt. */
  async function whileStopped(sql: string): Promise<void> {
    await Promise.all(running.splice(0).map((readModel) => readModel.stop()));
    const db = new DatabaseSync(join(folder.path, 'read-model.sqlite'));
    db.exec(sql);
    db.close();
    seal(join(folder.path, 'read-model.sqlite'));
  }

  it('is read, and listeners get its events once they can be read', async () => {
    const readModel = await start(toys());
    expect(lines(readModel)).toEqual(['bear Bear 1', 'top Top 0']);
    const told: string[] = [];
    readModel.onApplied((events: StoredEvent[]) => {
      told.push(...events.map(({ stream, version }) => `${stream}@${version}`), ...lines(readModel));
    });
    await recordIn(store, 'toy-top', painted('red'));
    await upToDate(readModel, store);
    expect(told).toEqual(['toy-top@2', 'bear Bear 1', 'top Top 1']);
    expect(readModel.stream('toy-top')).toMatchObject({ version: 2 });
    expect(readModel.findCommand('toy-top 2')).toEqual({ stream: 'toy-top', version: 2 });
    expect(readModel.newest('toy-top')).toMatchObject([{ type: 'ToyPainted', actor: 'werkgroep-wmo' }]);
    expect(readModel.contentHash()).toBe(await rebuilt(toys()));
  });

  it('parks the stream of an event that cannot be read and no other, until it can be read', async () => {
    const shortSighted = toys({ reads: ['ToyMade'] });
    let readModel = await start(shortSighted);
    await recordIn(store, 'toy-top', painted('red'), { type: 'ToyBroken', data: {} });
    await recordIn(store, 'toy-cube', made('Cube'));
    await upToDate(readModel, store);
    expect(lines(readModel)).toEqual(['bear Bear 0', 'cube Cube 0', 'top Top 0']);
    expect(readModel.status().parked).toEqual([
      { stream: 'toy-bear', version: 2 },
      { stream: 'toy-top', version: 2 },
    ]);
    expect(readModel.parked('toy-bear')?.reason).toBe('ToyPainted: It is too small to read.');
    expect(readModel.stream('toy-bear')?.version).toBe(1);
    expect(readModel.contentHash()).toBe(await rebuilt(shortSighted));

    readModel = await start(toys());
    expect(lines(readModel)).toEqual(['bear Bear 1', 'cube Cube 0', 'top Top 1']);
    expect(readModel.status().parked).toEqual([{ stream: 'toy-top', version: 3 }]);
    expect(readModel.parked('toy-top')?.reason).toBe('ToyBroken: Unknown event type ToyBroken.');
    expect(readModel.contentHash()).toBe(await rebuilt(toys()));
  });

  it.each<[string, string, Projection[], Projection[]]>([
    ['new', '', [], [toys()]],
    ['of another version', '', [toys()], [toys({ version: 2 })]],
    ['without a table', 'DROP TABLE toys;', [toys()], [toys()]],
    ['of other streams', '', [{ ...toys(), streams: PROCESSES, types: NONE }, idle], [toys(), idle]],
  ])('is built alone when it is %s, and all else stays as it is', async (_, spoil, before, after) => {
    await start(...before);
    await whileStopped(`${spoil} UPDATE overview SET name = 'Marked'`);
    const readModel = await start(...after);
    expect(nameOfProcess(readModel)).toBe('Marked');
    const capitals = after[0]!.version > 1;
    expect(lines(readModel)).toEqual(capitals ? ['bear BEAR 1', 'top TOP 0'] : ['bear Bear 1', 'top Top 0']);
    await whileStopped(`UPDATE overview SET name = 'Kapvergunning'`);
    const again = await start(...after);
    await recordIn(store, 'toy-bear', painted('blue'));
    await upToDate(again, store);
    expect(again.contentHash()).toBe(await rebuilt(...after));
  });

  it('is built alone up to where all else stands, when more was written meanwhile', async () => {
    await start(toys());
    await whileStopped(`UPDATE overview SET name = 'Marked'`);
    await recordIn(store, 'toy-bear', painted('blue'), painted('green'));
    await recordIn(store, 'toy-ball', made('Ball'));
    const readModel = await start(toys({ version: 2 }));
    expect(nameOfProcess(readModel)).toBe('Marked');
    expect(lines(readModel)).toEqual(['ball BALL 0', 'bear BEAR 3', 'top TOP 0']);
    await whileStopped(`UPDATE overview SET name = 'Kapvergunning'`);
    expect((await start(toys({ version: 2 }))).contentHash()).toBe(await rebuilt(toys({ version: 2 })));
  });

  it('is built anew when the log was moved, so that its positions are those of the log that there is', async () => {
    await start(toys());
    await whileStopped('');
    const moved = new MemoryEventStore();
    const all = await store.readAll(undefined, 99);
    const inStreams = [...new Set(all.map(({ stream }) => stream))].flatMap((name) =>
      all.filter(({ stream }) => stream === name),
    );
    expect(inStreams.map(({ position }) => position)).not.toEqual(all.map(({ position }) => position));
    for (const { stream, version, type, data, metadata } of inStreams)
      await moved.append(stream, version - 1, [{ type, data, metadata }]);
    store = moved;
    const readModel = await start(toys());
    expect(readModel.position()).toBe(await store.lastPosition());
    await recordIn(store, 'toy-top', painted('red'));
    await upToDate(readModel, store);
    expect(readModel.contentHash()).toBe(await rebuilt(toys()));
  });

  it('is built with all else when it cannot read what the others hold, and its stream is parked', async () => {
    await start(toys());
    await whileStopped(`UPDATE overview SET name = 'Marked'`);
    const after = toys({ version: 2, reads: ['ToyMade'] });
    const readModel = await start(after);
    expect(nameOfProcess(readModel)).toBe('Kapvergunning');
    expect(readModel.status().parked).toEqual([{ stream: 'toy-bear', version: 2 }]);
    expect(readModel.contentHash()).toBe(await rebuilt(after));
  });

  it('takes those along that need it when it is rebuilt', async () => {
    const others: Stream[] = [];
    const shelf: Projection = {
      name: 'shelf',
      version: 1,
      streams: toys().streams,
      needs: ['toys'],
      tables: 'CREATE TABLE shelf (name TEXT PRIMARY KEY);',
      contentHash: ['SELECT name FROM shelf ORDER BY name'],
      open: ({ db }) => ({
        complete: (changed) => {
          others.push(...changed.filter(({ name }) => !name.startsWith('toy-')));
          db.exec('DELETE FROM shelf; INSERT INTO shelf SELECT name FROM toys');
        },
      }),
    };
    await start(toys(), shelf);
    const readModel = await start(toys({ version: 2 }), shelf);
    expect(readModel.contentHash()).toBe(await rebuilt(toys({ version: 2 }), shelf));
    // The streams of others are none of its business.
    expect(others).toEqual([]);
    expect(() => new ProjectionSet('', [shelf, toys()])).toThrow('needs toys, which does not stand before');
    expect(() => new ProjectionSet('', [toys(), toys()])).toThrow('Two projections are called toys');
  });

  it('leaves nothing behind when it is taken out', async () => {
    await start(toys());
    const readModel = await start();
    expect(readModel.stream('toy-bear')).toBeUndefined();
    expect(readModel.contentHash()).toBe(await rebuilt());
  });

  it('is completed for the streams that changed while nothing ran, and for no other', async () => {
    await start(toys());
    await whileStopped('UPDATE toys SET colours = 99');
    await recordIn(store, 'toy-top', painted('red'));
    expect(lines(await start(toys()))).toEqual(['bear Bear 99', 'top Top 1']);
  });

  it('is completed after a catching up that was broken off', async () => {
    await (await start(toys())).stop();
    for (let n = 0; n < 1_100; n++) await recordIn(store, 'toy-top', painted(`shade ${n}`));
    const set = new ProjectionSet(import.meta.url, [...PROJECTIONS.list, toys()]);
    const broken = openReadModel(folder.path, {
      projections: set,
      onProgress: () => void broken.stop(),
    });
    await broken.start(store);
    const readModel = await start(toys());
    expect(lines(readModel)).toEqual(['bear Bear 1', 'top Top 1100']);
    expect(readModel.contentHash()).toBe(await rebuilt(toys()));
  });

  it('holds the same when a thread builds it, with all else or alone', async () => {
    needsBuild('service');
    const path = join(folder.path, 'log.sqlite');
    const { events } = openLog(path);
    store = events;
    await record(store, 'p', registered(), saved(chain('A', 'B')));
    for (let n = 0; n < 30; n++) {
      const colours = Array.from({ length: 50 }, (_, shade) => painted(`shade ${shade}`));
      await recordIn(store, `toy-${n}`, made(`Toy ${n}`), ...colours);
    }
    const grown = (await start(toys())).contentHash();
    await running.pop()!.stop();
    await store.close();
    const script = fileURLToPath(new URL('toy-thread.mjs', import.meta.url));
    const elsewhere = mkdtempSync(join(folder.path, 'thread-'));
    const { stdout } = await promisify(execFile)(process.execPath, [script, path, elsewhere]);
    expect(JSON.parse(stdout)).toEqual({
      threads: 1,
      whole: { hash: grown, pages: 4 },
      alone: { hash: grown, pages: 4 },
      untouched: { hash: grown, pages: 0 },
    });
  });
});
