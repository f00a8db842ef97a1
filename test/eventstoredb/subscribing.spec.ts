import { getEventListeners } from 'node:events';
import { expect, it, jest } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { EMPTY_STREAM, openEventStoreDb, type Log, type StoredEvent } from '#event-store';
import { headAfter, newStream, sample } from '../../libs/event-store/src/contract-tests/sample-events.js';
import { until } from '../until.js';
import { describeOnDouble } from './describe-on-double.js';
import { startDouble, type Double, type DoubleOptions } from './double.mjs';

async function withLog(
  options: DoubleOptions,
  test: (log: Log['events'], double: Double) => Promise<void>,
): Promise<void> {
  const double = await startDouble(options);
  const { events } = await openEventStoreDb(double.url);
  try {
    await test(events, double);
  } finally {
    await events.close();
    await double.stop();
  }
}

const has = (told: StoredEvent[], count: number): Promise<void> =>
  until(
    () => told.length >= count,
    () => `Only ${told.length} events came.`,
  );
const follow = (log: Log['events'], after: string | undefined) => {
  const told: StoredEvent[] = [];
  const subscription = log.subscribe(
    after,
    (events) => void told.push(...events),
    (error) => told.push(error as StoredEvent),
  );
  return { told, subscription };
};
const following = (double: Double, count: number): Promise<void> =>
  until(
    async () => (await double.following()) === count,
    () => `The server does not have ${count} subscriptions.`,
  );

describeOnDouble('A subscription on a server', () => {
  it('tells no event twice where the server begins with the one that was handled last', () =>
    withLog({ startsAtPosition: true }, async (log, double) => {
      const stream = newStream();
      const events = sample(stream, EMPTY_STREAM, 3);
      await log.append(stream, 0, events);
      const all = await log.readAll(undefined, 10);
      const { told } = follow(log, all[0]!.position);
      await has(told, 2);
      await double.cut();
      const next = sample(stream, headAfter(EMPTY_STREAM, events));
      await log.append(stream, 3, next);
      await has(told, 3);
      expect(told.map(({ version }) => version)).toEqual([2, 3, 4]);
    }));

  it('ends on the server when it is stopped, when its handler fails and when the log is closed', () =>
    withLog({}, async (log, double) => {
      const { subscription } = follow(log, undefined);
      const failed = new Promise((resolve) => {
        log.subscribe(
          undefined,
          () => {
            throw new Error('cannot digest');
          },
          resolve,
        );
      });
      follow(log, undefined);
      await following(double, 3);
      await subscription.stop();
      await following(double, 2);
      const stream = newStream();
      await log.append(stream, 0, sample(stream));
      await failed;
      await following(double, 1);
      await double.takeReads();
      await double.cut();
      await until(
        async () => (await double.takeReads()).some(({ live }) => live),
        () => 'The subscription was not begun again.',
      );
      await following(double, 1);
      await log.close();
      await following(double, 0);
    }));

  it('tells nothing again after it passed an event that only looks like one of ours', () =>
    withLog({}, async (log, double) => {
      const batches: number[][] = [];
      log.subscribe(
        undefined,
        (events) => void batches.push(events.map(({ version }) => version)),
        (error) => batches.push([error as never]),
      );
      const stream = newStream();
      const events = sample(stream);
      await log.append(stream, 0, events);
      await until(
        () => batches.length === 1,
        () => 'The first event did not come.',
      );
      const other = EventStoreDBClient.connectionString(double.url);
      await other.appendToStream('organisation-chart', jsonEvent({ type: 'Other', data: {} }));
      const read = (await double.takeReads()).find(({ live }) => live);
      await until(
        () => read?.delivered === 2,
        () => 'The server did not deliver the other event.',
      );
      await double.cut();
      await other.dispose();
      await log.append(stream, 1, sample(stream, headAfter(EMPTY_STREAM, events)));
      await until(
        () => batches.length >= 2,
        () => 'The second event did not come.',
      );
      expect(batches).toEqual([[1], [2]]);
    }));

  it('keeps no listeners of connections that broke, however often that happens', () =>
    withLog({}, async (log, double) => {
      const listening = jest.spyOn(EventTarget.prototype, 'addEventListener');
      const { told } = follow(log, undefined);
      const kept = () =>
        listening.mock.contexts.map((target) => getEventListeners(target as EventTarget, 'abort').length);
      let head = EMPTY_STREAM;
      const stream = newStream();
      for (let connections = 1; connections <= 3; connections++) {
        const events = sample(stream, head);
        await log.append(stream, head.version, events);
        head = headAfter(head, events);
        await has(told, connections);
        expect(Math.max(...kept())).toBe(1);
        await double.cut();
      }
      listening.mockRestore();
    }));
});
