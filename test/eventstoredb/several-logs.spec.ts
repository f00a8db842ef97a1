import { beforeAll, expect, it } from '@jest/globals';
import { EventStoreDBClient } from '@eventstore/db-client';
import { openEventStoreDb, type Log, type StoredEvent } from '#event-store';
import { newStream, sample } from '../../libs/event-store/src/contract-tests/sample-events.js';
import { verifyLog } from '../../apps/api/src/log-tool/verify-log.js';
import { atEnd } from '../at-end.js';
import { until } from '../until.js';
import { describeOnDouble } from './describe-on-double.js';
import { startDouble } from './double.mjs';
import { all } from './driving.js';

const PREFIXES = [undefined, 'gemeente1.', 'gemeente12.'];

describeOnDouble('Several logs on one server, each with a prefix of its own or none', () => {
  let url: string;
  let logs: Log[];
  const streams = [newStream(), newStream()];
  const told: StoredEvent[][] = PREFIXES.map(() => []);
  beforeAll(async () => {
    const double = await startDouble();
    atEnd(() => double.stop());
    url = double.url;
    logs = await Promise.all(PREFIXES.map((prefix) => openEventStoreDb(url, { prefix })));
    for (const [index, { events }] of logs.entries()) {
      atEnd(() => events.close());
      events.subscribe(
        undefined,
        (some) => void told[index]!.push(...some),
        () => undefined,
      );
    }
    // The same events in each: only their order among the logs differs.
    for (const stream of streams) {
      const events = sample(stream);
      for (const log of logs) await log.events.append(stream, 0, events);
    }
  });

  it('do not see the events of one another, in a read, a stream, a subscription or at the end', async () => {
    for (const [index, { events }] of logs.entries()) {
      const log = await events.readAll(undefined, 100);
      expect(log.map(({ stream }) => stream)).toEqual(streams);
      expect(await events.lastPosition()).toBe(log.at(-1)?.position);
      for (const stream of streams) expect(await events.readStream(stream)).toHaveLength(1);
      await until(
        () => told[index]!.length >= streams.length,
        () => 'The subscription did not tell all.',
      );
      expect(told[index]).toEqual(log);
    }
  });

  it('have one root, for the prefix is in no event and no hash', async () => {
    const verified = await Promise.all(
      logs.map(({ events }) => verifyLog(events, undefined, () => undefined)),
    );
    expect(verified[0]).toMatchObject({ events: 2, streams: 2 });
    expect(new Set(verified.map(({ root }) => root)).size).toBe(1);
  });

  it('do not share names of people', async () => {
    for (const [index, { people }] of logs.entries())
      await people.put({ id: 'persoon-1', name: `Naam ${index}` });
    await logs[0]!.people.erase('persoon-1');
    expect(await Promise.all(logs.map(({ people }) => people.all()))).toEqual([
      [],
      [{ id: 'persoon-1', name: 'Naam 1' }],
      [{ id: 'persoon-1', name: 'Naam 2' }],
    ]);
  });

  it('write no stream of another name, not even beside the log', async () => {
    const client = EventStoreDBClient.connectionString(url);
    const names = (await all(client.readAll())).map(
      ({ event }) => event?.streamId.replace(/^\$\$/, '') ?? '',
    );
    await client.dispose();
    const ours = [...streams, 'people', 'person-persoon-1'];
    const expected = PREFIXES.flatMap((prefix = '') => ours.map((stream) => prefix + stream));
    expect(new Set(names.filter((name) => !name.startsWith('$')))).toEqual(new Set(expected));
  });
});
