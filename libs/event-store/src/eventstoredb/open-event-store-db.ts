import type { Log } from '../log.js';
import { addressOf } from './address.js';
import { StreamNames, type LogStreams } from './stream-names.js';

/** A server that starts at the same time may need this long. The user would not wait longer. */
const OPEN_TIMEOUT_MS = 10_000;

/**
 * Opens the log on a server of EventStoreDB (22.6 or newer) or KurrentDB. A test read proves that it works: a
 * node reports that it is alive before it can serve.
 * @param url see `addressOf`
 * @param streams which streams of the server are those of the log
 * @throws LogUnreachable; its message is one sentence to show, without the password of the address
 */
export async function openEventStoreDb(url: string, streams: LogStreams = {}): Promise<Log> {
  const names = new StreamNames(streams);
  const address = addressOf(url);
  // The client of a server is large. With the embedded log, and on the thread that builds, nobody needs it.
  const [{ Connection }, { EventStoreDb }, { newestEntry }, { ServerPeopleStore }] = await Promise.all([
    import('./connection.js'),
    import('./event-store-db.js'),
    import('./newest-event.js'),
    import('./server-people-store.js'),
  ]);
  const connection = Connection.to(address);
  try {
    await connection.ask((client) => newestEntry(client, false), { timeoutMs: OPEN_TIMEOUT_MS });
  } catch (error) {
    await connection.close();
    throw error;
  }
  return { events: new EventStoreDb(connection, names), people: new ServerPeopleStore(connection, names) };
}
