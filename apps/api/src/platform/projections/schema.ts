/**
 * Raised whenever a table or the meaning of a column changes: an older file is then built anew from the log.
 */
export const SCHEMA_VERSION = 4;

/**
 * The tables. What an event said stands once, in its row of `history`: its data as JSON, without the bytes of
 * diagrams. `facts` says in which versions a fact changed, and its value is what the event of that version
 * says of it; `fact_keys` lists each kind and key once, so that the state as of any version is one look-up
 * for each of them, however long the history. A command came to the highest version that `commands` has for
 * it: it has a row for each transaction in which its events were read.
 */
export const TABLES = `
  CREATE TABLE checkpoint (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position TEXT NOT NULL,
    first_hash TEXT NOT NULL,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    hash TEXT NOT NULL
  );
  CREATE TABLE processes (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    hash TEXT NOT NULL,
    at TEXT NOT NULL,
    position TEXT NOT NULL
  );
  CREATE TABLE fact_keys (
    no INTEGER PRIMARY KEY,
    process INTEGER NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (process, kind, key)
  );
  CREATE TABLE facts (
    key INTEGER NOT NULL,
    from_version INTEGER NOT NULL
  );
  CREATE TABLE history (
    process INTEGER NOT NULL,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    demo INTEGER,
    data TEXT NOT NULL
  );
  CREATE TABLE commands (
    command_id TEXT NOT NULL,
    process INTEGER NOT NULL,
    version INTEGER NOT NULL
  );
  CREATE TABLE diagrams (
    digest TEXT PRIMARY KEY,
    outline TEXT NOT NULL
  );
  CREATE TABLE overview (
    process INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    domain TEXT NOT NULL,
    case_type TEXT,
    owner TEXT,
    retired INTEGER NOT NULL,
    front INTEGER NOT NULL,
    back INTEGER NOT NULL,
    unknown INTEGER NOT NULL,
    undecided INTEGER NOT NULL,
    handovers INTEGER NOT NULL
  );
  CREATE INDEX overview_by_name ON overview (sort_name, id);
  CREATE TABLE parked (
    process INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    reason TEXT NOT NULL
  );
`;

/**
 * Made when the file has caught up for the first time: until then rows are only ever put at the end of their
 * tables, and sorted once, the indexes cost a fraction of what they cost row by row.
 */
export const LATE_INDEXES = `
  CREATE UNIQUE INDEX IF NOT EXISTS facts_by_version ON facts (key, from_version);
  CREATE UNIQUE INDEX IF NOT EXISTS history_by_version ON history (process, version);
  CREATE INDEX IF NOT EXISTS commands_by_id ON commands (substr(command_id, 1, 16));
`;
