import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isRepetition, type Attempt } from '../attempt.js';
import { DuplicateEventId, VersionConflict, type Appended } from '../port.js';
import { positionOf } from '../sequence.js';
import { isUniqueViolation } from './log-errors.js';

/** The result of one append in a group. */
export type Result = { appended: Appended } | { refused: unknown };

interface Head {
  /** Null for a stream that does not exist yet. */
  id: number | bigint | null;
  version: number;
}

const HEADS_KEPT = 10_000;

/** Writes groups of appends. A group shares one transaction, so it waits for the disk only once. */
export class LogWriter {
  readonly #head: StatementSync;
  readonly #addStream: StatementSync;
  readonly #addEvent: StatementSync;
  readonly #eventAt: StatementSync;

  /** Cache of the ends of streams. It stays correct, because one process owns the log. */
  readonly #heads = new Map<string, Head>();
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #rollback: StatementSync;

  constructor(private readonly db: DatabaseSync) {
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
    this.#rollback = db.prepare('ROLLBACK');
    this.#head = db.prepare(
      'SELECT id, (SELECT max(version) FROM events WHERE stream = streams.id) AS version FROM streams WHERE name = ?',
    );
    this.#addStream = db.prepare('INSERT INTO streams (name) VALUES (?)');
    this.#addEvent = db.prepare(
      'INSERT INTO events (stream, version, event_id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#eventAt = db.prepare('SELECT position, event_id FROM events WHERE stream = ? AND version = ?');
  }

  /**
   * Commits a group durably. Each append has its own result: when the shared transaction fails, the appends
   * are written one by one.
   */
  write(group: readonly Attempt[]): Result[] {
    try {
      return this.#transaction(group);
    } catch (refused) {
      this.#rollBack();
      return group.length === 1 ? [{ refused }] : group.flatMap((attempt) => this.write([attempt]));
    }
  }

  /**
   * Commits a whole group durably, or nothing.
   * @throws the error of the first append that cannot be written
   */
  writeTogether(group: readonly Attempt[]): void {
    try {
      this.#begin.run();
      for (const attempt of group) this.#append(attempt);
      this.#commit.run();
    } catch (refused) {
      this.#rollBack();
      throw refused;
    }
  }

  #transaction(group: readonly Attempt[]): Result[] {
    this.#begin.run();
    const results = group.map((attempt): Result => {
      try {
        return { appended: this.#append(attempt) };
      } catch (refused) {
        // The conflict was found before any of these events was written. So the other appends can continue.
        if (refused instanceof VersionConflict) return { refused };
        throw refused;
      }
    });
    this.#commit.run();
    return results;
  }

  #rollBack(): void {
    this.#heads.clear();
    if (this.db.isTransaction) this.#rollback.run();
  }

  #append(attempt: Attempt): Appended {
    const { stream, expectedVersion, events } = attempt;
    const head = this.#headOf(stream);
    const known = (version: number): { position: number; event_id: string } | undefined =>
      this.#eventAt.get(head.id, version) as { position: number; event_id: string } | undefined;
    const version = expectedVersion + events.length;
    if (isRepetition(attempt, head.version, (at) => known(at)?.event_id)) {
      return { version, position: positionOf(known(version)?.position ?? 0) };
    }
    const id = head.id ?? this.#addStream.run(stream).lastInsertRowid;
    let at = expectedVersion;
    let position: number | bigint = 0;
    for (const { eventId, type, data, metadata } of events) {
      try {
        position = this.#addEvent.run(id, ++at, eventId, type, data, metadata).lastInsertRowid;
      } catch (error) {
        throw isUniqueViolation(error) ? new DuplicateEventId(eventId) : error;
      }
    }
    this.#heads.set(stream, { id, version });
    return { version, position: positionOf(Number(position)) };
  }

  #headOf(stream: string): Head {
    if (this.#heads.size > HEADS_KEPT) this.#heads.clear();
    return (
      this.#heads.get(stream) ?? (this.#head.get(stream) as Head | undefined) ?? { id: null, version: 0 }
    );
  }
}
