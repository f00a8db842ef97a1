import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import {
  AppendTooLarge,
  EMPTY_STREAM,
  EVENT_LIMIT,
  LogUnreachable,
  openEventStoreDb,
  sealEvents,
  verifyChain,
  type SealedEvent,
  type StoredEvent,
} from '#event-store';
import {
  headAfter,
  newStream,
  sample,
  SAMPLE_CONTEXT,
} from '../../libs/event-store/src/contract-tests/sample-events.js';
import { PATIENCE_MS, until } from '../until.js';
import { describeOnDouble } from './describe-on-double.js';
import { startDouble } from './double.mjs';
import { needsBuild } from '../needs-build.mjs';

needsBuild('service');
/** Each test has its own servers and mostly waits, so they all run at the same time. */
describeOnDouble('a program with its log on a server', () => {
  it.concurrent('survives repeated breaks of its connections to two servers, and stores each append once', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['test/eventstoredb/cut-connections.mjs'],
      { timeout: PATIENCE_MS },
    );
    const { acknowledged, stored, told } = JSON.parse(stdout) as Record<string, number>;
    expect(acknowledged).toBeGreaterThanOrEqual(400);
    expect([stored, told]).toEqual([acknowledged, acknowledged]);
  });

  it.concurrent('loses and repeats no event when the leader is killed, and continues', async () => {
    const cluster = await startDouble({ ports: [0, 0, 0] });
    const { events: log } = await openEventStoreDb(cluster.url);
    const told: StoredEvent[] = [];
    log.subscribe(
      undefined,
      (events) => void told.push(...events),
      (error) => told.push(error as StoredEvent),
    );
    let writing = true;
    const acknowledged: SealedEvent[] = [];
    const write = async (stream: string): Promise<void> => {
      for (let head = EMPTY_STREAM; writing; ) {
        const events = sample(stream, head);
        await log.append(stream, head.version, events);
        acknowledged.push(...events);
        head = headAfter(head, events);
      }
    };
    const more = async (): Promise<void> => {
      for (const before = acknowledged.length; acknowledged.length < before + 100; ) await pause(20);
    };
    const writers = Array.from({ length: 8 }, () => write(newStream()));
    await more();
    const leader = await cluster.leader();
    await cluster.killNode(leader);
    await more();
    await cluster.startNode(leader);
    await more();
    writing = false;
    await Promise.all(writers);
    while (told.length < acknowledged.length) await pause(20);
    const idsOf = (events: readonly SealedEvent[]) => events.map(({ metadata }) => metadata.eventId);
    expect(idsOf(told).sort()).toEqual(idsOf(acknowledged).sort());
    expect(verifyChain(told)).toBeUndefined();
    await log.close();
    await cluster.stop();
  });

  it.concurrent('leaves a leader that is frozen, and stores nothing twice when it thaws', async () => {
    const cluster = await startDouble({ ports: [0, 0, 0] });
    const { events: log } = await openEventStoreDb(cluster.url);
    const told: StoredEvent[] = [];
    log.subscribe(
      undefined,
      (events) => void told.push(...events),
      (error) => told.push(error as StoredEvent),
    );
    const stream = newStream();
    const first = sample(stream);
    await log.append(stream, 0, first);
    await until(
      () => told.length === 1,
      () => 'The subscription did not begin.',
    );
    const leader = await cluster.leader();
    await cluster.freezeNode(leader);
    const second = sample(stream, headAfter(EMPTY_STREAM, first));
    expect(await log.append(stream, 1, second)).toMatchObject({ version: 2 });
    // It answered the client's pings all the time. A slow machine may ask it more than once first.
    expect(await cluster.writesHeldBy(leader)).toBeGreaterThanOrEqual(1);
    const third = sample(stream, headAfter(EMPTY_STREAM, [...first, ...second]));
    await log.append(stream, 2, third);
    await until(
      () => told.length >= 3,
      () => 'The subscription stayed with the frozen node.',
    );
    await cluster.thawNode(leader);
    const stored = await log.readStream(stream);
    const hashes = [...first, ...second, ...third].map(({ metadata }) => metadata.hash);
    expect(stored.map(({ metadata }) => metadata.hash)).toEqual(hashes);
    expect(told).toEqual(stored);
    await log.close();
    await cluster.stop();
  });

  it.concurrent('takes no read for complete that was cut short by leaving a frozen node', async () => {
    const cluster = await startDouble({ ports: [0, 0, 0], slowness: 1 });
    const { events: log } = await openEventStoreDb(cluster.url);
    const stream = newStream();
    await log.append(stream, 0, sample(stream, EMPTY_STREAM, 1_000));
    await cluster.takeReads();
    const reading = log.readStream(stream);
    await until(
      async () => (await cluster.takeReads()).length > 0,
      () => 'The read did not begin.',
    );
    await cluster.freezeNode(await cluster.leader());
    expect(await reading).toHaveLength(1_000);
    await log.close();
    await cluster.stop();
  });

  it.concurrent('neither appends nor reads streams or the last position without a majority, until it is back', async () => {
    const cluster = await startDouble({ ports: [0, 0, 0] });
    const { events: log, people } = await openEventStoreDb(cluster.url);
    const stream = newStream();
    const first = sample(stream);
    await log.append(stream, 0, first);
    const next = sample(stream, headAfter(EMPTY_STREAM, first));
    for (const node of [1, 2]) await cluster.killNode(node);
    const results = await Promise.allSettled([
      log.append(stream, 1, next),
      log.readStream(stream),
      log.lastPosition(),
      people.get('persoon-1'),
    ]);
    for (const result of results)
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(LogUnreachable) });
    for (const node of [1, 2]) await cluster.startNode(node);
    const { version, position } = await log.append(stream, 1, next);
    expect(version).toBe(2);
    expect(await log.readStream(stream)).toHaveLength(2);
    expect(await log.lastPosition()).toBe(position);
    await log.close();
    await cluster.stop();
  });

  it.concurrent('reports a closed port, a silent server and an unknown name', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const free = (closed.address() as { port: number }).port;
    closed.close();
    const messages = await Promise.all(
      [
        `esdb://beheer:geheim@127.0.0.1:${free}?tls=false`,
        `esdb://127.0.0.1:${port}?tls=false`,
        'esdb://nergens.invalid:2113?tls=false',
      ].map((url) =>
        openEventStoreDb(url).then(
          () => 'opened',
          (error: Error) => error.message,
        ),
      ),
    );
    expect(messages).toEqual([
      `The log on 127.0.0.1:${free} cannot be reached: nothing listens there.`,
      `The log on 127.0.0.1:${port} cannot be reached: no answer within 10 seconds.`,
      'The log on nergens.invalid:2113 cannot be reached: its name leads nowhere.',
    ]);
    silent.close();
    sockets.forEach((socket) => socket.destroy());
  });

  it.concurrent('moves from the follower in the address to the leader, which has every acknowledged event', async () => {
    const cluster = await startDouble({ ports: [0, 0, 0] });
    const { events: log } = await openEventStoreDb(`esdb://127.0.0.1:${cluster.ports[1]}?tls=false`);
    const stream = newStream();
    expect(await log.readStream(stream)).toEqual([]);
    await cluster.killNode(1);
    await log.append(stream, 0, sample(stream));
    await log.close();
    await cluster.stop();
  });

  it.concurrent('leaves no connection open after a close, during a subscription or while reconnecting', async () => {
    const server = await startDouble();
    for (const before of [async () => undefined, () => server.cut()]) {
      const { events: log } = await openEventStoreDb(server.url);
      const stream = newStream();
      log.subscribe(
        undefined,
        () => undefined,
        () => undefined,
      );
      await log.append(stream, 0, sample(stream));
      await before();
      const asked = Promise.allSettled([log.readStream(stream), log.lastPosition()]);
      await log.close();
      await asked;
      await until(
        async () => (await server.connections()) === 0,
        () => 'A connection is left open.',
      );
    }
    await server.stop();
  });

  it.concurrent('rejects requests that closing the log has cut short', async () => {
    const server = await startDouble();
    const { events: log, people } = await openEventStoreDb(server.url);
    const stream = newStream();
    await log.append(stream, 0, sample(stream));
    await people.put({ id: 'persoon-1', name: 'Anna' });
    await server.stall();
    const asked = Promise.allSettled([
      log.readStream(stream),
      log.readAll(undefined, 1),
      log.lastPosition(),
      people.get('persoon-1'),
      people.erase('persoon-1'),
    ]);
    await pause(100);
    await log.close();
    for (const result of await asked)
      expect(result).toMatchObject({
        status: 'rejected',
        reason: { message: expect.stringMatching(/is closed/) },
      });
    await server.stop();
  });

  it.concurrent('stores and erases a name when the first answer to each is lost, and then accepts a new one', async () => {
    const server = await startDouble();
    const { events, people } = await openEventStoreDb(server.url);
    const person = { id: 'persoon-1', name: 'Anna' };
    await server.dropAnswers();
    await people.put(person);
    expect(await people.all()).toEqual([person]);
    await server.dropAnswers();
    await people.erase(person.id);
    expect(await people.get(person.id)).toBeUndefined();
    expect(await people.all()).toEqual([]);
    await people.put({ ...person, name: 'Bea' });
    expect(await people.all()).toEqual([{ ...person, name: 'Bea' }]);
    await events.close();
    await server.stop();
  });

  it.concurrent('returns the position of the last event of an append, even if the server answers with the first', async () => {
    const server = await startDouble({ answersFirst: true });
    const { events: log } = await openEventStoreDb(server.url);
    const stream = newStream();
    const { position } = await log.append(stream, 0, sample(stream, EMPTY_STREAM, 3));
    expect(position).toBe((await log.readLast(stream))?.position);
    await log.close();
    await server.stop();
  });

  it.concurrent('appends to a server whose clock is an hour ahead', async () => {
    const server = await startDouble({ clockAhead: 60 * 60 * 1000 });
    const { events: log } = await openEventStoreDb(server.url);
    const stream = newStream();
    expect(await log.append(stream, 0, sample(stream))).toMatchObject({ version: 1 });
    await log.close();
    await server.stop();
  });

  it.concurrent('reports an append that is too large for a server with a lower limit than ours', async () => {
    const server = await startDouble({ appendLimit: 256 * 1024 });
    const { events: log } = await openEventStoreDb(server.url);
    const stream = newStream();
    const events = sample(stream, EMPTY_STREAM, 1_000);
    await expect(log.append(stream, 0, events)).rejects.toMatchObject({
      constructor: AppendTooLarge,
      limit: 256 * 1024,
    });
    expect(await log.append(stream, 0, events.slice(0, 100))).toMatchObject({ version: 100 });
    await log.close();
    await server.stop();
  });

  it.concurrent('appends an event at the limit to a server of version 24.x', async () => {
    const server = await startDouble({ version: '24.10.0', appendLimit: 1024 * 1024 });
    const { events: log } = await openEventStoreDb(server.url);
    const other = newStream();
    const [small] = sealEvents(other, EMPTY_STREAM, [{ type: 'Large', data: { bulk: '' } }], SAMPLE_CONTEXT);
    const bulk = 'x'.repeat(
      EVENT_LIMIT - 1 - JSON.stringify(small!.data).length - JSON.stringify(small!.metadata).length,
    );
    expect(
      await log.append(
        other,
        0,
        sealEvents(other, EMPTY_STREAM, [{ type: 'Large', data: { bulk } }], SAMPLE_CONTEXT),
      ),
    ).toMatchObject({ version: 1 });
    expect((await log.readLast(other))?.data).toEqual({ bulk });
    await log.close();
    await server.stop();
  });
});
