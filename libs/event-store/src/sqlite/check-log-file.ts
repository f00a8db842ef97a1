import { LogDamaged } from './log-errors.js';
import { openLogFileForReading, valueOf } from './log-file.js';
import { asReadError } from './open-log-for-reading.js';

/**
 * Has the engine hold its own bookkeeping against the events, which no hash covers: a stream is read by an
 * index, and a damaged one would put an event in another's place. Takes a tenth of the time of verifying; the
 * service may run.
 * @throws LogMissing, LogDamaged
 */
export function checkLogFile(path: string): void {
  try {
    const db = openLogFileForReading(path);
    try {
      const found = valueOf(db, 'integrity_check(1)');
      if (found !== 'ok') throw new LogDamaged(path, `its file is damaged, ${String(found)}`);
    } finally {
      db.close();
    }
  } catch (error) {
    throw asReadError(error, path);
  }
}
