import { EMPTY_STREAM, type StreamHead } from '../hash.js';
import type { SealedEvent } from '../port.js';
import { sealEvents, type NewEvent, type SealContext } from '../seal.js';

/** The context in which tests of stores seal their events. */
export const SAMPLE_CONTEXT: SealContext = {
  commandId: 'command-1',
  requestDigest: '0'.repeat(64),
  schemaVersion: 1,
  actor: 'werkgroep-wmo',
  now: new Date('2026-03-02T09:00:00.000Z'),
};

export const newStream = (): string => `process-${crypto.randomUUID()}`;

const decided = (text: string): NewEvent => ({
  type: 'KnipDecided',
  data: { elementId: 'Task_1', side: 'front', reason: { text } },
});

/** Sealed events that fit at the end of a stream. */
export function sample(
  stream: string,
  head: StreamHead = EMPTY_STREAM,
  count = 1,
  commandId = crypto.randomUUID(),
): SealedEvent[] {
  const events = Array.from({ length: count }, (_, index) => decided(`Reden ${head.version + index + 1}`));
  return sealEvents(stream, head, events, { ...SAMPLE_CONTEXT, commandId });
}

/** The end of a stream after these events are appended. */
export function headAfter(head: StreamHead, events: readonly SealedEvent[]): StreamHead {
  const last = events.at(-1);
  return last
    ? { version: head.version + events.length, hash: last.metadata.hash, at: last.metadata.at }
    : head;
}
