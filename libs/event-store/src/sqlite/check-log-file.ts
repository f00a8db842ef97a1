import { LogDamaged } from './log-errors.js';
import { openLogFileForReading, readPragma } from './log-file.js';
import { asReadError } from './open-log-for-reading.js';

/**
 * Makes SQLite check its indexes against the tables. No hash covers the indexes, but streams are read through
 * one, and a damaged index would return the wrong event. Takes a tenth of the time of verifying the hashes.
 * The service may run meanwhile.
 * @throws LogMissing, LogDamaged
 */
export function checkLogFile(path: string): void {
  try {
    const db = openLogFileForReading(path);
    try {
      const found = readPragma(db, 'integrity_check(1)');
      if (found !== 'ok') throw new LogDamaged(path, `its file is damaged, ${String(found)}`);
    } finally {
      db.close();
    }
  } catch (error) {
    throw asReadError(error, path);
  }
}
