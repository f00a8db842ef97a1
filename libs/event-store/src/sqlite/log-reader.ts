import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EventStore, JsonObject, Position, RawEvent, StoredEvent, VersionRange } from '../port.js';
import { contentIn } from '../foreign.js';
import { eventsWithin } from '../raw-event.js';
import { positionOf, sequenceOf } from '../sequence.js';
import { asLogError, LogDamaged } from './log-errors.js';

type Row = {
  position: number;
  stream: string | null;
  version: number;
  type: string;
  data: string;
  metadata: string;
};

const COLUMNS = 'position, streams.name AS stream, version, type, data, metadata';
const ALL_VERSIONS = Number.MAX_SAFE_INTEGER;

/** Reads the log in one SQLite file. Each call sees everything committed before it. */
export class SqliteLogReader implements Omit<EventStore, 'append' | 'subscribe'> {
  readonly #selectStream: StatementSync;
  readonly #selectAll: StatementSync;
  readonly #selectAllRaw: StatementSync;
  readonly #selectSize: StatementSync;
  readonly #selectLastOf: StatementSync;
  readonly #selectLast: StatementSync;

  constructor(
    protected readonly path: string,
    protected readonly db: DatabaseSync,
  ) {
    this.#selectStream =
      db.prepare(`SELECT ${COLUMNS} FROM streams CROSS JOIN events ON events.stream = streams.id
      WHERE streams.name = ? AND version BETWEEN ? AND ? ORDER BY version LIMIT ?`);
    this.#selectLastOf =
      db.prepare(`SELECT ${COLUMNS} FROM streams CROSS JOIN events ON events.stream = streams.id
      WHERE streams.name = ? ORDER BY version DESC LIMIT 1`);
    // LEFT JOIN: an event whose stream is missing is damage and must not be skipped.
    this.#selectAll =
      db.prepare(`SELECT ${COLUMNS} FROM events LEFT JOIN streams ON streams.id = events.stream
      WHERE position > ? ORDER BY position LIMIT ?`);
    this.#selectAllRaw =
      db.prepare(`SELECT streams.name, version, CAST(position AS TEXT), type, data, metadata FROM events
      LEFT JOIN streams ON streams.id = events.stream WHERE position > ? ORDER BY position LIMIT ?`);
    this.#selectAllRaw.setReturnArrays(true);
    this.#selectSize = db.prepare(`SELECT sum(size) AS size FROM (
      SELECT octet_length(data) + octet_length(metadata) AS size FROM events
      WHERE position > ? ORDER BY position LIMIT ?)`);
    this.#selectLast = db.prepare('SELECT max(position) AS position FROM events');
  }

  async readStream(
    stream: string,
    { from = 1, to = ALL_VERSIONS, limit = -1 }: VersionRange = {},
  ): Promise<StoredEvent[]> {
    return this.rowsOf(stream, from, to, limit);
  }

  async readLast(stream: string): Promise<StoredEvent | undefined> {
    return this.#read(this.#selectLastOf, stream)[0];
  }

  async readAll(after: Position | undefined, limit: number): Promise<StoredEvent[]> {
    return this.rowsAfter(sequenceOf(after), limit);
  }

  async readAllRaw(after: Position | undefined, limit: number, size = Infinity): Promise<RawEvent[]> {
    const rows = this.#withLogErrors(() => this.#rawRowsAfter(sequenceOf(after), limit, size));
    const lost = rows.find(([stream]) => (stream as string | null) === null);
    if (lost) throw this.#streamMissing(lost[2]);
    return rows;
  }

  async reach(): Promise<void> {
    this.lastSequence();
  }

  async lastPosition(): Promise<Position | undefined> {
    const last = this.lastSequence();
    return last === 0 ? undefined : positionOf(last);
  }

  comparePositions(a: Position, b: Position): number {
    return sequenceOf(a) - sequenceOf(b);
  }

  async close(): Promise<void> {
    if (this.db.isOpen) this.db.close();
  }

  protected rowsOf(stream: string, from: number, to: number, limit: number): StoredEvent[] {
    return this.#read(this.#selectStream, stream, from, to, limit);
  }

  protected rowsAfter(sequence: number, limit: number): StoredEvent[] {
    return this.#read(this.#selectAll, sequence, limit);
  }

  protected lastSequence(): number {
    return this.#withLogErrors(() => this.#selectLast.get() as { position: number | null }).position ?? 0;
  }

  /** Sizes are asked for first, because rows cost a third more one by one than all at once. */
  #rawRowsAfter(sequence: number, limit: number, size: number): RawEvent[] {
    const fits = size === Infinity || this.#sizeAfter(sequence, limit) <= size;
    return fits
      ? (this.#selectAllRaw.all(sequence, limit) as unknown as RawEvent[])
      : eventsWithin(size, this.#selectAllRaw.iterate(sequence, limit) as unknown as Iterable<RawEvent>);
  }

  #sizeAfter(sequence: number, limit: number): number {
    return (this.#selectSize.get(sequence, limit) as { size: number | null }).size ?? 0;
  }

  #read(statement: StatementSync, ...parameters: (string | number)[]): StoredEvent[] {
    return this.#withLogErrors(() => (statement.all(...parameters) as Row[]).map((row) => this.#stored(row)));
  }

  #withLogErrors<Answer>(ask: () => Answer): Answer {
    try {
      return ask();
    } catch (error) {
      throw asLogError(error, this.path);
    }
  }

  #streamMissing(position: number | string): LogDamaged {
    return new LogDamaged(this.path, `the stream of the event at position ${position} is gone`);
  }

  #stored({ stream, version, position, type, data, metadata }: Row): StoredEvent {
    if (stream === null) throw this.#streamMissing(position);
    const object = (text: string): JsonObject => {
      const value: unknown = parsed(text);
      if (value === null || typeof value !== 'object')
        throw new LogDamaged(this.path, `event ${version} of ${stream} is not JSON`);
      return value as JsonObject;
    };
    return {
      stream,
      version,
      position: positionOf(position),
      type,
      ...contentIn(object(data), object(metadata)),
    };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
