import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { seal } from '../../apps/api/src/platform/projections/file/seal.js';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EMPTY_STREAM, sealEvents, type Position, type StoredEvent, type Subscription } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import type { Projection } from '../../apps/api/src/platform/projections/unit/projection.js';
import { ProjectionSet } from '../../apps/api/src/platform/projections/unit/projection-set.js';
import { openReadModel } from '../../apps/api/src/platform/projections/following/open-read-model.js';
import { NotCaughtUp, type ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { PATIENCE_MS, until } from '../until.js';
import { recordIn, temporaryFolder, upToDate } from './fixture.js';
import { ToyReader, toys, type ToyEvent } from './toy-aggregate.js';

const made = (name: string): ToyEvent => ({ type: 'ToyMade', data: { name } });
const painted = (colour: string): ToyEvent => ({ type: 'ToyPainted', data: { colour } });

/** A log that can be out of reach, lose an event, tell one twice, and answer later. */
class FailingStore extends MemoryEventStore {
  subscriptions = 0;
  readonly following = new Set<Subscription>();
  failure: Error | undefined;
  /** Where the newest event is looked up. */
  unreachable: Error | undefined;
  /** An event that the log does not give any more. */
  lost: { stream: string; version: number } | undefined;
  twice = false;
  /** What a read waits for. */
  held: { readAll?: Promise<void>; readStream?: Promise<void> } = {};

  override subscribe(
    after: Position | undefined,
    onEvents: (events: StoredEvent[]) => Promise<void> | void,
    onFailure: (error: unknown) => void,
  ): Subscription {
    this.subscriptions++;
    const before: StoredEvent[] = [];
    const told = (events: StoredEvent[]) => {
      if (this.failure) throw this.failure;
      const again = this.twice ? before.splice(0) : [];
      before.push(...events);
      return onEvents([...again, ...events]);
    };
    const subscription = super.subscribe(after, told, onFailure);
    const counted: Subscription = {
      stop: async () => {
        this.following.delete(counted);
        await subscription.stop();
      },
    };
    this.following.add(counted);
    return counted;
  }
  override async lastPosition(): Promise<Position | undefined> {
    if (this.unreachable) throw this.unreachable;
    return super.lastPosition();
  }
  override async readAll(after: Position | undefined, limit: number): Promise<StoredEvent[]> {
    await this.held.readAll;
    const page = await super.readAll(after, limit);
    return page.filter(
      ({ stream, version }) => stream !== this.lost?.stream || version !== this.lost.version,
    );
  }
  override async readStream(...range: Parameters<MemoryEventStore['readStream']>): Promise<StoredEvent[]> {
    await this.held.readStream;
    return super.readStream(...range);
  }
}

const MALFORMED = Object.assign(new Error('database disk image is malformed'), {
  code: 'ERR_SQLITE_ERROR',
  // SQLITE_CORRUPT_INDEX: the kind of damage stands in the higher bits.
  errcode: 11 + 3 * 256,
});

describe('The read model', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: FailingStore;
  let readModel: ReadModel;
  /** What the next times fail of which something is completed. */
  let failures: Error[];
  beforeEach(async () => {
    folder = temporaryFolder();
    store = new FailingStore();
    failures = [];
    await recordIn(store, 'toy-bear', made('Bear'), painted('brown'));
    open();
    await readModel.start(store);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await readModel.stop();
    await folder.remove();
  });

  const brittle: Projection = {
    name: 'brittle',
    version: 1,
    streams: toys().streams,
    tables: 'CREATE TABLE brittle (a);',
    contentHash: [],
    open: () => ({
      complete() {
        const failure = failures.shift();
        if (failure) throw failure;
      },
    }),
  };
  function open(reads?: readonly string[]): void {
    const projections = new ProjectionSet(import.meta.url, [toys(reads && { reads }), brittle]);
    readModel = openReadModel(folder.path, { projections });
  }
  const lines = () => readModel.reader(ToyReader).lines();
  /** Changes the file while nobody has it open, so that one can tell whether it was built anew. */
  const mark = () => {
    const db = new DatabaseSync(join(folder.path, 'read-model.sqlite'));
    db.exec("UPDATE toys SET name = 'Marked'");
    db.close();
    seal(join(folder.path, 'read-model.sqlite'));
  };
  const phase = (wanted: string) =>
    until(
      () => readModel.phase === wanted,
      () => `The read model is ${readModel.phase}, not ${wanted}.`,
    );
  const held = (): { until: Promise<void>; release: () => void } => {
    let release = () => {};
    return { until: new Promise((resolve) => (release = resolve)), release: () => release() };
  };

  it('that is found damaged while it catches up is built anew before the start is over', async () => {
    await readModel.stop();
    mark();
    await recordIn(store, 'toy-bear', painted('red'));
    failures = [MALFORMED];
    open();
    await readModel.start(store);
    expect(readModel.status()).toEqual({ phase: 'following', parked: [] });
    expect(lines()).toEqual(['bear Bear 2']);
  });

  it('that cannot catch up for any other reason says so, and is not built anew', async () => {
    await readModel.stop();
    mark();
    store.unreachable = new Error('The log is away.');
    open();
    await expect(readModel.start(store)).rejects.toThrow('The log is away.');
    expect(lines()).toEqual(['bear Marked 1']);
  });

  it('that is found damaged while it follows cannot be read until it is built anew', async () => {
    failures = [MALFORMED];
    await recordIn(store, 'toy-bear', painted('red'));
    await phase('failed');
    expect([readModel.readable, readModel.position()]).toEqual([false, undefined]);
    await expect(readModel.caughtUp('1', 1)).rejects.toThrow(NotCaughtUp);
    await readModel.caughtUp('3', PATIENCE_MS);
    expect(lines()).toEqual(['bear Bear 2']);
  });

  it('that is built anew is whole, also when that failed at the end and more was written meanwhile', async () => {
    await recordIn(store, 'toy-top', made('Top'));
    await upToDate(readModel, store);
    failures = [MALFORMED, new Error('No room.')];
    await recordIn(store, 'toy-bear', painted('red'));
    await until(
      () => readModel.status().failure === 'No room.',
      () => `It did not fail again: ${readModel.status().failure}.`,
    );
    expect(readModel.readable).toBe(false);
    await recordIn(store, 'toy-top', painted('blue'));
    await readModel.caughtUp('5', PATIENCE_MS);
    expect(lines()).toEqual(['bear Bear 2', 'top Top 1']);
  });

  it('that several reads find damaged at once is built anew once', async () => {
    await Promise.all([readModel.rebuild(), readModel.rebuild(), readModel.rebuild()]);
    expect([readModel.phase, store.subscriptions, store.following.size]).toEqual(['following', 2, 1]);
    expect(lines()).toEqual(['bear Bear 1']);
    await readModel.stop();
    await readModel.rebuild();
    expect([readModel.phase, store.following.size]).toEqual(['stopped', 0]);
  });

  it('that is stopped as soon as a read found it damaged starts nothing afterwards', async () => {
    const rebuilding = readModel.rebuild();
    await readModel.stop();
    await rebuilding;
    expect([readModel.phase, store.subscriptions, store.following.size]).toEqual(['stopped', 1, 0]);
    open();
    await readModel.start(store);
    expect(lines()).toEqual(['bear Bear 1']);
  });

  it('that is found damaged while the log is away is built anew when that is back', async () => {
    store.unreachable = new Error('The log is away.');
    await readModel.rebuild();
    expect(readModel.status()).toMatchObject({ phase: 'failed', failure: 'The log is away.' });
    expect(readModel.readable).toBe(false);
    store.unreachable = undefined;
    await phase('following');
    expect(lines()).toEqual(['bear Bear 1']);
  });

  it('tries again ever more rarely, at most half a minute apart, and soon again once it went well', async () => {
    const pauses: unknown[] = [];
    let tries = 8;
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(((again: () => void, pause: number) => {
      pauses.push(pause);
      if (--tries === 0) store.failure = undefined;
      setImmediate(again);
      return { unref: () => undefined };
    }) as unknown as typeof setTimeout);
    store.failure = store.unreachable = new Error('The connection was lost.');
    const failing = () =>
      until(
        () => pauses.length > 0 && tries <= 0 && readModel.phase === 'following',
        () => `It did not go on, after ${pauses.join(', ')}.`,
      );
    jest.spyOn(store, 'lastPosition').mockImplementation(async () => {
      if (store.failure) throw store.failure;
      return '3';
    });
    await recordIn(store, 'toy-bear', painted('red'));
    await failing();
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    await recordIn(store, 'toy-bear', painted('blue'));
    await until(
      () => readModel.position() === '4',
      () => 'Nothing more came.',
    );
    pauses.length = 0;
    tries = 1;
    store.failure = new Error('The connection was lost again.');
    await recordIn(store, 'toy-bear', painted('green'));
    await failing();
    expect(pauses).toEqual([500]);
  });

  it('lets those go on who waited for it since before the start', async () => {
    await readModel.stop();
    open();
    const waiting = readModel.caughtUp('2', PATIENCE_MS);
    await readModel.start(store);
    await waiting;
  });

  it('takes an event that the log tells twice once', async () => {
    store.twice = true;
    const told: number[] = [];
    readModel.onApplied((events) => told.push(...events.map(({ version }) => version)));
    for (const colour of ['red', 'blue', 'green']) {
      await recordIn(store, 'toy-bear', painted(colour));
      await upToDate(readModel, store);
    }
    expect(told).toEqual([3, 4, 5]);
    expect(lines()).toEqual(['bear Bear 4']);
    expect(readModel.status().parked).toEqual([]);
  });

  it('parks a stream of which the log lost an event for that, and not as foreign', async () => {
    store.lost = { stream: 'toy-bear', version: 3 };
    await recordIn(store, 'toy-bear', painted('red'), painted('blue'));
    await upToDate(readModel, store);
    expect(readModel.parked('toy-bear')).toEqual({
      version: 4,
      reason: 'ToyPainted: Version 3 is missing.',
    });
    expect(lines()).toEqual(['bear Bear 1']);
  });

  describe('that parks a stream because of a foreign event', () => {
    let said: string[];
    beforeEach(() => {
      said = [];
      jest.spyOn(process.stderr, 'write').mockImplementation((line) => Boolean(said.push(String(line))));
    });
    /** An event that does not follow on the one before it. */
    const write = async (stream: string, version: number) => {
      const context = {
        commandId: `foreign ${stream} ${version}`,
        requestDigest: '00',
        schemaVersion: 1,
        actor: 'x',
        now: new Date(0),
      };
      const [event] = sealEvents(stream, EMPTY_STREAM, [painted('black')], context);
      const metadata = { ...event!.metadata, previousHash: 'f'.repeat(64) };
      await store.append(stream, version, [{ ...event!, metadata }]);
    };
    const told = () =>
      said
        .map((line) => JSON.parse(line) as { message: string; stream: string; version: number })
        .map(({ stream, version }) => `${stream}@${version}`);

    it('says so once, while it runs and when it starts', async () => {
      await write('toy-bear', 2);
      await upToDate(readModel, store);
      await recordIn(store, 'toy-top', made('Top'));
      await upToDate(readModel, store);
      expect(told()).toEqual(['toy-bear@3']);
      expect(readModel.parked('toy-bear')).toMatchObject({ version: 3, foreign: true });
      await write('toy-top', 1);
      await upToDate(readModel, store);
      expect(told()).toEqual(['toy-bear@3', 'toy-top@2']);
      await readModel.stop();
      said = [];
      open();
      await readModel.start(store);
      expect(told()).toEqual(['toy-bear@3', 'toy-top@2']);
      await recordIn(store, 'toy-ball', made('Ball'));
      await upToDate(readModel, store);
      expect(told()).toHaveLength(2);
    });
  });

  it.each(['readAll', 'readStream'] as const)(
    'that is stopped while the log gives it something starts nothing afterwards: %s',
    async (read) => {
      await recordIn(store, 'toy-bear', { type: 'ToyBroken', data: {} });
      await upToDate(readModel, store);
      await readModel.stop();
      open();
      const { until: released, release } = held();
      store.held = { [read]: released };
      const starting = readModel.start(store);
      await readModel.stop();
      release();
      await starting;
      expect([readModel.phase, store.following.size]).toEqual(['stopped', 0]);
    },
  );

  it('that is stopped while the log gives it the events of a parked stream starts nothing afterwards', async () => {
    await recordIn(store, 'toy-bear', { type: 'ToyBroken', data: {} });
    await upToDate(readModel, store);
    await readModel.stop();
    open();
    const { until: released, release } = held();
    const asked = held();
    const reading = store.readStream.bind(store);
    jest.spyOn(store, 'readStream').mockImplementation(async (stream, range) => {
      if (range?.limit === 1) return reading(stream, range);
      asked.release();
      await released;
      return reading(stream, range);
    });
    const starting = readModel.start(store);
    await asked.until;
    await readModel.stop();
    release();
    await starting;
    expect([readModel.phase, store.following.size]).toEqual(['stopped', 0]);
  });

  it('that is stopped while the log gives it the next events leaves these', async () => {
    await readModel.stop();
    await recordIn(store, 'toy-bear', painted('red'));
    open();
    const { until: released, release } = held();
    const asked = held();
    const reading = store.readAll.bind(store);
    jest.spyOn(store, 'readAll').mockImplementation(async (after, limit) => {
      if (limit === 1) return reading(after, limit);
      asked.release();
      await released;
      return reading(after, limit);
    });
    const starting = readModel.start(store);
    await asked.until;
    await readModel.stop();
    release();
    await starting;
    expect([readModel.phase, store.following.size]).toEqual(['stopped', 0]);
  });

  it('that is stopped can be read until the log tells it nothing more', async () => {
    const { until: released, release } = held();
    for (const subscription of store.following) {
      const stop = subscription.stop.bind(subscription);
      subscription.stop = () => released.then(stop);
    }
    const stopping = readModel.stop();
    await new Promise((resolve) => setImmediate(resolve));
    expect(lines()).toEqual(['bear Bear 1']);
    release();
    await stopping;
    expect(lines).toThrow();
  });

  it('that is stopped stays so when the log fails afterwards', async () => {
    await readModel.stop();
    open();
    let fail: (error: Error) => void = () => undefined;
    const subscribe = store.subscribe.bind(store);
    jest.spyOn(store, 'subscribe').mockImplementation((after, onEvents, onFailure) => {
      fail = onFailure;
      return subscribe(after, onEvents, onFailure);
    });
    await readModel.start(store);
    await readModel.stop();
    fail(new Error('The connection was lost.'));
    expect(readModel.phase).toBe('stopped');
  });

  it('that was built from another log is built anew, even if that ends with the same event', async () => {
    await readModel.stop();
    const bear = await store.readStream('toy-bear');
    const other = (name: string) => recordIn(store, `toy-${name}`, made(name));
    store = new FailingStore();
    await other('top');
    await store.append('toy-bear', 0, bear);
    open();
    await readModel.start(store);
    expect(lines()).toEqual(['bear Bear 1', 'top top 0']);
    await readModel.stop();
    store = new FailingStore();
    await other('ball');
    await store.append('toy-bear', 0, bear);
    jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    open();
    await readModel.start(store);
    expect(lines()).toEqual(['ball ball 0', 'bear Bear 1']);
  });
});
