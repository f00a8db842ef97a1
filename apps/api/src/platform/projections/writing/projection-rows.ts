import type { DatabaseSync } from 'node:sqlite';
import type { FactKind, ProcessFact } from '#domain';
import { BulkInsert } from './bulk-insert.js';
import type { DigestedEvent, EventToDigest } from './digest-event.js';

/** A process as the projection knows it. */
export interface ProcessRow {
  no: number;
  id: string;
  version: number;
  hash: string;
  at: string;
  position: string;
  /** The command of its newest event, where that is of this transaction. */
  command?: string;
  parked: boolean;
  /** Numbers of the keys of its facts, as far as remembered. */
  keys: Map<FactKind, Map<string, number>>;
  /** Whether those are all that it has. */
  allKeys: boolean;
}

/** So many keys of facts are remembered between transactions; past it they are looked up again. */
const REMEMBERED = 200_000;

/** The statements that write, and what is remembered so as not to look it up for each event. */
export class ProjectionRows {
  private readonly processes = new Map<string, ProcessRow>();
  private remembered = 0;
  private readonly keys;
  private lastKey: number | undefined;
  private readonly facts;
  private readonly history;
  private readonly commands;
  private readonly outlines;
  /** Digests whose outline is not written yet. */
  private readonly newOutlines = new Set<string>();
  private readonly advanced = new Set<ProcessRow>();
  private readonly statements;

  constructor(db: DatabaseSync) {
    this.keys = new BulkInsert(db, 'fact_keys', ['no', 'process', 'kind', 'key']);
    this.facts = new BulkInsert(db, 'facts', ['key', 'from_version']);
    this.history = new BulkInsert(db, 'history', [
      'process',
      'version',
      'type',
      'at',
      'actor',
      'demo',
      'data',
    ]);
    this.commands = new BulkInsert(db, 'commands', ['command_id', 'process', 'version']);
    this.outlines = new BulkInsert(db, 'diagrams', ['digest', 'outline']);
    this.statements = {
      process: db.prepare(
        'SELECT p.no, p.id, p.version, p.hash, p.at, p.position, x.process IS NOT NULL AS parked FROM processes p LEFT JOIN parked x ON x.process = p.no WHERE p.id = ?',
      ),
      addProcess: db.prepare(
        `INSERT INTO processes (id, version, hash, at, position) VALUES (?, 0, '', '', '') RETURNING no`,
      ),
      writeProcess: db.prepare(
        'UPDATE processes SET version = ?, hash = ?, at = ?, position = ? WHERE no = ?',
      ),
      checkpoint: db.prepare(
        `INSERT INTO checkpoint (one, position, first_hash, stream, version, hash) VALUES (1, ?1, ?5, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET position = ?1, stream = ?2, version = ?3, hash = ?4`,
      ),
      key: db.prepare('SELECT no FROM fact_keys WHERE process = ? AND kind = ? AND key = ?'),
      lastKey: db.prepare('SELECT max(no) AS no FROM fact_keys'),
      hasOutline: db.prepare('SELECT 1 FROM diagrams WHERE digest = ?'),
      park: db.prepare('INSERT INTO parked (process, version, reason) VALUES (?, ?, ?)'),
      unpark: db.prepare('DELETE FROM parked WHERE process = ?'),
      parked: db.prepare(
        'SELECT p.id, x.version FROM parked x CROSS JOIN processes p ON p.no = x.process ORDER BY p.id',
      ),
    };
  }

  /** Drops what was remembered of a transaction that was rolled back. */
  forget(): void {
    this.processes.clear();
    this.remembered = 0;
    this.advanced.clear();
    this.keys.forget();
    this.lastKey = undefined;
    this.facts.forget();
    this.history.forget();
    this.commands.forget();
    this.outlines.forget();
    this.newOutlines.clear();
  }

