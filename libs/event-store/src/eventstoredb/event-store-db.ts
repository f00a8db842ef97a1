import {
  BACKWARDS,
  END,
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  START,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type AllStreamResolvedEvent,
  type JSONEventData,
  type Position as ServerPosition,
  type RecordedEvent,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { attemptOf, type Attempt } from '../attempt.js';
import {
  AppendTooLarge,
  DuplicateEventId,
  EventTooLarge,
  VersionConflict,
  type Appended,
  type EventStore,
  type Position,
  type RawEvent,
  type SealedEvent,
  type StoredEvent,
  type Subscription,
  type VersionRange,
} from '../port.js';
import { eventsWithin, rawEvent } from '../raw-event.js';
import type { Connection } from './connection.js';
import { SealedVersions } from './sealed-versions.js';
import { isAfter, positionOf, serverPosition } from './positions.js';
import { readAllOf } from './filtered-read.js';
import { NewestEvent, newestEntry, type PageOptions } from './newest-event.js';
import { logEventIn, positionOfEntry, type PositionedEvent } from './recorded-events.js';
import { readToEnd, withTimeout, FROM_LEADER, NoAnswer } from './retrying.js';
import type { StreamNames } from './stream-names.js';
import { subscribeOn } from './subscription.js';

/** The largest page to read when there is something in our streams that is not ours. */
const LARGEST_PAGE = 2_000;
const FIRST_PAGE = 32;
const utf8 = new TextEncoder();
/**
 * The client turns this into a point in time by its own clock. A server whose clock is ahead would refuse
 * appends as too late, so it is generous. The client has its own, shorter timeout anyway.
 */
const DEADLINE_MS = 24 * 60 * 60 * 1000;

/** The log on a server of EventStoreDB or KurrentDB. */
export class EventStoreDb implements EventStore {
  readonly #subscriptions = new Set<Subscription>();
  readonly #sealedVersions = new SealedVersions();
  readonly #newest: NewestEvent;

  constructor(
    private readonly connection: Connection,
    private readonly names: StreamNames,
  ) {
    this.#newest = new NewestEvent(
      () => this.connection.ask((client) => newestEntry(client, true)),
      this.#readPage,
      (entry) => this.#eventIn(entry).length > 0,
    );
  }

  async append(stream: string, expectedVersion: number, events: readonly SealedEvent[]): Promise<Appended> {
    const attempt = attemptOf(stream, expectedVersion, events);
    if (!this.names.isOfLog(stream))
      throw new RangeError(`${JSON.stringify(stream)} is not a valid name for a stream of the log.`);
    if (!this.#sealedVersions.match(stream, expectedVersion, events))
      throw await this.#refusal(stream, expectedVersion, events);
    const version = expectedVersion + events.length;
    const proposed = events.map(({ type, data }, index) => {
      const { eventId = '', metadata = '' } = attempt.events[index] ?? {};
      return jsonEvent({ id: eventId, type, data, metadata: utf8.encode(metadata) });
    });
    const answered = await this.#write(attempt, proposed);
    this.#sealedVersions.remember(stream, version, events);
    if (answered && events.length === 1) return { version, position: positionOf(answered) };
    return { version, position: await this.#positionAt(stream, version) };
  }

  /**
   * Retries with the same ids, bytes and revision until the server answers. The server stores them once, even
   * when earlier answers were lost.
   */
  async #write(attempt: Attempt, proposed: JSONEventData[]): Promise<ServerPosition | undefined> {
    const { stream, expectedVersion } = attempt;
    const name = this.names.onServer(stream);
    const expectedRevision = expectedVersion === 0 ? NO_STREAM : BigInt(expectedVersion - 1);
    try {
      const { position } = await this.connection.ask((client) =>
        withTimeout(client.appendToStream(name, proposed, { expectedRevision, deadline: DEADLINE_MS })),
      );
      return position;
    } catch (error) {
      if (error instanceof MaxAppendSizeExceededError)
        throw attempt.events.length > 1
          ? new AppendTooLarge(bytesOf(attempt), error.maxAppendSize)
          : new EventTooLarge(bytesOf(attempt), error.maxAppendSize);
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      throw new VersionConflict(
        stream,
        expectedVersion,
        typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) + 1 : 0,
      );
    }
  }

  /** After an append of several events, the answer may hold the position of the first one. So read it. */
  async #positionAt(stream: string, version: number): Promise<Position> {
    return this.connection.ask(async () => {
      const [event] = await this.readStream(stream, { from: version, limit: 1 });
      if (!event) throw new NoAnswer();
      return event.position;
    });
  }

  /**
   * The error for events that were sealed for another version. They may already be stored there, and the
   * server would store them twice.
   */
  async #refusal(stream: string, expectedVersion: number, [event]: readonly SealedEvent[]): Promise<Error> {
    const actualVersion = (await this.readLast(stream))?.version ?? 0;
    if (actualVersion !== expectedVersion) return new VersionConflict(stream, expectedVersion, actualVersion);
    return new DuplicateEventId(event?.metadata.eventId ?? '');
  }

  async readStream(
    stream: string,
    { from = 1, to = Infinity, limit = Infinity }: VersionRange = {},
  ): Promise<StoredEvent[]> {
    const first = Math.max(from, 1);
    const maxCount = Math.min(limit, to - first + 1, Number.MAX_SAFE_INTEGER);
    if (maxCount <= 0) return [];
    return (await this.#readEvents(stream, { fromRevision: BigInt(first - 1), maxCount })).map(
      ({ event }) => event,
    );
  }

  async readLast(stream: string): Promise<StoredEvent | undefined> {
    const [last] = await this.#readEvents(stream, { fromRevision: END, maxCount: 1, direction: BACKWARDS });
    return last?.event;
  }

  async readAll(after: Position | undefined, limit: number): Promise<StoredEvent[]> {
    const found: StoredEvent[] = [];
    let last = after === undefined ? undefined : serverPosition(after);
    for (
      let size = limit + 1;
      found.length < limit;
      size = Math.min(Math.max(size * 2, FIRST_PAGE), LARGEST_PAGE)
    ) {
      const page = await this.#readPage({ fromPosition: last ?? START, maxCount: size });
      // A page starts with the entry at the given position.
      for (const { at, event } of page.flatMap(this.#eventIn)) if (isAfter(at, last)) found.push(event);
      last = positionOfEntry(page.at(-1) ?? {}) ?? last;
      if (page.length < size) break;
    }
    return found.slice(0, limit);
  }

  async readAllRaw(after: Position | undefined, limit: number, size = Infinity): Promise<RawEvent[]> {
    return eventsWithin(size, (await this.readAll(after, limit)).map(rawEvent));
  }

  async lastPosition(): Promise<Position | undefined> {
    const newest = await this.#newest.position();
    return newest && positionOf(newest);
  }

  async reach(signal?: AbortSignal): Promise<void> {
    await this.connection.ask((client) => newestEntry(client, true), { signal });
  }

  subscribe(
    after: Position | undefined,
    onEvents: (events: StoredEvent[]) => Promise<void> | void,
    onFailure: (error: unknown) => void,
  ): Subscription {
    const subscription: Subscription = subscribeOn(
      () => this.connection.client,
      this.names,
      after,
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

  /** The distance is in bytes of the server's log, including the events of other programs. */
  comparePositions(a: Position, b: Position): number {
    const [one, other] = [serverPosition(a), serverPosition(b)];
    return Number(one.commit - other.commit || one.prepare - other.prepare);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    await this.connection.close();
  }

  async #readEvents(
    stream: string,
    options: { fromRevision: bigint | typeof END; maxCount: number; direction?: typeof BACKWARDS },
  ): Promise<PositionedEvent[]> {
    if (!this.names.isOfLog(stream)) return [];
    const name = this.names.onServer(stream);
    try {
      return (
        await this.connection.ask((client) =>
          readToEnd(client.readStream(name, { ...options, ...FROM_LEADER })),
        )
      ).flatMap(this.#eventIn);
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  }

  /** The server may look at many events of others before it finds one of ours. */
  readonly #readPage = (options: PageOptions): Promise<AllStreamResolvedEvent[]> =>
    this.connection.ask((client) =>
      readToEnd(
        readAllOf(client, this.names.beginnings, options),
        async () => void (await newestEntry(client, false)),
      ),
    );

  readonly #eventIn = ({ event }: ResolvedEvent | AllStreamResolvedEvent): PositionedEvent[] => {
    const found = event && logEventIn(event as RecordedEvent, this.names);
    return found ? [found] : [];
  };
}

const bytesOf = ({ events }: Attempt): number =>
  events.reduce(
    (bytes, { data, metadata }) => bytes + Buffer.byteLength(data) + Buffer.byteLength(metadata),
    0,
  );
