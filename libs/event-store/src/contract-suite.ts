import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EMPTY_STREAM, verifyChain } from './hash.js';
import {
  DuplicateEventId, EVENT_LIMIT, EventTooLarge, NothingToAppend, VersionConflict, type EventStore, type Position, type StoredEvent,
} from './port.js';
import { headAfter, newStream, sample, SAMPLE_CONTEXT } from './sample-events.js';
import { sealEvents } from './seal.js';
import { runStoreModel } from './store-model.js';

export interface Engine {
  open(): Promise<EventStore>;
  /** Closes a store and opens what it left behind; absent where nothing outlives the store. */
  reopen?(store: EventStore): Promise<EventStore>;
  /** After the last test. */
  dispose?(): Promise<void>;
}

/** What `port.ts` promises, checked on one engine. The log may hold other events: each test uses streams of its own. */
export function contractSuite(name: string, engine: Engine): void {
  describe(`the log on ${name}`, () => {
    let store: EventStore;
    beforeAll(async () => {
      store = await engine.open();
    });
    afterAll(async () => {
      await store.close();
      await engine.dispose?.();
    });

    appending(() => store);
    racing(() => store);
    reading(() => store);
    following(() => store);

    it('agrees with a trivial model of it, whatever is asked in whatever order', async () => {
      await fc.assert(fc.asyncProperty(fc.infiniteStream(fc.nat()), (choices) => runStoreModel(store, choices)), { numRuns: 30 });
    });

    if (engine.reopen) {
      const { reopen } = engine;
      it('holds the same events after it was closed and opened again', async () => {
        const stream = newStream();
        await store.append(stream, 0, sample(stream, EMPTY_STREAM, 3));
        const before = await store.readStream(stream);
        store = await reopen(store);
        expect(await store.readStream(stream)).toEqual(before);
        const next = sample(stream, headAfter(EMPTY_STREAM, before));
        expect(await store.append(stream, 3, next)).toMatchObject({ version: 4 });
      });
    }
  });
}

function appending(store: () => EventStore): void {
  it('gives events back as they were sealed, with their chain', async () => {
    const stream = newStream();
    const data = { naam: '<b>é</b> 👩‍⚖️ \u0000', getal: 1e21, leeg: {}, lijst: [null, true, -0.5], tekst: { text: 'waarom' } };
    const context = { ...SAMPLE_CONTEXT, demo: true };
    const events = sealEvents(stream, EMPTY_STREAM, [{ type: 'One', data }, { type: 'Two', data: { ['__proto__']: 1 } }], context);
    const appended = await store().append(stream, 0, events);
    const stored = await store().readStream(stream);
    expect(appended).toEqual({ version: 2, position: stored[1]?.position });
    expect(stored.map(({ type, data, metadata }) => JSON.stringify({ type, data, metadata }))).toEqual(events.map((event) => JSON.stringify(event)));
    expect(stored.map(({ stream: name, version }) => [name, version])).toEqual([[stream, 1], [stream, 2]]);
    expect(verifyChain(stored)).toBeUndefined();
  });

  it('answers a repeated append as the first time and stores nothing, also when the stream has moved on', async () => {
    const stream = newStream();
    const events = sample(stream, EMPTY_STREAM, 2);
    const first = await store().append(stream, 0, events);
    expect(await store().append(stream, 0, events)).toEqual(first);
    await store().append(stream, 2, sample(stream, headAfter(EMPTY_STREAM, events)));
    expect(await store().append(stream, 0, events)).toEqual(first);
    expect(await store().readStream(stream)).toHaveLength(3);
  });

  it('refuses an append of which a part is known', async () => {
    const stream = newStream();
    const [one, two] = sample(stream, EMPTY_STREAM, 2);
    if (!one || !two) throw new Error('two events were made');
    await store().append(stream, 0, [one]);
    await expect(store().append(stream, 0, [one, two])).rejects.toThrow(VersionConflict);
    expect(await store().readStream(stream)).toHaveLength(1);
  });

  it('refuses one id twice in an append', async () => {
    const stream = newStream();
    const [event] = sample(stream);
    await expect(store().append(stream, 0, [event, event].flatMap((copy) => copy ?? []))).rejects.toThrow(DuplicateEventId);
    expect(await store().readStream(stream)).toEqual([]);
  });

  it('says where the stream stands when another version was expected, be it before or after', async () => {
    const stream = newStream();
    await store().append(stream, 0, sample(stream, EMPTY_STREAM, 2));
    for (const expectedVersion of [0, 1, 3]) {
      await expect(store().append(stream, expectedVersion, sample(stream))).rejects.toMatchObject({ stream, expectedVersion, actualVersion: 2 });
    }
    await expect(store().append(newStream(), 1, sample(stream))).rejects.toMatchObject({ actualVersion: 0 });
    await expect(store().append(stream, -1, sample(stream))).rejects.toThrow(RangeError);
    await expect(store().append(stream, 0.5, sample(stream))).rejects.toThrow(RangeError);
  });

  it('takes events up to the limit and refuses those above it, with all that came along', async () => {
    const stream = newStream();
    const withText = (length: number) => sealEvents(stream, EMPTY_STREAM, [{ type: 'Large', data: { text: '', bulk: 'é'.repeat(length) } }], SAMPLE_CONTEXT);
    const overhead = bytesOf(withText(0));
    const fitting = withText(Math.floor((EVENT_LIMIT - 1 - overhead) / 2));
    await store().append(stream, 0, fitting);
    expect((await store().readLast(stream))?.data).toEqual(fitting[0]?.data);
    const large = withText(Math.ceil((EVENT_LIMIT - overhead) / 2));
    const other = newStream();
    await expect(store().append(other, 0, [...sample(other), ...large])).rejects.toThrow(EventTooLarge);
    expect(await store().readStream(other)).toEqual([]);
  });

  it('refuses an append of no events', async () => {
    const stream = newStream();
    await expect(store().append(stream, 0, [])).rejects.toThrow(NothingToAppend);
    expect(await store().readStream(stream)).toEqual([]);
  });
}

