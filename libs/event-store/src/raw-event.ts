import type { JsonObject, Metadata, RawEvent, StoredEvent } from './port.js';

/** @throws SyntaxError when it is not JSON */
export function parsedEvent([stream, version, position, type, data, metadata]: RawEvent): StoredEvent {
  return { stream, version, position, type, data: JSON.parse(data) as JsonObject, metadata: JSON.parse(metadata) as Metadata };
}

/** An event as a log gives it unread; for engines whose client has read it already. */
export function rawEvent({ stream, version, position, type, data, metadata }: StoredEvent): RawEvent {
  return [stream, version, position, type, JSON.stringify(data), JSON.stringify(metadata)];
}
