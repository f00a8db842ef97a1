import { attemptOf, isRepetition, type EventText } from '../attempt.js';
import { Bell, follow } from '../follow.js';
import {
  DuplicateEventId,
  type Appended,
  type EventStore,
  type JsonObject,
  type Metadata,
  type Position,
  type RawEvent,
  type SealedEvent,
  type StoredEvent,
  type Subscription,
  type VersionRange,
} from '../port.js';
import { eventsWithin } from '../raw-event.js';
import { positionOf, sequenceOf } from '../sequence.js';

interface Row extends EventText {
  stream: string;
  version: number;
  sequence: number;
}

/**
 * The log in memory, for tests of the domain only. Events are stored as text, so that a caller never shares
 * objects with the log.
 */
export class MemoryEventStore implements EventStore {
  readonly #log: Row[] = [];
  readonly #streams = new Map<string, Row[]>();
  readonly #ids = new Set<string>();
  readonly #bell = new Bell();

  async append(stream: string, expectedVersion: number, events: readonly SealedEvent[]): Promise<Appended> {
    const attempt = attemptOf(stream, expectedVersion, events);
    const rows = this.#streams.get(stream) ?? [];
    if (!isRepetition(attempt, rows.length, (version) => rows[version - 1]?.eventId)) {
      const taken = attempt.events.find(({ eventId }) => this.#ids.has(eventId));
      if (taken) throw new DuplicateEventId(taken.eventId);
      for (const event of attempt.events) {
        const row = { ...event, stream, version: rows.length + 1, sequence: this.#log.length + 1 };
        rows.push(row);
        this.#log.push(row);
        this.#ids.add(row.eventId);
      }
      this.#streams.set(stream, rows);
      this.#bell.ring();
    }
    const version = expectedVersion + events.length;
    return { version, position: positionOf(rows[version - 1]?.sequence ?? 0) };
  }

  async readStream(
    stream: string,
    { from = 1, to = Infinity, limit = Infinity }: VersionRange = {},
  ): Promise<StoredEvent[]> {
    return (this.#streams.get(stream) ?? [])
      .slice(Math.max(from, 1) - 1, Math.min(to, from - 1 + limit))
      .map(stored);
  }

  async readLast(stream: string): Promise<StoredEvent | undefined> {
    return this.#streams.get(stream)?.slice(-1).map(stored)[0];
  }

  async readAll(after: Position | undefined, limit: number): Promise<StoredEvent[]> {
    const from = sequenceOf(after);
    return this.#log.slice(from, from + limit).map(stored);
  }

  async readAllRaw(after: Position | undefined, limit: number, size = Infinity): Promise<RawEvent[]> {
    const from = sequenceOf(after);
    const found = this.#log
      .slice(from, from + limit)
      .map(
        ({ stream, version, sequence, type, data, metadata }): RawEvent => [
          stream,
          version,
          positionOf(sequence),
          type,
          data,
          metadata,
        ],
      );
    return eventsWithin(size, found);
  }

  async reach(): Promise<void> {}

  async lastPosition(): Promise<Position | undefined> {
    return this.#log.length === 0 ? undefined : positionOf(this.#log.length);
  }

  subscribe(
    after: Position | undefined,
    onEvents: (events: StoredEvent[]) => Promise<void> | void,
    onFailure: (error: unknown) => void,
  ): Subscription {
    return follow(after, (position, limit) => this.readAll(position, limit), this.#bell, onEvents, onFailure);
  }

  comparePositions(a: Position, b: Position): number {
    return sequenceOf(a) - sequenceOf(b);
  }

  async close(): Promise<void> {}
}

function stored({ stream, version, sequence, type, data, metadata }: Row): StoredEvent {
  return {
    stream,
    version,
    position: positionOf(sequence),
    type,
    data: JSON.parse(data) as JsonObject,
    metadata: JSON.parse(metadata) as Metadata,
  };
}