function racing(store: () => EventStore): void {
  it('lets exactly one of 32 writers have each version', async () => {
    const stream = newStream();
    let head = EMPTY_STREAM;
    for (let round = 0; round < 5; round++) {
      const attempts = Array.from({ length: 32 }, () => sample(stream, head));
      const results = await Promise.allSettled(attempts.map((events) => store().append(stream, head.version, events)));
      const winners = results.flatMap((result, index) => (result.status === 'fulfilled' ? [attempts[index] ?? []] : []));
      expect(winners).toHaveLength(1);
      for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(VersionConflict);
      head = headAfter(head, winners[0] ?? []);
    }
    expect(verifyChain(await store().readStream(stream))).toBeUndefined();
  });

  it('does not let a refused append harm others that came at the same moment', async () => {
    const taken = newStream();
    await store().append(taken, 0, sample(taken));
    const streams = Array.from({ length: 8 }, newStream);
    const results = await Promise.allSettled(streams.flatMap((stream) => [
      store().append(stream, 0, sample(stream, EMPTY_STREAM, 2)),
      store().append(taken, 0, sample(taken, EMPTY_STREAM, 2)),
    ]));
    expect(results.map(({ status }) => status)).toEqual(streams.flatMap(() => ['fulfilled', 'rejected']));
    expect(await store().readStream(taken)).toHaveLength(1);
    for (const stream of streams) expect(await store().readStream(stream)).toHaveLength(2);
  });
}

