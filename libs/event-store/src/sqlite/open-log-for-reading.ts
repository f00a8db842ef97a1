import { accessSync, constants } from 'node:fs';
import type { LogToRead } from '../log.js';
import { asLogError, LogDamaged, LogNotWritable } from './log-errors.js';
import { checkEngine, openLogFileForReading } from './log-file.js';
import { SqliteLogReader } from './log-reader.js';
import { SqlitePeopleStore } from './sqlite-people-store.js';

/**
 * Opens the embedded log to look at it, beside the process that holds it or while nobody does: sees what was committed before each question, and
 * holds up no writer.
 * @throws LogMissing, LogDamaged, EngineTooOld: each message is one sentence for whoever asked
 */
export function openLogForReading(path: string): LogToRead {
  checkEngine();
  try {
    const db = openLogFileForReading(path);
    return { events: new SqliteLogReader(path, db), people: new SqlitePeopleStore(path, db) };
  } catch (error) {
    throw asReadError(error, path);
  }
}

/** What an error means for somebody who only wants to read. */
export function asReadError(error: unknown, path: string): unknown {
  const known = asLogError(error, path);
  return known instanceof LogNotWritable ? new LogDamaged(path, mayRead(path) ? String((error as Error).message) : 'this user may not read it') : known;
}

function mayRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
