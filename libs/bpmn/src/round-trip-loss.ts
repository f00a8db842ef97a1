import type { Language } from './describe-problem.js';
import { DI, XML, XMLNS } from './xml/namespaces.js';
import { parseXml } from './xml/xml-tree.js';
import type { XmlElement } from './xml/xml-tree.js';

/** Something that stands in the original and not in what an editor wrote. */
export interface Loss {
  code: 'element' | 'attribute' | 'text' | 'comments';
  /** Name as written in the original, nearest id, value (cut to 200 characters), number of comments. */
  params: { name?: string; id?: string; value?: string; count?: number };
}

export interface LossReport {
  /** How many things are lost; `losses` names the first `MAX_LISTED` of them. */
  total: number;
  losses: Loss[];
}

export const MAX_LISTED = 100;
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

const QUALIFIED = /^(bpmnElement|labelStyle|sourceElement|targetElement|choreographyActivityShape|\w+Ref)$/;

/** Values that the BPMN schema gives anyway, so that leaving them out loses nothing. */
const DEFAULTS = new Set([
  'textFormat=text/plain',
  'implementation=##WebService',
  'implementation=##unspecified',
  'isForCompensation=false',
  'startQuantity=1',
  'completionQuantity=1',
  'isExecutable=false',
  'isClosed=false',
  'processType=None',
  'triggeredByEvent=false',
  'cancelRemainingInstances=true',
  'isSequential=false',
  'behavior=All',
  'eventGatewayType=Exclusive',
  'instantiate=false',
  'gatewayDirection=Unspecified',
  'cancelActivity=true',
  'isInterrupting=true',
  'parallelMultiple=false',
  'isUnlimited=true',
  'isUnlimited=false',
  'isCollection=false',
  'itemKind=Information',
  'associationDirection=None',
  'testBefore=false',
  'loopType=None',
  'waitForCompletion=true',
  'method=##Compensate',
  'minimum=0',
  'maximum=1',
  'expressionLanguage=http://www.w3.org/1999/XPath',
  'typeLanguage=http://www.w3.org/2001/XMLSchema',
  'mustUnderstand=false',
]);

/**
 * What is lost when `original` becomes `rewritten`: elements (not again what is inside them), attributes,
 * texts, comments. Order, prefixes, blanks and what the schema gives anyway do not matter. A text that is no
 * XML counts as wholly lost.
 */
export function lossBetween(original: string, rewritten: string): LossReport {
  const before = parseXml(original, () => undefined);
  const after = parseXml(rewritten, () => undefined);
  if (!before.ok) return { total: 0, losses: [] };
  const keys = new Keys();
  const left = after.ok ? countOf(after.root, keys) : new Map<string, number>();
  const report: LossReport = { total: 0, losses: [] };
  const lose = (loss: Loss) => {
    if (report.losses.length < MAX_LISTED) report.losses.push(loss);
    report.total++;
  };
  const take = (key: string) => {
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count > 0;
  };
  walk(before.root, keys, (element, items, id) => {
    const name = qualified(element);
    if (!take(items.self)) {
      lose({ code: 'element', params: { name, ...(id !== undefined && { id }) } });
      return false;
    }
    for (const { key, loss } of items.parts)
      if (!take(key)) lose({ ...loss, params: { ...loss.params, ...(id !== undefined && { id }) } });
    return true;
  });
  const comments = before.comments - (after.ok ? after.comments : 0);
  if (comments > 0) lose({ code: 'comments', params: { count: comments } });
  return report;
}

/** Short names for places, so that keys stay short however deep a file is. */
class Keys {
  private readonly places = new Map<string, number>();

  place(name: string): number {
    const known = this.places.get(name) ?? this.places.size;
    this.places.set(name, known);
    return known;
  }
}

interface Items {
  self: string;
  parts: { key: string; loss: Loss }[];
}

