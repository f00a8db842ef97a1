import { expect, it } from '@jest/globals';
import { EMPTY_STREAM, verifyChain } from '../hash.js';
import {
  APPEND_LIMIT,
  AppendTooLarge,
  DuplicateEventId,
  EVENT_LIMIT,
  EventTooLarge,
  NothingToAppend,
  VersionConflict,
  type EventStore,
} from '../port.js';
import { sealEvents } from '../seal.js';
import { headAfter, newStream, sample, SAMPLE_CONTEXT } from './sample-events.js';

/** What an append stores, refuses and repeats. */
export function appending(store: () => EventStore): void {
  it('returns events exactly as they were sealed, with their hash chain', async () => {
    const stream = newStream();
    const data = {
      naam: '<b>é</b> 👩‍⚖️ \u0000',
      getal: 1e21,
      leeg: {},
      lijst: [null, true, -0.5],
      tekst: { text: 'waarom' },
    };
    const context = { ...SAMPLE_CONTEXT, demo: true };
    const events = sealEvents(
      stream,
      EMPTY_STREAM,
      [
        { type: 'One', data },
        { type: 'Two', data: { ['__proto__']: 1 } },
      ],
      context,
    );
    const appended = await store().append(stream, 0, events);
    const stored = await store().readStream(stream);
    expect(appended).toEqual({ version: 2, position: stored[1]?.position });
    expect(stored.map(({ type, data, metadata }) => JSON.stringify({ type, data, metadata }))).toEqual(
      events.map((event) => JSON.stringify(event)),
    );
    expect(stored.map(({ stream: name, version }) => [name, version])).toEqual([
      [stream, 1],
      [stream, 2],
    ]);
    expect(verifyChain(stored)).toBeUndefined();
  });

  it('gives a repeated append the first answer and stores nothing, even in a longer stream', async () => {
    const stream = newStream();
    const events = sample(stream, EMPTY_STREAM, 2);
    const first = await store().append(stream, 0, events);
    expect(await store().append(stream, 0, events)).toEqual(first);
    await store().append(stream, 2, sample(stream, headAfter(EMPTY_STREAM, events)));
    expect(await store().append(stream, 0, events)).toEqual(first);
    expect(await store().readStream(stream)).toHaveLength(3);
  });

  it('refuses known events at another place: the new end of their stream, or another stream', async () => {
    const stream = newStream();
    const events = sample(stream, EMPTY_STREAM, 2);
    await store().append(stream, 0, events);
    await expect(store().append(stream, 2, events)).rejects.toThrow(DuplicateEventId);
    await expect(store().append(stream, 2, events.slice(1))).rejects.toThrow(DuplicateEventId);
    await expect(
      store().append(stream, 2, [...sample(stream, headAfter(EMPTY_STREAM, events)), ...events]),
    ).rejects.toThrow(DuplicateEventId);
    const other = newStream();
    await expect(store().append(other, 0, events)).rejects.toThrow(DuplicateEventId);
    expect(verifyChain(await store().readStream(stream))).toBeUndefined();
    expect([await store().readStream(stream), await store().readStream(other)]).toMatchObject([
      { length: 2 },
      { length: 0 },
    ]);
  });

  it('refuses an append that is already stored in part', async () => {
    const stream = newStream();
    const [one, two] = sample(stream, EMPTY_STREAM, 2);
    if (!one || !two) throw new Error('two events were made');
    await store().append(stream, 0, [one]);
    await expect(store().append(stream, 0, [one, two])).rejects.toThrow(VersionConflict);
    expect(await store().readStream(stream)).toHaveLength(1);
  });

  it('refuses an append with the same event id twice', async () => {
    const stream = newStream();
    const [event] = sample(stream);
    await expect(
      store().append(
        stream,
        0,
        [event, event].flatMap((copy) => copy ?? []),
      ),
    ).rejects.toThrow(DuplicateEventId);
    expect(await store().readStream(stream)).toEqual([]);
  });

  it('reports the actual version when the expected version is too low or too high', async () => {
    const stream = newStream();
    await store().append(stream, 0, sample(stream, EMPTY_STREAM, 2));
    for (const expectedVersion of [0, 1, 3]) {
      await expect(store().append(stream, expectedVersion, sample(stream))).rejects.toMatchObject({
        stream,
        expectedVersion,
        actualVersion: 2,
      });
    }
    await expect(store().append(newStream(), 1, sample(stream))).rejects.toMatchObject({ actualVersion: 0 });
    await expect(store().append(stream, -1, sample(stream))).rejects.toThrow(RangeError);
    await expect(store().append(stream, 0.5, sample(stream))).rejects.toThrow(RangeError);
  });

  it('accepts an event up to the limit, and refuses an append with one event above it', async () => {
    const stream = newStream();
    const withText = (length: number) =>
      sealEvents(
        stream,
        EMPTY_STREAM,
        [{ type: 'Large', data: { text: '', bulk: 'é'.repeat(length) } }],
        SAMPLE_CONTEXT,
      );
    const overhead = bytesOf(withText(0));
    const fitting = withText(Math.floor((EVENT_LIMIT - 1 - overhead) / 2));
    await store().append(stream, 0, fitting);
    expect((await store().readLast(stream))?.data).toEqual(fitting[0]?.data);
    const large = withText(Math.ceil((EVENT_LIMIT - overhead) / 2));
    const other = newStream();
    await expect(store().append(other, 0, [...sample(other), ...large])).rejects.toMatchObject({
      constructor: EventTooLarge,
      limit: EVENT_LIMIT,
    });
    expect(await store().readStream(other)).toEqual([]);
  });

  it('refuses an append that is too large together, however small each of its events is', async () => {
    const stream = newStream();
    const many = (count: number, bulk: number) =>
      sealEvents(
        stream,
        EMPTY_STREAM,
        Array.from({ length: count }, () => ({ type: 'Part', data: { bulk: 'x'.repeat(bulk) } })),
        SAMPLE_CONTEXT,
      );
    for (const events of [many(2, APPEND_LIMIT / 2), many(4_000, 0)])
      await expect(store().append(stream, 0, events)).rejects.toMatchObject({
        constructor: AppendTooLarge,
        limit: APPEND_LIMIT,
      });
    expect(await store().readStream(stream)).toEqual([]);
    const fitting = many(2, APPEND_LIMIT / 2 - 2_000);
    expect(await store().append(stream, 0, fitting)).toMatchObject({ version: 2 });
  });

  it('stores events without data, with their hash chain', async () => {
    const stream = newStream();
    const events = sealEvents(
      stream,
      EMPTY_STREAM,
      Array.from({ length: 3 }, () => ({ type: 'Nothing', data: {} })),
      SAMPLE_CONTEXT,
    );
    await store().append(stream, 0, events);
    const stored = await store().readStream(stream);
    expect(stored.map(({ type, data, metadata }) => ({ type, data, metadata }))).toEqual(events);
    expect(verifyChain(stored)).toBeUndefined();
  });

  it('refuses an append without events', async () => {
    const stream = newStream();
    await expect(store().append(stream, 0, [])).rejects.toThrow(NothingToAppend);
    expect(await store().readStream(stream)).toEqual([]);
  });
}

const bytesOf = (events: ReturnType<typeof sample>): number =>
  events.reduce(
    (sum, { data, metadata }) =>
      sum + Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata)),
    0,
  );
