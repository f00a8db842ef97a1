import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { EMPTY_STREAM, openEventStoreDb } from '#event-store';
import { newStream, sample } from '../../libs/event-store/src/contract-tests/sample-events.js';
import type { Double, DoubleOptions, DoubleProcess } from './double.mjs';
import { serverUnderTest, type ServerUnderTest } from './server-under-test.mjs';

/** A server that earlier runs and other programs have used. */
export type UsedServer<D extends Double = Double> = ServerUnderTest<D> & {
  /** For titles: what it is, and as which version a double behaves. */
  title: string;
};

/**
 * The server of `EVENTSTORE_URL`, or else a new double. Either holds what earlier runs and other programs
 * left.
 */
export async function usedServer(
  options: DoubleOptions & { ownProcess: true; path: string },
): Promise<UsedServer<DoubleProcess>>;
export async function usedServer(options: DoubleOptions): Promise<UsedServer>;
export async function usedServer(options: DoubleOptions): Promise<UsedServer> {
  const server = await serverUnderTest(options);
  await leaveTraces(server.url).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const title = server.double ? `${server.name}, as version ${options.version}` : server.name;
  return { ...server, title };
}

/**
 * The server of `EVENTSTORE_URL`, or else a double of each version whose habits we know. Where one does not
 * start, none is left running: no test begins that would stop them.
 */
export async function usedServers(): Promise<UsedServer[]> {
  const versions = process.env.EVENTSTORE_URL ? ['any'] : ['23.10.0', '26.1.0'];
  const started = await Promise.allSettled(versions.map((version) => usedServer({ version })));
  const servers = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = started.find((one) => one.status === 'rejected');
  if (!failed) return servers;
  for (const server of servers) await server.stop();
  throw failed.reason;
}

async function leaveTraces(url: string): Promise<void> {
  for (const prefix of [undefined, 'anderegemeente.']) {
    const { events, people } = await openEventStoreDb(url, { prefix });
    try {
      for (const stream of [newStream(), newStream(), 'organisation']) {
        const version = (await events.readLast(stream))?.version ?? 0;
        if (version === 0) await events.append(stream, 0, sample(stream, EMPTY_STREAM, 5));
      }
      await people.put({ id: `persoon-${crypto.randomUUID()}`, name: 'Van eerder' });
    } finally {
      await events.close();
    }
  }
  const other = EventStoreDBClient.connectionString(url);
  try {
    await untilLeft(() => leaveForeignTraces(other));
  } finally {
    await other.dispose();
  }
}

/** On a busy machine the client may drop a call with its connection. It leaves other traces then. */
async function untilLeft(leave: () => Promise<void>): Promise<void> {
  for (let left = 4; left > 0; left--) {
    try {
      return await leave();
    } catch {
      // Tried again below; the last attempt tells why it fails.
    }
  }
  return leave();
}

async function leaveForeignTraces(other: EventStoreDBClient): Promise<void> {
  const { type, data, metadata } = sample('process-other')[0]!;
  const names = Object.fromEntries(
    ['other-', 'process', 'organisation-', 'anderegemeente.'].map((begin) => [
      begin,
      begin + crypto.randomUUID(),
    ]),
  );
  for (const name of Object.values(names)) {
    await other.appendToStream(name, [
      jsonEvent({ type: 'Other', data: { by: 'another program' } }),
      jsonEvent({ type, data: data as Record<string, string>, metadata: { ...metadata } }),
      binaryEvent({ type: 'Bytes', data: Uint8Array.of(1, 2, 3) }),
    ]);
  }
  await other.deleteStream(names['other-']!);
  await other.tombstoneStream(names['process']!);
}
