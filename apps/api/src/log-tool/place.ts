import { realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openEventStoreDb, openLog, openLogForReading, type EventStore, type LogToRead } from '#event-store';
import { LOG_FILE } from '../platform/environment/data-folder.js';
import {
  readSettings,
  SERVER_URL,
  StartRefused,
  type Environment,
} from '../platform/environment/settings.js';
import { LOG_KINDS } from '../platform/log/log-kinds.js';
import type { LogToFill } from './copy-log.js';

/** The place of a log: a file, or a server with what stands before the names of streams there. */
export type Place = { path: string } | { url: string; prefix?: string | undefined };

/**
 * Reads the place of a log from the command line.
 * @param text a data folder, the log's file in it, or the connection string of a server
 * @param prefix before the names of streams, where it is a server
 * @throws StartRefused when it is another kind of address
 */
export function placeOf(text: string, prefix: string | undefined): Place {
  if (SERVER_URL.test(text)) return { url: text, prefix };
  const scheme = /^[a-z][a-z+.-]*:\/\//i.exec(text)?.[0];
  if (scheme)
    throw new StartRefused(
      `A log has no address with ${scheme}: it stands in a folder, or on a server as in esdb://server:2113.`,
    );
  const path = resolve(text);
  return { path: isFile(path) ? path : join(path, LOG_FILE) };
}

/** The same place with another prefix, empty for none. @throws StartRefused when it is a file */
export function prefixed(place: Place, prefix: string): Place {
  if ('path' in place)
    throw new StartRefused(
      `The log ${place.path} stands in a file, where no names of streams have a prefix.`,
    );
  return { url: place.url, prefix: prefix || undefined };
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // The path does not exist yet or is not accessible. Decide by its name. Opening it will report any error.
    return path.endsWith('.sqlite');
  }
}

/**
 * The place where the service of this environment keeps its log.
 * @throws StartRefused naming the wrong setting
 */
export function ownPlace(env: Environment): Place {
  const { dataDir, eventStoreUrl, eventStorePrefix } = readSettings(env, []);
  return eventStoreUrl === undefined
    ? { path: join(dataDir, LOG_FILE) }
    : { url: eventStoreUrl, prefix: eventStorePrefix };
}

/** A place for display: without the password and the options of its address. */
export function shown(place: Place): string {
  if ('path' in place) return place.path;
  const server = place.url.replace(/\/\/[^/]*@/, '//').replace(/[/?]*\?.*$/, '');
  return place.prefix === undefined ? server : `${server} (${place.prefix})`;
}

/** @throws StartRefused when both places are the same */
export function assertApart(from: Place, to: Place): void {
  if (resolved(from) === resolved(to))
    throw new StartRefused(`The log would be copied to where it stands: ${shown(from)}.`);
}

/** A place with its symbolic links resolved. */
function resolved(place: Place): string {
  try {
    return 'path' in place ? realpathSync(place.path) : shown(place);
  } catch {
    return shown(place);
  }
}

const openServer = ({ url, prefix }: Extract<Place, { url: string }>) =>
  openEventStoreDb(url, { prefix, kinds: LOG_KINDS });

/** Opens a log for reading. Its service may run. */
export async function openToRead(place: Place): Promise<LogToRead> {
  return 'path' in place ? openLogForReading(place.path) : openServer(place);
}

/** Opens a log for writing, or creates it. */
export async function openToFill(place: Place): Promise<LogToFill> {
  if ('path' in place) {
    const log = openLog(place.path);
    return { ...log, appendInOrder: (appends) => log.events.appendTogether(appends) };
  }
  const log = await openServer(place);
  return { ...log, appendInOrder: oneByOne(log.events) };
}

/** Sends one append after the other to a server. Appends sent at once could arrive in another order. */
export function oneByOne(events: EventStore): LogToFill['appendInOrder'] {
  return async (appends) => {
    for (const { stream, expectedVersion, events: run } of appends)
      await events.append(stream, expectedVersion, run);
  };
}
