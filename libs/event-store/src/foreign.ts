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

/**
 * The metadata of an event as an engine read it, also of a foreign event.
 * @param previous hash of the event before it in the stream, where that is at hand: it saves a check
 */
export const metadataIn = (value: unknown, previous: string | null = null): Metadata =>
  isMetadata(value, previous) ? value : FOREIGN;

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
 * Why an event in one of our streams is foreign; undefined if Knipkaart wrote it. An event without a
 * `previousHash` was found to be chained before.
 * @param previous hash of the event before it in the stream; null for the first
 */
export function whyForeign(
  event: { metadata: Pick<Metadata, 'hash'> & { previousHash: Metadata['previousHash'] | undefined } },
  previous: string | null,
): string | undefined {
  if (isShapedForeign(event)) return 'another program wrote it';
  const { previousHash = previous } = event.metadata;
  return previousHash === previous ? undefined : 'it is not chained to the event before it';
}

const HASH_LENGTH = 64;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
const isHash = (value: unknown): boolean =>
  typeof value === 'string' && value.length === HASH_LENGTH && isHexadecimal(value);

/**
 * Looked up and not compared: no processor can foresee what the next digit of a hash is. A regular expression
 * takes four times as long, and this runs for every event of a rebuild.
 */
function isHexadecimal(value: string): boolean {
  let all = 1;
  for (let at = 0; at < value.length; at++) all &= DIGITS[value.charCodeAt(at)] ?? 0;
  return all === 1;
}
/** 1 at the code of each digit. */
const DIGITS = new Uint8Array(128);
for (const digit of '0123456789abcdef') DIGITS[digit.charCodeAt(0)] = 1;

/** As `Date.toISOString` writes it. Each such text is a moment, as far as `Date.parse` can tell. */
const WRITTEN_MOMENT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Our own form first: `Date.parse` takes six times as long, and this runs for every event of a rebuild. */
const isMoment = (at: string): boolean => WRITTEN_MOMENT.test(at) || !Number.isNaN(Date.parse(at));

function isMetadata(value: unknown, previous: string | null): value is Metadata {
  if (!isObject(value)) return false;
  const { eventId, commandId, requestDigest, actor, at, schemaVersion, previousHash, hash } = value;
  // This runs for every event of a rebuild, so it makes no lists, and what is chained is not looked at twice.
  return (
    isHash(hash) &&
    (previousHash === previous || previousHash === null || isHash(previousHash)) &&
    typeof eventId === 'string' &&
    typeof commandId === 'string' &&
    typeof requestDigest === 'string' &&
    typeof actor === 'string' &&
    typeof at === 'string' &&
    isMoment(at) &&
    typeof schemaVersion === 'number'
  );
}
