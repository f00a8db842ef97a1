import { CHANNELS, type Channel, type FreeText } from './events.js';
import { Refusal } from './refusal.js';

/** Bounds of what people may write: numbers of UTF-16 units for texts, of entries for lists. */
export const LIMITS = {
  text: 4000,
  name: 200,
  source: 500,
  alternatives: 20,
  data: 100,
  amount: 10_000,
  choices: 1_500,
} as const;

const LONE_SURROGATE = /\p{Surrogate}/u;
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}]/u;
const NOT_IN_ONE_LINE = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** True for a text that says something, is not too long, and can be written as UTF-8. */
export function isText(value: string, limit: number = LIMITS.text): boolean {
  return VISIBLE.test(value) && value.length <= limit && !LONE_SURROGATE.test(value);
}

/** True for a text of one line, as names are. */
export function isName(value: string, limit: number = LIMITS.name): boolean {
  return isText(value, limit) && !NOT_IN_ONE_LINE.test(value);
}

/**
 * True where a comparison could take the name for a version, a moment or something of another kind (http.md,
 * comparison).
 */
export function isReservedMilestoneName(name: string): boolean {
  const trimmed = name.trim();
  return (
    !Number.isNaN(Number(trimmed.replace(',', '.'))) ||
    /^\d{4}-\d{2}-\d{2}([T ].*)?$/i.test(trimmed) ||
    /^(proposal|pilot):/i.test(trimmed)
  );
}

/** True for a non-empty list of channels in which none stands twice. */
export function isChannelOrder(channels: readonly string[]): channels is Channel[] {
  return (
    channels.length > 0 &&
    new Set(channels).size === channels.length &&
    channels.every((channel) => (CHANNELS as readonly string[]).includes(channel))
  );
}

/** The text as events carry it. @throws Refusal when it is empty, too long or no proper text */
export function freeText(field: string, text: string): FreeText {
  if (!isText(text)) throw new Refusal('textInvalid', { field, limit: LIMITS.text });
  return { text };
}

/** The name without blanks around it. @throws Refusal when it is empty, too long or not one line */
export function properName(field: string, name: string, limit: number = LIMITS.name): string {
  if (!isName(name, limit)) throw new Refusal('textInvalid', { field, limit });
  return name.trim();
}

/** The list as events carry it. @throws Refusal when it has more entries than may be */
export function bounded<T>(field: string, list: T[], limit: number): T[] {
  if (list.length > limit) throw new Refusal('tooMany', { field, limit });
  return list;
}
