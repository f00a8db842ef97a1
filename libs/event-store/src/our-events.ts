import { whyForeign } from './foreign.js';
import type { StreamHead } from './hash.js';
import type { StoredEvent } from './port.js';

/** A foreign event, and why it is one. */
export interface Intruder {
  stream: string;
  version: number;
  reason: string;
}

/**
 * Separates our events from foreign ones, in the order of the log. After the first foreign event of a stream,
 * all later events of that stream are foreign too.
 */
export class OurEvents {
  /** The number of foreign events. */
  foreign = 0;
  /** The first of them. */
  first: Intruder | undefined;
  private readonly ended = new Set<string>();
  /** The end of each stream, as far as it is ours. */
  private readonly hashes = new Map<string, string | null>();
  private readonly versions = new Map<string, number>();

  /** @param heads the end of each stream before the first event */
  constructor(heads: ReadonlyMap<string, StreamHead> = new Map()) {
    for (const [stream, { version, hash }] of heads) {
      this.hashes.set(stream, hash);
      this.versions.set(stream, version);
    }
  }

  /** Those of the next events that are ours. */
  in(events: readonly StoredEvent[]): StoredEvent[] {
    return events.filter((event) => this.isOurs(event));
  }

  private isOurs(event: StoredEvent): boolean {
    const { stream, version, metadata } = event;
    const reason = this.ended.has(stream)
      ? 'it follows a foreign event'
      : whyForeign(event, this.hashes.get(stream) ?? null);
    // A missing version is no foreign event: somebody changed the log.
    const isNext = version === (this.versions.get(stream) ?? 0) + 1;
    if (reason !== undefined && (isNext || this.ended.has(stream))) {
      this.foreign++;
      this.first ??= { stream, version, reason };
      this.ended.add(stream);
      return false;
    }
    this.hashes.set(stream, metadata.hash);
    this.versions.set(stream, version);
    return true;
  }
}
