import { BPMN } from './namespaces.js';
import { childrenNamed } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** A piece of source text put in the place of another; `start` = `end` puts in only. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** The text with all splices done; one that lies within a piece already replaced falls away with it. */
export function spliced(text: string, splices: Splice[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const splice of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (splice.start < at) continue;
    parts.push(text.slice(at, splice.start), splice.text);
    at = splice.end;
  }
  return parts.join('') + text.slice(at);
}

/** Takes an element out, with the blanks before it. */
export function removal(text: string, element: XmlElement): Splice {
  let start = element.start;
  while (/\s/.test(text.charAt(start - 1))) start--;
  return { start, end: element.end, text: '' };
}

/**
 * Puts pieces at the end of an element's `extensionElements`, which is made where it is missing: behind
 * `documentation` and before all else, as the BPMN schema orders it. Indented like the file where the file
 * is.
 */
export function extension(text: string, element: XmlElement, pieces: string[]): Splice {
  const indent = indentOf(text, element.start);
  const line = (depth: number) => (indent === undefined ? '' : indent + '  '.repeat(depth));
  const content = pieces.map((piece) => line(2) + piece).join('');
  const existing = childrenNamed(element, BPMN, 'extensionElements')[0];
  if (existing?.selfClosing) return opened(text, existing, content + line(1));
  if (existing) {
    let at = existing.endTagStart;
    while (at > existing.startTagEnd && /\s/.test(text.charAt(at - 1))) at--;
    return { start: at, end: at, text: content };
  }
  const tag = element.prefix ? `${element.prefix}:extensionElements` : 'extensionElements';
  const made = `${line(1)}<${tag}>${content}${line(1)}</${tag}>`;
  if (element.selfClosing) return opened(text, element, made + line(0));
  const at = childrenNamed(element, BPMN, 'documentation').at(-1)?.end ?? element.startTagEnd;
  return { start: at, end: at, text: made };
}

/** A self-closing tag made into a start tag, content and an end tag. */
function opened(text: string, element: XmlElement, content: string): Splice {
  let start = element.startTagEnd - 2;
  while (/\s/.test(text.charAt(start - 1))) start--;
  const tag = element.prefix ? `${element.prefix}:${element.local}` : element.local;
  return { start, end: element.startTagEnd, text: `>${content}</${tag}>` };
}

/** Line break and blanks before an element, undefined where it does not begin its line. */
function indentOf(text: string, start: number): string | undefined {
  let at = start;
  while (/[ \t]/.test(text.charAt(at - 1))) at--;
  if (text.charAt(at - 1) !== '\n') return undefined;
  return (text.charAt(at - 2) === '\r' ? '\r\n' : '\n') + text.slice(at, start);
}
