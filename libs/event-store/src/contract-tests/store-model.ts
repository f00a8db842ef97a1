import { expect } from '@jest/globals';
import { EMPTY_STREAM } from '../hash.js';
import {
  VersionConflict,
  type Appended,
  type EventStore,
  type SealedEvent,
  type StoredEvent,
} from '../port.js';
import { headAfter, newStream, sample } from './sample-events.js';

interface Made {
  stream: string;
  expectedVersion: number;
  events: SealedEvent[];
  answer: Appended;
}

/**
 * Makes a series of calls on the store and compares each answer with a list in memory.
 * @param choices an endless series of numbers that chooses the calls
 */
export async function runStoreModel(store: EventStore, choices: Iterator<number>): Promise<void> {
  const pick = (below: number): number => Number(choices.next().value) % below;
  const streams = [newStream(), newStream(), newStream()];
  const before = await store.lastPosition();
  const log: Pick<StoredEvent, 'stream' | 'version' | 'position'>[] = [];
  const made: Made[] = [];

  const append = async (stream: string): Promise<void> => {
    const own = (await store.readStream(stream)).map(({ type, data, metadata }) => ({
      type,
      data,
      metadata,
    }));
    const expectedVersion = Math.max(0, own.length + pick(3) - 1);
    const events = sample(stream, headAfter(EMPTY_STREAM, own), 1 + pick(3));
    if (expectedVersion !== own.length) {
      await expect(store.append(stream, expectedVersion, events)).rejects.toThrow(VersionConflict);
      return;
    }
    const answer = await store.append(stream, expectedVersion, events);
    expect(answer.version).toBe(own.length + events.length);
    made.push({ stream, expectedVersion, events, answer });
    const stored = await store.readStream(stream, { from: expectedVersion + 1 });
    log.push(...stored.map(({ version, position }) => ({ stream, version, position })));
  };
  const repeat = async ({ stream, expectedVersion, events, answer }: Made): Promise<void> => {
    expect(await store.append(stream, expectedVersion, events)).toEqual(answer);
  };
  const readPart = async (stream: string): Promise<void> => {
    const [from, to, limit] = [1 + pick(6), 1 + pick(8), 1 + pick(4)];
    const expected = log
      .filter((event) => event.stream === stream && event.version >= from && event.version <= to)
      .slice(0, limit);
    expect(await store.readStream(stream, { from, to, limit })).toMatchObject(expected);
  };
  const readOn = async (): Promise<void> => {
    const [start, limit] = [pick(log.length + 1), 1 + pick(5)];
    const after = start === 0 ? before : log[start - 1]?.position;
    expect(await store.readAll(after, limit)).toMatchObject(log.slice(start, start + limit));
    expect(await store.lastPosition()).toBe(log.at(-1)?.position ?? before);
  };

  for (let step = 0; step < 15; step++) {
    const stream = streams[pick(3)] ?? newStream();
    const earlier = made[pick(Math.max(1, made.length))];
    const steps = [
      () => append(stream),
      () => append(stream),
      () => (earlier ? repeat(earlier) : readOn()),
      () => readPart(stream),
      readOn,
    ];
    await steps[pick(steps.length)]?.();
  }
}
