import { Refused } from './tree-builder.js';
import type { TreeBuilder } from './tree-builder.js';

/** A character that XML lacks, or half of a pair, of which the other half would have to be looked for. */
const NOT_PLAIN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/;
const DECLARATION = /^<\?xml version="1\.0"(?: encoding="[A-Za-z][A-Za-z0-9._-]*")?(?: standalone="(?:yes|no)")? ?\?>/;
const NAME = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y;
const ATTRIBUTE = /[ \t\r\n]+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)=(?:"([^"<\t\n\r]*)"|'([^'<\t\n\r]*)')/y;
const TAG_END = /[ \t\r\n]*(\/?)>/y;
const NOT_BLANK = /[^ \t\r\n]/;
const ENTITIES = new Map([['&lt;', '<'], ['&gt;', '>'], ['&amp;', '&'], ['&quot;', '"'], ['&apos;', "'"], ['&#10;', '\n'], ['&#xA;', '\n'], ['&#xa;', '\n']]);

/**
 * Reads XML as editors write it, ten times as fast as the strict parser: tags, attributes, text and comments with names of plain letters.
 * Knows nothing of what is wrong with a file; that, and everything rare, is left to the strict parser.
 * @returns whether all of it was read; if not, what the builder holds is of no use
 */
export function readPlainly(text: string, builder: TreeBuilder): boolean {
  try {
    return !NOT_PLAIN.test(text) && takeAll(text, builder);
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

function takeAll(text: string, builder: TreeBuilder): boolean {
  for (let at = DECLARATION.exec(text)?.[0].length ?? 0; at < text.length; ) {
    const tag = text.indexOf('<', at);
    if (!takeText(text.slice(at, tag < 0 ? text.length : tag), builder)) return false;
    if (tag < 0) break;
    const next = text.charCodeAt(tag + 1);
    const end = next === 0x2f ? takeEndTag(text, tag, builder) : next === 0x21 ? takeComment(text, tag, builder) : takeStartTag(text, tag, builder);
    if (end === undefined) return false;
    at = end;
  }
  return builder.root !== undefined && builder.openName === undefined;
}

function takeText(raw: string, builder: TreeBuilder): boolean {
  if (raw === '') return true;
  if (builder.openName === undefined) return !NOT_BLANK.test(raw);
  if (raw.includes(']]>')) return false;
  const value = resolved(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);
  if (value !== undefined) builder.addText(value);
  return value !== undefined;
}

/** @returns the offset behind it, as do the others; undefined where it is not plain */
function takeStartTag(text: string, start: number, builder: TreeBuilder): number | undefined {
  if (builder.root && builder.openName === undefined) return undefined;
  NAME.lastIndex = start + 1;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return undefined;
  builder.beginTag(start);
  let at = NAME.lastIndex;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(text);
    if (!found) break;
    const value = resolved(found[2] ?? found[3]!);
    if (value === undefined) return undefined;
    builder.addAttribute(found[1]!, value);
    at = ATTRIBUTE.lastIndex;
  }
  TAG_END.lastIndex = at;
  const closing = TAG_END.exec(text);
  if (!closing) return undefined;
  const end = TAG_END.lastIndex;
  builder.openTag(name, end, closing[1] !== '');
  if (closing[1] !== '') builder.closeTag(end, end);
  return end;
}

function takeEndTag(text: string, start: number, builder: TreeBuilder): number | undefined {
  const name = builder.openName;
  if (name === undefined || !text.startsWith(name, start + 2)) return undefined;
  const end = start + 2 + name.length;
  if (text.charCodeAt(end) !== 0x3e) return undefined;
  builder.closeTag(start, end + 1);
  return end + 1;
}

function takeComment(text: string, start: number, builder: TreeBuilder): number | undefined {
  if (!text.startsWith('<!--', start)) return undefined;
  const end = text.indexOf('--', start + 4);
  if (end < 0 || text.charCodeAt(end + 2) !== 0x3e) return undefined;
  builder.comments++;
  return end + 3;
}

/** Text with its references resolved; undefined where one is not of the usual ones. */
function resolved(raw: string): string | undefined {
  if (!raw.includes('&')) return raw;
  let known = true;
  const value = raw.replace(/&[^;]*;?/g, (reference) => ENTITIES.get(reference) ?? ((known = false), ''));
  return known ? value : undefined;
}
