import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asLogError, isBusy, LogInUse } from './log-errors.js';

/**
 * The right to write a log, held until released or until the process dies: then the operating system releases
 * it.
 */
export interface LogLock {
  release(): void;
}

/**
 * Takes the lock on a file that one process owns: an exclusive transaction, never ended, on a file beside it.
 * The file itself stays free for readers; its folder is made where needed.
 * @throws LogInUse naming the holder, LogNotWritable
 */
export function lockLog(path: string): LogLock {
  const holderFile = `${path}.holder`;
  assertWritableFolder(path);
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

function assertWritableFolder(path: string): void {
  const folder = dirname(path);
  try {
    makeFolder(folder);
    accessSync(`${folder}/`, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw asLogError(error, path);
  }
}

/**
 * One by one: `mkdirSync` with `recursive` never returns where the system makes no folders, such as below
 * /proc.
 */
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

function nameOfHolder(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
