import type { XmlElement } from '../../xml/xml-tree.js';

/** A child of an element, or what lies between children: a comment, a processing instruction, text. */
interface Part {
  /** Blanks before it, as they stand in the file. */
  before: string;
  element?: XmlElement;
  /** As it stands in the file, where it is no element. */
  note?: string;
}

export interface Content {
  parts: Part[];
  /** Blanks behind the last part. */
  after: string;
}

/**
 * The content of an element, in the order of the file; one without children that holds text has it as one
 * part.
 */
export function contentOf(text: string, element: XmlElement): Content {
  if (element.selfClosing) return { parts: [], after: '' };
  return contentBetween(text, element.startTagEnd, element.endTagStart, element.children);
}

/** The same for a stretch of the file that holds the given elements. */
export function contentBetween(
  text: string,
  start: number,
  end: number,
  children: readonly XmlElement[],
): Content {
  const parts: Part[] = [];
  let at = start;
  let before = '';
  const gap = (until: number) => {
    while (at < until) {
      const blanks = blanksAt(text, at, until);
      before += text.slice(at, blanks);
      at = blanks;
      if (at >= until) break;
      const noteEnd = endOfNote(text, at, until);
      parts.push({ before, note: text.slice(at, noteEnd) });
      before = '';
      at = noteEnd;
    }
  };
  for (const element of children) {
    gap(element.start);
    parts.push({ before, element });
    before = '';
    at = element.end;
  }
  gap(end);
  return { parts, after: before };
}

const BLANK = /[^ \t\r\n]/g;

function blanksAt(text: string, from: number, until: number): number {
  BLANK.lastIndex = from;
  const found = BLANK.exec(text);
  return found && found.index < until ? found.index : until;
}

function endOfNote(text: string, from: number, until: number): number {
  for (const [open, close] of [
    ['<!--', '-->'],
    ['<?', '?>'],
  ] as const) {
    if (text.startsWith(open, from))
      return Math.min(until, text.indexOf(close, from + open.length) + close.length);
  }
  // Text runs on through CDATA, and its own last blanks belong to what follows.
  let at = from;
  while (at < until) {
    if (text.startsWith('<![CDATA[', at)) at = text.indexOf(']]>', at) + 3;
    else if (text.charAt(at) === '<') break;
    else {
      const next = text.indexOf('<', at);
      at = next < 0 || next > until ? until : next;
    }
  }
  let end = Math.min(at, until);
  if (!text.startsWith(']]>', end - 3))
    while (end > from + 1 && ' \t\r\n'.includes(text.charAt(end - 1))) end--;
  return end;
}

export const isComment = (note: string) => note.startsWith('<!--');

/** Whether an element holds text beside its children, so that only all of it together means something. */
export function isProse(element: XmlElement): boolean {
  return /\S/.test(element.text);
}