  process(id: string): ProcessRow {
    const known = this.processes.get(id);
    if (known) return known;
    const row = this.statements.process.get(id) as
      | (Omit<ProcessRow, 'parked' | 'keys'> & { parked: number })
      | undefined;
    const process: ProcessRow = row
      ? { ...row, parked: row.parked === 1, keys: new Map(), allKeys: false }
      : {
          no: this.statements.addProcess.get(id)!['no'] as number,
          id,
          version: 0,
          hash: '',
          at: '',
          position: '',
          parked: false,
          keys: new Map(),
          allKeys: true,
        };
    this.processes.set(id, process);
    return process;
  }

  advance(
    process: ProcessRow,
    { version, position, metadata: { hash, at, commandId } }: EventToDigest,
  ): void {
    if (process.command !== undefined && process.command !== commandId) this.addCommand(process);
    process.version = version;
    process.hash = hash;
    process.at = at;
    process.position = position;
    process.command = commandId;
    this.advanced.add(process);
  }

  /**
   * Writes what waits to be written together, and how far each process has come; says which processes they
   * were.
   */
  flush(): ProcessRow[] {
    const advanced = [...this.advanced];
    for (const process of advanced) {
      this.addCommand(process);
      process.command = undefined;
    }
    this.keys.flush();
    this.facts.flush();
    this.history.flush();
    this.commands.flush();
    this.outlines.flush();
    this.newOutlines.clear();
    for (const { version, hash, at, position, no } of advanced)
      this.statements.writeProcess.run(version, hash, at, position, no);
    this.advanced.clear();
    return advanced;
  }

  /** The first event ever applied stays the mark by which the log is known; later ones are passed in vain. */
  writeCheckpoint(firstHash: string, last: EventToDigest): void {
    this.statements.checkpoint.run(last.position, last.stream, last.version, last.metadata.hash, firstHash);
  }

  addFact(process: ProcessRow, fact: ProcessFact, version: number): void {
    this.facts.add(this.key(process, fact), version);
  }

  addHistory(process: ProcessRow, { version, metadata }: EventToDigest, { type, data }: DigestedEvent): void {
    const { at, actor, demo } = metadata;
    this.history.add(process.no, version, type, at, actor, demo ? 1 : null, data);
  }

  hasOutline(digest: string): boolean {
    return this.newOutlines.has(digest) || this.statements.hasOutline.get(digest) !== undefined;
  }

  /** @param outline as JSON, of a digest that has none yet */
  addOutline(digest: string, outline: string): void {
    if (this.outlines.add(digest, outline)) this.newOutlines.clear();
    else this.newOutlines.add(digest);
  }

  park(process: ProcessRow, version: number, reason: string): void {
    process.parked = true;
    this.statements.park.run(process.no, version, reason);
  }

  unpark(process: ProcessRow): void {
    process.parked = false;
    this.statements.unpark.run(process.no);
  }

  parked(): { id: string; version: number }[] {
    return this.statements.parked.all() as { id: string; version: number }[];
  }

  /** That its command came to its version. */
  private addCommand({ command, no, version }: ProcessRow): void {
    this.commands.add(command!, no, version);
  }

  private key(process: ProcessRow, { kind, key }: ProcessFact): number {
    const known = process.keys.get(kind)?.get(key);
    if (known !== undefined) return known;
    if (++this.remembered > REMEMBERED) this.forgetKeys();
    const row = process.allKeys ? undefined : this.statements.key.get(process.no, kind, key);
    const no = row ? (row['no'] as number) : this.addKey(process, kind, key);
    process.keys.set(kind, (process.keys.get(kind) ?? new Map<string, number>()).set(key, no));
    return no;
  }

  private addKey(process: ProcessRow, kind: FactKind, key: string): number {
    this.lastKey ??= (this.statements.lastKey.get()!['no'] as number | null) ?? 0;
    this.keys.add(++this.lastKey, process.no, kind, key);
    return this.lastKey;
  }

  /** From here on keys are looked up, so all of them have to stand there. */
  private forgetKeys(): void {
    this.keys.flush();
    for (const process of this.processes.values()) {
      process.keys.clear();
      process.allKeys = false;
    }
    this.remembered = 1;
  }
}
