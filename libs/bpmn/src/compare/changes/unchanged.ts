import { BPMN, XMLNS } from '../../xml/namespaces.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import type { Pairs } from '../matching/pairs.js';
import type { Thing } from '../side/side.js';

/**
 * Says of two things whether they are written so alike that nothing in them can differ: most of a diagram, so that only the rest has to be
 * read closely. Where an id stands for something else now, words that are alike prove nothing.
 */
export function canStandUnread(pairs: Pairs): (before: Thing, after: Thing) => boolean {
  const crossed = pairs.before.things.some((thing) => {
    const same = thing.id === undefined ? undefined : pairs.after.byId.get(thing.id);
    return same !== undefined && pairs.afterOf(thing) !== same;
  });
  if (crossed) return () => false;
  return ({ element, content, name }, { element: now, content: newContent, name: newName }) => name === newName && element.local === now.local && sameAttributes(element, now)
    && content.length === newContent.length && content.every((child, i) => sameText(child, newContent[i]!));
}

function sameText(one: XmlElement, other: XmlElement): boolean {
  return one.local === other.local && one.uri === other.uri && one.text === other.text && one.children.length === other.children.length && sameAttributes(one, other)
    && one.children.every((child, i) => sameText(child, other.children[i]!));
}

const isId = (local: string, uri: string) => local === 'id' && (uri === '' || uri === BPMN);

function sameAttributes({ attributes, uri }: XmlElement, { attributes: others }: XmlElement): boolean {
  let at = 0;
  for (const one of attributes) {
    if (one.uri === XMLNS || (uri === BPMN && isId(one.local, one.uri))) continue;
    while (at < others.length && (others[at]!.uri === XMLNS || (uri === BPMN && isId(others[at]!.local, others[at]!.uri)))) at++;
    const other = others[at++];
    if (!other || other.local !== one.local || other.uri !== one.uri || other.value !== one.value) return false;
  }
  while (at < others.length && (others[at]!.uri === XMLNS || (uri === BPMN && isId(others[at]!.local, others[at]!.uri)))) at++;
  return at === others.length;
}
