import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import type { LogToRead } from '../log.js';
import { asLogError, LogDamaged, LogNotWritable } from './log-errors.js';
import { checkEngine, openLogFileForReading } from './log-file.js';
import { SqliteLogReader } from './log-reader.js';
import { SqlitePeopleStore } from './sqlite-people-store.js';

/**
 * Opens the embedded log for reading, whether or not a process is writing it. Each call sees everything
 * committed before it, and never blocks the writer.
 * @throws LogMissing, LogDamaged, EngineTooOld; each message is one sentence to show to the user
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

/** Translates an error for a caller that only reads. */
export function asReadError(error: unknown, path: string): unknown {
  const known = asLogError(error, path);
  return known instanceof LogNotWritable ? new LogDamaged(path, reasonOf(error, path)) : known;
}

/**
 * Readers and the writer share a file in the folder. It says which part of the write-ahead log is valid. So
 * even a reader must be able to write in the folder.
 */
function reasonOf(error: unknown, path: string): string {
  if (!hasAccess(constants.R_OK, path)) return 'this user may not read it';
  return hasAccess(constants.W_OK, dirname(path))
    ? String((error as Error).message)
    : 'this user may not write in its folder, which reading a log takes';
}

function hasAccess(mode: number, path: string): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
