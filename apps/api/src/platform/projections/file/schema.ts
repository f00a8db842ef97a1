import { DatabaseSync } from 'node:sqlite';

/**
 * Raised whenever a table of the platform or the meaning of a column changes: an older file is then rebuilt
 * from the log. Projections have versions of their own.
 */
export const SCHEMA_VERSION = 8;

/**
 * What every aggregate needs. `streams` tells of the newest event of each stream. A command ended at the
 * highest version that `commands` has for it: there is a row for each transaction in which its events were
 * read.
 */
export const TABLES = `
  CREATE TABLE checkpoint (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position TEXT NOT NULL,
    first_hash TEXT NOT NULL,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    hash TEXT NOT NULL,
    complete INTEGER NOT NULL
  );
  CREATE TABLE kinds (
    prefix TEXT PRIMARY KEY,
    version INTEGER NOT NULL
  );
  CREATE TABLE projections (
    name TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    streams TEXT NOT NULL,
    tables TEXT NOT NULL
  );
  CREATE TABLE streams (
    no INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    position TEXT NOT NULL,
    hash TEXT NOT NULL,
    type TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL
  );
  CREATE TABLE commands (
    command_id TEXT NOT NULL,
    stream INTEGER NOT NULL,
    version INTEGER NOT NULL
  );
  CREATE TABLE parked (
    stream INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    reason TEXT NOT NULL,
    is_foreign INTEGER NOT NULL
  );
`;

export const LATE_INDEXES =
  'CREATE INDEX IF NOT EXISTS commands_by_id ON commands (substr(command_id, 1, 16));';

export const CONTENT = [
  'SELECT position, first_hash, stream, version, hash FROM checkpoint',
  'SELECT prefix, version FROM kinds ORDER BY prefix',
  'SELECT name, version, streams FROM projections ORDER BY name',
  'SELECT name, version, position, hash, type, at, actor FROM streams ORDER BY name',
  `SELECT s.name, c.command_id, max(c.version) FROM commands c JOIN streams s ON s.no = c.stream
   GROUP BY s.name, c.command_id ORDER BY s.name, c.command_id`,
  'SELECT s.name, p.version, p.reason, p.is_foreign FROM parked p JOIN streams s ON s.no = p.stream ORDER BY s.name',
];

/** What a schema makes, in SQLite's own words: a statement by the name of each table and index. */
export function madeBy(tables: string): Map<string, string> {
  const empty = new DatabaseSync(':memory:');
  empty.exec(tables);
  const made = statementsIn(empty);
  empty.close();
  return made;
}

/** The statements that made the tables and indexes of a database, by the name of the table or index. */
export function statementsIn(db: DatabaseSync): Map<string, string> {
  return new Map(
    db
      .prepare('SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL')
      .all()
      .map(({ name, sql }) => [name as string, sql as string]),
  );
}
