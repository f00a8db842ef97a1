import {
  processAggregate,
  processFactsOf,
  type ProcessFactKind,
  type ProcessEvent,
  type ProcessFact,
} from '#domain';
import { HISTORY } from '../event-history/index.js';
import { BulkInsert } from '../platform/projections/unit/bulk-insert.js';
import type { OpenFile } from '../platform/projections/unit/open-file.js';
import type {
  CurrentEvent,
  Projection,
  ProjectionWriter,
  Stream,
} from '../platform/projections/unit/projection.js';

/**
 * Which facts changed in which versions of a process. The value of a fact is what the event of that version
 * says of it, as `history` keeps it. `fact_keys` lists each kind and key once, so the state as of any version
 * is one look-up for each of them, however long the history.
 */
export const FACTS: Projection = {
  name: 'facts',
  version: 1,
  streams: [processAggregate],
  needs: [HISTORY.name],
  tables: `
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
  `,
  lateIndexes: 'CREATE UNIQUE INDEX IF NOT EXISTS facts_by_version ON facts (key, from_version);',
  contentHash: [
    `SELECT s.name, k.kind, k.key, f.from_version FROM facts f JOIN fact_keys k ON k.no = f.key
     JOIN streams s ON s.no = k.process ORDER BY s.name, k.kind, k.key, f.from_version`,
  ],
  open: (file) => new FactsWriter(file),
};

/** Number of keys that are remembered between transactions. Beyond it they are looked up again. */
const REMEMBERED = 200_000;

/** The numbers of the keys of one process, as far as they are remembered. */
interface Keys {
  of: Map<ProcessFactKind, Map<string, number>>;
  /** Whether those are all that it has. */
  all: boolean;
}

class FactsWriter implements ProjectionWriter {
  private readonly processes = new Map<number, Keys>();
  private remembered = 0;
  private readonly keys;
  private lastKey: number | undefined;
  private readonly facts;
  private readonly statements;

  constructor({ db }: OpenFile) {
    this.keys = new BulkInsert(db, 'fact_keys', ['no', 'process', 'kind', 'key']);
    this.facts = new BulkInsert(db, 'facts', ['key', 'from_version']);
    this.statements = {
      key: db.prepare('SELECT no FROM fact_keys WHERE process = ? AND kind = ? AND key = ?'),
      lastKey: db.prepare('SELECT max(no) AS no FROM fact_keys'),
    };
  }

  apply(event: CurrentEvent, { no }: Stream): () => void {
    const { version } = event;
    const facts = processFactsOf(event as unknown as ProcessEvent, version);
    return () => {
      for (const fact of facts) this.facts.add(this.key(no, fact, version), version);
    };
  }

  flush(): void {
    this.keys.flush();
    this.facts.flush();
  }

  forget(): void {
    this.processes.clear();
    this.remembered = 0;
    this.lastKey = undefined;
    this.keys.forget();
    this.facts.forget();
  }

  private key(process: number, { kind, key }: ProcessFact, version: number): number {
    const keys = this.keysOf(process, version);
    const known = keys.of.get(kind)?.get(key);
    if (known !== undefined) return known;
    if (++this.remembered > REMEMBERED) this.forgetKeys();
    const row = keys.all ? undefined : this.statements.key.get(process, kind, key);
    const no = row ? (row['no'] as number) : this.addKey(process, kind, key);
    keys.of.set(kind, (keys.of.get(kind) ?? new Map<string, number>()).set(key, no));
    return no;
  }

  /** A process has no keys before its first version. */
  private keysOf(process: number, version: number): Keys {
    const known = this.processes.get(process);
    if (known) return known;
    const keys: Keys = { of: new Map(), all: version === 1 };
    this.processes.set(process, keys);
    return keys;
  }

  private addKey(process: number, kind: ProcessFactKind, key: string): number {
    this.lastKey ??= (this.statements.lastKey.get()!['no'] as number | null) ?? 0;
    this.keys.add(++this.lastKey, process, kind, key);
    return this.lastKey;
  }

  /** From here on keys are looked up, so all of them have to be written. */
  private forgetKeys(): void {
    this.keys.flush();
    for (const keys of this.processes.values()) {
      keys.of.clear();
      keys.all = false;
    }
    this.remembered = 1;
  }
}
