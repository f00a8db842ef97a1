import { afterAll, describe, expect, it } from '@jest/globals';
import {
  binaryEvent,
  EventStoreDBClient,
  excludeSystemEvents,
  eventTypeFilter,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
  type Position,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { all, anEvent, aStream, errorOf, heard, idsOf } from './driving.js';
import { usedServers } from './used-server.js';

const servers = (await usedServers()).map((server) => ({
  ...server,
  client: EventStoreDBClient.connectionString(server.url),
}));

afterAll(async () => {
  for (const { client, stop } of servers) {
    await client.dispose();
    await stop();
  }
});

describe.each(servers)('What a real server does when it appends, on $title', ({ client, url }) => {
  it('gives a repeated append (same ids and revision) the first answer, even in a longer stream', async () => {
    const stream = aStream();
    const events = [anEvent(), anEvent()];
    const first = await client.appendToStream(stream, events, { expectedRevision: 'no_stream' });
    expect(await client.appendToStream(stream, events, { expectedRevision: 'no_stream' })).toEqual(first);
    await client.appendToStream(stream, anEvent(), { expectedRevision: 1n });
    expect(await client.appendToStream(stream, events, { expectedRevision: 'no_stream' })).toEqual(first);
    expect(await idsOf(client, stream)).toHaveLength(3);
  });

  it('writes the same id a second time at the new revision', async () => {
    const stream = aStream();
    const event = anEvent();
    await client.appendToStream(stream, event, { expectedRevision: 'no_stream' });
    expect(await client.appendToStream(stream, event, { expectedRevision: 0n })).toMatchObject({
      nextExpectedRevision: 1n,
    });
    expect(await idsOf(client, stream)).toEqual([event.id, event.id]);
  });

  it('refuses an append of which a part is known and a part is new', async () => {
    const stream = aStream();
    const [known, other] = [anEvent(), anEvent()];
    await client.appendToStream(stream, [known, other], { expectedRevision: 'no_stream' });
    for (const events of [
      [known, anEvent()],
      [anEvent(), other],
      [known, other, anEvent()],
    ]) {
      expect(
        await errorOf(client.appendToStream(stream, events, { expectedRevision: 'no_stream' })),
      ).toBeInstanceOf(WrongExpectedVersionError);
    }
    expect(await idsOf(client, stream)).toEqual([known.id, other.id]);
  });

  it('recognises the ids of appends at any revision while it remembers them', async () => {
    const stream = aStream();
    const event = anEvent();
    const first = await client.appendToStream(stream, event, { expectedRevision: 'any' });
    for (const expectedRevision of ['any', 'stream_exists'] as const) {
      expect(await client.appendToStream(stream, event, { expectedRevision })).toMatchObject({
        nextExpectedRevision: first.nextExpectedRevision,
      });
    }
    expect(await idsOf(client, stream)).toEqual([event.id]);
  });

  it('reports the expected and the actual revision when they differ', async () => {
    const stream = aStream();
    expect(await errorOf(client.appendToStream(stream, anEvent(), { expectedRevision: 4n }))).toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      expectedVersion: 4n,
      actualVersion: 'no_stream',
      message: '',
    });
    await client.appendToStream(stream, [anEvent(), anEvent()], { expectedRevision: 'no_stream' });
    for (const [expectedRevision, expectedVersion] of [
      ['no_stream', 'no_stream'],
      [0n, 0n],
      [7n, 7n],
    ] as const) {
      const error = await errorOf(client.appendToStream(stream, anEvent(), { expectedRevision }));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({
        type: 'wrong-expected-version',
        streamName: stream,
        expectedVersion,
        actualVersion: 1n,
        message: '',
      });
    }
  });

  it('lets exactly one of 32 writers win a revision', async () => {
    const stream = aStream();
    await client.appendToStream(stream, anEvent(), { expectedRevision: 'no_stream' });
    const attempts = await Promise.allSettled(
      Array.from({ length: 32 }, () => client.appendToStream(stream, anEvent(), { expectedRevision: 0n })),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await idsOf(client, stream)).toHaveLength(2);
  });

  it('lets the client return a wrong revision when it must not throw', async () => {
    const quiet = EventStoreDBClient.connectionString(
      `${url}${url.includes('?') ? '&' : '?'}throwOnAppendFailure=false`,
    );
    const stream = aStream();
    await quiet.appendToStream(stream, [anEvent(), anEvent(), anEvent(), anEvent()], {
      expectedRevision: 'no_stream',
    });
    expect(await quiet.appendToStream(stream, anEvent(), { expectedRevision: 'no_stream' })).toMatchObject({
      success: false,
      nextExpectedRevision: 1n,
    });
    await quiet.dispose();
  });

  it('treats an append without events as a success at revision 0', async () => {
    expect(await client.appendToStream(aStream(), [], { expectedRevision: 'no_stream' })).toMatchObject({
      success: true,
      nextExpectedRevision: 0n,
    });
  });

  it('writes two events with the same id in one append', async () => {
    const stream = aStream();
    const event = anEvent();
    await client.appendToStream(stream, [event, event], { expectedRevision: 'no_stream' });
    expect(await idsOf(client, stream)).toEqual([event.id, event.id]);
  });

  it('refuses 17 MiB with code 8', async () => {
    const huge = binaryEvent({ type: 'Huge', data: Buffer.alloc(17 * 1024 * 1024) });
    expect(
      await errorOf(client.appendToStream(aStream(), huge, { expectedRevision: 'no_stream' })),
    ).toMatchObject({ code: 8 });
  });

  it('returns data, metadata, type, id and times unchanged', async () => {
    const stream = aStream();
    const before = Date.now();
    const bytes = binaryEvent({
      type: 'Bytes',
      data: Uint8Array.of(0, 255, 7),
      metadata: Uint8Array.of(9, 8),
    });
    const none = binaryEvent({ type: 'Nothing', data: new Uint8Array(0) });
    const text = anEvent();
    await client.appendToStream(stream, [text, bytes, none], { expectedRevision: 'no_stream' });
    const [first, second, third] = (await all<ResolvedEvent>(client.readStream(stream))).map(
      ({ event }) => event,
    );
    expect(first).toMatchObject({
      streamId: stream,
      id: text.id,
      type: 'Tested',
      isJson: true,
      data: { text: 'é' },
      metadata: { by: 'test' },
      revision: 0n,
    });
    expect(first?.created.getTime()).toBeGreaterThanOrEqual(before - 60_000);
    expect([second?.isJson, ...(second!.data as Uint8Array)]).toEqual([false, 0, 255, 7]);
    expect([...(second!.metadata as Uint8Array)]).toEqual([9, 8]);
    expect([third?.data, third?.metadata]).toEqual([new Uint8Array(0), undefined]);
  });
});

