import type { Subject } from './subject.js';

/**
 * What tells one request from another under the same `Idempotency-Key`: the command with its content, but not
 * what was seen. Stored bytes stand as their digest.
 * @param freeTexts members that stand as `{text}` in the events: they are compared, but not part of the
 * digest
 */
export function requestOf(
  command: string,
  { kind, id }: Subject,
  content: object,
  freeTexts: ReadonlySet<string>,
): object {
  const said = Object.entries(content).flatMap(([key, value]: [string, unknown]) => {
    if (value === undefined) return [];
    if (isStoredBytes(value)) return [[`${key}Digest`, value.digest]];
    return [[key, freeTexts.has(key) ? asFreeText(value) : value]];
  });
  return { command, [kind.aggregate.name]: id, ...JSON.parse(JSON.stringify(Object.fromEntries(said))) };
}

const isStoredBytes = (value: unknown): value is { digest: string } =>
  value !== null && typeof value === 'object' && 'digest' in value && 'encoding' in value && 'bytes' in value;

const asFreeText = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((text) => ({ text })) : { text: value };
