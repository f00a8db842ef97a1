import { MAX_NAME_LENGTH } from './xml/limits.js';
import { attribute } from './xml/xml-tree.js';
import type { XmlElement } from './xml/xml-tree.js';

/** A name as lists show it: without blanks around it, and not longer than lists can bear. */
export function nameOf(element: XmlElement): string {
  const name = (attribute(element, 'name') ?? '').trim();
  return name.length > MAX_NAME_LENGTH
    ? `${name.slice(0, MAX_NAME_LENGTH).replace(/[\ud800-\udbff]$/, '')}…`
    : name;
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
