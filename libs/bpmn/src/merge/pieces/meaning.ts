import { XSI, isReference, plainValue, prose } from '../../compare/side/written.js';
import { BPMN, BPMN_DI, DC, DI, XMLNS } from '../../xml/namespaces.js';
import type { XmlElement } from '../../xml/xml-tree.js';

export type Attribute = XmlElement['attributes'][number];

const DRAWING = new Set([BPMN_DI, DC, DI]);
const DRAWING_REFERENCES = new Set([
  'bpmnElement',
  'labelStyle',
  'sourceElement',
  'targetElement',
  'choreographyActivityShape',
]);
/** Rebuilt from flows and lanes, never merged as text. */
const DERIVED = new Set(['incoming', 'outgoing', 'flowNodeRef']);

export const isDerived = (element: XmlElement) => element.uri === BPMN && DERIVED.has(element.local);
export const isDrawing = (element: XmlElement) => DRAWING.has(element.uri);

/** Whether an attribute names another element of the file. */
export function namesElement(element: XmlElement, attribute: Attribute): boolean {
  if (attribute.uri !== '') return false;
  if (element.uri === BPMN) return attribute.local !== 'calledElement' && isReference(attribute.local);
  return DRAWING.has(element.uri) && DRAWING_REFERENCES.has(attribute.local);
}

export const withoutPrefix = (ref: string) => ref.trim().replace(/^[^:]*:/, '');

/**
 * What an attribute says, one way of writing for each; undefined where leaving it out says the same. `exact`:
 * blanks in a name count.
 */
export function plainAttribute(element: XmlElement, attribute: Attribute, exact = false): string | undefined {
  const { uri, local, value } = attribute;
  if (uri === XMLNS || (uri === XSI && local === 'schemaLocation')) return undefined;
  if (uri === XSI && local === 'type') return element.uri === DI ? undefined : withoutPrefix(value);
  if (uri !== '') return value;
  if (namesElement(element, attribute)) return withoutPrefix(value) || undefined;
  if (DRAWING.has(element.uri))
    return /^\s*[-+]?[\d.]+\s*$/.test(value) ? String(Number(value)) : value.trim();
  if (element.uri !== BPMN) return value;
  return local === 'name' && !exact ? prose(value) || undefined : plainValue(element, local, value);
}

export const attributeKey = ({ uri, local }: Attribute) => (uri === '' ? local : `${uri} ${local}`);

/** Event definitions, expressions and the like carry ids that nothing refers to and tools make again. */
const IDLE_ID =
  /EventDefinition$|[eE]xpression$|^time|LoopCharacteristics$|^loop|^completionCondition$|^documentation$/;

const hasIdleId = (element: XmlElement) => element.uri === BPMN && IDLE_ID.test(element.local);

/** Numbers for what elements mean: equal where two say the same, however they are written. */
export class Meanings {
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<XmlElement, number>();

  /**
   * `apart`: elements that stand for themselves and do not count as part of what they are in, nor do the
   * derived lists; `exact`: blanks in texts count.
   */
  constructor(
    private readonly apart: ReadonlyMap<XmlElement, string>,
    private readonly exact: boolean,
  ) {}

  of(element: XmlElement): number {
    const known = this.known.get(element);
    if (known !== undefined) return known;
    const attributes = element.attributes
      .flatMap((attribute) => {
        if (
          attribute.local === 'id' &&
          attribute.uri === '' &&
          !this.apart.has(element) &&
          hasIdleId(element)
        )
          return [];
        const plain = plainAttribute(element, attribute, this.exact);
        return plain === undefined ? [] : [`${attributeKey(attribute)}=${plain}`];
      })
      .sort();
    const children: number[] = [];
    for (const child of element.children) {
      if (!this.apart.has(child) && !isDerived(child)) children.push(this.of(child));
    }
    // Order means something to vendors and for the points of a line; to BPMN itself it does not.
    if (
      (element.uri === BPMN && !isProseHolder(element)) ||
      (DRAWING.has(element.uri) && element.local !== 'BPMNEdge')
    )
      children.sort((a, b) => a - b);
    const text = this.exact ? element.text.trim() : prose(element.text);
    const number = this.number(JSON.stringify([element.uri, element.local, attributes, text, children]));
    this.known.set(element, number);
    return number;
  }

  /** One number for any text, so that it can be compared like a meaning. */
  number(text: string): number {
    const known = this.numbers.get(text) ?? this.numbers.size;
    this.numbers.set(text, known);
    return known;
  }
}

const isProseHolder = (element: XmlElement) =>
  element.local === 'documentation' || element.local === 'text' || element.local === 'extensionElements';
