/**
 * The event log as the rest of the program sees it. Two engines stand behind it; what is promised here,
 * the contract suite checks on each of them.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

/** Data and metadata of one event stay below so many bytes of JSON on every engine. */
export const EVENT_LIMIT = 900 * 1024;

/** A place in the whole log. Opaque: only the store that issued it can read or compare it. */
export type Position = string;

/** What stands beside the data of every event. `hash` and `previousHash` are lowercase hex SHA-256. */
export interface Metadata {
  eventId: string;
  /** The command that made the event; a repeated command is known by it. */
  commandId: string;
  /**
   * SHA-256 (hex) of the request without its free texts: tells a repetition from another request under the
   * same key.
   */
  requestDigest: string;
  /** Pseudonymous id of who acted; names of people never stand in the log. */
  actor: string;
  /** UTC, RFC 3339 with milliseconds and `Z`; never before the stream's last. */
  at: string;
  schemaVersion: number;
  /** Present on events of the demonstration story alone. */
  demo?: true;
  previousHash: string | null;
  hash: string;
}

/**
 * An event ready to be appended: id, salts, time and hash are fixed, so that a retry repeats the same bytes.
 */
export interface SealedEvent {
  type: string;
  data: JsonObject;
  metadata: Metadata;
}

export interface StoredEvent extends SealedEvent {
  stream: string;
  /** 1 for the first event of a stream. */
  version: number;
  position: Position;
}

/**
 * The same with data and metadata as the JSON they are kept as: for whoever hands events on to another
 * thread, where texts in a row arrive at a tenth of the cost of objects.
 */
export type RawEvent = readonly [
  stream: string,
  version: number,
  position: Position,
  type: string,
  data: string,
  metadata: string,
];

export interface Appended {
  /** The stream's version after the append. */
  version: number;
  /** Position of the last event appended. */
  position: Position;
}

export interface VersionRange {
  /** First version wanted; 1 if left out. */
  from?: number;
  /** Last version wanted; the stream's last if left out. */
  to?: number;
  /** At most so many events, counted from `from`. */
  limit?: number;
}

export interface Subscription {
  /**
   * Resolves when no call to the handler is under way or will be made; so not to be awaited inside the
   * handler.
   */
  stop(): Promise<void>;
}

/**
 * Where the engine is a server, every method below rejects with `LogUnreachable` when it gave no answer
 * within the engine's own bound.
 */
export interface EventStore {
  /**
   * Appends to one stream, durably: when the promise resolves, the events survive a power cut.
   * Repeating the very same append (ids and expected version) answers as the first time and stores nothing.
   * @param expectedVersion the stream's version as the caller knows it, 0 for a new stream
   * @throws VersionConflict when the stream has moved on
   * @throws EventTooLarge when one event is above the limit
   * @throws NothingToAppend when there are no events
   * @throws DuplicateEventId when an id occurs twice, or stands for another event of the log
   */
  append(stream: string, expectedVersion: number, events: readonly SealedEvent[]): Promise<Appended>;
  /** The events of one stream in order; an empty list for an unknown stream or past its end. */
  readStream(stream: string, range?: VersionRange): Promise<StoredEvent[]>;
  /** The last event of a stream, or undefined. */
  readLast(stream: string): Promise<StoredEvent | undefined>;
  /**
   * At most `limit` events of the whole log in order, after a position (from the beginning when undefined).
   */
  readAll(after: Position | undefined, limit: number): Promise<StoredEvent[]>;
  /** The same, unread: what `readAll` would say of them too is said when they are read. */
  readAllRaw(after: Position | undefined, limit: number): Promise<RawEvent[]>;
  /** Position of the newest event, or undefined in an empty log. */
  lastPosition(): Promise<Position | undefined>;
  /**
   * All events after a position, then each new one as it becomes durable: in order, nothing skipped, nothing
   * twice. The next batch is handed over when the promise of the last one has resolved; a handler that throws
   * ends the subscription and `onFailure` is told.
   */
  subscribe(
    after: Position | undefined,
    onEvents: (events: StoredEvent[]) => Promise<void> | void,
    onFailure: (error: unknown) => void,
  ): Subscription;
  /**
   * Negative when a comes before b, 0 when equal; the size says how far apart they are where the engine
   * knows, for showing progress.
   * @throws RangeError when one is not a position of this store
   */
  comparePositions(a: Position, b: Position): number;
  close(): Promise<void>;
}

/** The stream has moved on since the caller looked at it; nothing was stored. */
export class VersionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expectedVersion: number,
    readonly actualVersion: number,
  ) {
    super(`Stream ${stream} is at version ${actualVersion}, not ${expectedVersion}.`);
    this.name = 'VersionConflict';
  }
}

/** One event is above `EVENT_LIMIT`; nothing was stored. */
export class EventTooLarge extends Error {
  constructor(
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`An event of ${bytes} bytes is above the limit of ${limit} bytes.`);
    this.name = 'EventTooLarge';
  }
}

/** Engines differ in what they make of an append without events, so it is refused. */
export class NothingToAppend extends Error {
  constructor() {
    super('No events is no append.');
    this.name = 'NothingToAppend';
  }
}

/** An id stands for another event already, or twice in one append; nothing was stored. */
export class DuplicateEventId extends Error {
  constructor(readonly eventId: string) {
    super(`Event id ${eventId} is already taken.`);
    this.name = 'DuplicateEventId';
  }
}

/**
 * The server that keeps the log gave no answer in time. After an append nobody knows whether it was stored;
 * sent again as it was, it is stored once.
 */
export class LogUnreachable extends Error {
  constructor(
    readonly server: string,
    reason: string,
  ) {
    super(`The log on ${server} cannot be reached: ${reason}.`);
    this.name = 'LogUnreachable';
  }
}
