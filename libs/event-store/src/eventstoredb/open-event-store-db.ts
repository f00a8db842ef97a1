import { BACKWARDS, END } from '@eventstore/db-client';
import type { Log } from '../log.js';
import { addressOf } from './address.js';
import { Connection } from './connection.js';
import { EventStoreDb } from './event-store-db.js';
import { readToEnd } from './retrying.js';
import { ServerPeopleStore } from './server-people-store.js';

/** A server that starts at the same time may need this long. The user would not wait longer. */
const OPEN_TIMEOUT_MS = 10_000;

/**
 * Opens the log on a server of EventStoreDB (22.6 or newer) or KurrentDB. A test read proves that it works: a
 * node reports that it is alive before it can serve.
 * @param url see `addressOf`
 * @throws LogUnreachable; its message is one sentence to show, without the password of the address
 */
export async function openEventStoreDb(url: string): Promise<Log> {
  const connection = Connection.to(addressOf(url));
  try {
    await connection.ask(
      (client) => readToEnd(client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1 })),
      OPEN_TIMEOUT_MS,
    );
  } catch (error) {
    await connection.close();
    throw error;
  }
  return { events: new EventStoreDb(connection), people: new ServerPeopleStore(connection) };
}
