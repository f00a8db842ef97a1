import { hashOf } from '../hash.js';
import type { SealedEvent } from '../port.js';

const HEADS_KEPT = 10_000;

/**
 * Checks that events were sealed for the versions they would get. A server accepts the same id again at
 * another revision, and there the event would break the hash chain.
 */
export class SealedVersions {
  /** The last event that this process wrote to each stream. */
  readonly #heads = new Map<string, { version: number; hash: string }>();

  /**
   * An event chained to the last known event was sealed for the version after it. Only when that event is not
   * known here, a hash must be computed.
   */
  match(stream: string, expectedVersion: number, events: readonly SealedEvent[]): boolean {
    const head = this.#heads.get(stream);
    let before = head?.version === expectedVersion ? head.hash : undefined;
    return events.every((event) => {
      const fits =
        before === undefined
          ? isSealedFor(stream, expectedVersion + 1, event)
          : event.metadata.previousHash === before;
      before = event.metadata.hash;
      return fits;
    });
  }

  /** Remembers that the stream now ends with these events, at this version. */
  remember(stream: string, version: number, events: readonly SealedEvent[]): void {
    const hash = events.at(-1)?.metadata.hash;
    if (hash === undefined) return;
    if (this.#heads.size >= HEADS_KEPT) this.#heads.clear();
    this.#heads.set(stream, { version, hash });
  }
}

function isSealedFor(stream: string, version: number, { type, data, metadata }: SealedEvent): boolean {
  return metadata.hash === hashOf(stream, version, type, data, metadata);
}
