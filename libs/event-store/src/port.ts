/**
 * The event log as the rest of the program sees it. Two engines implement it. The contract suite checks every
 * promise made here on each of them.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

/** Data and metadata of one event together must stay below this many bytes of JSON, on every engine. */
export const EVENT_LIMIT = 900 * 1024;

/** All events of one append must stay below this many bytes, on every engine. */
export const APPEND_LIMIT = 1000 * 1024;

/** A position in the whole log. Opaque: only the store that issued it can read or compare it. */
export type Position = string;

/** One event of the log, by its stream and version. */
export interface EventPlace {
  stream: string;
  version: number;
}

/** Stored with the data of every event. `hash` and `previousHash` are lowercase hex SHA-256. */
export interface Metadata {
  eventId: string;
  /** The command that made the event. It identifies a repeated command. */
  commandId: string;
  /**
   * SHA-256 (hex) of the request without its free texts. It tells a repeated request from another request
   * under the same key.
   */
  requestDigest: string;
  /** Pseudonymous id of the person who acted. Names of people are never in the log. */
  actor: string;
  /** UTC, RFC 3339 with milliseconds and `Z`. Never earlier than the stream's last event. */
  at: string;
  schemaVersion: number;
  /** Present only on events of the demonstration story. */
  demo?: true;
  /** The event that brought this one about, where no person asked for it. */
  cause?: EventPlace;
  /**
   * How many of the texts in the data the request brought, by which a repeated request is known: the first
   * ones in the order of `freeTextsOf`. Present where events of the append carry texts from elsewhere, or one
   * text several times; when it is absent, the request brought all of them.
   */
  texts?: number;
  previousHash: string | null;
  hash: string;
}

/** An event ready to append. Its id, salts, time and hash are fixed, so a retry sends the same bytes. */
export interface SealedEvent {
  type: string;
  data: JsonObject;
  metadata: Metadata;
}

/**
 * An event in a stream of the log. It can be foreign: an administrator can write events there by hand.
 * `whyForeign` says so.
 */
export interface StoredEvent extends SealedEvent {
  stream: string;
  /** 1 for the first event of a stream. */
  version: number;
  position: Position;
}

/**
 * A stored event as a tuple, with data and metadata as unparsed JSON. For passing events to another thread:
 * a tuple of strings costs a tenth of an object.
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
  /** Maximum number of events, counted from `from`. */
  limit?: number;
}

export interface Subscription {
  /** Resolves when no call to the handler is running or will follow. Do not await it inside the handler. */
  stop(): Promise<void>;
}

/**
 * When the engine is a server, every method below rejects with `LogUnreachable` when the server gives no
 * answer within the engine's timeout.
 */
export interface EventStore {
  /**
   * Appends to one stream, durably: when the promise resolves, the events survive a power cut.
   * Idempotent: repeating the same append (ids and expected version) returns the first answer and stores
   * nothing.
   * @param expectedVersion the stream's version as the caller knows it, 0 for a new stream
   * @throws VersionConflict when the stream is at another version
   * @throws EventTooLarge when one event is above the limit
   * @throws AppendTooLarge when all events together are above the limit of an append
   * @throws NothingToAppend when there are no events
   * @throws DuplicateEventId when an id occurs twice, or belongs to another event of the log
   */
  append(stream: string, expectedVersion: number, events: readonly SealedEvent[]): Promise<Appended>;
  /** The events of one stream in order. An empty list for an unknown stream or past its end. */
  readStream(stream: string, range?: VersionRange): Promise<StoredEvent[]>;
  /** The last event of a stream, or undefined. */
  readLast(stream: string): Promise<StoredEvent | undefined>;
  /**
   * At most `limit` events of the whole log in order, after a position (from the beginning when undefined).
   */
  readAll(after: Position | undefined, limit: number): Promise<StoredEvent[]>;
  /**
   * Like `readAll`, but unparsed. Errors in the JSON show up only when the caller parses it.
   * @param size length of the JSON that is enough: what would go beyond it is left for the next call, but not
   * the first event
   */
  readAllRaw(after: Position | undefined, limit: number, size?: number): Promise<RawEvent[]>;
  /**
   * Resolves when the log answers, and in a cluster its leader: then it can take a decision. Costs the same
   * however much the engine holds.
   * @param signal ends the retries when nobody waits any more
   */
  reach(signal?: AbortSignal): Promise<void>;
  /** Position of the newest event, or undefined in an empty log. */
  lastPosition(): Promise<Position | undefined>;
  /**
   * Delivers all events after a position, then each new event when it is durable: in order, each exactly
   * once. The next batch comes when the promise of the last one has resolved. When the handler throws, the
   * subscription ends and `onFailure` gets the error.
   */
  subscribe(
    after: Position | undefined,
    onEvents: (events: StoredEvent[]) => Promise<void> | void,
    onFailure: (error: unknown) => void,
  ): Subscription;
  /**
   * Negative when a comes before b, 0 when they are equal. For showing progress, the number is also the
   * distance, if the engine knows it.
   * @throws RangeError when one is not a position of this store
   */
  comparePositions(a: Position, b: Position): number;
  close(): Promise<void>;
}

/** The stream is not at the version that the caller expected. Nothing was stored. */
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

/** One event is above `EVENT_LIMIT`. Nothing was stored. */
export class EventTooLarge extends Error {
  constructor(
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`An event of ${bytes} bytes is above the limit of ${limit} bytes.`);
    this.name = 'EventTooLarge';
  }
}

/** The events of one append are above `APPEND_LIMIT` together. Nothing was stored. */
export class AppendTooLarge extends Error {
  constructor(
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`An append of ${bytes} bytes is above the limit of ${limit} bytes.`);
    this.name = 'AppendTooLarge';
  }
}

/** Engines treat an append without events differently, so it is refused. */
export class NothingToAppend extends Error {
  constructor() {
    super('An append needs at least one event.');
    this.name = 'NothingToAppend';
  }
}

/** The id already belongs to another event, or occurs twice in one append. Nothing was stored. */
export class DuplicateEventId extends Error {
  constructor(readonly eventId: string) {
    super(`Event id ${eventId} is already taken.`);
    this.name = 'DuplicateEventId';
  }
}

/**
 * The server that holds the log gave no answer in time. After a failed append it is unknown whether the
 * events were stored. A retry of the same append stores them once.
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
