import { XMLNS } from '../../xml/namespaces.js';
import { lookUp } from '../../xml/xml-scope.js';
import type { Scope } from '../../xml/xml-scope.js';
import type { XmlElement } from '../../xml/xml-tree.js';

export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * Values that the BPMN 2.0 schema and standard give where nothing is written; `local@` where they differ by
 * element.
 */
const DEFAULTS = new Map(
  Object.entries({
    isForCompensation: 'false',
    startQuantity: '1',
    completionQuantity: '1',
    cancelRemainingInstances: 'true',
    ordering: 'Parallel',
    associationDirection: 'None',
    cancelActivity: 'true',
    parallelMultiple: 'false',
    loopType: 'None',
    isClosed: 'false',
    isCollection: 'false',
    isUnlimited: 'true',
    textFormat: 'text/plain',
    instantiate: 'false',
    eventGatewayType: 'Exclusive',
    mustUnderstand: 'false',
    gatewayDirection: 'Unspecified',
    itemKind: 'Information',
    isSequential: 'false',
    behavior: 'All',
    minimum: '0',
    maximum: '1',
    processType: 'None',
    isExecutable: 'false',
    testBefore: 'false',
    isInterrupting: 'true',
    triggeredByEvent: 'false',
    method: '##Compensate',
    waitForCompletion: 'true',
    expressionLanguage: 'http://www.w3.org/1999/XPath',
    typeLanguage: 'http://www.w3.org/2001/XMLSchema',
    implementation: '##unspecified',
    'serviceTask@implementation': '##WebService',
    'sendTask@implementation': '##WebService',
    'receiveTask@implementation': '##WebService',
  }),
);
const BOOLEAN = new Set([
  'isRequired',
  'isImmediate',
  ...[...DEFAULTS].flatMap(([name, value]) => (value === 'true' || value === 'false' ? [name] : [])),
]);

/**
 * A value of an attribute of BPMN itself, one way of writing for each; undefined for a default that is
 * written out.
 */
export function plainValue(element: XmlElement, local: string, value: string): string | undefined {
  let plain = value.trim();
  if (BOOLEAN.has(local)) plain = plain === '1' ? 'true' : plain === '0' ? 'false' : plain;
  const usual =
    (local === 'implementation' ? DEFAULTS.get(`${element.local}@${local}`) : undefined) ??
    DEFAULTS.get(local);
  return plain === usual || plain === '' ? undefined : plain;
}

/** Prose without blanks that mean nothing: line breaks, indentation, blanks around. */
export const prose = (text: string) => (UNEVEN.test(text) ? text.trim().replace(/\s+/g, ' ') : text);

/** Blanks other than single ones between words; most names have none. */
const UNEVEN = /^\s|\s$|\s\s|[^\S ]/;

/** Attributes and elements of BPMN that name another element. */
const REFERENCES = new Set([
  'default',
  'calledElement',
  'flowNodeRef',
  'supports',
  'attachedToRef',
  'sourceRef',
  'targetRef',
]);
export const isReference = (local: string) => REFERENCES.has(local) || /Refs?$/.test(local);

/** The prefixes that hold inside an element. */
export function scopeIn(element: XmlElement, around: Scope): Scope {
  let own: Map<string, string> | undefined;
  for (const { uri, prefix, local, value } of element.attributes) {
    if (uri === XMLNS) (own ??= new Map<string, string>()).set(prefix === '' ? '' : local, value);
  }
  return own ? { own, around } : around;
}

/** A qualified name with its namespace in the place of the prefix; any other value as it is. */
export function expanded(value: string, scope: Scope): string {
  const plain = value.trim();
  const colon = plain.indexOf(':');
  if (colon <= 0 || !/^[^\s:/]+$/.test(plain.slice(colon + 1))) return plain;
  const uri = lookUp(scope, plain.slice(0, colon));
  return uri === undefined ? plain : `{${uri}}${plain.slice(colon + 1)}`;
}
