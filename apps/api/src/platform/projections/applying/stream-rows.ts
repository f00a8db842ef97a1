import type { DatabaseSync } from 'node:sqlite';
import { BulkInsert } from '../unit/bulk-insert.js';
import type { ParkedAt } from '../unit/parked.js';
import type { EventToApply, Stream } from '../unit/projection.js';
import { prefixOf } from '../unit/stream-name.js';

/** A stream as the applier knows it. */
export interface StreamRow extends Stream {
  version: number;
  position: string;
  hash: string;
  type: string;
  at: string;
  actor: string;
  /** The command of its newest event, if this transaction applied that. */
  command: string | undefined;
  parked: boolean;
}

/** Writes the platform's own tables. It remembers streams, so that not every event looks them up. */
export class StreamRows {
  private readonly streams = new Map<string, StreamRow>();
  private readonly advanced = new Set<StreamRow>();
  private readonly commands;
  private readonly statements;

  constructor(db: DatabaseSync) {
    this.commands = new BulkInsert(db, 'commands', ['command_id', 'stream', 'version']);
    this.statements = {
      stream: db.prepare(
        `SELECT s.*, p.stream IS NOT NULL AS parked FROM streams s LEFT JOIN parked p ON p.stream = s.no
         WHERE s.name = ?`,
      ),
      all: db.prepare('SELECT no, name, version FROM streams WHERE version > 0'),
      addStream: db.prepare(
        `INSERT INTO streams (name, version, position, hash, type, at, actor)
         VALUES (?, 0, '', '', '', '', '') RETURNING no`,
      ),
      writeStream: db.prepare(
        'UPDATE streams SET version = ?, position = ?, hash = ?, type = ?, at = ?, actor = ? WHERE no = ?',
      ),
      checkpoint: db.prepare(
        `INSERT INTO checkpoint (one, position, first_hash, stream, version, hash, complete)
         VALUES (1, ?1, ?5, ?2, ?3, ?4, ?6)
         ON CONFLICT DO UPDATE SET position = ?1, stream = ?2, version = ?3, hash = ?4, complete = min(complete, ?6)`,
      ),
      completed: db.prepare('UPDATE checkpoint SET complete = 1'),
      isComplete: db.prepare('SELECT complete FROM checkpoint'),
      park: db.prepare('INSERT INTO parked (stream, version, reason, is_foreign) VALUES (?, ?, ?, ?)'),
      unpark: db.prepare('DELETE FROM parked WHERE stream = ?'),
    };
  }

  /** Drops what was remembered of a transaction that was rolled back. */
  forget(): void {
    this.streams.clear();
    this.advanced.clear();
    this.commands.forget();
  }

  /** The stream, if it is remembered. */
  known(name: string): StreamRow | undefined {
    return this.streams.get(name);
  }

  /** The row of a stream; a new one if there is none. */
  stream(name: string): StreamRow {
    const row = this.statements.stream.get(name) as
      | (Omit<StreamRow, 'prefix' | 'parked' | 'command'> & { parked: number })
      | undefined;
    const stream: StreamRow = row
      ? { ...row, prefix: prefixOf(name), command: undefined, parked: row.parked === 1 }
      : {
          no: this.statements.addStream.get(name)!['no'] as number,
          name,
          prefix: prefixOf(name),
          version: 0,
          position: '',
          hash: '',
          type: '',
          at: '',
          actor: '',
          command: undefined,
          parked: false,
        };
    this.streams.set(name, stream);
    return stream;
  }

  /** All streams of which something can be read. */
  all(): Stream[] {
    const rows = this.statements.all.all() as unknown as Omit<Stream, 'prefix'>[];
    return rows.map((row) => ({ ...row, prefix: prefixOf(row.name) }));
  }

  /** Takes in the next event of a stream. @param type in its current shape */
  advance(stream: StreamRow, type: string, { version, position, metadata }: EventToApply): void {
    const { hash, at, actor, commandId } = metadata;
    if (stream.command !== undefined && stream.command !== commandId) this.addCommand(stream);
    stream.version = version;
    stream.position = position;
    stream.hash = hash;
    stream.type = type;
    stream.at = at;
    stream.actor = actor;
    stream.command = commandId;
    this.advanced.add(stream);
  }

  /** Writes the rows that wait. @returns the streams that have new versions */
  flush(): StreamRow[] {
    const advanced = [...this.advanced];
    for (const stream of advanced) {
      this.addCommand(stream);
      stream.command = undefined;
    }
    this.commands.flush();
    for (const { version, position, hash, type, at, actor, no } of advanced)
      this.statements.writeStream.run(version, position, hash, type, at, actor, no);
    this.advanced.clear();
    return advanced;
  }

  /**
   * The first event ever applied identifies the log.
   * @param complete false when the projections are completed later
   */
  writeCheckpoint(firstHash: string, last: EventToApply, complete: boolean): void {
    const { position, stream, version, metadata } = last;
    this.statements.checkpoint.run(position, stream, version, metadata.hash, firstHash, complete ? 1 : 0);
  }

  get isComplete(): boolean {
    return this.statements.isComplete.get()?.['complete'] !== 0;
  }

  markComplete(): void {
    this.statements.completed.run();
  }

  park(stream: StreamRow, { version, reason, foreign }: ParkedAt): void {
    stream.parked = true;
    this.statements.park.run(stream.no, version, reason, foreign ? 1 : 0);
  }

  unpark(stream: StreamRow): void {
    stream.parked = false;
    this.statements.unpark.run(stream.no);
  }

  /** Records that its command ended at its version. */
  private addCommand({ command, no, version }: StreamRow): void {
    this.commands.add(command!, no, version);
  }
}
