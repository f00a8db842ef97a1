import type {
  AllStreamResolvedEvent,
  Position as ServerPosition,
  RecordedEvent,
} from '@eventstore/db-client';
import { contentIn } from '../foreign.js';
import type { StoredEvent } from '../port.js';
import { positionOf } from './positions.js';
import type { StreamNames } from './stream-names.js';

export interface PositionedEvent {
  at: ServerPosition;
  event: StoredEvent;
}

/** An event in a stream of the log, also a foreign one. Undefined for an event in any other stream. */
export function logEventIn(recorded: RecordedEvent, names: StreamNames): PositionedEvent | undefined {
  const { streamId, revision, type, data, metadata, isJson, position } = recorded;
  const stream = names.inLog(streamId);
  if (stream === undefined) return undefined;
  if (position === undefined || position.commit > UNKNOWN_POSITION)
    throw new Error('The server is older than 22.6, which does not say where an event stands.');
  return {
    at: position,
    event: {
      stream,
      version: Number(revision) + 1,
      position: positionOf(position),
      type,
      ...contentIn(isJson ? data : undefined, metadata),
    },
  };
}

/** Older servers send the largest number when they do not know a position. */
const UNKNOWN_POSITION = 2n ** 63n;

/** The position of an entry in the server's log, also of another program's entry. */
export const positionOfEntry = ({ event, link }: AllStreamResolvedEvent): ServerPosition | undefined =>
  (link ?? event)?.position;
