import type { RawEvent, StoredEvent } from './port.js';

/** Turns an event back into a raw event, for engines whose client always parses the JSON. */
export function rawEvent({ stream, version, position, type, data, metadata }: StoredEvent): RawEvent {
  return [stream, version, position, type, JSON.stringify(data), JSON.stringify(metadata)];
}

/** The first events, as many as have JSON of `size` together; at least one, if there is any. */
export function eventsWithin(size: number, events: Iterable<RawEvent>): RawEvent[] {
  const within: RawEvent[] = [];
  let left = size;
  for (const event of events) {
    const [, , , , data, metadata] = event;
    left -= data.length + metadata.length;
    if (left < 0 && within.length > 0) break;
    within.push(event);
  }
  return within;
}
