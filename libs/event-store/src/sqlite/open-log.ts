import type { DatabaseSync } from 'node:sqlite';
import type { Log } from '../log.js';
import { asLogError } from './log-errors.js';
import { checkEngine, openLogFile } from './log-file.js';
import { lockLog, type LogLock } from './log-lock.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { SqlitePeopleStore } from './sqlite-people-store.js';

/** The embedded log. Its event store can do more than the port requires. */
export interface EmbeddedLog extends Log {
  events: SqliteEventStore;
}

/**
 * Opens the embedded log, or creates it. This process holds it exclusively until it closes it or dies.
 * @param path of the file; its folder is created when needed
 * @throws LogInUse, LogDamaged, LogNotWritable, LogFull, EngineTooOld; each message is one sentence to show
 * to the person who started the program
 */
export function openLog(path: string): EmbeddedLog {
  checkEngine();
  try {
    const lock = lockLog(path);
    try {
      return buildLog(openLogFile(path), path, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw asLogError(error, path);
  }
}

function buildLog(db: DatabaseSync, path: string, lock: LogLock): EmbeddedLog {
  try {
    return { events: new SqliteEventStore(path, db, lock), people: new SqlitePeopleStore(path, db) };
  } catch (error) {
    db.close();
    throw error;
  }
}
