import type { RawEvent, StoredEvent } from './port.js';

/** Turns an event back into a raw event, for engines whose client always parses the JSON. */
export function rawEvent({ stream, version, position, type, data, metadata }: StoredEvent): RawEvent {
  return [stream, version, position, type, JSON.stringify(data), JSON.stringify(metadata)];
}
