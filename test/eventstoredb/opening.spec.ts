import { beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent, NO_STREAM, binaryEvent } from '@eventstore/db-client';
import { isShapedForeign, LogUnreachable, openEventStoreDb, type Log, type StoredEvent } from '#event-store';
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

  it('reads every part of an address', () => {
    const query = 'tls=false&tls-ca-file=/ca.crt';
    const address = addressOf(` kurrentdb+discover://kn%20ip:geheim@a:1,b.nl/?${query} `);
    const settings = `${query}&gossipTimeout=1`;
    expect(address).toMatchObject({
      connectionString: `esdb+discover://kn%20ip:geheim@a:1,b.nl?${settings}`,
      server: 'a:1,b.nl',
      hosts: [
        { name: 'a', port: 1 },
        { name: 'b.nl', port: 2113 },
      ],
      user: 'kn ip',
    });
    expect([...address.options]).toEqual([
      ['tls', 'false'],
      ['tlscafile', '/ca.crt'],
    ]);
    expect(address.hosts.map(address.alone)).toEqual(
      ['a:1', 'b.nl:2113'].map((host) => `esdb://kn%20ip:geheim@${host}?${settings}`),
    );
    for (const scheme of ['esdb', 'kurrentdb', 'kurrent', 'kdb'])
      expect(addressOf(`${scheme}://a`)).toMatchObject({ connectionString: 'esdb://a?gossipTimeout=1' });
    expect(addressOf('esdb://a').user).toBeUndefined();
  });

  it.each([
    'esdb://',
    'esdb://a,',
    'esdb://a:123456',
    'esdb://a b',
    'esdb://knip@a',
    'esdb://a/pad',
    'x esdb://a',
  ])('does not take %p for an address', (url) => {
    expect(() => addressOf(url)).toThrow('the address given cannot be reached: it is not of the form');
  });

  it('refuses an option without a value', () => {
    for (const option of ['tls', 'tls='])
      expect(() => addressOf(`esdb://a?${option}`)).toThrow('the option tls of the address has no value');
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

  it('writes a name once, and the same name no second time', async () => {
    const id = `persoon-${crypto.randomUUID()}`;
    for (const name of ['Anna', 'Anna', 'Anne', 'Anne']) await log.people.put({ id, name });
    const client = EventStoreDBClient.connectionString(url);
    const stored = [];
    for await (const { event } of client.readStream(`person-${id}`)) stored.push(event?.data);
    expect(stored).toEqual([
      { id, name: 'Anna' },
      { id, name: 'Anne' },
    ]);
    let known = 0;
    for await (const { event } of client.readStream('people'))
      if ((event!.data as { id: string }).id === id) known++;
    expect(known).toBe(1);
    await client.dispose();
  });

  it('shows as foreign what another program wrote into a stream of our log, whatever it is', async () => {
    const stream = newStream();
    const [ours] = sample(stream);
    await log.events.append(stream, 0, [ours!]);
    const other = EventStoreDBClient.connectionString(url);
    await other.appendToStream(stream, [
      jsonEvent({ type: 'Note', data: { by: 'hand' } }),
      binaryEvent({ type: 'Bytes', data: Uint8Array.of(1, 2, 3) }),
    ]);
    await other.dispose();
    const read = await log.events.readStream(stream);
    expect(read.map(({ type, version }) => [type, version])).toEqual([
      [ours!.type, 1],
      ['Note', 2],
      ['Bytes', 3],
    ]);
    expect(read.map(isShapedForeign)).toEqual([false, true, true]);
    expect(read[2]?.data).toEqual({});
  });

  it('stays open for one who shares its connection when another closes, even twice', async () => {
    const [one, other] = [await openEventStoreDb(url), await openEventStoreDb(url)];
    await one.events.close();
    await one.events.close();
    await expect(one.events.readAll(undefined, 1)).rejects.toThrow('is closed');
    const stream = newStream();
    expect(await other.events.append(stream, 0, sample(stream))).toMatchObject({ version: 1 });
    await other.events.close();
    await expect(other.events.readAll(undefined, 1)).rejects.toThrow('is closed');
  });

  it('tells the distance of two positions in bytes', () => {
    expect(log.events.comparePositions('20-3', '10-9')).toBe(10);
    expect(log.events.comparePositions('10-3', '10-9')).toBe(-6);
    expect(log.events.comparePositions('10-9', '10-9')).toBe(0);
  });

  it('refuses a stream name that would hide a stream of our log', async () => {
    for (const stream of ['', '$process', 'person-1', 'people']) {
      await expect(log.events.append(stream, 0, sample(stream))).rejects.toThrow(RangeError);
    }
  });
});
