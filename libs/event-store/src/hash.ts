import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import canonicalize from 'canonicalize';
import type { Json, JsonObject, Metadata, StoredEvent } from './port.js';

/** The end of a stream, to which its next event is chained. Version 0 is a stream without events. */
export interface StreamHead {
  version: number;
  hash: string | null;
  /** Time of the last event, RFC 3339 in UTC. */
  at: string | undefined;
}

export const EMPTY_STREAM: StreamHead = { version: 0, hash: null, at: undefined };

/** The first event of a stream or log that fails verification, and why. */
export interface Flaw {
  stream: string;
  version: number;
  problem: string;
}

export const sha256 = (...parts: (string | Uint8Array)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/**
 * The hash of one event: SHA-256 over its canonical JSON (RFC 8785), without the event's own hash. It is the
 * same on every engine, under any compression, and after a text is erased.
 * @param metadata with or without its own hash
 * @returns SHA-256 as lowercase hex
 */
export function hashOf(
  stream: string,
  version: number,
  type: string,
  data: JsonObject,
  metadata: Omit<Metadata, 'hash'>,
): string {
  const canonical = canonicalize({
    stream,
    version,
    type,
    data: reduced(data),
    metadata: { ...metadata, hash: undefined },
  });
  return sha256(canonical ?? '');
}

/** Replaces free texts and stored bytes, which are recognised by their shape, by their digests. */
function reduced(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => reduced(item) ?? null);
  if (value === null || typeof value !== 'object') return value;
  const { digest, encoding, bytes } = value;
  const keys = Object.keys(value).length;
  if (isSalted(value)) return { digest: sha256(Buffer.from(value.salt, 'base64'), value.text) };
  if (keys === 3 && typeof digest === 'string' && typeof encoding === 'string' && typeof bytes === 'string')
    return { digest };
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, reduced(member)]));
}

const isSalted = (value: JsonObject): value is { text: string; salt: string } =>
  Object.keys(value).length === 2 && typeof value['text'] === 'string' && typeof value['salt'] === 'string';

/**
 * Checks events in the order of the log or of a stream: their versions, the hash chain, and the digests of
 * stored bytes.
 * @param heads the end of each stream before these events. It is updated, so a long log can be checked in
 * batches
 * @returns the first event that does not verify, or undefined
 */
export function verifyChain(
  events: Iterable<StoredEvent>,
  heads = new Map<string, StreamHead>(),
): Flaw | undefined {
  for (const event of events) {
    const { stream, version, type, data, metadata } = event;
    const head = heads.get(stream) ?? EMPTY_STREAM;
    const flawed = (problem: string): Flaw => ({ stream, version, problem });
    if (version !== head.version + 1) return flawed(`version ${head.version + 1} was expected`);
    if (metadata.previousHash !== head.hash) return flawed('it is not chained to the event before it');
    if (metadata.hash !== recomputed(stream, version, type, data, metadata))
      return flawed('its content does not match its hash');
    if (!saltsAsWritten(data)) return flawed('a salt of its texts is not as it was written');
    if (!bytesMatch(data)) return flawed('its stored bytes do not match their digest');
    heads.set(stream, { version, hash: metadata.hash, at: metadata.at });
  }
  return undefined;
}

/** Tampered content may have no canonical JSON form. Then it has no hash either. */
function recomputed(...event: Parameters<typeof hashOf>): string | undefined {
  try {
    return hashOf(...event);
  } catch {
    return undefined;
  }
}

/** Other base64 may read as the same bytes, so the hash does not see such a change. */
const isOurBase64 = (written: string, bytes = Buffer.from(written, 'base64')): boolean =>
  bytes.toString('base64') === written;

function saltsAsWritten(value: Json | undefined): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(saltsAsWritten);
  if (isSalted(value)) return isOurBase64(value.salt);
  return Object.values(value).every(saltsAsWritten);
}

function bytesMatch(value: Json | undefined): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (
    !Array.isArray(value) &&
    typeof value.bytes === 'string' &&
    typeof value.digest === 'string' &&
    value.encoding === 'br'
  ) {
    try {
      const packed = Buffer.from(value.bytes, 'base64');
      return isOurBase64(value.bytes, packed) && sha256(brotliDecompressSync(packed)) === value.digest;
    } catch {
      return false;
    }
  }
  return Object.values(value).every(bytesMatch);
}

/**
 * The root hash of a log: SHA-256 over one line `stream version hash` for the last event of every stream. The
 * lines are sorted bytewise and each ends with LF. A copy kept elsewhere reveals a missing tail or a lost
 * stream.
 */
export function rootOf(heads: ReadonlyMap<string, StreamHead>): string {
  const lines = [...heads].map(([stream, { version, hash }]) =>
    Buffer.from(`${stream} ${version} ${hash}\n`),
  );
  return sha256(...lines.sort(Buffer.compare));
}
