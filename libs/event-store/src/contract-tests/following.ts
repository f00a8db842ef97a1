import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from '@jest/globals';
import { until } from '../../../../test/until.js';
import { EMPTY_STREAM } from '../hash.js';
import type { EventStore, StoredEvent } from '../port.js';
import { pages } from './reading.js';
import { headAfter, newStream, sample } from './sample-events.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** A subscription delivers every event exactly once. */
export function following(store: () => EventStore): void {
  it('catches up and then follows live without a gap while 16 writers append', async () => {
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
      const subscription = store().subscribe(
        before,
        async (events) => {
          if (running++ > 0) reject(new Error('a batch came before the last one was handled'));
          await new Promise((next) => setTimeout(next, 1));
          seen.push(...events);
          running--;
          if (seen.length >= 17 * 20) resolve(void subscription.stop());
        },
        reject,
      );
    });
    await writing;
    await all;
    expect(seen.map(({ position }) => position)).toEqual(
      (await pages(store(), before)).map(({ position }) => position),
    );
  });

  it('makes no call after it is stopped', async () => {
    const seen: StoredEvent[] = [];
    const subscription = store().subscribe(
      await store().lastPosition(),
      (events) => void seen.push(...events),
      () => undefined,
    );
    await subscription.stop();
    const stream = newStream();
    await store().append(stream, 0, sample(stream));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([]);
  });

  it('waits for the running handler when it is stopped', async () => {
    let [begun, running] = [false, false];
    const subscription = store().subscribe(
      await store().lastPosition(),
      async () => {
        begun = running = true;
        await new Promise((resolve) => setTimeout(resolve, 50));
        running = false;
      },
      () => undefined,
    );
    const stream = newStream();
    await store().append(stream, 0, sample(stream));
    while (!begun) await new Promise((resolve) => setTimeout(resolve, 5));
    await subscription.stop();
    expect(running).toBe(false);
  });

  it('reports no failure of a handler that was already stopped', async () => {
    let fail: ((error: Error) => void) | undefined;
    const failures: unknown[] = [];
    const subscription = store().subscribe(
      await store().lastPosition(),
      () => new Promise((_, reject) => (fail = reject)),
      (error) => failures.push(error),
    );
    const stream = newStream();
    await store().append(stream, 0, sample(stream));
    await until(
      () => fail !== undefined,
      () => 'The handler was not called.',
    );
    const stopping = subscription.stop();
    fail?.(new Error('cannot digest'));
    await stopping;
    expect(failures).toEqual([]);
  });

  it('lets go of a handler that was stopped or has failed, while the store stays open', async () => {
    const handler = async (ended: 'stopped' | 'failed'): Promise<WeakRef<object>> => {
      let fail: () => void = () => undefined;
      const failed = new Promise<void>((resolve) => (fail = resolve));
      const onEvents = (): void => {
        throw new Error('cannot digest');
      };
      const subscription = store().subscribe(await store().lastPosition(), onEvents, fail);
      if (ended === 'stopped') await subscription.stop();
      else {
        const stream = newStream();
        await store().append(stream, 0, sample(stream));
        await failed;
      }
      return new WeakRef(onEvents);
    };
    const handlers = [await handler('stopped'), await handler('failed')];
    await until(
      () => {
        collectGarbage();
        return handlers.every((held) => held.deref() === undefined);
      },
      () => 'The store still holds a handler.',
    );
  });

  it('ends when the handler fails, and reports that once', async () => {
    const before = await store().lastPosition();
    let calls = 0;
    const failure = new Promise((resolve) => {
      store().subscribe(
        before,
        () => {
          calls++;
          throw new Error('cannot digest');
        },
        resolve,
      );
    });
    for (const stream of [newStream(), newStream()]) await store().append(stream, 0, sample(stream));
    expect(await failure).toMatchObject({ message: 'cannot digest' });
    expect(calls).toBe(1);
  });
}
