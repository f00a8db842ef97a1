import { accessSync, chmodSync, constants, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { LogToRead } from '../log.js';
import { asLogError, LogDamaged, LogExists, LogMissing, LogNotWritable } from './log-errors.js';
import { checkLogFile } from './check-log-file.js';
import { checkEngine, openLogFileForReading, syncToDisk } from './log-file.js';
import { lockLog } from './log-lock.js';
import { asReadError, openLogForReading } from './open-log-for-reading.js';

/**
 * What a copy has to stand before it gets its name, and whom to tell how far it is (0 to 1). What either
 * throws ends the copying without a trace.
 */
export interface Copying<Found> {
  verify(copy: LogToRead): Promise<Found>;
  onProgress(share: number): void;
}

const PAGES_AT_ONCE = 256;

/**
 * Copies the embedded log into one file, while its service writes or none runs: all that was acknowledged
 * before the call is in it, and the file gets its name only once it is complete, verified and on the disk.
 * @returns what verifying found
 * @throws LogMissing, LogDamaged, LogExists when there is a file of that name, LogFull, LogNotWritable
 */
export async function backupLog<Found>(path: string, to: string, copying: Copying<Found>): Promise<Found> {
  checkEngine();
  if (!existsSync(path)) throw new LogMissing(path);
  return placeCopy(path, to, copying);
}

/**
 * Makes a backup the log: the reverse of `backupLog`. Holds the log's place meanwhile, so that no service
 * starts on it.
 * @returns what verifying found
 * @throws LogMissing, LogDamaged, LogInUse, LogExists when there is a log already, LogFull, LogNotWritable
 */
export async function restoreLog<Found>(from: string, path: string, copying: Copying<Found>): Promise<Found> {
  checkEngine();
  if (!existsSync(from)) throw new LogMissing(from);
  const lock = lockLog(path);
  try {
    if (existsSync(`${path}-wal`)) throw new LogExists(`${path}-wal`);
    return await placeCopy(from, path, copying);
  } finally {
    lock.release();
  }
}

async function placeCopy<Found>(
  from: string,
  to: string,
  { verify, onProgress }: Copying<Found>,
): Promise<Found> {
  if (existsSync(to)) throw new LogExists(to);
  const folder = dirname(resolve(to));
  if (!existsSync(folder)) throw new LogNotWritable(to, 'its folder does not exist');
  const draft = `${to}.new`;
  try {
    accessSync(folder, constants.W_OK);
    removeLogFile(draft);
    await copyPages(from, draft, onProgress);
    const found = await verified(draft, verify);
    syncToDisk(draft);
    if (existsSync(to)) throw new LogExists(to);
    renameSync(draft, to);
    syncToDisk(folder);
    return found;
  } catch (error) {
    removeLogFile(draft);
    // It holds what the log holds, page for page.
    throw error instanceof LogDamaged ? new LogDamaged(from, error.problem) : asLogError(error, to);
  }
}

async function copyPages(from: string, draft: string, onProgress: (share: number) => void): Promise<void> {
  const source = readable(from);
  try {
    // One view of the log from the first page to the last: without it every commit of the service would make
    // the copying begin anew.
    source.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
    const progress = ({ totalPages, remainingPages }: { totalPages: number; remainingPages: number }) =>
      onProgress(1 - remainingPages / totalPages);
    await backup(source, draft, { rate: PAGES_AT_ONCE, progress });
  } finally {
    source.close();
  }
  // Names of people stand in it: who could not read the log cannot read its copy.
  chmodSync(draft, statSync(from).mode);
  const copy = new DatabaseSync(draft);
  // One file that can be read from a medium that cannot be written, where a write-ahead log would have to be
  // made first.
  copy.exec('PRAGMA journal_mode = DELETE');
  copy.close();
}

function readable(path: string): DatabaseSync {
  try {
    return openLogFileForReading(path);
  } catch (error) {
    throw asReadError(error, path);
  }
}

async function verified<Found>(draft: string, verify: (copy: LogToRead) => Promise<Found>): Promise<Found> {
  const copy = openLogForReading(draft);
  try {
    const found = await verify(copy);
    checkLogFile(draft);
    return found;
  } finally {
    await copy.events.close();
  }
}

function removeLogFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
