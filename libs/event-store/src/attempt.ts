import {
  DuplicateEventId,
  EVENT_LIMIT,
  EventTooLarge,
  NothingToAppend,
  VersionConflict,
  type SealedEvent,
} from './port.js';

/** An event as an engine keeps it: its JSON is made once. */
export interface EventText {
  eventId: string;
  type: string;
  data: string;
  metadata: string;
}

/** One append whose events hold to the rules that need no look at the log. */
export interface Attempt {
  stream: string;
  expectedVersion: number;
  events: readonly EventText[];
}

/**
 * @throws NothingToAppend, EventTooLarge, DuplicateEventId as the port says
 * @throws RangeError when the expected version is no version
 */
export function attemptOf(stream: string, expectedVersion: number, events: readonly SealedEvent[]): Attempt {
  if (!Number.isSafeInteger(expectedVersion) || expectedVersion < 0)
    throw new RangeError(`${expectedVersion} is no version.`);
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
  return { stream, expectedVersion, events: texts };
}

/**
 * True when the stream already holds this very append, false when it is new.
 * @throws VersionConflict when it is neither
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
  const bytes = Buffer.byteLength(event.data) + Buffer.byteLength(event.metadata);
  if (bytes >= EVENT_LIMIT) throw new EventTooLarge(bytes, EVENT_LIMIT);
  return event;
}
