import canonicalize from 'canonicalize';
import { sha256 } from './hash.js';
import type { Json, StoredEvent } from './port.js';

/** Tells a repeated request from another request under the same key. */
export interface RequestIdentity {
  /** SHA-256 (hex) of the request without its free texts. */
  requestDigest: string;
  /**
   * The request's free texts, in the order of `freeTextsOf`: the order in which they will be in the data of
   * the events.
   */
  freeTexts: readonly string[];
}

type StoredText = { text: string } | { digest: string };
/** A text as it stands in data: new, with its salt, or erased. */
type TextObject = { text?: string; salt?: string; digest?: string };

/**
 * The identity of a request.
 * @param request JSON. Free text has the form `{text}`, under the same keys as in the event. The digest
 * covers the place of each text but not its content
 */
export function identifyRequest(request: object): RequestIdentity {
  return {
    requestDigest: sha256(canonicalize(withoutTexts(request as Json)) ?? ''),
    freeTexts: freeTextsOf(request).flatMap((found) => ('text' in found ? [found.text] : [])),
  };
}

/**
 * The free texts of an event's data: object members in the order of their keys (by UTF-16 code unit), list
 * items in list order. An erased text is found as its `{digest}`.
 */
export const freeTextsOf = (data: object): StoredText[] => textsIn(data).map((found) => asText(found)!);

/** The same, as the objects that stand in the data. */
export function textsIn(data: object): TextObject[] {
  if (Array.isArray(data)) return data.flatMap(textsWithin);
  if (asText(data)) return [data];
  return Object.keys(data)
    .sort()
    .flatMap((key) => textsWithin((data as Record<string, unknown>)[key]));
}

const textsWithin = (value: unknown): TextObject[] =>
  value !== null && typeof value === 'object' ? textsIn(value) : [];

function asText(value: object): StoredText | undefined {
  const { text, salt, digest } = value as Record<string, unknown>;
  const keys = Object.values(value).filter((member) => member !== undefined).length;
  if (typeof text === 'string' && (keys === 1 || (keys === 2 && typeof salt === 'string'))) return { text };
  return typeof digest === 'string' && keys === 1 ? { digest } : undefined;
}

function withoutTexts(value: Json | undefined): Json | undefined {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => withoutTexts(item) ?? null);
  if (asText(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutTexts(member)]));
}

/**
 * Whether a request is the one that made these events. Only the texts that the request brought are compared,
 * each once. An erased text counts as equal, because it can no longer be compared.
 */
export function isSameRequest(request: RequestIdentity, events: readonly StoredEvent[]): boolean {
  const known = new Set<string>();
  const isFirst = ({ salt, digest }: TextObject): boolean => {
    const mark = salt ?? digest ?? '';
    const first = !known.has(mark);
    if (mark !== '') known.add(mark);
    return first;
  };
  const stored = events.flatMap(({ data, metadata }) =>
    textsIn(data)
      .filter(isFirst)
      .map((found) => asText(found)!)
      .slice(0, metadata.texts),
  );
  return (
    events[0]?.metadata.requestDigest === request.requestDigest &&
    stored.length === request.freeTexts.length &&
    stored.every((found, index) => 'digest' in found || found.text === request.freeTexts[index])
  );
}
