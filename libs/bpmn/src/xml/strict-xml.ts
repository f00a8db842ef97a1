import { SaxesParser } from 'saxes';
import type { DiagramProblem } from './problem.js';
import type { TreeBuilder } from './tree-builder.js';

/** Reads strict XML of any kind, and refuses the first thing that is wrong. */
export function readStrictly(text: string, builder: TreeBuilder): void {
  const doctype = doctypeInProlog(text);
  if (doctype !== undefined) builder.refuse('doctype', {}, doctype);
  // XML 1.1 would let control characters in as references. Namespaces are resolved by the builder: the parser
  // trims their names, and a name with a blank behind it is another name.
  const parser = new SaxesParser({
    xmlns: false,
    position: false,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
  });
  let ended = false;
  parser.on('error', (error) => {
    const [code, params] = codeOf(error.message, ended, builder.openName);
    builder.refuse(code, params, ended ? text.length : parser.position);
  });
  // An eighth listener would turn the parser into a dictionary, with which each of its steps takes five times
  // as long.
  parser.on('comment', () => builder.comments++);
  // One by one: the dictionary that the opening tag carries of them takes longer to walk through than all
  // else about a tag.
  parser.on('attribute', ({ name, value }) => builder.addAttribute(name, value));
  parser.on('opentag', ({ name, isSelfClosing }) =>
    builder.openTag(name, text.lastIndexOf('<', parser.position - 1), parser.position, isSelfClosing),
  );
  parser.on('closetag', ({ isSelfClosing }) =>
    builder.closeTag(
      isSelfClosing ? parser.position : text.lastIndexOf('<', parser.position - 1),
      parser.position,
    ),
  );
  parser.on('text', (chunk) => builder.addText(chunk));
  parser.on('cdata', (chunk) => builder.addText(chunk));
  // A line end of CR alone costs the parser a thousandfold; as LF it means the same and keeps every offset.
  parser.write(text.replace(/\r(?!\n)/g, '\n'));
  ended = true;
  parser.close();
  if (!builder.root) builder.refuse('truncated', {}, text.length);
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

/** What the parser says, as one of our codes. */
function codeOf(
  message: string,
  ended: boolean,
  open: string | undefined,
): [DiagramProblem['code'], DiagramProblem['params']] {
  const element = open ?? '';
  if (message.includes('doctype')) return ['doctype', {}];
  if (message.includes('entity')) return ['entity', {}];
  if (message.includes('duplicate attribute')) return ['duplicateAttribute', { element }];
  if (message.includes('close tag') || message.includes('closing tag')) return ['mismatchedTag', { element }];
  if (message.includes('outside of root') && open === undefined) return ['notXml', {}];
  if (ended) return ['truncated', { element }];
  return ['notWellFormed', { detail: message }];
}