describe.each(servers)('What a real server does when it is read, on $title', ({ client, double, title }) => {
  it('refuses an unknown stream at the first step, and returns nothing past the end', async () => {
    const stream = aStream();
    expect(await errorOf(all(client.readStream(stream)))).toBeInstanceOf(StreamNotFoundError);
    await client.appendToStream(stream, [anEvent(), anEvent(), anEvent()], { expectedRevision: 'no_stream' });
    expect(await all(client.readStream(stream, { fromRevision: 3n }))).toEqual([]);
    const revisions = async (options: Parameters<typeof client.readStream>[1]) =>
      (await all<ResolvedEvent>(client.readStream(stream, options))).map(({ event }) => event?.revision);
    expect(await revisions({ fromRevision: 1n, maxCount: 1 })).toEqual([1n]);
    expect(await revisions({ direction: 'backwards', fromRevision: 'end', maxCount: 2 })).toEqual([2n, 1n]);
    expect(await revisions({ direction: 'backwards', fromRevision: 1n })).toEqual([1n, 0n]);
  });

  it('has system events in the whole log, and byte offsets as positions, also in streams', async () => {
    // A server that was used and cleaned up need not begin with them.
    const begin = await all(client.readAll({ maxCount: 1_000 }));
    expect(begin.some(({ event }) => event?.type.startsWith('$'))).toBe(true);
    const stream = aStream();
    const { position } = await client.appendToStream(stream, [anEvent(), anEvent()], {
      expectedRevision: 'no_stream',
    });
    const positions = (await all<ResolvedEvent>(client.readStream(stream))).map(
      ({ event }) => event?.position as Position,
    );
    expect(positions[1]).toEqual(position);
    expect(positions[1]!.commit - positions[0]!.commit).toBeGreaterThan(1n);
    expect(positions[0]!.commit).toBeGreaterThan(100n);
    const [inAll] = await all(client.readAll({ fromPosition: positions[0]!, maxCount: 1 }));
    expect(inAll?.event).toMatchObject({ streamId: stream, revision: 0n, position: positions[0] });
    const [before] = await all(
      client.readAll({ direction: 'backwards', fromPosition: positions[1]!, maxCount: 1 }),
    );
    expect(before?.event?.position).toEqual(positions[0]);
  });

  it('filters stream or type on the server, by prefix or expression, and reports its progress', async () => {
    const mark = aStream();
    const last = await client.appendToStream(`${mark}-a`, [anEvent(), anEvent()], {
      expectedRevision: 'no_stream',
    });
    await client.appendToStream(
      `other-${mark}`,
      binaryEvent({ type: `Other-${mark}`, data: new Uint8Array(0) }),
      { expectedRevision: 'no_stream' },
    );
    const found = async (filter: Parameters<typeof client.subscribeToAll>[0]) => {
      const { events, until } = heard(client.subscribeToAll(filter));
      await until('caughtUp');
      return events.map(({ event }) => event?.streamId);
    };
    const checkpoints: Position[] = [];
    const filter = streamNameFilter({
      prefixes: [mark, 'nothing-'],
      checkpointReached: async (_, position) => void checkpoints.push(position),
    });
    expect(await found({ filter })).toEqual([`${mark}-a`, `${mark}-a`]);
    const reached = (): boolean => (checkpoints.at(-1)?.commit ?? 0n) >= last.position!.commit;
    // On going live, 23.10 sends none. As the log grows, every version sends one now and then.
    if (double) expect(reached()).toBe(title.includes('26.'));
    while (!reached())
      await client.appendToStream(aStream(), [anEvent(), anEvent(), anEvent(), anEvent(), anEvent()]);
    expect(await found({ filter: streamNameFilter({ regex: `^other-${mark}$` }) })).toEqual([
      `other-${mark}`,
    ]);
    expect(await found({ filter: eventTypeFilter({ prefixes: [`Other-${mark}`] }) })).toEqual([
      `other-${mark}`,
    ]);
    expect(
      (await found({ filter: excludeSystemEvents() })).filter((stream) => stream?.startsWith('$')),
    ).toEqual([]);
  });

  it('sends a subscriber the events after a position, then caughtUp, then new events', async () => {
    const stream = aStream();
    const [first, second, third] = [anEvent(), anEvent(), anEvent()];
    const { position } = await client.appendToStream(stream, first, { expectedRevision: 'no_stream' });
    await client.appendToStream(stream, second, { expectedRevision: 0n });
    const subscription = client.subscribeToAll({
      fromPosition: position!,
      filter: streamNameFilter({ prefixes: [stream] }),
    });
    const { seen, until } = heard(subscription);
    await until('caughtUp');
    await client.appendToStream(stream, third, { expectedRevision: 1n });
    await until(third.id);
    expect(seen).toEqual([second.id, 'caughtUp', third.id]);
    await subscription.unsubscribe();
  });

  it('hides a deleted stream, keeps its events in the whole log until a scavenge, and counts on', async () => {
    const stream = aStream();
    const event = anEvent();
    const { position } = await client.appendToStream(stream, event, { expectedRevision: 'no_stream' });
    await client.deleteStream(stream);
    expect(await errorOf(all(client.readStream(stream)))).toBeInstanceOf(StreamNotFoundError);
    expect(
      (await all(client.readAll({ fromPosition: position!, maxCount: 1 }))).map((one) => one.event?.id),
    ).toEqual([event.id]);
    const again = anEvent();
    expect(await client.appendToStream(stream, again, { expectedRevision: 'no_stream' })).toMatchObject({
      nextExpectedRevision: 1n,
    });
    expect(await idsOf(client, stream)).toEqual([again.id]);
    await client.tombstoneStream(stream);
    expect(await errorOf(all(client.readStream(stream)))).toMatchObject({ type: 'stream-deleted' });
    expect(
      await errorOf(client.appendToStream(stream, anEvent(), { expectedRevision: 'any' })),
    ).toMatchObject({ type: 'stream-deleted' });
  });
});
