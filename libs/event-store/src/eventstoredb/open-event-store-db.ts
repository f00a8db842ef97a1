import type { Log } from '../log.js';
import { LogUnreachable } from '../port.js';

/** Opens the log on a server. */
export async function openEventStoreDb(url: string): Promise<Log> {
  throw new LogUnreachable(url, 'this version has no client for it');
}
