// The event that appends are measured with: a knip decision with a reason of typical length.
import { EMPTY_STREAM, sealEvents } from '#event-store';

/** A new stream without events. */
export const newStream = () => ({ name: `process-${crypto.randomUUID()}`, head: EMPTY_STREAM });

/** The next append to a stream. Each event is sealed for the version after the one before it. */
export function nextAppend(stream) {
  const expected = stream.head.version;
  const data = {
    elementId: 'Activity_0x1y2z3',
    side: 'front',
    role: 'generalist',
    reason: { text: 'De vraag is meestal enkelvoudig. '.repeat(4) },
  };
  const context = {
    commandId: crypto.randomUUID(),
    requestDigest: '0'.repeat(64),
    schemaVersion: 1,
    actor: 'werkgroep-wmo',
    now: new Date(),
  };
  const events = sealEvents(stream.name, stream.head, [{ type: 'KnipDecided', data }], context);
  stream.head = { version: expected + 1, hash: events[0].metadata.hash, at: events[0].metadata.at };
  return { stream: stream.name, expected, events };
}
