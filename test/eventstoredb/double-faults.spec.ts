import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, expect, it } from '@jest/globals';
import {
  EventStoreDBClient,
  excludeSystemEvents,
  UnavailableError,
  type Position,
} from '@eventstore/db-client';
import { until } from '../until.js';
import { startDouble, startDoubleProcess, type Double } from './double.mjs';
import { all, anEvent, aStream, errorOf, heard, idsOf, untilItWorks } from './driving.js';
import { describeOnDouble } from './describe-on-double.js';

const folder = mkdtempSync(join(tmpdir(), 'knipkaart-double-'));
let opened: (() => Promise<void>)[] = [];

/**
 * The double and its own client, both closed after the test. With a shared client, a late answer would find a
 * list of appends that the next test changed.
 */
async function connected<D extends Double>(
  double: D,
  settings = '',
): Promise<{ double: D; client: EventStoreDBClient }> {
  const client = EventStoreDBClient.connectionString(double.url + settings);
  opened.push(
    () => client.dispose(),
    () => double.stop(),
  );
  return { double, client };
}
const waiting = (double: Double): Promise<void> =>
  until(
    async () => (await double.waiting()) > 0,
    () => 'The append did not reach the server.',
  );
const path = (): string => join(folder, aStream());

afterEach(async () => {
  for (const close of opened) await close();
  opened = [];
});
afterAll(() => rmSync(folder, { recursive: true }));

