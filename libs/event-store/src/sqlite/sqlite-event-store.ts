import type { DatabaseSync } from 'node:sqlite';
import { attemptOf, type Attempt } from '../attempt.js';
import { Bell, follow } from '../follow.js';
import type { Appended, EventStore, Position, SealedEvent, StoredEvent, Subscription } from '../port.js';
import { hasRoom } from './disk-room.js';
import { asLogError, LogFull } from './log-errors.js';
import type { LogLock } from './log-lock.js';
import { SqliteLogReader } from './log-reader.js';
import { checkTail } from './log-tail.js';
import { LogWriter, type Result } from './log-writer.js';

/** The arguments of `append`. */
export interface Append {
  stream: string;
  expectedVersion: number;
  events: readonly SealedEvent[];
}

interface QueuedAppend {
  attempt: Attempt;
  resolve(appended: Appended): void;
  reject(reason: unknown): void;
}

const TAIL_LENGTH = 20;

/**
 * The log in one SQLite file. Appends that arrive in the same turn of the event loop share a commit (decision
 * 0002).
 */
export class SqliteEventStore extends SqliteLogReader implements EventStore {
  readonly #writer: LogWriter;
  readonly #bell = new Bell();
  readonly #subscriptions = new Set<Subscription>();
  #queue: QueuedAppend[] = [];
  #closed = false;

  /** @throws LogDamaged when the newest events do not verify */
  constructor(
    path: string,
    db: DatabaseSync,
    private readonly lock: LogLock,
  ) {
    super(path, db);
    this.#writer = new LogWriter(db);
    const tail = this.rowsAfter(Math.max(0, this.lastSequence() - TAIL_LENGTH), TAIL_LENGTH);
    checkTail(path, tail, (stream, version) => this.rowsOf(stream, version, version, 1)[0]);
  }

  append(stream: string, expectedVersion: number, events: readonly SealedEvent[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#assertOpen();
      const attempt = attemptOf(stream, expectedVersion, events);
      if (this.#queue.push({ attempt, resolve, reject }) === 1) setImmediate(() => this.#commit());
    });
  }

  /**
   * Appends to several streams in one commit, in the given order: everything or nothing.
   * @throws what `append` throws, for the first append that is refused
   */
  async appendTogether(appends: readonly Append[]): Promise<void> {
    this.#assertOpen();
    const group = appends.map(({ stream, expectedVersion, events }) =>
      attemptOf(stream, expectedVersion, events),
    );
    this.#commit();
    if (!hasRoom(this.path)) throw new LogFull(this.path);
    try {
      this.#writer.writeTogether(group);
    } catch (error) {
      throw asLogError(error, this.path);
    }
    this.#bell.ring();
  }

  #commit(): void {
    const group = this.#queue;
    this.#queue = [];
    if (group.length === 0) return;
    const results = hasRoom(this.path)
      ? this.#writer.write(group.map(({ attempt }) => attempt))
      : group.map((): Result => ({ refused: new LogFull(this.path) }));
    group.forEach(({ resolve, reject }, index) => {
      const result = results[index];
      if (result && 'appended' in result) resolve(result.appended);
      else reject(asLogError(result?.refused, this.path));
    });
    this.#bell.ring();
  }

  subscribe(
    after: Position | undefined,
    onEvents: (events: StoredEvent[]) => Promise<void> | void,
    onFailure: (error: unknown) => void,
  ): Subscription {
    const subscription: Subscription = follow(
      after,
      (position, limit) => this.readAll(position, limit),
      this.#bell,
      onEvents,
      (error) => {
        this.#subscriptions.delete(subscription);
        onFailure(error);
      },
    );
    this.#subscriptions.add(subscription);
    return {
      stop: () => {
        this.#subscriptions.delete(subscription);
        return subscription.stop();
      },
    };
  }

  /** Writes the queued appends, ends the subscriptions and releases the log. */
  override async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#commit();
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    await super.close();
    this.lock.release();
  }

  #assertOpen(): void {
    if (this.#closed) throw new Error(`The log ${this.path} is closed.`);
  }
}
