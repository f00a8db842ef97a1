import { BPMN, BPMN_DI, DC, DI, XML, XMLNS } from './xml/namespaces.js';
import type { XmlAttribute, XmlElement } from './xml/xml-element.js';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

const STANDARD = new Set([BPMN, BPMN_DI, DC, DI]);
const QUALIFIED = /^(bpmnElement|labelStyle|sourceElement|targetElement|choreographyActivityShape|\w+Ref)$/;
const NUMBER = /^[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})(e[+-]?\d{1,3})?$/i;

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
  'isCollection=false',
  'isReference=false',
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

/** Attributes that are true or false, for which a file may also say 1 or 0. */
const TRUE_OR_FALSE = new Set([
  'isForCompensation',
  'isExecutable',
  'isClosed',
  'triggeredByEvent',
  'cancelRemainingInstances',
  'isSequential',
  'instantiate',
  'cancelActivity',
  'isInterrupting',
  'parallelMultiple',
  'isUnlimited',
  'isCollection',
  'isReference',
  'testBefore',
  'waitForCompletion',
  'mustUnderstand',
  'isImmediate',
  'isHorizontal',
  'isExpanded',
  'isMarkerVisible',
  'isMessageVisible',
  'isBold',
  'isItalic',
  'isUnderline',
  'isStrikeThrough',
]);

/** Name of an element by which two writings of the same are equal. */
export function plainName({ uri, local }: XmlElement): string {
  // An editor writes this kind of expression as the other with a type.
  return `{${uri}}${uri === BPMN && local === 'formalExpression' ? 'expression' : local}`;
}

/** An element's own text. Blanks around it, and the number of blanks in it, have no meaning. */
export const plainText = (element: XmlElement): string => element.text.trim().replace(/\s+/g, ' ');

/** Whether an attribute only repeats its default. */
export function goesWithoutSaying(element: XmlElement, attribute: XmlAttribute): boolean {
  const { uri, local } = attribute;
  if (uri === XMLNS) return true;
  // Points of lines have one type only, and editors leave it out.
  if (uri === XSI) return local === 'schemaLocation' || (local === 'type' && element.uri === DI);
  return uri === '' && DEFAULTS.has(`${local}=${plainValue(element, attribute)}`);
}

/** A value by which two writings of the same are equal. */
export function plainValue(element: XmlElement, { uri, local, value }: XmlAttribute): string {
  if (uri === XSI && local === 'type') return value.replace(/^.*:/, '');
  if (uri === XML) return value;
  const trimmed = value.trim();
  if (uri === '') {
    // References are qualified names: their prefix is the file's own affair.
    if (QUALIFIED.test(local)) return trimmed.replace(/^[^:]*:/, '');
    // A reader takes a line break in an attribute for a blank, and blanks in a name say nothing.
    if (local === 'name') return trimmed.replace(/\s+/g, ' ');
    if (TRUE_OR_FALSE.has(local)) return { 0: 'false', 1: 'true' }[trimmed] ?? trimmed;
  }
  return uri === '' && STANDARD.has(element.uri) && NUMBER.test(trimmed)
    ? String(Number(trimmed))
    : trimmed.replace(/[\t\r\n]/g, ' ');
}
