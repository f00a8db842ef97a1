import { randomBytes } from 'node:crypto';
import { hashOf, type StreamHead } from './hash.js';
import { textsIn } from './request.js';
import type { EventPlace, Json, JsonObject, Metadata, SealedEvent } from './port.js';

/**
 * An event as a decision returns it. Free text that the request brought has the form `{text}`; one object in
 * several places of an append is one text. A text from an earlier event comes as it stands there, with its
 * salt or erased.
 */
export interface NewEvent {
  type: string;
  /** JSON; members that are undefined are left out. */
  data: object;
}

export interface SealContext {
  commandId: string;
  requestDigest: string;
  /** The schema version of the aggregate's current shapes: it says which upcasts the events will need. */
  schemaVersion: number;
  /** Pseudonymous id of the acting person. */
  actor: string;
  now: Date;
  /** True only for events of the demonstration story. */
  demo?: boolean;
  /** The event that brought these about, where no person asked for them. */
  cause?: EventPlace;
}

/** The text is not valid Unicode. It has no UTF-8 form, so it has no hash. */
export class IllFormedText extends Error {
  constructor() {
    super('A text holds half of a surrogate pair and cannot be stored.');
    this.name = 'IllFormedText';
  }
}

/**
 * Gives the events of one append their ids, salts, time and hash chain. A retry of the append then sends the
 * same bytes. One text has one salt, wherever it stands.
 * @param head the current end of the stream; the first event becomes version `head.version + 1`
 * @throws IllFormedText when a text holds a lone surrogate
 * @throws Error when an event has a text of the request after one from elsewhere
 */
export function sealEvents(
  stream: string,
  head: StreamHead,
  events: readonly NewEvent[],
  context: SealContext,
): SealedEvent[] {
  const { commandId, requestDigest, schemaVersion, actor, now, demo, cause } = context;
  [stream, commandId, requestDigest, actor].forEach(wellFormed);
  const current = now.toISOString();
  const at = head.at !== undefined && head.at > current ? head.at : current;
  let previousHash = head.hash;
  const brought = textsBrought(events);
  const salts: Salts = new Map();
  return events.map(({ type, data }, index) => {
    const salted = withSalts(data as JsonObject, salts) as JsonObject;
    const metadata: Omit<Metadata, 'hash'> = {
      eventId: eventId(at),
      commandId,
      requestDigest,
      actor,
      at,
      schemaVersion,
      ...(demo && { demo }),
      ...(cause && { cause: { stream: wellFormed(cause.stream), version: cause.version } }),
      ...(brought && { texts: brought[index]! }),
      previousHash,
    };
    const hash = hashOf(stream, head.version + index + 1, wellFormed(type), salted, metadata);
    previousHash = hash;
    return { type, data: salted, metadata: { ...metadata, hash } };
  });
}

/**
 * How many texts of each event the request brought, each counted where it stands first; undefined where it
 * brought all of them, once.
 */
function textsBrought(events: readonly NewEvent[]): number[] | undefined {
  const known = new Set<object>();
  let others = false;
  const brought = events.map(({ type, data }) => {
    const texts = textsIn(data);
    const firsts = [...new Set(texts)].filter((found) => !known.has(found));
    for (const found of firsts) known.add(found);
    const news = firsts.map(({ text, salt }) => text !== undefined && salt === undefined);
    const count = news.filter(Boolean).length;
    if (news.lastIndexOf(true) >= count) throw new Error(`A text of the request comes late in ${type}.`);
    others ||= count < texts.length;
    return count;
  });
  return others ? brought : undefined;
}

/** The salt of each text of an append, by the object that it came as. */
type Salts = Map<object, string>;

function withSalts(value: Json, salts: Salts): Json {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map((item) => withSalts(item, salts));
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).filter((member): member is [string, Json] => member[1] !== undefined);
  const copy = Object.fromEntries(
    members.map(([key, member]) => [wellFormed(key), withSalts(member, salts)]),
  );
  if (members.length !== 1 || typeof copy.text !== 'string') return copy;
  const salt = salts.get(value) ?? randomBytes(16).toString('base64');
  salts.set(value, salt);
  return { text: copy.text, salt };
}

function wellFormed(text: string): string {
  if (!text.isWellFormed()) throw new IllFormedText();
  return text;
}

/**
 * A random id led by its time (UUID version 7), so that the index of ids grows at its end; see decision 0002.
 */
function eventId(at: string): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.parse(at), 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
