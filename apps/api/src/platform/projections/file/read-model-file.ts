import { renameSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { logError } from '../../console/log-line.js';
import type { ProjectionSet } from '../unit/projection-set.js';
import { belongsTo, register } from './registered.js';
import { unseal } from './seal.js';
import { madeBy, SCHEMA_VERSION, statementsIn, TABLES } from './schema.js';

/** A file up to this size is checked as a whole. Checking a larger one would delay every start. */
const FULLY_CHECKED_BYTES = 64 * 1024 * 1024;
/**
 * With NORMAL a power cut may lose the newest commits, but never a part of one. The checkpoint is lost
 * together with its data, and both are read again.
 */
const SAFE = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;';
/**
 * A file that is being filled may keep so many KiB in memory. Rows only go to its end, so more memory would
 * hold pages that are not needed again.
 */
const FILLING = 'PRAGMA cache_size = -16384';
const SQLITE_CORRUPT = 11;
const SQLITE_NOT_A_DATABASE = 26;

/**
 * Opens the file of the read model. A file that is missing, of another schema or damaged is replaced by an
 * empty one, because everything in it can be read from the log again.
 * @throws Error when the folder cannot be written
 */
export function openReadModelFile(path: string, projections: ProjectionSet): DatabaseSync {
  return openSound(path, projections) ?? createReadModelFile(path, projections);
}

/** Replaces the file by an empty one. Until `completeReadModelFile`, a crash may destroy what is in it. */
export function createReadModelFile(path: string, { list }: ProjectionSet): DatabaseSync {
  deleteReadModelFile(path);
  const db = open(path);
  const tables = [TABLES, ...list.map((projection) => projection.tables)].join('');
  db.exec(`PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; ${tables}`);
  register(db, list);
  db.exec('COMMIT');
  return db;
}

/** Marks the file as one that the next start can use, once all of it is on disk. */
export function completeReadModelFile(db: DatabaseSync): void {
  if (isComplete(db)) return;
  db.exec(`PRAGMA synchronous = FULL; PRAGMA user_version = -1; PRAGMA user_version = ${SCHEMA_VERSION};`);
  db.exec(SAFE);
}

/** Path of the draft that a build fills. */
export const draftOf = (path: string): string => `${path}.new`;

/** Replaces the file by the complete draft, and opens it. */
export function adoptDraft(path: string): DatabaseSync {
  deleteReadModelFile(path);
  renameSync(draftOf(path), path);
  return openCompleteFile(path);
}

/** Opens a file that is known to be complete. */
export function openCompleteFile(path: string): DatabaseSync {
  const db = open(path);
  db.exec(SAFE);
  return db;
}

/** Deletes the file and what SQLite keeps beside it, if they exist. */
export function deleteReadModelFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

/** Whether an error says that the file is damaged, so that only a rebuild helps. */
export function saysDamaged(error: unknown): boolean {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' && [SQLITE_CORRUPT, SQLITE_NOT_A_DATABASE].includes(code & 0xff);
}

function openSound(path: string, projections: ProjectionSet): DatabaseSync | undefined {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (!size) return undefined;
  let db: DatabaseSync | undefined;
  try {
    const isChanged = unseal(path) === 'changed';
    db = open(path);
    if (isComplete(db) && isChanged)
      logError(
        'the read model was changed while the service was down; it is built again from the log',
        `${path} has other bytes than when the service stopped`,
      );
    else if (
      isComplete(db) &&
      hasOurTables(db) &&
      belongsTo(db, projections) &&
      (size > FULLY_CHECKED_BYTES || isSound(db))
    ) {
      db.exec(SAFE);
      return db;
    }
  } catch (error) {
    if (!saysDamaged(error)) throw error;
  }
  db?.close();
  return undefined;
}

function isComplete(db: DatabaseSync): boolean {
  return db.prepare('PRAGMA user_version').get()?.['user_version'] === SCHEMA_VERSION;
}

/** Another database may have the same version by chance, and a file can be whole and lack a table. */
function hasOurTables(db: DatabaseSync): boolean {
  const standing = statementsIn(db);
  return [...madeBy(TABLES)].every(([name, sql]) => standing.get(name) === sql);
}

function isSound(db: DatabaseSync): boolean {
  return db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
}

function open(path: string): DatabaseSync {
  const db = new DatabaseSync(path);
  try {
    db.exec(FILLING);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
