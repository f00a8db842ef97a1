import {
  APPEND_LIMIT,
  AppendTooLarge,
  DuplicateEventId,
  EVENT_LIMIT,
  EventTooLarge,
  NothingToAppend,
  VersionConflict,
  type SealedEvent,
} from './port.js';

/** An event as an engine stores it, serialised once. */
export interface EventText {
  eventId: string;
  type: string;
  data: string;
  metadata: string;
}

/** Bytes that a server counts for each event beside its data and metadata, with some to spare. */
const BESIDE = 100;

/** One append that passed every check that does not need the log. */
export interface Attempt {
  stream: string;
  expectedVersion: number;
  events: readonly EventText[];
}

/**
 * Checks and serialises an append.
 * @throws NothingToAppend, EventTooLarge, AppendTooLarge, DuplicateEventId as the port describes
 * @throws RangeError when the expected version is not a whole number from 0
 */
export function attemptOf(stream: string, expectedVersion: number, events: readonly SealedEvent[]): Attempt {
  if (!Number.isSafeInteger(expectedVersion) || expectedVersion < 0)
    throw new RangeError(`${expectedVersion} is not a version.`);
  if (events.length === 0) throw new NothingToAppend();
  const ids = new Set<string>();
  const texts = events.map(({ type, data, metadata }) => {
    if (ids.has(metadata.eventId)) throw new DuplicateEventId(metadata.eventId);
    ids.add(metadata.eventId);
    return limited({
      eventId: metadata.eventId,
      type,
      data: JSON.stringify(data),
      metadata: JSON.stringify(metadata),
    });
  });
  const bytes = texts.reduce((sum, event) => sum + bytesOf(event) + BESIDE, 0);
  if (texts.length > 1 && bytes >= APPEND_LIMIT) throw new AppendTooLarge(bytes, APPEND_LIMIT);
  return { stream, expectedVersion, events: texts };
}

/**
 * True when the stream already holds exactly this append, false when the append is new.
 * @param idAt event id at a version of the stream
 * @throws VersionConflict when the stream moved on with other events
 */
export function isRepetition(
  attempt: Attempt,
  actualVersion: number,
  idAt: (version: number) => string | undefined,
): boolean {
  const { stream, expectedVersion, events } = attempt;
  if (actualVersion === expectedVersion) return false;
  if (events.every(({ eventId }, index) => idAt(expectedVersion + index + 1) === eventId)) return true;
  throw new VersionConflict(stream, expectedVersion, actualVersion);
}

function limited(event: EventText): EventText {
  const bytes = bytesOf(event);
  if (bytes >= EVENT_LIMIT) throw new EventTooLarge(bytes, EVENT_LIMIT);
  return event;
}

const bytesOf = ({ data, metadata }: EventText): number =>
  Buffer.byteLength(data) + Buffer.byteLength(metadata);
