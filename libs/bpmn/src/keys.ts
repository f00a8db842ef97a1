import { MAX_COPIED_NAME, MAX_LISTED_NAMES, MAX_NAME_LENGTH } from './xml/limits.js';
import { attribute } from './xml/xml-tree.js';
import type { XmlElement } from './xml/xml-tree.js';

/** A name as lists show it: without blanks around it, and not longer than lists can bear. */
export function nameOf(element: XmlElement): string {
  return clipped((attribute(element, 'name') ?? '').trim(), MAX_NAME_LENGTH);
}

/** The beginning of a text that is longer than so many characters, with dots. */
export const clipped = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…` : text;

/** As much of a name as one needs to know what is meant. */
export const copied = (name: string): string => clipped(name, MAX_COPIED_NAME);

/** Names as one value: one in full, several shortened, with dots where there are more than a value lists. */
export function listed(names: readonly string[], between = ', '): string {
  if (names.length <= 1) return names[0] ?? '';
  const told = names.slice(0, MAX_LISTED_NAMES).map(copied);
  return [...told, ...(names.length > told.length ? ['…'] : [])].join(between);
}

/**
 * Texts of which none is longer than so many characters, cut so that they read apart: those that begin alike
 * from shortly before where they part.
 */
export function clippedApart<Text extends string | null>(texts: readonly Text[], most: number): Text[] {
  const short = (text: string) => clipped(text, most);
  const told = new Set(texts.filter((text) => text !== null));
  return texts.map((text) => {
    if (text === null) return text;
    const alike = [...told].filter((other) => short(other) === short(text));
    if (alike.length === 1) return short(text) as Text;
    let at = 0;
    while (alike.every((other) => other[at] === text[at])) at++;
    return short(`…${text.slice(Math.max(0, at - 20)).replace(/^[\udc00-\udfff]/, '')}`) as Text;
  });
}

export interface Key {
  key: string;
  id?: string;
  decidable: boolean;
}

/**
 * Keys of elements: the id where it stands once in the file, else `?` and a number, in the order of asking.
 */
export function keys(ids: Map<string, number>): (element: XmlElement) => Key {
  const given = new Map<XmlElement, Key>();
  let last = 0;
  return (element) => {
    const id = attribute(element, 'id');
    if (id !== undefined && ids.get(id) === 1) return { key: id, id, decidable: true };
    const known = given.get(element);
    if (known) return known;
    let key: string;
    do key = `?${++last}`;
    while (ids.has(key));
    const made = { key, ...(id !== undefined && { id }), decidable: false };
    given.set(element, made);
    return made;
  };
}

/** A qualified reference without its prefix; ids hold no colon. */
export const localRef = (ref: string | undefined) => ref?.trim().replace(/^[^:]*:/, '');
