import { MAX_DIAGRAM_BYTES } from './limits.js';
import { placeOf } from './problem.js';
import type { DiagramProblem } from './problem.js';

export type Decoded = { ok: true; text: string; encoding: string } | { ok: false; problem: DiagramProblem };

const refuse = (
  code: DiagramProblem['code'],
  params: DiagramProblem['params'] = {},
  place = {},
): Decoded => ({ ok: false, problem: { code, params, ...place } });

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, i) => bytes[i] === byte);

/**
 * Bytes of an XML file as text, without byte order mark (XML 1.0, 4.3.3 and appendix F): by byte order mark,
 * else by the declaration, else UTF-8. Where the declaration contradicts the bytes, or a byte has no meaning
 * in the encoding, the file is refused.
 */
export function decodeXml(bytes: Uint8Array): Decoded {
  const known = recognise(bytes);
  if (known) return known;
  const marked = markOf(bytes);
  const body = marked ? bytes.subarray(marked.length) : bytes;
  const family = marked?.encoding ?? unmarkedUtf16(body) ?? 'bytes';
  if (family === 'utf-32') return refuse('unknownEncoding', { encoding: 'UTF-32' });
  if (!family.startsWith('utf-16')) {
    const nul = body.indexOf(0);
    if (nul >= 0) return refuse('nulBytes', {}, placeOf(latin1(body.subarray(0, nul)), nul));
  }
  const declared = declaredEncoding(body, family);
  const encoding = chosen(family, declared, marked !== undefined);
  if (encoding === undefined)
    return refuse('encodingContradiction', {
      declared: declared ?? 'UTF-8',
      found: family === 'bytes' ? 'UTF-8' : family.toUpperCase(),
    });
  return decodeAs(encoding, body, declared);
}

/** Files of other kinds that people send by mistake, known by their first bytes. */
function recognise(bytes: Uint8Array): Decoded | undefined {
  if (bytes.length > MAX_DIAGRAM_BYTES)
    return refuse('tooLarge', { limit: MAX_DIAGRAM_BYTES, bytes: bytes.length });
  if (bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) return refuse('empty');
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return refuse('pdf');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06))
    return refuse('zip');
  if (startsWith(bytes, 0x1f, 0x8b)) return refuse('gzip');
  return undefined;
}

function markOf(
  bytes: Uint8Array,
): { encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32'; length: number } | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', length: 3 };
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff))
    return { encoding: 'utf-32', length: 4 };
  if (startsWith(bytes, 0xff, 0xfe)) return { encoding: 'utf-16le', length: 2 };
  if (startsWith(bytes, 0xfe, 0xff)) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, 0x3c, 0, 0x3f, 0)) return 'utf-16le';
  if (startsWith(bytes, 0, 0x3c, 0, 0x3f)) return 'utf-16be';
  return undefined;
}

const DECLARATION = /^<\?xml\s+version\s*=\s*(?:"[^"]*"|'[^']*')\s+encoding\s*=\s*(?:"([^"]*)"|'([^']*)')/;

function declaredEncoding(body: Uint8Array, family: string): string | undefined {
  const head = body.subarray(0, 1024);
  // The declaration is the first tag, and decoding more than that takes longer than all the rest.
  const text = family.startsWith('utf-16')
    ? new TextDecoder(family).decode(head)
    : latin1(head.subarray(0, head.indexOf(0x3e) + 1));
  const match = DECLARATION.exec(text);
  return (match?.[1] ?? match?.[2])?.toLowerCase();
}

/** The encoding to decode with; undefined where declaration and bytes contradict each other. */
function chosen(family: string, declared: string | undefined, marked: boolean): string | undefined {
  if (family.startsWith('utf-16')) {
    // Without mark and without declaration XML takes a file for UTF-8, so only a declaration makes it UTF-16.
    if (declared === undefined) return marked ? family : undefined;
    return ['utf-16', 'utf16', 'ucs-2', 'iso-10646-ucs-2', family].includes(declared) ? family : undefined;
  }
  if (declared === undefined) return 'utf-8';
  if (marked) return declared === 'utf-8' || declared === 'utf8' ? 'utf-8' : undefined;
  return /^(utf-?16|ucs-?[24]|iso-10646-ucs|utf-?32|unicode|csunicode)/.test(declared) ? undefined : declared;
}

/** One for all: making a decoder takes longer than decoding a small diagram. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const LATIN1 = /^(iso[-_]?8859-1|iso_8859-1:1987|latin1|l1|cp819|ibm819|csisolatin1|iso-ir-100)$/;
const ASCII =
  /^(us-ascii|ascii|us|ansi_x3\.4-1968|ansi_x3\.4-1986|iso646-us|iso-ir-6|iso_646\.irv:1991|cp367|ibm367|csascii)$/;

function decodeAs(encoding: string, body: Uint8Array, declared: string | undefined): Decoded {
  if (encoding === 'utf-8') {
    try {
      return checked(UTF8.decode(body), encoding);
    } catch {
      // Below it is found where it goes wrong.
    }
  }
  if (LATIN1.test(encoding)) return checked(latin1(body), 'iso-8859-1');
  if (ASCII.test(encoding)) {
    const at = body.findIndex((byte) => byte > 0x7f);
    return at < 0
      ? checked(latin1(body), 'us-ascii')
      : refuse('invalidBytes', { encoding: 'US-ASCII' }, placeOf(latin1(body.subarray(0, at)), at));
  }
  // A stateful encoding could hide markup from every check that looks at bytes.
  if (/^(iso-2022|csiso2022|hz-gb|x-user)/.test(encoding))
    return refuse('unknownEncoding', { encoding: declared ?? encoding });
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch {
    return refuse('unknownEncoding', { encoding: declared ?? encoding });
  }
  try {
    const text = decoder.decode(body, { stream: true });
    try {
      decoder.decode();
    } catch {
      return refuse('truncated', {}, placeOf(text, text.length));
    }
    return checked(text, decoder.encoding);
  } catch {
    const lossy = new TextDecoder(encoding, { ignoreBOM: true }).decode(body);
    return refuse(
      'invalidBytes',
      { encoding: decoder.encoding.toUpperCase() },
      placeOf(lossy, Math.max(0, lossy.indexOf('\ufffd'))),
    );
  }
}

/**
 * Refuses characters that XML does not have; the two kinds that occur in damaged files get a name of their
 * own.
 */
function checked(text: string, encoding: string): Decoded {
  const at = text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  if (at < 0) return { ok: true, text, encoding };
  const code = text.charCodeAt(at);
  return refuse(
    code === 0 ? 'nulBytes' : 'controlCharacter',
    { character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` },
    placeOf(text, at),
  );
}

/** ISO-8859-1 proper: `TextDecoder` takes that label for windows-1252. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}
