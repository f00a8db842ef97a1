import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import type { LogToRead } from '../log.js';
import { asLogError, LogDamaged, LogNotWritable } from './log-errors.js';
import { checkEngine, openLogFileForReading } from './log-file.js';
import { SqliteLogReader } from './log-reader.js';
import { SqlitePeopleStore } from './sqlite-people-store.js';

/**
 * Opens the embedded log to look at it, beside the process that holds it or while nobody does: sees what was
 * committed before each question, and holds up no writer.
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
  return known instanceof LogNotWritable ? new LogDamaged(path, reasonOf(error, path)) : known;
}

/** Readers and the writer agree through a file in the folder on what of the write-ahead log counts. */
function reasonOf(error: unknown, path: string): string {
  if (!may(constants.R_OK, path)) return 'this user may not read it';
  return may(constants.W_OK, dirname(path))
    ? String((error as Error).message)
    : 'this user may not write in its folder, which reading a log takes';
}

function may(mode: number, path: string): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
