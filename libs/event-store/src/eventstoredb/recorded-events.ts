import {
  streamNameFilter,
  type AllStreamResolvedEvent,
  type Position as ServerPosition,
  type RecordedEvent,
} from '@eventstore/db-client';
import type { JsonObject, Metadata, StoredEvent } from '../port.js';
import { positionOf } from './positions.js';

/**
 * Streams for the names of people, on the same server as the log but not part of it. One stream lists the
 * ids. Each name has its own stream: the prefix plus the id.
 */
export const PEOPLE = 'people';
export const PERSON_PREFIX = 'person-';

const LOG_STREAM = `^(?!\\$|${PERSON_PREFIX}|${PEOPLE}$)`;
const logStream = new RegExp(LOG_STREAM);
/** How often the server reports its progress through filtered events. We ignore it, so rarely. */
const CHECKPOINT_INTERVAL = 1_000;

/** True for a stream of the log. False for the server's own streams and those with names of people. */
export const isLogStream = (stream: string): boolean => stream !== '' && logStream.test(stream);

/** Makes the server filter out streams that are not part of the log. */
export const logFilter = () =>
  streamNameFilter({ regex: LOG_STREAM, checkpointInterval: CHECKPOINT_INTERVAL });

export interface PositionedEvent {
  at: ServerPosition;
  event: StoredEvent;
}

/** An event of the log with its position. Undefined for an event of another program, which is not sealed. */
export function logEventIn(recorded: RecordedEvent): PositionedEvent | undefined {
  const { streamId, revision, type, data, metadata, isJson, position } = recorded;
  if (!isJson || !isSealed(metadata) || !isLogStream(streamId)) return undefined;
  if (position === undefined || position.commit > UNKNOWN_POSITION)
    throw new Error('The server is older than 22.6, which does not say where an event stands.');
  return {
    at: position,
    event: {
      stream: streamId,
      version: Number(revision) + 1,
      position: positionOf(position),
      type,
      data: data as JsonObject,
      metadata,
    },
  };
}

/** Older servers send the largest number when they do not know a position. */
const UNKNOWN_POSITION = 2n ** 63n;

/** The position of an entry in the server's log, also of another program's entry. */
export const positionOfEntry = ({ event, link }: AllStreamResolvedEvent): ServerPosition | undefined =>
  (link ?? event)?.position;

function isSealed(metadata: unknown): metadata is Metadata {
  return (
    metadata !== null &&
    typeof metadata === 'object' &&
    'hash' in metadata &&
    'eventId' in metadata &&
    typeof metadata.hash === 'string'
  );
}
