import {
  streamNameFilter,
  type AllStreamResolvedEvent,
  type Position as ServerPosition,
  type RecordedEvent,
} from '@eventstore/db-client';
import type { JsonObject, Metadata, StoredEvent } from '../port.js';
import { positionOf } from './positions.js';

/**
 * The ids of those whose names are kept, and before each id the stream that keeps the name: beside the log,
 * on the same server.
 */
export const PEOPLE = 'people';
export const PERSON_PREFIX = 'person-';

const OF_THE_LOG = `^(?!\\$|${PERSON_PREFIX}|${PEOPLE}$)`;
const ofTheLog = new RegExp(OF_THE_LOG);
/** A server tells how far it came through what it leaves out; nobody listens, so seldom. */
const SELDOM = 1_000;

/** True for a stream that can be part of the log: neither the server's own nor one with names of people. */
export const isOfTheLog = (stream: string): boolean => stream !== '' && ofTheLog.test(stream);

/** Leaves out on the server what is not of the log. */
export const logFilter = () => streamNameFilter({ regex: OF_THE_LOG, checkpointInterval: SELDOM });

export interface Placed {
  at: ServerPosition;
  event: StoredEvent;
}

/** An event of the log with its place; undefined when it is somebody else's, which nobody sealed. */
export function placed(recorded: RecordedEvent): Placed | undefined {
  const { streamId, revision, type, data, metadata, isJson, position } = recorded;
  if (!isJson || !isSealed(metadata) || !isOfTheLog(streamId)) return undefined;
  if (position === undefined || position.commit > MOST)
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

/** Older servers put the largest number there is where they say nothing. */
const MOST = 2n ** 63n;

/** Where an entry of the whole log stands, ours or not. */
export const placeOf = ({ event, link }: AllStreamResolvedEvent): ServerPosition | undefined =>
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
