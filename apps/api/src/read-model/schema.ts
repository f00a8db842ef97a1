/** Raised whenever a table or the meaning of a column changes: an older file is then built anew from the log. */
export const SCHEMA_VERSION = 1;

/**
 * The tables. A fact's row holds from `from_version` until just before `until_version` (null: it holds still), and a row without a
 * value says that the fact ended; `fact_keys` lists each kind and key once, so that the state as of any version is one look-up
 * for each of them, however long the history.
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
    from_version INTEGER NOT NULL,
    until_version INTEGER,
    value TEXT,
    PRIMARY KEY (key, from_version)
  ) WITHOUT ROWID;
  CREATE TABLE history (
    process INTEGER NOT NULL,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    element TEXT,
    summary TEXT NOT NULL,
    command_id TEXT NOT NULL,
    PRIMARY KEY (process, version)
  ) WITHOUT ROWID;
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

/** Made when the file has caught up for the first time: sorted once, they cost a fraction of what they cost row by row. */
export const LATE_INDEXES = `
  CREATE INDEX IF NOT EXISTS history_by_moment ON history (process, at);
  CREATE INDEX IF NOT EXISTS history_by_command ON history (command_id);
`;
