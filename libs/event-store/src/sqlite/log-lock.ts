import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asLogError, isBusy, LogInUse } from './log-errors.js';

/**
 * The right to write a log. It is held until it is released. When the process dies, the operating system
 * releases it.
 */
export interface LogLock {
  release(): void;
}

/**
 * Takes the lock on a file that one process owns. The lock is an exclusive transaction, never committed, on a
 * second file beside it. So the file itself stays free for readers. Creates the folder when needed.
 * @throws LogInUse naming the holder, LogNotWritable
 */
export function lockLog(path: string): LogLock {
  const holderFile = `${path}.holder`;
  assertWritableFolder(path);
  let lock: DatabaseSync | undefined;
  try {
    const held = (lock = new DatabaseSync(`${path}.lock`));
    held.exec('BEGIN EXCLUSIVE');
    writeFileSync(holderFile, `process ${process.pid} on ${hostname()} since ${new Date().toISOString()}\n`);
    return {
      release() {
        rmSync(holderFile, { force: true });
        held.close();
      },
    };
  } catch (error) {
    lock?.close();
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
 * Creates folders one by one. `mkdirSync` with `recursive` never returns in a place where the system allows
 * no folders, such as /proc.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another starting process may have created it a moment ago.
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
