import { hashOf } from '../hash.js';
import type { SealedEvent } from '../port.js';

/**
 * Whether events were sealed for the versions they would get in this stream. A server takes the same id a second time at another revision;
 * stored there, the event would break the chain.
 */
export function areSealedFor(stream: string, expectedVersion: number, events: readonly SealedEvent[]): boolean {
  return events.every((event, index) => {
    const before = events[index - 1];
    // Whoever is chained to an event was sealed for the version after it, so one hash has to be made.
    return before ? event.metadata.previousHash === before.metadata.hash : isSealedFor(stream, expectedVersion + 1, event);
  });
}

function isSealedFor(stream: string, version: number, { type, data, metadata }: SealedEvent): boolean {
  return metadata.hash === hashOf(stream, version, type, data, metadata);
}