describeOnDouble('What a real server does when it fails, on the double', () => {
  it('keeps acknowledged events after kill -9, and recognises the retry of an append whose answer was lost', async () => {
    const { double, client } = await connected(await startDoubleProcess({ path: path() }));
    const stream = aStream();
    const [first, second] = [anEvent(), anEvent()];
    const answer = await client.appendToStream(stream, first, { expectedRevision: 'no_stream' });
    await double.dropAnswers();
    expect(await errorOf(client.appendToStream(stream, second, { expectedRevision: 0n }))).toBeInstanceOf(
      UnavailableError,
    );
    await double.kill();
    await double.start();
    expect(
      await untilItWorks(() => client.appendToStream(stream, first, { expectedRevision: 'no_stream' })),
    ).toEqual(answer);
    await client.appendToStream(stream, second, { expectedRevision: 0n });
    expect(await idsOf(client, stream)).toEqual([first.id, second.id]);
  });

  it('rejects running appends when killed, then refuses, and accepts the same client after a restart', async () => {
    const { double, client } = await connected(await startDoubleProcess({ path: path() }));
    await client.appendToStream(aStream(), anEvent(), { expectedRevision: 'no_stream' });
    await double.stall();
    const underWay = errorOf(client.appendToStream(aStream(), anEvent(), { expectedRevision: 'no_stream' }));
    await waiting(double);
    await double.kill();
    const error = await underWay;
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error.code).toBe(14);
    const later = await errorOf(
      client.appendToStream(aStream(), anEvent(), { expectedRevision: 'no_stream' }),
    );
    expect([later.constructor.name, later.code]).toEqual(['Error', 14]);
    expect(later.message).toContain('No connection established');
    await double.start();
    await untilItWorks(() => client.appendToStream(aStream(), anEvent(), { expectedRevision: 'no_stream' }));
  });

  it('stores nothing when the request of an append is lost', async () => {
    const { double, client } = await connected(await startDouble());
    const stream = aStream();
    await client.appendToStream(stream, anEvent(), { expectedRevision: 'no_stream' });
    await double.dropRequests();
    expect(await errorOf(client.appendToStream(stream, anEvent(), { expectedRevision: 0n }))).toBeInstanceOf(
      UnavailableError,
    );
    expect(await idsOf(client, stream)).toHaveLength(1);
  });

  it('writes an append at any revision twice after it forgot the id: by a restart or a full memory', async () => {
    const { double, client } = await connected(await startDouble({ path: path(), rememberedIds: 1 }));
    const stream = aStream();
    const event = anEvent();
    await client.appendToStream(stream, event, { expectedRevision: 'any' });
    await client.appendToStream(aStream(), anEvent(), { expectedRevision: 'any' });
    await client.appendToStream(stream, event, { expectedRevision: 'any' });
    await double.restart();
    await untilItWorks(() => client.appendToStream(stream, event, { expectedRevision: 'stream_exists' }));
    expect(await idsOf(client, stream)).toEqual([event.id, event.id, event.id]);
  });

  it('reports a wrong revision in the same way when the client appends by the older call', async () => {
    const { client } = await connected(await startDouble());
    const stream = aStream();
    const byAppend = { credentials: { username: 'any', password: 'any' } };
    const events = [anEvent(), anEvent()];
    const first = await client.appendToStream(stream, events, { ...byAppend, expectedRevision: 'no_stream' });
    expect(await client.appendToStream(stream, events, { expectedRevision: 'no_stream' })).toEqual(first);
    expect(
      await errorOf(client.appendToStream(stream, anEvent(), { ...byAppend, expectedRevision: 0n })),
    ).toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      expectedVersion: 0n,
      actualVersion: 1n,
      message: '',
    });
    expect(
      await errorOf(client.appendToStream(aStream(), anEvent(), { ...byAppend, expectedRevision: 0n })),
    ).toMatchObject({ expectedVersion: 0n, actualVersion: 'no_stream' });
  });

  it('refuses more than 1 MiB in one append in version 24.x', async () => {
    const { client } = await connected(await startDouble({ version: '24.10.0', appendLimit: 1024 * 1024 }));
    const half = () => ({ ...anEvent(), data: { text: 'x'.repeat(600 * 1024) } });
    await client.appendToStream(aStream(), half(), { expectedRevision: 'no_stream' });
    expect(
      await errorOf(client.appendToStream(aStream(), [half(), half()], { expectedRevision: 'no_stream' })),
    ).toMatchObject({ type: 'maximum-append-size-exceeded' });
  });

  it('reports a broken connection to a subscriber once; a new subscription misses and repeats nothing', async () => {
    const { double, client } = await connected(await startDouble());
    const stream = aStream();
    const events = [anEvent(), anEvent(), anEvent()] as const;
    const { position } = await client.appendToStream(stream, events[0], { expectedRevision: 'no_stream' });
    const broken = heard(client.subscribeToAll({ filter: excludeSystemEvents() }));
    await broken.until('caughtUp');
    await double.cut();
    await broken.until('UnavailableError');
    for (const [place, event] of events.slice(1).entries())
      await untilItWorks(() => client.appendToStream(stream, event, { expectedRevision: BigInt(place) }));
    const next = heard(
      client.subscribeToAll({ fromPosition: position as Position, filter: excludeSystemEvents() }),
    );
    await next.until('caughtUp');
    expect(broken.seen).toEqual([events[0].id, 'caughtUp', 'UnavailableError']);
    expect(next.seen).toEqual([events[1].id, events[2].id, 'caughtUp']);
  });

  it('leaves an append hanging while frozen, and never writes it after the keep-alive broke the connection', async () => {
    const { double, client } = await connected(
      await startDoubleProcess({ path: path() }),
      '&keepAliveInterval=1000&keepAliveTimeout=1000',
    );
    const stream = aStream();
    await client.appendToStream(stream, anEvent(), { expectedRevision: 'no_stream' });
    double.freeze();
    const error = await errorOf(
      client.appendToStream(stream, anEvent(), { expectedRevision: 0n, deadline: 300 }),
    );
    expect(error).toMatchObject({ code: 14 });
    double.thaw();
    await pause(500);
    expect(await untilItWorks(() => idsOf(client, stream))).toHaveLength(1);
  });

  it('keeps acknowledged events when the leader is killed; the next leader accepts appends', async () => {
    const { double, client } = await connected(await startDouble({ ports: [0, 0, 0] }));
    const stream = aStream();
    const first = anEvent();
    const answer = await client.appendToStream(stream, first, { expectedRevision: 'no_stream' });
    const leader = await double.leader();
    await double.killNode(leader);
    const second = anEvent();
    const inTime = <T>(promise: Promise<T>) =>
      Promise.race([promise, pause(3_000).then(() => Promise.reject(new Error('Too late')))]);
    await untilItWorks(() => inTime(client.appendToStream(stream, second, { expectedRevision: 0n })));
    expect(await double.leader()).not.toBe(leader);
    expect(await client.appendToStream(stream, first, { expectedRevision: 'no_stream' })).toEqual(answer);
    expect(await idsOf(client, stream)).toEqual([first.id, second.id]);
  });

  it('redirects a client that requires the leader, and forwards appends of other clients', async () => {
    const { double } = await connected(await startDouble({ ports: [0, 0, 0] }));
    const stream = aStream();
    const onFollower = async <T>(action: (follower: EventStoreDBClient) => Promise<T>): Promise<T> => {
      const follower = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${double.ports[1]}?tls=false`);
      return action(follower).finally(() => follower.dispose());
    };
    await onFollower((follower) =>
      follower.appendToStream(stream, anEvent(), { expectedRevision: 'no_stream' }),
    );
    expect(await onFollower((follower) => idsOf(follower, stream))).toHaveLength(1);
    const credentials = { username: 'any', password: 'any' };
    for (const attempt of [
      (follower: EventStoreDBClient) => all(follower.readStream(stream, { requiresLeader: true })),
      (follower: EventStoreDBClient) =>
        follower.appendToStream(stream, anEvent(), {
          expectedRevision: 0n,
          requiresLeader: true,
          credentials,
        }),
    ]) {
      expect(await errorOf(onFollower<unknown>(attempt))).toMatchObject({
        type: 'not-leader',
        leader: { address: '127.0.0.1', port: double.ports[0] },
      });
    }
  });

  it('times appends out without a majority, still serves reads, and offers no node to cluster discovery', async () => {
    const { double, client } = await connected(await startDouble({ ports: [0, 0, 0] }));
    const stream = aStream();
    await client.appendToStream(stream, anEvent(), { expectedRevision: 'no_stream' });
    const survivor = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${double.ports[2]}?tls=false`);
    opened.unshift(() => survivor.dispose());
    expect(await idsOf(survivor, stream)).toHaveLength(1);
    await double.killNode(1);
    await double.killNode(0);
    expect(await errorOf(survivor.appendToStream(stream, anEvent(), { expectedRevision: 0n }))).toMatchObject(
      { type: 'deadline-exceeded' },
    );
    expect(await idsOf(survivor, stream)).toHaveLength(1);
    const newcomer = EventStoreDBClient.connectionString(double.url);
    opened.unshift(() => newcomer.dispose());
    for (const attempt of [newcomer.appendToStream(stream, anEvent()), all(newcomer.readStream(stream))]) {
      expect(await errorOf(attempt)).toMatchObject({ message: 'Failed to discover after 10 attempts.' });
    }
    await double.startNode(0);
    while ((await double.leader()) < 0) await pause(50);
    await untilItWorks(() => survivor.appendToStream(stream, anEvent(), { expectedRevision: 0n }));
    // The client caches the failed request for the server's features. So a client that failed to discover
    // must be replaced.
    expect(await idsOf(newcomer, stream)).toHaveLength(2);
    expect(await errorOf(newcomer.appendToStream(stream, anEvent()))).toMatchObject({
      message: 'Failed to discover after 10 attempts.',
    });
  });

  it('is alive at /health/live before it has a leader, and reports its state at /info', async () => {
    const { double } = await connected(await startDouble({ ports: [0, 0, 0] }));
    await double.killNode(0);
    const asked = (place: string) => fetch(`http://127.0.0.1:${double.ports[1]}${place}`);
    expect((await asked('/health/live')).status).toBe(204);
    expect(await (await asked('/info')).json()).toMatchObject({ dbVersion: '26.1.0', state: 'follower' });
  });

  it('shows why one process has one client: losing one server rejects running appends to another', async () => {
    const [one, other] = [await connected(await startDouble()), await connected(await startDouble())];
    for (const { double, client } of [one, other]) {
      await client.appendToStream(aStream(), anEvent(), { expectedRevision: 'no_stream' });
      await double.stall();
    }
    const attempts = [one, other].map(({ client }) =>
      errorOf(client.appendToStream(aStream(), anEvent(), { expectedRevision: 'no_stream' })),
    );
    for (const { double } of [one, other]) await waiting(double);
    await other.double.down();
    for (const error of await Promise.all(attempts)) expect(error).toBeInstanceOf(UnavailableError);
    await one.double.down();
  });
});
