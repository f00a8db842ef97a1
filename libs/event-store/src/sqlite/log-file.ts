import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EngineTooOld, isPlainError, LogDamaged, LogMissing } from './log-errors.js';

/** "Knip" in ASCII. It tells our log from any other database. */
const APPLICATION_ID = 0x4b6e6970;
const FORMAT = 1;
/** Earlier versions can lose commits when the write-ahead log restarts. */
const OLDEST_ENGINE = '3.51.3';
/** The last process to close the file cleans up and holds the file meanwhile. */
const BUSY_TIMEOUT_MS = 5_000;

const TABLES = [
  'CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT',
  `CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES streams,
    version INTEGER NOT NULL,
    event_id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (stream, version)
  ) STRICT`,
  'CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID',
];

const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA journal_size_limit = 67108864;
  PRAGMA busy_timeout = 0;
`;

/**
 * Opens the file of a log, or creates it. The caller must hold the lock. Only the owner may read it, as it
 * holds names of people.
 */
export function openLogFile(path: string): DatabaseSync {
  if (!existsSync(path)) createLogFile(path);
  keepPrivate(path);
  return openChecked(path, (db) => {
    db.exec(SETTINGS);
    // An earlier process may have died before its last writes reached the disk, although we can read them.
    // They must be durable before anyone sees them.
    const { log, checkpointed } = db.prepare('PRAGMA wal_checkpoint(FULL)').get() ?? {};
    const size = Number(readPragma(db, 'page_count')) * Number(readPragma(db, 'page_size'));
    if (log === checkpointed && statSync(path).size < size) throw new LogDamaged(path, 'its end is missing');
  });
}

/** Earlier releases left the files as readable as the system made them. */
function keepPrivate(path: string): void {
  for (const file of ['', '-wal', '-shm'].map((suffix) => path + suffix))
    try {
      if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
    } catch (error) {
      // A file that is not there needs nothing, and only its owner can change another one.
      if (!['ENOENT', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
}

/**
 * Opens the file of a log for reading, also while another process writes it. No statement on this connection
 * can change the log.
 */
export function openLogFileForReading(path: string): DatabaseSync {
  if (!existsSync(path)) throw new LogMissing(path);
  // Not opened as read-only. Otherwise the last one to close the file leaves its write-ahead log behind.
  return openChecked(path, (db) => db.exec('PRAGMA query_only = ON'));
}

function openChecked(path: string, prepare: (db: DatabaseSync) => void): DatabaseSync {
  // A new log is created under another name and renamed when complete. So an empty file has lost its content.
  const file = statSync(path);
  if (!file.isFile()) throw new LogDamaged(path, 'it is no file');
  if (file.size === 0) throw new LogDamaged(path, 'it is empty');
  const db = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    if (readPragma(db, 'application_id') !== APPLICATION_ID)
      throw new LogDamaged(path, 'it is a database of another program');
    if (readPragma(db, 'user_version') !== FORMAT) {
      throw new LogDamaged(
        path,
        `it has format ${String(readPragma(db, 'user_version'))}, this program knows format ${FORMAT}`,
      );
    }
    const tables = db
      .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL')
      .all()
      .map(({ sql }) => String(sql));
    if (tables.length !== TABLES.length || !TABLES.every((table) => tables.includes(table))) {
      throw new LogDamaged(path, 'its tables are not those of a log');
    }
    prepare(db);
    return db;
  } catch (error) {
    db.close();
    throw isPlainError(error) ? new LogDamaged(path, error.message) : error;
  }
}

/** The value of a pragma. */
export const readPragma = (db: DatabaseSync, pragma: string): unknown =>
  Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];

/** @throws EngineTooOld */
export function checkEngine(found = process.versions.sqlite ?? '0'): void {
  if (found.localeCompare(OLDEST_ENGINE, 'en', { numeric: true }) < 0)
    throw new EngineTooOld(found, OLDEST_ENGINE);
}

function createLogFile(path: string): void {
  if (existsSync(`${path}-wal`))
    throw new LogDamaged(path, 'the file is gone, though its write-ahead log is there');
  const draft = `${path}.new`;
  rmSync(draft, { force: true, recursive: true });
  const db = new DatabaseSync(draft);
  const identity = `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT}`;
  db.exec(['BEGIN', ...TABLES, identity, 'COMMIT'].join(';\n'));
  db.close();
  renameSync(draft, path);
  syncToDisk(dirname(path));
}

/** Waits until a file, or the entries of a folder, are on disk. */
export function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
