import type { DatabaseSync } from 'node:sqlite';
import type { Outline } from '#bpmn';
import type { Fact } from '#domain';
import type { StoredEvent } from '#event-store';
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
}

interface KeyRow {
  no: number;
  /** First version of the row that holds now; 0 when there is none. */
  since: number;
}

/** So many facts are remembered between transactions; past it they are looked up again. */
const REMEMBERED = 200_000;

/** The statements that write, and what is remembered so as not to look it up for each event. */
export class ProjectionRows {
  private readonly processes = new Map<string, ProcessRow>();
  private readonly keys = new Map<string, KeyRow>();
  private readonly advanced = new Set<ProcessRow>();
  private readonly statements;

  constructor(db: DatabaseSync) {
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
      key: db.prepare(
        'SELECT no, (SELECT max(from_version) FROM facts WHERE key = no) AS since FROM fact_keys WHERE process = ? AND kind = ? AND key = ?',
      ),
      addKey: db.prepare('INSERT INTO fact_keys (process, kind, key) VALUES (?, ?, ?) RETURNING no'),
      endFact: db.prepare('UPDATE facts SET until_version = ? WHERE key = ? AND from_version = ?'),
      addFact: db.prepare('INSERT INTO facts (key, from_version, until_version, value) VALUES (?, ?, NULL, ?)'),
      addHistory: db.prepare(
        'INSERT INTO history (process, version, type, at, actor, element, summary, command_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ),
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
    this.keys.clear();
    this.advanced.clear();
  }

  process(id: string): ProcessRow {
    const known = this.processes.get(id);
    if (known) return known;
    const row = this.statements.process.get(id) as (Omit<ProcessRow, 'parked'> & { parked: number }) | undefined;
    const process: ProcessRow = row
      ? { ...row, parked: row.parked === 1 }
      : { no: this.statements.addProcess.get(id)!['no'] as number, id, version: 0, hash: '', at: '', position: '', parked: false };
    this.processes.set(id, process);
    return process;
  }

  advance(process: ProcessRow, event: StoredEvent): void {
    Object.assign(process, { version: event.version, hash: event.metadata.hash, at: event.metadata.at, position: event.position });
    this.advanced.add(process);
  }

  /** Writes how far each process has come, and says which they were. */
  writeProcesses(): ProcessRow[] {
    const advanced = [...this.advanced];
    for (const { version, hash, at, position, no } of advanced) this.statements.writeProcess.run(version, hash, at, position, no);
    this.advanced.clear();
    return advanced;
  }

  /** The first event ever applied stays the mark by which the log is known; later ones are passed in vain. */
  writeCheckpoint(firstHash: string, last: StoredEvent): void {
    this.statements.checkpoint.run(last.position, last.stream, last.version, last.metadata.hash, firstHash);
  }

  writeFact(process: ProcessRow, fact: Fact, version: number): void {
    const key = this.key(process, fact);
    if (key.since > 0) this.statements.endFact.run(version, key.no, key.since);
    this.statements.addFact.run(key.no, version, fact.value === null ? null : JSON.stringify(fact.value));
    key.since = version;
  }

  writeHistory(process: ProcessRow, event: StoredEvent, digested: DigestedEvent): void {
    const { at, actor, commandId } = event.metadata;
    this.statements.addHistory.run(process.no, event.version, event.type, at, actor, digested.element, digested.summary, commandId);
  }

  hasOutline(digest: string): boolean {
    return this.statements.hasOutline.get(digest) !== undefined;
  }

  writeOutline(digest: string, outline: Outline): void {
    this.statements.addOutline.run(digest, JSON.stringify(outline));
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

  private key(process: ProcessRow, { kind, key }: Fact): KeyRow {
    const name = `${process.no} ${kind} ${key}`;
    const known = this.keys.get(name);
    if (known) return known;
    if (this.keys.size >= REMEMBERED) this.keys.clear();
    const row = this.statements.key.get(process.no, kind, key) as { no: number; since: number | null } | undefined;
    const found: KeyRow = row
      ? { no: row.no, since: row.since ?? 0 }
      : { no: this.statements.addKey.get(process.no, kind, key)!['no'] as number, since: 0 };
    this.keys.set(name, found);
    return found;
  }
}
