import type { DatabaseSync } from 'node:sqlite';
import type { Fact, FactKind } from '#domain';
import type { StoredEvent } from '#event-store';
import { BulkInsert } from './bulk-insert.js';
import type { DigestedEvent } from './digest-event.js';

/** A process as the projection knows it. */
export interface ProcessRow {
  no: number;
  id: string;
  version: number;
  hash: string;
  at: string;
  position: string;
  parked: boolean;
  /** Numbers of the keys of its facts, as far as remembered. */
  keys: Map<FactKind, Map<string, number>>;
}

/** So many keys of facts are remembered between transactions; past it they are looked up again. */
const REMEMBERED = 200_000;

/** The statements that write, and what is remembered so as not to look it up for each event. */
export class ProjectionRows {
  private readonly processes = new Map<string, ProcessRow>();
  private remembered = 0;
  private readonly facts;
  private readonly history;
  private readonly advanced = new Set<ProcessRow>();
  private readonly statements;

  constructor(db: DatabaseSync) {
    this.facts = new BulkInsert(db, 'facts', ['key', 'from_version']);
    this.history = new BulkInsert(db, 'history', ['process', 'version', 'type', 'at', 'actor', 'element', 'demo', 'command_id', 'data']);
    this.statements = {
      process: db.prepare(
        'SELECT p.no, p.id, p.version, p.hash, p.at, p.position, x.process IS NOT NULL AS parked FROM processes p LEFT JOIN parked x ON x.process = p.no WHERE p.id = ?',
      ),
      addProcess: db.prepare(`INSERT INTO processes (id, version, hash, at, position) VALUES (?, 0, '', '', '') RETURNING no`),
      writeProcess: db.prepare('UPDATE processes SET version = ?, hash = ?, at = ?, position = ? WHERE no = ?'),
      checkpoint: db.prepare(
        `INSERT INTO checkpoint (one, position, first_hash, stream, version, hash) VALUES (1, ?1, ?5, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET position = ?1, stream = ?2, version = ?3, hash = ?4`,
      ),
      key: db.prepare('SELECT no FROM fact_keys WHERE process = ? AND kind = ? AND key = ?'),
      addKey: db.prepare('INSERT INTO fact_keys (process, kind, key) VALUES (?, ?, ?) RETURNING no'),
      hasOutline: db.prepare('SELECT 1 FROM diagrams WHERE digest = ?'),
      addOutline: db.prepare('INSERT INTO diagrams (digest, outline) VALUES (?, ?)'),
      park: db.prepare('INSERT INTO parked (process, version, reason) VALUES (?, ?, ?)'),
      unpark: db.prepare('DELETE FROM parked WHERE process = ?'),
      parked: db.prepare('SELECT p.id, x.version FROM parked x CROSS JOIN processes p ON p.no = x.process ORDER BY p.id'),
    };
  }

  /** Drops what was remembered of a transaction that was rolled back. */
  forget(): void {
    this.processes.clear();
    this.remembered = 0;
    this.advanced.clear();
    this.facts.forget();
    this.history.forget();
  }

  process(id: string): ProcessRow {
    const known = this.processes.get(id);
    if (known) return known;
    const row = this.statements.process.get(id) as (Omit<ProcessRow, 'parked' | 'keys'> & { parked: number }) | undefined;
    const process: ProcessRow = row
      ? { ...row, parked: row.parked === 1, keys: new Map() }
      : { no: this.statements.addProcess.get(id)!['no'] as number, id, version: 0, hash: '', at: '', position: '', parked: false, keys: new Map() };
    this.processes.set(id, process);
    return process;
  }

  advance(process: ProcessRow, event: StoredEvent): void {
    Object.assign(process, { version: event.version, hash: event.metadata.hash, at: event.metadata.at, position: event.position });
    this.advanced.add(process);
  }

  /** Writes what waits to be written together, and how far each process has come; says which processes they were. */
  flush(): ProcessRow[] {
    this.facts.flush();
    this.history.flush();
    const advanced = [...this.advanced];
    for (const { version, hash, at, position, no } of advanced) this.statements.writeProcess.run(version, hash, at, position, no);
    this.advanced.clear();
    return advanced;
  }

  /** The first event ever applied stays the mark by which the log is known; later ones are passed in vain. */
  writeCheckpoint(firstHash: string, last: StoredEvent): void {
    this.statements.checkpoint.run(last.position, last.stream, last.version, last.metadata.hash, firstHash);
  }

  addFact(process: ProcessRow, fact: Fact, version: number): void {
    this.facts.add(this.key(process, fact), version);
  }

  addHistory(process: ProcessRow, { version, type, metadata }: StoredEvent, { element, data }: DigestedEvent): void {
    const { at, actor, demo, commandId } = metadata;
    this.history.add(process.no, version, type, at, actor, element, demo ? 1 : null, commandId, data);
  }

  hasOutline(digest: string): boolean {
    return this.statements.hasOutline.get(digest) !== undefined;
  }

  /** @param outline as JSON */
  writeOutline(digest: string, outline: string): void {
    this.statements.addOutline.run(digest, outline);
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

  private key(process: ProcessRow, { kind, key }: Fact): number {
    const known = process.keys.get(kind)?.get(key);
    if (known !== undefined) return known;
    if (++this.remembered > REMEMBERED) {
      for (const { keys } of this.processes.values()) keys.clear();
      this.remembered = 1;
    }
    const row = this.statements.key.get(process.no, kind, key) ?? this.statements.addKey.get(process.no, kind, key)!;
    const no = row['no'] as number;
    process.keys.set(kind, (process.keys.get(kind) ?? new Map<string, number>()).set(key, no));
    return no;
  }
}
