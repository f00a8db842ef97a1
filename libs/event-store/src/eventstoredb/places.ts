import { hashOf } from '../hash.js';
import type { SealedEvent } from '../port.js';

const HEADS_KEPT = 10_000;

/**
 * Tells whether events were sealed for the versions they would get. A server takes the same id a second time
 * at another revision, and stored there the event would break the chain.
 */
export class Places {
  /** Last events of streams as this process has written them. */
  readonly #heads = new Map<string, { version: number; hash: string }>();

  /**
   * Whoever is chained to an event was sealed for the version after it; only where that event is not known, a
   * hash has to be made.
   */
  fit(stream: string, expectedVersion: number, events: readonly SealedEvent[]): boolean {
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

  /** These events now are the stream's last, up to this version. */
  written(stream: string, version: number, events: readonly SealedEvent[]): void {
    const hash = events.at(-1)?.metadata.hash;
    if (hash === undefined) return;
    if (this.#heads.size >= HEADS_KEPT) this.#heads.clear();
    this.#heads.set(stream, { version, hash });
  }
}

function isSealedFor(stream: string, version: number, { type, data, metadata }: SealedEvent): boolean {
  return metadata.hash === hashOf(stream, version, type, data, metadata);
}
