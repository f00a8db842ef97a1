import { Refusal } from './refusal.js';
import type { FreeText } from './shapes.js';

/** A refusal because of what a person wrote. */
export class TextRefusal extends Refusal<'textInvalid' | 'tooMany'> {}

/** The longest text and the longest name, in UTF-16 units. */
export const TEXT_LIMITS = { text: 4000, name: 200 } as const;

const LONE_SURROGATE = /\p{Surrogate}/u;
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}]/u;
const NOT_IN_ONE_LINE = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** True for a text with something visible in it that is not too long and can be written as UTF-8. */
export function isText(value: string, limit: number = TEXT_LIMITS.text): boolean {
  return VISIBLE.test(value) && value.length <= limit && !LONE_SURROGATE.test(value);
}

/** True for a text of one line, as names are. */
export function isName(value: string, limit: number = TEXT_LIMITS.name): boolean {
  return isText(value, limit) && !NOT_IN_ONE_LINE.test(value);
}

/** The text as events carry it. @throws TextRefusal when `isText` is false */
export function toFreeText(field: string, text: string): FreeText {
  if (!isText(text)) throw new TextRefusal('textInvalid', { field, limit: TEXT_LIMITS.text });
  return { text };
}

/** The name without blanks around it. @throws TextRefusal when `isName` is false */
export function properName(field: string, name: string, limit: number = TEXT_LIMITS.name): string {
  if (!isName(name, limit)) throw new TextRefusal('textInvalid', { field, limit });
  return name.trim();
}

/** The list as it was given. @throws TextRefusal when it has more entries than the limit */
export function bounded<T>(field: string, list: T[], limit: number): T[] {
  if (list.length > limit) throw new TextRefusal('tooMany', { field, limit });
  return list;
}
