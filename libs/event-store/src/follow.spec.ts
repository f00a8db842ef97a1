import { describe, expect, it } from '@jest/globals';
import { sample } from './contract-tests/sample-events.js';
import { EMPTY_STREAM } from './hash.js';
import { Bell, follow } from './follow.js';
import type { StoredEvent } from './port.js';
import { positionOf, sequenceOf } from './sequence.js';

const events: StoredEvent[] = sample('process-1', EMPTY_STREAM, 250).map((event, index) => ({
  ...event,
  stream: 'process-1',
  version: index + 1,
  position: positionOf(index + 1),
}));

/** A log of which a test sees each read and can hold it up. */
class Watched {
  readonly bell = new Bell();
  readonly told: StoredEvent[][] = [];
  readonly failures: unknown[] = [];
  reads = 0;
  length = 0;
  /** Runs during a read, after the log was looked at. */
  duringRead: () => Promise<void> | void = () => undefined;
  onEvents: (batch: StoredEvent[]) => Promise<void> | void = (batch) => void this.told.push(batch);

  follow(after?: string) {
    return follow(
      after,
      async (position, limit) => {
        this.reads++;
        const from = sequenceOf(position);
        const found = events.slice(from, Math.min(from + limit, this.length));
        await this.duringRead();
        return found;
      },
      this.bell,
      (batch) => this.onEvents(batch),
      (error) => this.failures.push(error),
    );
  }

  add(count: number): void {
    this.length += count;
    this.bell.ring();
  }
}

/** Lets all that can go on do so. */
const turns = async (count = 20): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await new Promise((next) => setImmediate(next));
};

describe('Following a log', () => {
  it('hands on what is there in batches, then each new event, and waits in between', async () => {
    const log = new Watched();
    log.length = 249;
    const following = log.follow();
    await turns();
    expect(log.told.map(({ length }) => length)).toEqual([100, 100, 49]);
    expect(log.reads).toBe(4);
    await turns();
    expect(log.reads).toBe(4);
    log.add(1);
    await turns();
    expect(log.told.flat()).toEqual(events);
    await following.stop();
    expect(log.failures).toEqual([]);
  });

  it('begins after the position that was handled last', async () => {
    const log = new Watched();
    log.length = 3;
    const following = log.follow('2');
    await turns();
    expect(log.told).toEqual([events.slice(2, 3)]);
    await following.stop();
  });

  it('misses no event that comes while it reads', async () => {
    const log = new Watched();
    log.duringRead = () => {
      log.duringRead = () => undefined;
      log.add(1);
    };
    const following = log.follow();
    await turns();
    expect(log.told).toEqual([events.slice(0, 1)]);
    await following.stop();
  });

  it('gives others a turn between two batches', async () => {
    const log = new Watched();
    log.length = 250;
    const following = log.follow();
    await new Promise((next) => setImmediate(next));
    expect(log.told.length).toBeLessThan(3);
    await following.stop();
  });

  it('wakes all who wait, each time', async () => {
    const log = new Watched();
    const followings = [log.follow(), log.follow()];
    await turns();
    for (const count of [1, 2]) {
      log.add(1);
      await turns();
      expect(log.told).toHaveLength(2 * count);
    }
    for (const following of followings) await following.stop();
    const { reads } = log;
    log.add(1);
    await turns();
    expect(log.reads).toBe(reads);
  });

  it('hands on nothing of a read that ends after it was stopped', async () => {
    const log = new Watched();
    log.length = 1;
    let stopped = Promise.resolve();
    log.duringRead = () => void (stopped = following.stop());
    const following = log.follow();
    await turns();
    await stopped;
    expect(log.told).toEqual([]);
    expect(log.reads).toBe(1);
  });

  it('reports a read that fails, and reads no more', async () => {
    const log = new Watched();
    log.duringRead = () => Promise.reject(new Error('connection lost'));
    const following = log.follow();
    await turns();
    log.add(1);
    await turns();
    expect(log.failures).toEqual([new Error('connection lost')]);
    expect(log.reads).toBe(1);
    await following.stop();
  });

  it('reports no failure of a handler or a read that ends after it was stopped', async () => {
    const log = new Watched();
    log.length = 1;
    let fail: (error: Error) => void = () => undefined;
    log.onEvents = () => new Promise((_, reject) => (fail = reject));
    const following = log.follow();
    await turns();
    const stopping = following.stop();
    fail(new Error('cannot digest'));
    await stopping;
    expect(log.failures).toEqual([]);
  });
});
