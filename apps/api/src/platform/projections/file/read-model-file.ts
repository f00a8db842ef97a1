import { renameSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { ProjectionSet } from '../projection-set.js';
import { belongsTo, register } from './registered.js';
import { madeBy, SCHEMA_VERSION, statementsIn, TABLES } from './schema.js';

/** Up to this size the whole file is checked at the start; a larger one would make every start wait. */
const FULLY_CHECKED_BYTES = 64 * 1024 * 1024;
/**
 * NORMAL may lose the newest commits in a power cut, never tear them: the checkpoint is lost with its data,
 * and both are read again.
 */
const SAFE = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;';
/**
 * KiB that a file being filled may keep in memory: rows only go to its end, so more would hold what nobody
 * reads again.
 */
const FILLING = 'PRAGMA cache_size = -16384';
const SQLITE_CORRUPT = 11;
const SQLITE_NOT_A_DATABASE = 26;

/**
 * Opens the file of the read model. A file that is missing, of another schema or damaged is replaced by an
 * empty one, for all that stands in it can be read from the log again.
 * @throws Error when the folder cannot be written
 */
export function openReadModelFile(path: string, projections: ProjectionSet): DatabaseSync {
  return openSound(path, projections) ?? createReadModelFile(path, projections);
}

/**
 * Deletes what stands there and makes an empty file, to be filled at once: until `completeReadModelFile`
 * nothing in it is safe.
 */
export function createReadModelFile(path: string, { list }: ProjectionSet): DatabaseSync {
  deleteReadModelFile(path);
  const db = open(path);
  const tables = [TABLES, ...list.map((projection) => projection.tables)].join('');
  db.exec(`PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; ${tables}`);
  register(db, list);
  db.exec('COMMIT');
  return db;
}

/** Makes the file one that the next start may use: all of it is on the disk before the mark that says so. */
export function completeReadModelFile(db: DatabaseSync): void {
  if (isComplete(db)) return;
  db.exec(`PRAGMA synchronous = FULL; PRAGMA user_version = -1; PRAGMA user_version = ${SCHEMA_VERSION};`);
  db.exec(SAFE);
}

/** Where a file is made while another, or none, stands in its place. */
export const draftOf = (path: string): string => `${path}.new`;

/** Puts the complete draft in the place of what stands there, and opens it. */
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

/** Takes the file away with all that SQLite keeps beside it; nothing happens where there is none. */
export function deleteReadModelFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

/** Whether an error says that the file itself is damaged, so that only building it anew helps. */
export function saysDamaged(error: unknown): boolean {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' && [SQLITE_CORRUPT, SQLITE_NOT_A_DATABASE].includes(code & 0xff);
}

function openSound(path: string, projections: ProjectionSet): DatabaseSync | undefined {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (!size) return undefined;
  let db: DatabaseSync | undefined;
  try {
    db = open(path);
    if (
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
