import { SaxesParser } from 'saxes';
import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_PARTS } from './limits.js';
import { XMLNS } from './namespaces.js';
import { placeOf } from './problem.js';
import type { DiagramProblem } from './problem.js';
import { OUTERMOST, lookUp, scopeOf, split } from './xml-scope.js';
import type { Scope } from './xml-scope.js';

interface XmlAttribute {
  prefix: string;
  local: string;
  /** Namespace; '' for an attribute without prefix. */
  uri: string;
  value: string;
}

/** An element with its place in the source text, so that text can be put in without writing anything else anew. */
export interface XmlElement {
  prefix: string;
  local: string;
  uri: string;
  /** In the order of the file, namespace declarations included. */
  attributes: XmlAttribute[];
  children: XmlElement[];
  /** The element's own text, CDATA included, children left out. */
  text: string;
  /** Offsets in the text: of `<`, behind the start tag, of the end tag's `<` (behind the tag where self-closing), behind the element. */
  start: number;
  startTagEnd: number;
  endTagStart: number;
  end: number;
  selfClosing: boolean;
}

/** Value of an attribute, by namespace ('' for one without prefix). */
export function attribute(element: XmlElement, local: string, uri = ''): string | undefined {
  return element.attributes.find((a) => a.local === local && a.uri === uri)?.value;
}

export function childrenNamed(element: XmlElement, uri: string, local: string): XmlElement[] {
  return element.children.filter((child) => child.local === local && child.uri === uri);
}

/** All elements of a tree in the order of the file; without recursion, so depth costs no stack. */
export function* elementsOf(root: XmlElement): Generator<XmlElement> {
  const stack = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element;
    for (let i = element.children.length - 1; i >= 0; i--) stack.push(element.children[i]!);
  }
}

export type Parsed = { ok: true; root: XmlElement; comments: number } | { ok: false; problem: DiagramProblem };

class Refused extends Error {
  constructor(readonly problem: DiagramProblem) {
    super(problem.code);
  }
}

/** Says what is wrong with an element, before anything behind its start tag is read; `depth` is 0 for the root. */
export type Check = (element: XmlElement, depth: number) => DiagramProblem | undefined;

