import type { DatabaseSync } from 'node:sqlite';
import type { Log } from '../log.js';
import { asLogError } from './log-errors.js';
import { checkEngine, openLogFile } from './log-file.js';
import { lockLog, type LogLock } from './log-lock.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { SqlitePeopleStore } from './sqlite-people-store.js';

/** The embedded log, whose events can do more than the port asks. */
export interface EmbeddedLog extends Log {
  events: SqliteEventStore;
}

/**
 * Opens the embedded log, makes it where there is none, and holds it alone until it is closed or the process
 * dies.
 * @param path of the file; its folder is made where needed
 * @throws LogInUse, LogDamaged, LogNotWritable, LogFull, EngineTooOld: each message is one sentence for
 * whoever started the program
 */
export function openLog(path: string): EmbeddedLog {
  checkEngine();
  try {
    const lock = lockLog(path);
    try {
      return logIn(openLogFile(path), path, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw asLogError(error, path);
  }
}

function logIn(db: DatabaseSync, path: string, lock: LogLock): EmbeddedLog {
  try {
    return { events: new SqliteEventStore(path, db, lock), people: new SqlitePeopleStore(path, db) };
  } catch (error) {
    db.close();
    throw error;
  }
}
