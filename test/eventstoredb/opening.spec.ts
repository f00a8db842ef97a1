import { beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent, NO_STREAM, binaryEvent } from '@eventstore/db-client';
import { LogUnreachable, openEventStoreDb, type Log, type StoredEvent } from '#event-store';
import { addressOf } from '../../libs/event-store/src/eventstoredb/address.js';
import { newStream, sample } from '../../libs/event-store/src/contract-tests/sample-events.js';
import { atEnd } from '../at-end.js';
import { usedServers } from './used-server.js';

const servers = await usedServers();
for (const { stop } of servers) atEnd(() => stop());

describe('opening a log on a server', () => {
  it.each([
    [
      'text that is not an address',
      'localhost:2113',
      /^The log on the address given cannot be reached: it is not of the form esdb:\/\//,
    ],
    [
      'another kind of address',
      'https://beheer:geheim@server:2113',
      /^The log on the address given cannot be reached/,
    ],
    [
      'a port that is not a number',
      'esdb://beheer:geheim@server:poort?tls=false',
      /^The log on the address given cannot be reached/,
    ],
    [
      'an unknown option',
      'esdb://beheer:geheim@server:2113?tlsVerifyCert=false',
      /^The log on server:2113 cannot be reached: .*"tlsVerifyCert"/,
    ],
    [
      'an option that would break retries',
      'esdb://server:2113?throwOnAppendFailure=false',
      /^The log on server:2113 cannot be reached: .*"throwOnAppendFailure"/,
    ],
    [
      'a missing certificate',
      'esdb://beheer:geheim@server:2113?tls=true&tlsCaFile=/geheim/ca.crt',
      /^The log on server:2113 cannot be reached: a file .* is not there/,
    ],
  ])('refuses %s with one sentence and without the password', async (_, url, sentence) => {
    const refused = await openEventStoreDb(url).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(LogUnreachable);
    const { message } = refused as LogUnreachable;
    expect(message).toMatch(sentence);
    expect(message).not.toMatch(/geheim|\n/);
  });

  it('waits one second for a node to name the others, unless the address says how long', () => {
    const settingsOf = (url: string) => addressOf(url).connectionString.split('?')[1];
    expect(settingsOf('esdb://a,b')).toBe('gossipTimeout=1');
    expect(settingsOf('esdb://a,b?gossip-timeout=3')).toBe('gossip-timeout=3');
  });

  it('accepts a password with colons', () => {
    expect(addressOf('kurrentdb://beheer:ge:he:im@server?tls=true').connectionString).toBe(
      'esdb://beheer:ge%3Ahe%3Aim@server?tls=true&gossipTimeout=1',
    );
  });
});

describe.each(servers)('a server that holds more than our log, $title', ({ url }) => {
  let log: Log;
  beforeAll(async () => {
    log = await openEventStoreDb(url);
    atEnd(() => log.events.close());
  });

  it("shows only our sealed events: not the server's, not those of other programs, no names of people", async () => {
    const other = EventStoreDBClient.connectionString(url);
    const foreign = async (count: number): Promise<void> => {
      const named = jsonEvent({ type: 'Other', data: { hash: 'x' }, metadata: { by: 'another program' } });
      const events = Array.from({ length: count }, () => ({ ...named, id: crypto.randomUUID() }));
      await other.appendToStream(`other-${crypto.randomUUID()}`, events, { expectedRevision: NO_STREAM });
      await other.appendToStream(
        `other-${crypto.randomUUID()}`,
        binaryEvent({ type: 'Bytes', data: Uint8Array.of(1, 2, 3) }),
        { expectedRevision: NO_STREAM },
      );
      await log.people.put({ id: `persoon-${crypto.randomUUID()}`, name: 'Niemand' });
    };
    const before = await log.events.lastPosition();
    const told: StoredEvent[] = [];
    const subscription = log.events.subscribe(
      before,
      (events) => void told.push(...events),
      () => undefined,
    );
    const streams = [newStream(), newStream(), newStream()];
    for (const stream of streams) {
      await foreign(300);
      await log.events.append(stream, 0, sample(stream));
    }
    await foreign(300);
    const page = await log.events.readAll(before, 10);
    expect(page.map(({ stream }) => stream)).toEqual(streams);
    expect(await log.events.readAll(page[0]?.position, 1)).toEqual(page.slice(1, 2));
    expect(await log.events.lastPosition()).toBe(page[2]?.position);
    expect(await log.events.lastPosition()).toBe(page[2]?.position);
    while (told.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(told).toEqual(page);
    await foreign(40);
    expect(await log.events.lastPosition()).toBe(page[2]?.position);
    const stream = newStream();
    const { position } = await log.events.append(stream, 0, sample(stream));
    expect(await log.events.lastPosition()).toBe(position);
    await foreign(40);
    expect(await log.events.lastPosition()).toBe(position);
    await subscription.stop();
    await other.dispose();
  });

  it('keeps all other names when an administrator deleted one permanently, which then accepts no name', async () => {
    const [gone, kept] = [`persoon-${crypto.randomUUID()}`, `persoon-${crypto.randomUUID()}`];
    for (const id of [gone, kept]) await log.people.put({ id, name: 'Niemand' });
    const administrator = EventStoreDBClient.connectionString(url);
    await administrator.tombstoneStream(`person-${gone}`);
    await administrator.dispose();
    await log.people.put({ id: gone, name: 'Iemand' });
    await log.people.erase(gone);
    expect(await log.people.get(gone)).toBeUndefined();
    expect((await log.people.all()).map(({ id }) => id).filter((id) => [gone, kept].includes(id))).toEqual([
      kept,
    ]);
  });

  it('refuses a stream name that would hide a stream of our log', async () => {
    for (const stream of ['', '$process', 'person-1', 'people']) {
      await expect(log.events.append(stream, 0, sample(stream))).rejects.toThrow(RangeError);
    }
  });
});
