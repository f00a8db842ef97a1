// The events that both clients append to a server. They are made before the measurement starts.
import { sealEvents } from '#event-store';
import { newStream, nextAppend } from './sealed-events.mjs';

const EVENTS_OF_A_RUN = 50;

/** For each writer, a new stream and its successive appends of one event. */
export const streamsToAppend = (writers, appends) =>
  Array.from({ length: writers }, () => {
    const stream = newStream();
    return Array.from({ length: appends }, () => nextAppend(stream));
  });

/** `count` events in appends of 50, each to a new stream. */
export function runsToAppend(count) {
  return Array.from({ length: count / EVENTS_OF_A_RUN }, () => {
    const stream = newStream();
    const { type, data } = nextAppend(newStream()).events[0];
    const context = {
      commandId: crypto.randomUUID(),
      requestDigest: '0'.repeat(64),
      schemaVersion: 1,
      actor: 'werkgroep-wmo',
      now: new Date(),
    };
    return {
      stream: stream.name,
      expected: 0,
      events: sealEvents(
        stream.name,
        stream.head,
        Array.from({ length: EVENTS_OF_A_RUN }, () => ({ type, data })),
        context,
      ),
    };
  });
}
