import { isReference } from '../../compare/side/written.js';
import { BPMN } from '../../xml/namespaces.js';
import { attribute } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { isDerived, namesElement } from './meaning.js';

/** That an element, or a part of it, names another element. */
export interface Reference {
  ref: string;
  /** Where it says so: two with the same `at` and `ref` are the same. */
  at: string;
}

/** What a thing names, its parts included, but not things inside it nor what follows from flows and lanes. */
export function referencesOf(element: XmlElement, apart: ReadonlyMap<XmlElement, string>): Reference[] {
  const found: Reference[] = [];
  const stack = [element];
  for (let at = stack.pop(); at; at = stack.pop()) {
    for (const each of at.attributes)
      if (namesElement(at, each)) found.push({ ref: each.value.trim(), at: `${at.local}@${each.local}` });
    if (namesByText(at)) found.push({ ref: at.text.trim(), at: at.local });
    for (const child of at.children) if (!apart.has(child) && !isDerived(child)) stack.push(child);
  }
  return found;
}

/** An element that is a reference itself, such as `sourceRef` of a data association. */
export const namesByText = (element: XmlElement) =>
  element.uri === BPMN &&
  element.children.length === 0 &&
  isReference(element.local) &&
  /\S/.test(element.text);

/** Attributes without whose element a thing cannot stand. */
export const NEEDED = ['sourceRef', 'targetRef', 'attachedToRef'];

/** What a thing cannot stand without, besides what it is in. */
export function neededRefs(element: XmlElement): string[] {
  if (element.uri !== BPMN) return [];
  const needed = NEEDED.flatMap((name) => attribute(element, name)?.trim() ?? []);
  if (!/^data(In|Out)putAssociation$/.test(element.local)) return needed;
  return [
    ...needed,
    ...element.children
      .filter((child) => child.uri === BPMN && (child.local === 'sourceRef' || child.local === 'targetRef'))
      .map(({ text }) => text.trim()),
  ];
}
