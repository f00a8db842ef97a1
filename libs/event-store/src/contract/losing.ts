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

/** What can be made to befall a server. */
export interface ServerFaults {
  /** The next append is stored, and the answer to it is lost. */
  dropNextAnswer(): Promise<void>;
  /** Ends as when killed and starts again with what it had acknowledged. */
  restart(): Promise<void>;
  /** Neither answers nor breaks a connection until thawed. */
  freeze(): void;
  thaw(): void;
}

/** Longer than one answer may take, shorter than all of them together. */
const A_WHILE_MS = 4_000;
/** The bound of a question to a frozen server and some more; its connection breaks by itself much later. */
const BOUND_MS = 16_000;

/** What a server's failures must not do to the log. */
export function losing(store: () => EventStore, server: ServerFaults): void {
  it('answers an append whose answer was lost on the way as if it had not been, and stores it once', async () => {
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

  it('loses nothing and tells nothing twice when the server dies and comes back while 16 writers append', async () => {
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

  it('answers once the server goes on after having been frozen, and stores what was sent meanwhile once', async () => {
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

  it('says that the log cannot be reached when the server stays frozen; sent again later, the append is stored once', async () => {
    const stream = newStream();
    const events = sample(stream);
    const began = performance.now();
    server.freeze();
    const asked = [
      store().append(stream, 0, events),
      store().readStream(stream),
      store().readAll(undefined, 1),
      store().lastPosition(),
    ];
    const results = await Promise.allSettled(asked);
    expect(performance.now() - began).toBeLessThan(BOUND_MS);
    server.thaw();
    for (const result of results)
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(LogUnreachable) });
    expect(await store().append(stream, 0, events)).toMatchObject({ version: 1 });
    expect(await store().readStream(stream)).toHaveLength(1);
  });
}

/** Appends one event after the other; each the same again, as long as the server does not answer. */
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
    /** Resolves when so many were told, and no more than those some moments later. */
    async has(count: number): Promise<void> {
      while (seen.length < count && !failure) await pause(20);
      await pause(100);
      expect(failure).toBeUndefined();
      expect(seen).toHaveLength(count);
    },
    stop: () => subscription.stop(),
  };
}
