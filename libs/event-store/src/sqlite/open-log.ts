import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Log } from '../log.js';
import { asLogError } from './log-errors.js';
import { checkEngine, openLogFile } from './log-file.js';
import { lockLog, type LogLock } from './log-lock.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { SqlitePeopleStore } from './sqlite-people-store.js';

/**
 * Opens the embedded log, makes it where there is none, and holds it alone until it is closed or the process dies.
 * @param path of the file; its folder is made where needed
 * @throws LogInUse, LogDamaged, LogNotWritable, LogFull, EngineTooOld: each message is one sentence for whoever started the program
 */
export function openLog(path: string): Log {
  checkEngine();
  try {
    const folder = dirname(path);
    makeFolder(folder);
    accessSync(`${folder}/`, constants.W_OK | constants.X_OK);
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

/** One by one: `mkdirSync` with `recursive` never returns where the system makes no folders, such as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another start may have made it a moment ago.
    if (!existsSync(folder)) throw error;
  }
}

function logIn(db: DatabaseSync, path: string, lock: LogLock): Log {
  try {
    return { events: new SqliteEventStore(path, db, lock), people: new SqlitePeopleStore(path, db) };
  } catch (error) {
    db.close();
    throw error;
  }
}
