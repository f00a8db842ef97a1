import { BACKWARDS, END } from '@eventstore/db-client';
import type { Log } from '../log.js';
import { addressOf } from './address.js';
import { Connection } from './connection.js';
import { EventStoreDb } from './event-store-db.js';
import { collected } from './retrying.js';
import { ServerPeopleStore } from './server-people-store.js';

/** A server that starts at the same moment may need so long; whoever started us waits no longer. */
const OPENING_MS = 10_000;

/**
 * Opens the log on a server of EventStoreDB (22.6 or newer) or KurrentDB. Proven by a reading: a node says
 * that it lives before it can serve.
 * @param url see `addressOf`
 * @throws LogUnreachable whose message is the one sentence to show, without the password of the address
 */
export async function openEventStoreDb(url: string): Promise<Log> {
  const connection = Connection.to(addressOf(url));
  try {
    await connection.ask(
      (client) => collected(client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1 })),
      OPENING_MS,
    );
  } catch (error) {
    await connection.close();
    throw error;
  }
  return { events: new EventStoreDb(connection), people: new ServerPeopleStore(connection) };
}
