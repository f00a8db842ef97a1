import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { EMPTY_STREAM, verifyChain } from '../hash.js';
import {
  LogUnreachable,
  type EventStore,
  type Position,
  type SealedEvent,
  type StoredEvent,
} from '../port.js';
import { pages } from './reading.js';
import { headAfter, newStream, sample } from './sample-events.js';

/** Faults that a test can cause in a server. */
export interface ServerFaults {
  /** Stores the next append, but loses the answer to it. */
  dropNextAnswer(): Promise<void>;
  /** Kills the server and starts it again with the events it had acknowledged. */
  restart(): Promise<void>;
  /** The server neither answers nor closes a connection, until `thaw`. */
  freeze(): void;
  thaw(): void;
}

/** Longer than the timeout of one attempt, shorter than the timeout of all attempts together. */
const A_WHILE_MS = 4_000;

/** A failing server must not harm the log. */
export function losing(store: () => EventStore, server: ServerFaults): void {
  it('stores an append once and answers it normally when the first answer is lost', async () => {
    for (const count of [1, 3]) {
      const stream = newStream();
      const events = sample(stream, EMPTY_STREAM, count);
      await server.dropNextAnswer();
      const appended = await store().append(stream, 0, events);
      const stored = await store().readStream(stream);
      expect(appended).toEqual({ version: count, position: stored.at(-1)?.position });
      expect(stored.map(({ metadata }) => metadata)).toEqual(events.map(({ metadata }) => metadata));
    }
  });

  it('loses and repeats no event when the server dies and comes back while 16 writers append', async () => {
    const before = await store().lastPosition();
    const feed = followed(store(), before);
    const writing = Promise.all(Array.from({ length: 16 }, () => write(store(), newStream(), 25)));
    for (let time = 0; time < 3; time++) {
      await pause(100);
      await server.restart();
    }
    await writing;
    await feed.has(16 * 25);
    expect(feed.seen.map(({ position }) => position)).toEqual(
      (await pages(store(), before)).map(({ position }) => position),
    );
    expect(verifyChain(feed.seen)).toBeUndefined();
    await feed.stop();
  });

  it('answers when a frozen server continues, and stores once what was sent meanwhile', async () => {
    const before = await store().lastPosition();
    const feed = followed(store(), before);
    const stream = newStream();
    server.freeze();
    const writing = write(store(), stream, 3);
    await pause(A_WHILE_MS);
    server.thaw();
    await writing;
    expect(await store().readStream(stream)).toHaveLength(3);
    await feed.has(3);
    await feed.stop();
  });

  it('reports an unreachable log while the server is frozen, and stores a later retry once', async () => {
    const stream = newStream();
    const events = sample(stream);
    server.freeze();
    const asked = [
      store().append(stream, 0, events),
      store().readStream(stream),
      store().readAll(undefined, 1),
      store().lastPosition(),
    ];
    const results = await Promise.allSettled(asked);
    server.thaw();
    for (const result of results)
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(LogUnreachable) });
    expect(await store().append(stream, 0, events)).toMatchObject({ version: 1 });
    expect(await store().readStream(stream)).toHaveLength(1);
  });
}

/** Appends one event after the other, and retries each append until the server answers. */
async function write(store: EventStore, stream: string, count: number): Promise<void> {
  for (let head = EMPTY_STREAM; head.version < count; ) {
    const events = sample(stream, head);
    await append(store, stream, head.version, events);
    head = headAfter(head, events);
  }
}

async function append(
  store: EventStore,
  stream: string,
  version: number,
  events: SealedEvent[],
): Promise<void> {
  try {
    await store.append(stream, version, events);
  } catch (error) {
    if (!(error instanceof LogUnreachable)) throw error;
    await append(store, stream, version, events);
  }
}

function followed(store: EventStore, after: Position | undefined) {
  const seen: StoredEvent[] = [];
  let failure: unknown;
  const subscription = store.subscribe(
    after,
    (events) => void seen.push(...events),
    (error) => (failure = error),
  );
  return {
    seen,
    /** Resolves when this many events arrived. Fails when more follow within a moment. */
    async has(count: number): Promise<void> {
      while (seen.length < count && !failure) await pause(20);
      await pause(100);
      expect(failure).toBeUndefined();
      expect(seen).toHaveLength(count);
    },
    stop: () => subscription.stop(),
  };
}