function reading(store: () => EventStore): void {
  it('finds nothing in an unknown stream, past the end of one and after the last position', async () => {
    const stream = newStream();
    expect(await store().readStream(stream)).toEqual([]);
    expect(await store().readLast(stream)).toBeUndefined();
    const { position } = await store().append(stream, 0, sample(stream));
    expect(await store().readStream(stream, { from: 2 })).toEqual([]);
    expect(await store().readAll(position, 10)).toEqual([]);
    expect(await store().lastPosition()).toBe(position);
  });

  it('reads the part of a stream that is asked for', async () => {
    const stream = newStream();
    await store().append(stream, 0, sample(stream, EMPTY_STREAM, 5));
    const versions = async (range: object): Promise<number[]> => (await store().readStream(stream, range)).map(({ version }) => version);
    expect(await versions({ from: 3 })).toEqual([3, 4, 5]);
    expect(await versions({ to: 2 })).toEqual([1, 2]);
    expect(await versions({ from: 2, to: 4 })).toEqual([2, 3, 4]);
    expect(await versions({ from: 2, limit: 2 })).toEqual([2, 3]);
    expect(await versions({ from: 4, to: 9, limit: 9 })).toEqual([4, 5]);
    expect((await store().readLast(stream))?.version).toBe(5);
  });

  it('reads the whole log in the order in which appends were answered', async () => {
    const before = await store().lastPosition();
    const streams = [newStream(), newStream(), newStream()];
    const positions: Position[] = [];
    for (const stream of [...streams, ...streams]) {
      const head = headAfter(EMPTY_STREAM, await store().readStream(stream));
      positions.push((await store().append(stream, head.version, sample(stream, head, 2))).position);
    }
    const log = await pages(store(), before);
    expect(log.map(({ stream }) => stream)).toEqual([...streams, ...streams].flatMap((stream) => [stream, stream]));
    expect(log.filter((_, index) => index % 2 === 1).map(({ position }) => position)).toEqual(positions);
    const ordered = log.slice(1).every((event, index) => store().comparePositions(log[index]?.position ?? '', event.position) < 0);
    expect(ordered).toBe(true);
    expect(log.filter(({ stream }) => stream === streams[0]).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  });

  it('refuses what is no position of it', async () => {
    await expect(store().readAll('elsewhere', 1)).rejects.toThrow(RangeError);
    expect(() => store().comparePositions('', 'x')).toThrow(RangeError);
  });
}

function following(store: () => EventStore): void {
  it('catches up and goes on live without a gap while 16 writers append', async () => {
    const before = await store().lastPosition();
    const write = async (stream: string): Promise<void> => {
      for (let head = EMPTY_STREAM; head.version < 20; ) {
        const events = sample(stream, head);
        await store().append(stream, head.version, events);
        head = headAfter(head, events);
      }
    };
    const streams = Array.from({ length: 16 }, newStream);
    await write(newStream());
    const writing = Promise.all(streams.map(write));
    const seen: StoredEvent[] = [];
    let running = 0;
    const all = new Promise<void>((resolve, reject) => {
      const subscription = store().subscribe(before, async (events) => {
        if (running++ > 0) reject(new Error('a batch came before the last one was handled'));
        await new Promise((next) => setTimeout(next, 1));
        seen.push(...events);
        running--;
        if (seen.length >= 17 * 20) resolve(void subscription.stop());
      }, reject);
    });
    await writing;
    await all;
    expect(seen.map(({ position }) => position)).toEqual((await pages(store(), before)).map(({ position }) => position));
  });

  it('calls nobody after it was stopped', async () => {
    const seen: StoredEvent[] = [];
    const subscription = store().subscribe(await store().lastPosition(), (events) => void seen.push(...events), () => undefined);
    await subscription.stop();
    const stream = newStream();
    await store().append(stream, 0, sample(stream));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([]);
  });

  it('ends when the handler fails, and says so once', async () => {
    const before = await store().lastPosition();
    let calls = 0;
    const failure = new Promise((resolve) => {
      store().subscribe(before, () => {
        calls++;
        throw new Error('cannot digest');
      }, resolve);
    });
    for (const stream of [newStream(), newStream()]) await store().append(stream, 0, sample(stream));
    expect(await failure).toMatchObject({ message: 'cannot digest' });
    expect(calls).toBe(1);
  });
}

/** The log after a position, read in small pages. */
async function pages(store: EventStore, after: Position | undefined): Promise<StoredEvent[]> {
  const page = await store.readAll(after, 7);
  return page.length === 0 ? [] : [...page, ...(await pages(store, page.at(-1)?.position))];
}

const bytesOf = (events: ReturnType<typeof sample>): number =>
  events.reduce((sum, { data, metadata }) => sum + Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata)), 0);
