import { xmlAttribute } from '../../knip-markup.js';
import type { Splice } from '../../xml/splice.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import type { Attribute } from '../pieces/meaning.js';

/** An attribute with its text, so that it can be put into another tag as it was written. */
export interface Token {
  attribute: Attribute;
  /** Blanks before it. */
  before: string;
  name: string;
  /** From `=` to the closing quote. */
  rest: string;
}

const TOKEN = /([ \t\r\n]+)([^\s=/>]+)(\s*=\s*(?:"[^"]*"|'[^']*'))/g;

/** The attributes of a start tag in order, and what follows them before the tag closes. */
export function tokensOf(text: string, element: XmlElement): { tokens: Token[]; tail: string } {
  const tag = text.slice(element.start, element.startTagEnd);
  TOKEN.lastIndex = 1 + (element.prefix ? element.prefix.length + 1 : 0) + element.local.length;
  const tokens: Token[] = [];
  let end = TOKEN.lastIndex;
  for (const attribute of element.attributes) {
    const match = TOKEN.exec(tag);
    if (!match) break;
    tokens.push({ attribute, before: match[1]!, name: match[2]!, rest: match[3]! });
    end = TOKEN.lastIndex;
  }
  return { tokens, tail: tag.slice(end, tag.length - (element.selfClosing ? 2 : 1)) };
}

/** An attribute with another value, in the place it has or as a new one. */
export function withAttribute(text: string, element: XmlElement, name: string, value: string): Splice {
  let at = element.start + 1 + (element.prefix ? element.prefix.length + 1 : 0) + element.local.length;
  for (const token of tokensOf(text, element).tokens) {
    const end = at + token.before.length + token.name.length + token.rest.length;
    if (token.attribute.local === name && token.attribute.uri === '')
      return { start: at + token.before.length, end, text: `${token.name}="${xmlAttribute(value)}"` };
    at = end;
  }
  return { start: at, end: at, text: ` ${name}="${xmlAttribute(value)}"` };
}