function countOf(root: XmlElement, keys: Keys): Map<string, number> {
  const counts = new Map<string, number>();
  walk(root, keys, (_element, { self, parts }) => {
    for (const key of [self, ...parts.map((part) => part.key)]) counts.set(key, (counts.get(key) ?? 0) + 1);
    return true;
  });
  return counts;
}

/** Visits elements with what they hold; `visit` says whether to go on inside. */
function walk(
  root: XmlElement,
  keys: Keys,
  visit: (element: XmlElement, items: Items, nearestId: string | undefined) => boolean,
): void {
  const stack: { element: XmlElement; parent: number; id?: string }[] = [{ element: root, parent: -1 }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { element } = top;
    const own = element.attributes.find((a) => a.local === 'id' && a.uri === '')?.value;
    const id = own ?? top.id;
    const name = `{${element.uri}}${element.local}`;
    const place = keys.place(own === undefined ? `${top.parent}/${name}` : `#${own} ${name}`);
    const parts = element.attributes.flatMap(({ uri, local, prefix, value }): Items['parts'] => {
      const plain = canonical(element, uri, local, value);
      if (plain === undefined) return [];
      const loss: Loss = {
        code: 'attribute',
        params: { name: prefix ? `${prefix}:${local}` : local, value: short(value) },
      };
      return [{ key: `${place} @{${uri}}${local}=${plain}`, loss }];
    });
    const text = element.text.trim().replace(/\s+/g, ' ');
    if (text !== '')
      parts.push({
        key: `${place} =${text}`,
        loss: { code: 'text', params: { name: qualified(element), value: short(text) } },
      });
    // Where an element with an id stands is part of it; one that moved elsewhere was lost where it was.
    if (!visit(element, { self: `${place} in ${top.parent}`, parts }, id)) continue;
    for (let i = element.children.length - 1; i >= 0; i--)
      stack.push({ element: element.children[i]!, parent: place, ...(id !== undefined && { id }) });
  }
}

/** A value by which two writings of the same are equal; undefined for what may go without loss. */
function canonical(element: XmlElement, uri: string, local: string, value: string): string | undefined {
  if (
    uri === XMLNS ||
    (uri === XSI && local === 'schemaLocation') ||
    (uri === '' && DEFAULTS.has(`${local}=${value}`))
  )
    return undefined;
  // Points of lines have one type only, and editors leave it out.
  if (uri === XSI && local === 'type') return element.uri === DI ? undefined : value.replace(/^.*:/, '');
  // References are qualified names: their prefix is the file's own affair.
  if (uri === '' && QUALIFIED.test(local)) return value.trim().replace(/^[^:]*:/, '');
  if (uri === XML) return value;
  // A reader takes a line break in an attribute for a blank, and blanks in a name say nothing.
  if (uri === '' && local === 'name') return value.trim().replace(/\s+/g, ' ');
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(value)
    ? String(Number(value))
    : value.trim().replace(/[\t\r\n]/g, ' ');
}

const qualified = (element: XmlElement) =>
  element.prefix ? `${element.prefix}:${element.local}` : element.local;
const short = (value: string) => (value.length > 200 ? `${value.slice(0, 200)}…` : value);

/** A loss in one line. Quotes the file: show it as text. */
export function describeLoss({ code, params: { name, id, value, count } }: Loss, language: Language): string {
  const at = id === undefined ? '' : language === 'nl' ? ` bij ${id}` : ` at ${id}`;
  const words = {
    nl: {
      element: `element ${name}${at}`,
      attribute: `attribuut ${name}="${value}"${at}`,
      text: `tekst "${value}" in ${name}${at}`,
      comments: `${count} ${count === 1 ? 'opmerking' : 'opmerkingen'} in de XML`,
    },
    en: {
      element: `element ${name}${at}`,
      attribute: `attribute ${name}="${value}"${at}`,
      text: `text "${value}" in ${name}${at}`,
      comments: `${count} XML ${count === 1 ? 'comment' : 'comments'}`,
    },
  };
  return words[language][code];
}
