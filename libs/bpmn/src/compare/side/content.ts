import { xmlAttribute, xmlText } from '../../knip-markup.js';
import { BPMN, XML, XMLNS } from '../../xml/namespaces.js';
import type { Scope } from '../../xml/xml-scope.js';
import { attribute } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import type { ComparedDiagram, Thing } from './side.js';
import { XSI, expanded, isReference, plainValue, prose, scopeIn } from './written.js';

type XmlAttribute = XmlElement['attributes'][number];

/** How the values of one side are read so that they can be held against those of the other. */
export interface Reading {
  side: ComparedDiagram;
  /** A name for what a reference means that is the same on both sides. */
  reference(ref: string, from: Thing): string;
  /** A value of another namespace; ids in it may be put in the words of the other side. */
  foreign(value: string): string;
  /** Values that look like a name with a prefix count as they are written, whatever the prefix means. */
  asWritten?: boolean;
}

/** Attributes that say something about the element itself, and not how it is written. */
export const saying = (element: XmlElement): XmlAttribute[] =>
  element.attributes.filter(
    ({ uri, local }) => uri !== XMLNS && !(uri === XSI && (local !== 'type' || element.uri === BPMN)),
  );

export const isOwn = (uri: string) => uri === '' || uri === BPMN;

/** Elements of BPMN that say nothing when they are blank. */
const SAYS_BY_CONTENT = new Set([
  'documentation',
  'text',
  'extensionElements',
  'conditionExpression',
  'condition',
  'script',
  'timeDate',
  'timeDuration',
  'timeCycle',
  'loopCondition',
  'loopCardinality',
  'completionCondition',
  'activationCondition',
  'rendering',
  'auditing',
  'monitoring',
  'transformation',
]);

/** An element that is there and says nothing. */
export function isBlank(element: XmlElement): boolean {
  return (
    element.uri === BPMN &&
    SAYS_BY_CONTENT.has(element.local) &&
    element.children.length === 0 &&
    element.text.trim() === '' &&
    saying(element).every(({ uri, local }) => isOwn(uri) && (local === 'id' || local === 'textFormat'))
  );
}

/** What tells elements of one name apart, where the element says it. */
export function tellingName(element: XmlElement): string | undefined {
  for (const local of ['name', 'key', 'id', 'source', 'target', 'type', 'event', 'for']) {
    const value = attribute(element, local);
    if (value !== undefined) return value.trim();
  }
  return undefined;
}

/**
 * An element as a text that is equal where two mean the same: no prefixes, ids, defaults, order of attributes
 * or blanks around.
 */
export function canonical(reading: Reading, thing: Thing, element: XmlElement, around: Scope): string {
  const scope = scopeIn(element, around);
  const own = element.uri === BPMN;
  const parts = saying(element).flatMap(({ uri, local, value }) => {
    const plain =
      own && isOwn(uri)
        ? ownValue(reading, thing, element, local, value, scope)
        : reading.foreign(plainText(reading, value, scope));
    return plain === undefined ? [] : [`@{${own && isOwn(uri) ? '' : uri}}${local}=${JSON.stringify(plain)}`];
  });
  const children = element.children
    .filter((child) => !isBlank(child))
    .map((child) => ({
      key: `{${child.uri}}${child.local} ${own ? '' : (tellingName(child) ?? '')}`,
      text: canonical(reading, thing, child, scope),
    }));
  // Same-named elements that nothing tells apart are a list, and its order may matter.
  if (children.length > 1) children.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return `<{${element.uri}}${element.local} ${parts.sort().join(' ')}>${JSON.stringify(textOf(reading, thing, element, scope))}${children.map(({ text }) => text).join('')}</>`;
}

function ownValue(
  reading: Reading,
  thing: Thing,
  element: XmlElement,
  local: string,
  value: string,
  scope: Scope,
): string | undefined {
  if (local === 'id') return undefined;
  const plain = plainValue(element, local, value);
  if (plain === undefined) return undefined;
  if (local === 'language' && plain === expressionLanguage(reading.side)) return undefined;
  return isReference(local)
    ? reading.reference(plain, thing)
    : local === 'name'
      ? prose(plain)
      : plainText(reading, plain, scope);
}

const plainText = (reading: Reading, value: string, scope: Scope) =>
  reading.asWritten ? value.trim() : expanded(value, scope);

export const expressionLanguage = (side: ComparedDiagram) =>
  attribute(side.root.element, 'expressionLanguage')?.trim() ?? 'http://www.w3.org/1999/XPath';

function textOf(reading: Reading, thing: Thing, element: XmlElement, scope: Scope): string {
  const text = element.text.trim();
  if (element.uri !== BPMN) return reading.foreign(plainText(reading, text, scope));
  if (
    text !== '' &&
    (isReference(element.local) ||
      (element.children.length === 0 && (element.local === 'source' || element.local === 'target')))
  )
    return reading.reference(text, thing);
  return element.local === 'documentation' || element.local === 'text' ? prose(text) : text;
}

/** What a thing contains, with everything it refers to by name: a look that does not depend on ids. */
export function contentLook(side: ComparedDiagram, thing: Thing): string {
  if (thing.look !== undefined) return thing.look;
  const reading: Reading = {
    side,
    reference: (ref, from) => {
      const named = side.resolve(ref, from);
      if (named) return named.label;
      const inside = side.insideOf(ref)?.element;
      return inside
        ? `${inside.local} ${prose(attribute(inside, 'name') ?? '')}`
        : `?${expanded(ref, from.scope)}`;
    },
    foreign: (value) => (side.byId.has(value) ? '' : value),
  };
  const own = saying(thing.element).flatMap(({ uri, local, value }) => {
    if (isOwn(uri)) {
      const plain = ['sourceRef', 'targetRef', 'attachedToRef', 'name'].includes(local)
        ? undefined
        : ownValue(reading, thing, thing.element, local, value, thing.scope);
      return plain === undefined ? [] : [`${local}=${plain}`];
    }
    return [`{${uri}}${local}=${reading.foreign(expanded(value, thing.scope))}`];
  });
  const content = thing.content
    .filter((child) => !isBlank(child))
    .map((child) => canonical(reading, thing, child, thing.scope));
  return (thing.look = [...own.sort(), ...content.sort()].join(' '));
}

/** A value as a person may read it: text, or short XML where there is more to it. */
export function shown(element: XmlElement): string {
  const simple =
    element.children.length === 0 &&
    saying(element).every(({ uri, local }) => isOwn(uri) && (local === 'id' || element.uri === BPMN));
  return simple && element.text.trim() !== '' ? element.text.trim() : asXml(element);
}

/** A value as short XML. */
export const inFull = asXml;

function asXml(element: XmlElement): string {
  const name = qualified(element);
  const attributes = saying(element)
    .filter(({ uri, local }) => element.uri !== BPMN || !isOwn(uri) || local !== 'id')
    .map((one) => ` ${qualified(one)}="${xmlAttribute(one.value)}"`)
    .join('');
  const inside = xmlText(element.text.trim()) + element.children.map(asXml).join('');
  return inside === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inside}</${name}>`;
}

/** A name as the file writes it; BPMN's own without prefix. */
export const qualified = ({ uri, prefix, local }: { uri: string; prefix: string; local: string }) =>
  prefix === '' || uri === BPMN ? local : uri === XML ? `xml:${local}` : `${prefix}:${local}`;
