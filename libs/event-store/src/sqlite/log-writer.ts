import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isRepetition, type Attempt } from '../attempt.js';
import { DuplicateEventId, type Appended } from '../port.js';
import { positionOf } from '../sequence.js';
import { isUniqueViolation } from './log-errors.js';

/** What became of one append of a group. */
export type Result = { appended: Appended } | { refused: unknown };

interface Head {
  id: number;
  version: number;
}

/** Writes groups of appends, each group in one transaction: one wait for the disk for all of them. */
export class LogWriter {
  readonly #head: StatementSync;
  readonly #addStream: StatementSync;
  readonly #addEvent: StatementSync;
  readonly #eventAt: StatementSync;

  constructor(private readonly db: DatabaseSync) {
    this.#head = db.prepare('SELECT id, (SELECT max(version) FROM events WHERE stream = streams.id) AS version FROM streams WHERE name = ?');
    this.#addStream = db.prepare('INSERT INTO streams (name) VALUES (?)');
    this.#addEvent = db.prepare('INSERT INTO events (stream, version, event_id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)');
    this.#eventAt = db.prepare('SELECT position, event_id FROM events WHERE stream = ? AND version = ?');
  }

  /**
   * Commits a group durably. Each append is judged by itself: one that is refused leaves the others as they are.
   * @throws what the engine throws when nothing of the group was stored
   */
  write(group: readonly Attempt[]): Result[] {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const results = group.map((attempt) => this.#writeOne(attempt));
      this.db.exec('COMMIT');
      return results;
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  #writeOne(attempt: Attempt): Result {
    this.db.exec('SAVEPOINT one');
    try {
      const appended = this.#append(attempt);
      this.db.exec('RELEASE one');
      return { appended };
    } catch (refused) {
      // A full disk may have ended the whole transaction.
      if (!this.db.isTransaction || hasEngineCode(refused)) throw refused;
      this.db.exec('ROLLBACK TO one; RELEASE one');
      return { refused };
    }
  }

  #append(attempt: Attempt): Appended {
    const { stream, expectedVersion, events } = attempt;
    const head = this.#head.get(stream) as Head | undefined;
    const at = (version: number): { position: number; event_id: string } | undefined =>
      head && (this.#eventAt.get(head.id, version) as { position: number; event_id: string } | undefined);
    const version = expectedVersion + events.length;
    if (isRepetition(attempt, head?.version ?? 0, (known) => at(known)?.event_id)) {
      return { version, position: positionOf(at(version)?.position ?? 0) };
    }
    const id = head?.id ?? this.#addStream.run(stream).lastInsertRowid;
    let position: number | bigint = 0;
    events.forEach((event, index) => {
      try {
        position = this.#addEvent.run(
          id, expectedVersion + index + 1, event.eventId, event.type, event.data, event.metadata,
        ).lastInsertRowid;
      } catch (error) {
        throw isUniqueViolation(error) ? new DuplicateEventId(event.eventId) : error;
      }
    });
    return { version, position: positionOf(Number(position)) };
  }
}

const hasEngineCode = (error: unknown): boolean => error instanceof Error && 'errcode' in error;
