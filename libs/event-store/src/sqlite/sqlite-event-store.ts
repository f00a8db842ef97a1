import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { attemptOf, type Attempt } from '../attempt.js';
import { Bell, follow } from '../follow.js';
import type {
  Appended, EventStore, JsonObject, Metadata, Position, SealedEvent, StoredEvent, Subscription, VersionRange,
} from '../port.js';
import { positionOf, sequenceOf } from '../sequence.js';
import { asLogError, LogDamaged } from './log-errors.js';
import type { LogLock } from './log-lock.js';
import { checkTail } from './log-tail.js';
import { LogWriter } from './log-writer.js';

interface Waiting {
  attempt: Attempt;
  resolve(appended: Appended): void;
  reject(reason: unknown): void;
}

type Row = { position: number; stream: string; version: number; type: string; data: string; metadata: string };

const COLUMNS = 'position, streams.name AS stream, version, type, data, metadata';
const ALL_VERSIONS = Number.MAX_SAFE_INTEGER;
const TAIL = 20;

/** The log in one SQLite file. Appends that come in the same turn of the event loop share a commit (decision 0002). */
export class SqliteEventStore implements EventStore {
  readonly #writer: LogWriter;
  readonly #ofStream: StatementSync;
  readonly #ofAll: StatementSync;
  readonly #lastOf: StatementSync;
  readonly #last: StatementSync;
  readonly #bell = new Bell();
  readonly #subscriptions = new Set<Subscription>();
  #queue: Waiting[] = [];
  #closed = false;

  /** @throws LogDamaged when the newest events do not verify */
  constructor(private readonly path: string, private readonly db: DatabaseSync, private readonly lock: LogLock) {
    this.#writer = new LogWriter(db);
    this.#ofStream = db.prepare(`SELECT ${COLUMNS} FROM streams CROSS JOIN events ON events.stream = streams.id
      WHERE streams.name = ? AND version BETWEEN ? AND ? ORDER BY version LIMIT ?`);
    this.#lastOf = db.prepare(`SELECT ${COLUMNS} FROM streams CROSS JOIN events ON events.stream = streams.id
      WHERE streams.name = ? ORDER BY version DESC LIMIT 1`);
    this.#ofAll = db.prepare(`SELECT ${COLUMNS} FROM events CROSS JOIN streams ON streams.id = events.stream
      WHERE position > ? ORDER BY position LIMIT ?`);
    this.#last = db.prepare('SELECT max(position) AS position FROM events');
    const tail = this.#rowsAfter(Math.max(0, this.#lastSequence() - TAIL), TAIL);
    checkTail(path, tail, (stream, version) => this.#rowsOf(stream, version, version, 1)[0]);
  }

  append(stream: string, expectedVersion: number, events: readonly SealedEvent[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new Error(`The log ${this.path} is closed.`);
      const attempt = attemptOf(stream, expectedVersion, events);
      if (this.#queue.push({ attempt, resolve, reject }) === 1) setImmediate(() => this.#commit());
    });
  }

  #commit(): void {
    const group = this.#queue;
    this.#queue = [];
    if (group.length === 0) return;
    const results = this.#writer.write(group.map(({ attempt }) => attempt));
    group.forEach(({ resolve, reject }, index) => {
      const result = results[index];
      if (result && 'appended' in result) resolve(result.appended);
      else reject(asLogError(result?.refused, this.path));
    });
    this.#bell.ring();
  }

  async readStream(stream: string, { from = 1, to = ALL_VERSIONS, limit = -1 }: VersionRange = {}): Promise<StoredEvent[]> {
    return this.#rowsOf(stream, from, to, limit);
  }

  async readLast(stream: string): Promise<StoredEvent | undefined> {
    return this.#read(this.#lastOf, stream)[0];
  }

  async readAll(after: Position | undefined, limit: number): Promise<StoredEvent[]> {
    return this.#rowsAfter(sequenceOf(after), limit);
  }

  async lastPosition(): Promise<Position | undefined> {
    const last = this.#lastSequence();
    return last === 0 ? undefined : positionOf(last);
  }

  subscribe(
    after: Position | undefined,
    onEvents: (events: StoredEvent[]) => Promise<void> | void,
    onFailure: (error: unknown) => void,
  ): Subscription {
    const subscription = follow(after, (position, limit) => this.readAll(position, limit), this.#bell, onEvents, onFailure);
    this.#subscriptions.add(subscription);
    return {
      stop: () => {
        this.#subscriptions.delete(subscription);
        return subscription.stop();
      },
    };
  }

  comparePositions(a: Position, b: Position): number {
    return sequenceOf(a) - sequenceOf(b);
  }

  /** Writes what is waiting, ends the subscriptions and gives the log free. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#commit();
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    this.db.close();
    this.lock.release();
  }

  #rowsOf(stream: string, from: number, to: number, limit: number): StoredEvent[] {
    return this.#read(this.#ofStream, stream, from, to, limit);
  }

  #rowsAfter(sequence: number, limit: number): StoredEvent[] {
    return this.#read(this.#ofAll, sequence, limit);
  }

  #lastSequence(): number {
    return (this.#last.get() as { position: number | null }).position ?? 0;
  }

  #read(statement: StatementSync, ...parameters: (string | number)[]): StoredEvent[] {
    try {
      return (statement.all(...parameters) as Row[]).map(storedEvent);
    } catch (error) {
      throw error instanceof SyntaxError ? new LogDamaged(this.path, 'an event is not JSON') : asLogError(error, this.path);
    }
  }
}

function storedEvent({ stream, version, position, type, data, metadata }: Row): StoredEvent {
  return {
    stream, version, position: positionOf(position), type,
    data: JSON.parse(data) as JsonObject, metadata: JSON.parse(metadata) as Metadata,
  };
}