/** Strict XML with namespaces; stops at the first thing that is wrong. */
export function parseXml(text: string, check: Check): Parsed {
  try {
    return { ok: true, ...parse(text, check) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

function parse(text: string, check: Check): { root: XmlElement; comments: number } {
  const refuse = (code: DiagramProblem['code'], params: DiagramProblem['params'], at: number): never => {
    throw new Refused({ code, params: shortened(params), ...placeOf(text, at) });
  };
  const doctype = doctypeInProlog(text);
  if (doctype !== undefined) refuse('doctype', {}, doctype);
  // XML 1.1 would let control characters in as references. Namespaces are resolved here: the parser trims their names, and a name with a blank behind it is another name.
  const parser = new SaxesParser({ xmlns: false, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const open: { element: XmlElement; name: string; scope: Scope }[] = [];
  let root: XmlElement | undefined;
  let raw: { name: string; value: string }[] = [];
  let tagStart = 0;
  let parts = 0;
  let comments = 0;
  let ended = false;

  parser.on('error', (error) => {
    const [code, params] = codeOf(error.message, ended, open.at(-1)?.name);
    refuse(code, params, ended ? text.length : parser.position);
  });
  parser.on('comment', () => comments++);
  parser.on('doctype', () => refuse('doctype', {}, parser.position));
  parser.on('opentagstart', () => {
    tagStart = text.lastIndexOf('<', parser.position - 1);
    raw = [];
    if (open.length >= MAX_DEPTH) refuse('tooDeep', { limit: MAX_DEPTH }, tagStart);
    if (++parts > MAX_PARTS) refuse('tooManyParts', { limit: MAX_PARTS }, tagStart);
  });
  parser.on('attribute', (attribute) => {
    raw.push(attribute);
    if (raw.length > MAX_ATTRIBUTES) refuse('tooManyAttributes', { limit: MAX_ATTRIBUTES }, tagStart);
    if (++parts > MAX_PARTS) refuse('tooManyParts', { limit: MAX_PARTS }, tagStart);
  });
  parser.on('opentag', ({ name, isSelfClosing }) => {
    const parent = open.at(-1);
    const at = tagStart;
    const scope = scopeOf(raw, parent?.scope ?? OUTERMOST, (prefix) => refuse('unboundPrefix', { prefix }, at));
    const uriOf = (prefix: string) => lookUp(scope, prefix) ?? refuse('unboundPrefix', { prefix }, at);
    const [prefix, local] = split(name) ?? refuse('notWellFormed', { name }, at);
    const element: XmlElement = {
      prefix, local, uri: prefix === '' ? (lookUp(scope, '') ?? '') : uriOf(prefix),
      attributes: raw.map(({ name, value }) => {
        const [prefix, local] = split(name) ?? refuse('notWellFormed', { name }, at);
        const uri = name === 'xmlns' ? XMLNS : prefix === '' ? '' : uriOf(prefix);
        return { prefix, local, uri, value };
      }),
      children: [], text: '', start: at, startTagEnd: parser.position, endTagStart: parser.position, end: parser.position, selfClosing: isSelfClosing,
    };
    if (hasTwice(element.attributes)) refuse('duplicateAttribute', { element: name }, at);
    if (parent) parent.element.children.push(element);
    else root = element;
    const problem = check(element, open.length);
    if (problem) throw new Refused({ ...problem, ...placeOf(text, at) });
    open.push({ element, name, scope });
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    const element = open.pop()?.element;
    if (!element) return;
    element.end = parser.position;
    if (!isSelfClosing) element.endTagStart = text.lastIndexOf('<', parser.position - 1);
    else element.endTagStart = element.end;
  });
  const addText = (chunk: string) => {
    const parent = open.at(-1)?.element;
    if (parent) parent.text += chunk;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  // A line end of CR alone costs the parser a thousandfold; as LF it means the same and keeps every offset.
  parser.write(text.replace(/\r(?!\n)/g, '\n'));
  ended = true;
  parser.close();
  return { root: root ?? refuse('truncated', {}, text.length), comments };
}

/** Offset of a DOCTYPE before the root, found before the parser reads a byte of it. */
function doctypeInProlog(text: string): number | undefined {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined;
    if (end === undefined) return text.slice(at, at + 9).toUpperCase() === '<!DOCTYPE' ? at : undefined;
    const closed = text.indexOf(end, at + 2);
    if (closed < 0) return undefined;
    at = closed + end.length;
  }
}

/** A refusal quotes the file, and names in it may be as long as the file. */
function shortened(params: DiagramProblem['params']): DiagramProblem['params'] {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, typeof value === 'string' && value.length > 200 ? `${value.slice(0, 200)}…` : value]));
}

/** So many attributes are compared with each other sooner than put into a set. */
const FEW = 8;

function hasTwice(attributes: XmlAttribute[]): boolean {
  if (attributes.length > FEW) return new Set(attributes.map((a) => (a.uri === '' ? a.local : `${a.uri} ${a.local}`))).size < attributes.length;
  return attributes.some((a, index) => attributes.findIndex((b) => b.local === a.local && b.uri === a.uri) < index);
}

/** What the parser says, as one of our codes. */
function codeOf(message: string, ended: boolean, open: string | undefined): [DiagramProblem['code'], DiagramProblem['params']] {
  const element = open ?? '';
  if (message.includes('doctype')) return ['doctype', {}];
  if (message.includes('entity')) return ['entity', {}];
  if (message.includes('duplicate attribute')) return ['duplicateAttribute', { element }];
  if (message.includes('close tag') || message.includes('closing tag')) return ['mismatchedTag', { element }];
  if (message.includes('outside of root') && open === undefined) return ['notXml', {}];
  if (ended) return ['truncated', { element }];
  return ['notWellFormed', { detail: message }];
}
