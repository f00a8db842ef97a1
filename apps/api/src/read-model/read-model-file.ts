import { rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { SCHEMA_VERSION, TABLES } from './schema.js';

/** Up to this size the whole file is checked at the start; a larger one would make every start wait. */
const FULLY_CHECKED_BYTES = 64 * 1024 * 1024;
const SQLITE_CORRUPT = 11;
const SQLITE_NOT_A_DATABASE = 26;

/**
 * Opens the file of the read model. A file that is missing, of another schema or damaged is replaced by an empty one,
 * for all that stands in it can be read from the log again.
 * @param path the file; `:memory:` for none
 * @throws Error when the folder cannot be written
 */
export function openReadModelFile(path: string): DatabaseSync {
  return openSound(path) ?? createReadModelFile(path);
}

/** Deletes what stands there and makes an empty file. */
export function createReadModelFile(path: string): DatabaseSync {
  deleteReadModelFile(path);
  const db = open(path);
  db.exec(`BEGIN; ${TABLES} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`);
  return db;
}

export function deleteReadModelFile(path: string): void {
  if (path === ':memory:') return;
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

/** Whether an error says that the file itself is damaged, so that only building it anew helps. */
export function saysDamaged(error: unknown): boolean {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' && [SQLITE_CORRUPT, SQLITE_NOT_A_DATABASE].includes(code & 0xff);
}

function openSound(path: string): DatabaseSync | undefined {
  if (path === ':memory:') return undefined;
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (!size) return undefined;
  let db: DatabaseSync | undefined;
  try {
    db = open(path);
    const known = db.prepare('PRAGMA user_version').get()?.['user_version'] === SCHEMA_VERSION;
    if (known && (size > FULLY_CHECKED_BYTES || isSound(db))) return db;
  } catch (error) {
    if (!saysDamaged(error)) throw error;
  }
  db?.close();
  return undefined;
}

function isSound(db: DatabaseSync): boolean {
  return db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
}

/** NORMAL may lose the newest commits in a power cut, never tear them: the checkpoint is lost with its data, and both are read again. */
function open(path: string): DatabaseSync {
  const db = new DatabaseSync(path);
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000;');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
