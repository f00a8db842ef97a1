import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_PARTS } from './limits.js';
import { placeOf } from './problem.js';
import type { DiagramProblem } from './problem.js';
import { XMLNS } from './namespaces.js';
import type { Check, XmlAttribute, XmlElement } from './xml-element.js';
import { OUTERMOST, lookUp, scopeOf, split } from './xml-scope.js';
import type { Name, Scope } from './xml-scope.js';

/** Why a text is not taken; ends reading it. */
export class Refused extends Error {
  constructor(readonly problem: DiagramProblem) {
    super(problem.code);
  }
}

/**
 * Makes a tree of the tags of a text as they are read, and refuses what namespaces and the limits do not
 * allow.
 */
export class TreeBuilder {
  root: XmlElement | undefined;
  comments = 0;
  private readonly open: { element: XmlElement; children: XmlElement[]; name: string; scope: Scope }[] = [];
  /** Attributes of the tag that is being read, their names as they stand in the file. */
  private readonly written: XmlAttribute[] = [];
  private tagStart = 0;
  private parts = 0;

  constructor(
    private readonly text: string,
    private readonly check: Check,
  ) {}

  /** Name of the innermost element that is open, as it stands in the file. */
  get openName(): string | undefined {
    return this.open.at(-1)?.name;
  }

  /** @param at offset in the text */
  refuse(code: DiagramProblem['code'], params: DiagramProblem['params'], at: number): never {
    throw new Refused({ code, params: shortened(params), ...placeOf(this.text, at) });
  }

  /** An attribute of the tag that opens next. */
  addAttribute(name: string, value: string): void {
    this.written.push({ prefix: '', local: name, uri: '', value });
  }

  /**
   * @param start offset of the tag
   * @param end offset behind it
   */
  openTag(name: string, start: number, end: number, selfClosing: boolean): void {
    this.tagStart = start;
    if (this.open.length >= MAX_DEPTH) this.refuse('tooDeep', { limit: MAX_DEPTH }, start);
    if (this.written.length > MAX_ATTRIBUTES)
      this.refuse('tooManyAttributes', { limit: MAX_ATTRIBUTES }, start);
    this.parts += 1 + this.written.length;
    if (this.parts > MAX_PARTS) this.refuse('tooManyParts', { limit: MAX_PARTS }, start);
    // A copy takes no more room than it needs; an array that grew takes room for sixteen.
    const attributes = this.written.splice(0);
    for (const attribute of attributes) {
      const { prefix, local } = this.nameOf(attribute.local);
      attribute.prefix = prefix;
      attribute.local = local;
    }
    const parent = this.open.at(-1);
    const scope = scopeOf(attributes, parent?.scope ?? OUTERMOST, this.refusePrefix);
    const { prefix, local } = this.nameOf(name);
    for (const attribute of attributes) {
      if (attribute.prefix !== '')
        attribute.uri = lookUp(scope, attribute.prefix) ?? this.refusePrefix(attribute.prefix);
      else if (attribute.local === 'xmlns') attribute.uri = XMLNS;
    }
    const uri = lookUp(scope, prefix) ?? (prefix === '' ? '' : this.refusePrefix(prefix));
    const element: XmlElement = {
      prefix,
      local,
      uri,
      attributes,
      children: NO_CHILDREN,
      text: '',
      start,
      startTagEnd: end,
      endTagStart: end,
      end,
      selfClosing,
    };
    if (hasTwice(attributes)) this.refuse('duplicateAttribute', { element: name }, start);
    if (parent) parent.children.push(element);
    else this.root = element;
    const problem = this.check(element, this.open.length);
    if (problem) throw new Refused({ ...problem, ...placeOf(this.text, start) });
    this.open.push({ element, children: [], name, scope });
  }

  /** @param start offset of the end tag, of a self-closing one the same as `end` */
  closeTag(start: number, end: number): void {
    const closed = this.open.pop();
    if (!closed) return;
    const { element, children } = closed;
    if (children.length > 0) element.children = children.slice();
    element.endTagStart = start;
    element.end = end;
  }

  addText(chunk: string): void {
    const parent = this.open.at(-1);
    if (parent) parent.element.text += chunk;
  }

  private readonly refusePrefix = (prefix: string): never =>
    this.refuse('unboundPrefix', { prefix }, this.tagStart);

  private nameOf(name: string): Name {
    return split(name) ?? this.refuse('notWellFormed', { name }, this.tagStart);
  }
}

/** A refusal quotes the file, and names in it may be as long as the file. */
function shortened(params: DiagramProblem['params']): DiagramProblem['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'string' && value.length > 200 ? `${value.slice(0, 200)}…` : value,
    ]),
  );
}

/** Most elements hold none, and what is kept of a diagram is mostly elements. */
const NO_CHILDREN: readonly XmlElement[] = [];

/** So many attributes are compared with each other sooner than put into a set. */
const FEW = 8;

function hasTwice(attributes: XmlAttribute[]): boolean {
  if (attributes.length > FEW)
    return (
      new Set(attributes.map((a) => (a.uri === '' ? a.local : `${a.uri} ${a.local}`))).size <
      attributes.length
    );
  for (let i = 1; i < attributes.length; i++) {
    const { local, uri } = attributes[i]!;
    for (let j = 0; j < i; j++) if (attributes[j]!.local === local && attributes[j]!.uri === uri) return true;
  }
  return false;
}
