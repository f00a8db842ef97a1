import type { Metadata, StoredEvent } from './port.js';

/** A foreign event in one of our streams: Knipkaart did not write it. Nothing may follow it. */
export class ForeignEvent extends Error {
  constructor(
    readonly stream: string,
    readonly version: number,
    readonly reason: string,
  ) {
    super(`Event ${version} of ${stream} is foreign: ${reason}.`);
    this.name = 'ForeignEvent';
  }
}

/** Stands in for metadata that Knipkaart did not write. The empty hash says so. */
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

/** The metadata of an event as an engine read it, also of a foreign event. */
export const metadataIn = (value: unknown): Metadata => (isMetadata(value) ? value : FOREIGN);

/** The content and metadata of an event as an engine read them: any value, also undefined. */
export function contentIn(data: unknown, metadata: unknown): Pick<StoredEvent, 'data' | 'metadata'> {
  return isObject(data)
    ? { data: data as StoredEvent['data'], metadata: metadataIn(metadata) }
    : { data: {}, metadata: FOREIGN };
}

/** Whether an event lacks the shape of our events. This does not check the chain. */
export const isShapedForeign = ({ metadata }: { metadata: Pick<Metadata, 'hash'> }): boolean =>
  metadata.hash === FOREIGN.hash;

/**
 * Why an event in one of our streams is foreign; undefined if Knipkaart wrote it.
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
