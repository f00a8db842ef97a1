import { expect, it } from '@jest/globals';
import { until } from '../../../../test/until.js';
import { EMPTY_STREAM } from '../hash.js';
import type { EventStore, Position, StoredEvent } from '../port.js';
import { headAfter, newStream, sample } from './sample-events.js';

const LONG_LOG = 100_000;
const APPEND = 500;
const PAGE = 1_000;

/** What reading returns, in which order, and when it returns nothing. */
export function reading(store: () => EventStore): void {
  it('finds nothing in an unknown stream, past the end of one, and after the last position', async () => {
    const stream = newStream();
    expect(await store().readStream(stream)).toEqual([]);
    expect(await store().readLast(stream)).toBeUndefined();
    const { position } = await store().append(stream, 0, sample(stream));
    expect(await store().readStream(stream, { from: 2 })).toEqual([]);
    expect(await store().readAll(position, 10)).toEqual([]);
    expect(await store().lastPosition()).toBe(position);
  });

  it('reads the requested part of a stream', async () => {
    const stream = newStream();
    await store().append(stream, 0, sample(stream, EMPTY_STREAM, 5));
    const versions = async (range: object): Promise<number[]> =>
      (await store().readStream(stream, range)).map(({ version }) => version);
    expect(await versions({ from: 3 })).toEqual([3, 4, 5]);
    expect(await versions({ to: 2 })).toEqual([1, 2]);
    expect(await versions({ from: 2, to: 4 })).toEqual([2, 3, 4]);
    expect(await versions({ from: 2, limit: 2 })).toEqual([2, 3]);
    expect(await versions({ from: 4, to: 9, limit: 9 })).toEqual([4, 5]);
    expect(await versions({ from: 3, to: 3 })).toEqual([3]);
    expect(await versions({ from: 4, to: 3 })).toEqual([]);
    expect(await versions({ from: 0, to: 1 })).toEqual([1]);
    expect(await versions({ limit: 0 })).toEqual([]);
    expect((await store().readLast(stream))?.version).toBe(5);
  });

  it('reads, finds and tells the events of every kind of stream, in the order of the log', async () => {
    const before = await store().lastPosition();
    const streams = ['pilot-', 'process-', 'discussion-process-', 'proposal-'].map(
      (kind) => kind + crypto.randomUUID(),
    );
    const told: StoredEvent[] = [];
    const subscription = store().subscribe(
      before,
      (events) => void told.push(...events),
      (error) => told.push(error as StoredEvent),
    );
    for (const stream of streams) {
      const { position } = await store().append(stream, 0, sample(stream));
      expect(await store().lastPosition()).toBe(position);
    }
    const log = await store().readAll(before, 10);
    expect(log.map(({ stream }) => stream)).toEqual(streams);
    await until(
      () => told.length >= streams.length,
      () => `Only ${told.length} events were told.`,
    );
    expect(told).toEqual(log);
    await subscription.stop();
  });

  it('reads the whole log in the order in which the appends were acknowledged', async () => {
    const before = await store().lastPosition();
    const streams = [newStream(), newStream(), newStream()];
    const positions: Position[] = [];
    for (const stream of [...streams, ...streams]) {
      const head = headAfter(EMPTY_STREAM, await store().readStream(stream));
      positions.push((await store().append(stream, head.version, sample(stream, head, 2))).position);
    }
    const log = await pages(store(), before);
    expect(log.map(({ stream }) => stream)).toEqual(
      [...streams, ...streams].flatMap((stream) => [stream, stream]),
    );
    expect(log.filter((_, index) => index % 2 === 1).map(({ position }) => position)).toEqual(positions);
    const ordered = log
      .slice(1)
      .every((event, index) => store().comparePositions(log[index]?.position ?? '', event.position) < 0);
    expect(ordered).toBe(true);
    expect(log.filter(({ stream }) => stream === streams[0]).map(({ version }) => version)).toEqual([
      1, 2, 3, 4,
    ]);
    const raw = await store().readAllRaw(before, log.length + 1);
    expect(
      raw.map(([of, version, position, type, data, metadata]) => ({
        stream: of,
        version,
        position,
        type,
        data: JSON.parse(data),
        metadata: JSON.parse(metadata),
      })),
    ).toEqual(log);
    expect(raw.map(([, , , , data]) => data)).toEqual(log.map(({ data }) => JSON.stringify(data)));
    expect(await store().readAllRaw(positions[1], 3)).toEqual(raw.slice(4, 7));
  });

  it('reads no more events at once than have JSON of a given size, but always the next one', async () => {
    const before = await store().lastPosition();
    const stream = newStream();
    await store().append(stream, 0, sample(stream, EMPTY_STREAM, 4));
    const log = await store().readAllRaw(before, 9);
    const sizes = log.map(([, , , , data, metadata]) => data.length + metadata.length);
    const ofThree = sizes[0]! + sizes[1]! + sizes[2]!;
    expect(await store().readAllRaw(before, 9, ofThree + sizes[3]!)).toEqual(log);
    expect(await store().readAllRaw(before, 9, ofThree)).toEqual(log.slice(0, 3));
    expect(await store().readAllRaw(before, 9, ofThree - 1)).toEqual(log.slice(0, 2));
    expect(await store().readAllRaw(before, 1, ofThree)).toEqual(log.slice(0, 1));
    expect(await store().readAllRaw(log[0]![2], 9, 1)).toEqual(log.slice(1, 2));
  });

  it('reads 100,000 events in order', async () => {
    const before = await store().lastPosition();
    const heads = new Map(Array.from({ length: 8 }, () => [newStream(), EMPTY_STREAM]));
    const hashes: string[] = [];
    while (hashes.length < LONG_LOG) {
      for (const [stream, head] of heads) {
        const events = sample(stream, head, Math.min(APPEND, LONG_LOG - hashes.length));
        if (events.length === 0) break;
        await store().append(stream, head.version, events);
        hashes.push(...events.map(({ metadata }) => metadata.hash));
        heads.set(stream, headAfter(head, events));
      }
    }
    const read: string[] = [];
    for (
      let page = await store().readAll(before, PAGE);
      page.length > 0;
      page = await store().readAll(page.at(-1)?.position, PAGE)
    ) {
      read.push(...page.map(({ metadata }) => metadata.hash));
    }
    expect(read.length).toBe(LONG_LOG);
    expect(read.join() === hashes.join()).toBe(true);
  });

  it('refuses a position of another log', async () => {
    await expect(store().readAll('elsewhere', 1)).rejects.toThrow(RangeError);
    expect(() => store().comparePositions('', 'x')).toThrow(RangeError);
  });

  it('compares two positions by their order in the log', async () => {
    const [one, other] = [newStream(), newStream()];
    const first = (await store().append(one, 0, sample(one))).position;
    const second = (await store().append(other, 0, sample(other))).position;
    expect(Math.sign(store().comparePositions(first, second))).toBe(-1);
    expect(Math.sign(store().comparePositions(second, first))).toBe(1);
    expect(store().comparePositions(first, first)).toBe(0);
  });
}

/** The log after a position, read in small pages. */
export async function pages(store: EventStore, after: Position | undefined): Promise<StoredEvent[]> {
  const page = await store.readAll(after, 7);
  return page.length === 0 ? [] : [...page, ...(await pages(store, page.at(-1)?.position))];
}
