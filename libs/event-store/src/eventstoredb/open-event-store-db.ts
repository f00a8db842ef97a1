import type { Log } from '../log.js';
import { addressOf } from './address.js';
import { Connection } from './connection.js';
import { EventStoreDb } from './event-store-db.js';
import { newestEntry } from './newest-event.js';
import { ServerPeopleStore } from './server-people-store.js';
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
  const connection = Connection.to(addressOf(url));
  try {
    await connection.ask((client) => newestEntry(client, false), { timeoutMs: OPEN_TIMEOUT_MS });
  } catch (error) {
    await connection.close();
    throw error;
  }
  return { events: new EventStoreDb(connection, names), people: new ServerPeopleStore(connection, names) };
}
