import type { RawEvent, StoredEvent } from './port.js';

/** An event as a log gives it unread; for engines whose client has read it already. */
export function rawEvent({ stream, version, position, type, data, metadata }: StoredEvent): RawEvent {
  return [stream, version, position, type, JSON.stringify(data), JSON.stringify(metadata)];
}
