import { accessSync, chmodSync, constants, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { LogToRead } from '../log.js';
import { asLogError, LogDamaged, LogExists, LogMissing, LogNotWritable } from './log-errors.js';
import { checkLogFile } from './check-log-file.js';
import { checkEngine, openLogFileForReading, syncToDisk } from './log-file.js';
import { lockLog } from './log-lock.js';
import { asReadError, openLogForReading } from './open-log-for-reading.js';

/**
 * How to verify a copy before it gets its final name, and how to report progress (0 to 1). An error from
 * either one ends the copying and removes the copy.
 */
export interface Copying<Found> {
  verify(copy: LogToRead): Promise<Found>;
  onProgress(share: number): void;
}

const PAGES_AT_ONCE = 256;

/**
 * Copies the embedded log into one file. The service may run and write meanwhile. The copy holds everything
 * that was acknowledged before the call. The file gets its final name only when it is complete, verified and
 * on disk.
 * @returns the result of `verify`
 * @throws LogMissing, LogDamaged, LogExists when there is a file with that name, LogFull, LogNotWritable
 */
export async function backupLog<Found>(path: string, to: string, copying: Copying<Found>): Promise<Found> {
  checkEngine();
  if (!existsSync(path)) throw new LogMissing(path);
  return placeCopy(path, to, copying);
}

/**
 * Makes a backup the log again: the reverse of `backupLog`. It holds the lock of the log meanwhile, so that
 * no service can start on it.
 * @returns the result of `verify`
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
  const draft = draftFor(to, folder);
  try {
    await copyPages(from, draft, onProgress);
    const found = await verifyDraft(draft, verify);
    syncToDisk(draft);
    if (existsSync(to)) throw new LogExists(to);
    renameSync(draft, to);
    syncToDisk(folder);
    return found;
  } catch (error) {
    removeLogFile(draft);
    // The draft is a copy, page for page. So damage in it is damage in the source.
    throw error instanceof LogDamaged ? new LogDamaged(from, error.problem) : asLogError(error, to);
  }
}

/** The name of the copy until it is complete, without what an earlier copy left there. */
function draftFor(to: string, folder: string): string {
  if (!existsSync(folder)) throw new LogNotWritable(to, 'its folder does not exist');
  const draft = `${to}.new`;
  try {
    accessSync(folder, constants.W_OK);
    removeLogFile(draft);
    return draft;
  } catch (error) {
    throw asLogError(error, to);
  }
}

async function copyPages(from: string, draft: string, onProgress: (share: number) => void): Promise<void> {
  const source = openSource(from);
  try {
    // A read transaction: one snapshot of the log for all pages. Without it, every commit of the service
    // would restart the copying.
    source.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
    const progress = ({ totalPages, remainingPages }: { totalPages: number; remainingPages: number }) =>
      onProgress(1 - remainingPages / totalPages);
    await backup(source, draft, { rate: PAGES_AT_ONCE, progress });
  } finally {
    source.close();
  }
  // The copy holds names of people, so it is for its owner alone.
  chmodSync(draft, 0o600);
  const copy = new DatabaseSync(draft);
  // Without a write-ahead log the copy is one file, which also opens on a read-only medium. A write-ahead log
  // would have to be created there first.
  copy.exec('PRAGMA journal_mode = DELETE');
  copy.close();
}

function openSource(path: string): DatabaseSync {
  try {
    return openLogFileForReading(path);
  } catch (error) {
    throw asReadError(error, path);
  }
}

async function verifyDraft<Found>(
  draft: string,
  verify: (copy: LogToRead) => Promise<Found>,
): Promise<Found> {
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
