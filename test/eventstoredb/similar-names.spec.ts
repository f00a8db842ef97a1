import { expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { EMPTY_STREAM, openEventStoreDb, type Position } from '#event-store';
import { newStream, sample } from '../../libs/event-store/src/contract-tests/sample-events.js';
import { describeOnDouble } from './describe-on-double.js';
import { startDouble } from './double.mjs';

describeOnDouble("Another program's streams whose names only begin like ours", () => {
  it.each([1, 40])('hide none of our events, with %d of its events after each of ours', async (many) => {
    const double = await startDouble();
    const other = EventStoreDBClient.connectionString(double.url);
    const writeOthers = () =>
      other.appendToStream(
        'organisation-chart',
        Array.from({ length: many }, () => jsonEvent({ type: 'Other', data: {} })),
      );
    const { events: log } = await openEventStoreDb(double.url);
    await writeOthers();
    expect(await log.lastPosition()).toBeUndefined();
    expect(await log.readAll(undefined, 1)).toEqual([]);
    const positions: Position[] = [];
    for (let round = 0; round < 3; round++) {
      const stream = newStream();
      positions.push((await log.append(stream, 0, sample(stream))).position);
      await writeOthers();
      const fresh = await openEventStoreDb(double.url);
      for (const reader of [log, log, fresh.events])
        expect(await reader.lastPosition()).toBe(positions.at(-1));
      for (const limit of [1, 2, 3, 10]) {
        const read = await fresh.events.readAll(undefined, limit);
        expect(read.map(({ position }) => position)).toEqual(positions.slice(0, limit));
      }
      const rest = await fresh.events.readAll(positions[0], 10);
      expect(rest.map(({ position }) => position)).toEqual(positions.slice(1));
      await fresh.events.close();
    }
    const stream = newStream();
    const { position } = await log.append(stream, 0, sample(stream, EMPTY_STREAM, 50));
    await writeOthers();
    expect(await log.lastPosition()).toBe(position);
    await other.dispose();
    await log.close();
    await double.stop();
  });
});
