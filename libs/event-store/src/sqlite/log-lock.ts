import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { asLogError, isBusy, LogInUse } from './log-errors.js';

/** The right to write a log, held until released or until the process dies: then the operating system releases it. */
export interface LogLock {
  release(): void;
}

/**
 * Takes the lock on a log: an exclusive transaction, never ended, on a file beside it. The log itself stays free for readers.
 * @throws LogInUse naming the holder
 */
export function lockLog(path: string): LogLock {
  const holderFile = `${path}.holder`;
  try {
    const lock = new DatabaseSync(`${path}.lock`);
    lock.exec('BEGIN EXCLUSIVE');
    writeFileSync(holderFile, `process ${process.pid} on ${hostname()} since ${new Date().toISOString()}\n`);
    return {
      release() {
        rmSync(holderFile, { force: true });
        lock.close();
      },
    };
  } catch (error) {
    throw isBusy(error) ? new LogInUse(path, nameOfHolder(holderFile)) : asLogError(error, `${path}.lock`);
  }
}

function nameOfHolder(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
