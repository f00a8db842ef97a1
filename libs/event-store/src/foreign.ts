import type { Metadata, StoredEvent } from './port.js';

/** An event in one of our streams that is none of ours. Nothing may follow on it. */
export class ForeignEvent extends Error {
  constructor(
    readonly stream: string,
    readonly version: number,
    readonly reason: string,
  ) {
    super(`Event ${version} of ${stream} is none of ours: ${reason}.`);
    this.name = 'ForeignEvent';
  }
}

/** Stands where the metadata is not that of an event of ours. The hash says so. */
const FOREIGN: Metadata = {
  eventId: '',
  commandId: '',
  requestDigest: '',
  actor: '',
  at: '',
  schemaVersion: 0,
  previousHash: null,
  hash: '',
};

/** The metadata of an event as an engine read it, whoever wrote it. */
export const metadataIn = (value: unknown): Metadata => (isMetadata(value) ? value : FOREIGN);

/** The content and metadata of an event as an engine read them: any value, also undefined. */
export function contentIn(data: unknown, metadata: unknown): Pick<StoredEvent, 'data' | 'metadata'> {
  return isObject(data)
    ? { data: data as StoredEvent['data'], metadata: metadataIn(metadata) }
    : { data: {}, metadata: FOREIGN };
}

/** Whether an event has not even the shape of ours. The chain is not looked at. */
export const isShapedForeign = ({ metadata }: { metadata: Pick<Metadata, 'hash'> }): boolean =>
  metadata.hash === FOREIGN.hash;

/**
 * Why an event in one of our streams is none of ours; undefined for one of ours.
 * @param previous hash of the event before it in the stream; null for the first
 */
export function whyForeign(
  event: { metadata: Pick<Metadata, 'hash' | 'previousHash'> },
  previous: string | null,
): string | undefined {
  if (isShapedForeign(event)) return 'another program wrote it';
  if (event.metadata.previousHash !== previous) return 'it is not chained to the event before it';
  return undefined;
}

const HASH = /^[0-9a-f]{64}$/;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
const isHash = (value: unknown): boolean => typeof value === 'string' && HASH.test(value);

function isMetadata(value: unknown): value is Metadata {
  if (!isObject(value)) return false;
  const { eventId, commandId, requestDigest, actor, at, schemaVersion, previousHash, hash } = value;
  return (
    isHash(hash) &&
    (previousHash === null || isHash(previousHash)) &&
    [eventId, commandId, requestDigest, actor].every((text) => typeof text === 'string') &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    typeof schemaVersion === 'number'
  );
}
