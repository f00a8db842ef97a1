import { EMPTY_STREAM, verifyChain, type StreamHead } from '../hash.js';
import { OurEvents } from '../our-events.js';
import type { StoredEvent } from '../port.js';
import { LogDamaged } from './log-errors.js';

/**
 * Verifies the hash chain of the newest events of a log, including the links to the events before them. Skips
 * foreign events: they park their streams.
 * @param eventAt reads one event of a stream
 * @throws LogDamaged naming the first event that does not verify
 */
export function checkTail(
  path: string,
  tail: readonly StoredEvent[],
  eventAt: (stream: string, version: number) => StoredEvent | undefined,
): void {
  const heads = new Map<string, StreamHead>();
  for (const { stream, version } of tail) {
    if (!heads.has(stream)) heads.set(stream, headOf(eventAt(stream, version - 1)));
  }
  const flaw = verifyChain(new OurEvents(heads).in(tail), heads);
  if (flaw)
    throw new LogDamaged(
      path,
      `event ${flaw.version} of ${flaw.stream} does not verify, since ${flaw.problem}`,
    );
}

function headOf(event: StoredEvent | undefined): StreamHead {
  return event ? { version: event.version, hash: event.metadata.hash, at: event.metadata.at } : EMPTY_STREAM;
}
