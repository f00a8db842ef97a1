import { describe, expect, it } from '@jest/globals';
import { decodeXml } from './decode.js';
import { MAX_DIAGRAM_BYTES } from './limits.js';
import { placeOf } from './problem.js';

const latin = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, little: boolean) =>
  Uint8Array.from(
    text.split('').flatMap((c) => {
      const [high, low] = [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255];
      return little ? [low, high] : [high, low];
    }),
  );
const file = (encoding: string, content = '<a/>') => `<?xml version="1.0" encoding="${encoding}"?>${content}`;
/** The encoding, or what is wrong and where. */
function told(bytes: Uint8Array): string {
  const decoded = decodeXml(bytes);
  if (decoded.ok) return decoded.encoding;
  const { code, params, line, column } = decoded.problem;
  return [code, ...Object.values(params), ...(line === undefined ? [] : [`${line}:${column}`])].join(' ');
}

describe('The encoding of a file', () => {
  it.each([
    ...['UTF-8', 'utf-8'].map((name) => [name, 'utf-8']),
    ...'ISO-8859-1 iso8859-1 iso_8859-1 iso_8859-1:1987 latin1 l1 cp819 ibm819 csISOLatin1 iso-ir-100'
      .split(' ')
      .map((name) => [name, 'iso-8859-1']),
    ...'us-ascii ASCII us ansi_x3.4-1968 ansi_x3.4-1986 iso646-us iso-ir-6 iso_646.irv:1991 cp367 ibm367 csASCII'
      .split(' ')
      .map((name) => [name, 'us-ascii']),
    ['windows-1252', 'windows-1252'],
    ['ISO-8859-15', 'iso-8859-15'],
  ])('is the declared one: %s is %s', (name, encoding) => {
    expect(told(utf8(file(name!)))).toBe(encoding);
    expect(told(utf8(file(name!).replaceAll('"', "'").replace(' encoding=', '\n encoding = ')))).toBe(
      encoding,
    );
  });

  it('is UTF-8 where nothing is declared, or what the byte order mark says', () => {
    expect(told(utf8('<a/>'))).toBe('utf-8');
    expect(told(utf8('\ufeff<a/>'))).toBe('utf-8');
    expect(told(utf8(`\ufeff${file('utf8')}`))).toBe('utf-8');
    expect(told(wide('\ufeff<a/>', true))).toBe('utf-16le');
    expect(told(wide('\ufeff<a/>', false))).toBe('utf-16be');
    for (const name of ['utf-16', 'UTF16', 'ucs-2', 'iso-10646-ucs-2', 'utf-16le'])
      expect(told(wide(`\ufeff${file(name)}`, true))).toBe('utf-16le');
    expect(told(wide(file('utf-16be'), false))).toBe('utf-16be');
    const decoded = decodeXml(utf8('\ufeff<a/>'));
    expect(decoded.ok && decoded.text).toBe('<a/>');
  });

  it('is refused where the bytes say another one', () => {
    expect(told(utf8(`\ufeff${file('iso-8859-1')}`))).toBe('encodingContradiction iso-8859-1 UTF-8');
    expect(told(wide(`\ufeff${file('utf-16be')}`, true))).toBe('encodingContradiction utf-16be UTF-16LE');
    expect(told(wide(`\ufeff${file('utf-16le')}`, false))).toBe('encodingContradiction utf-16le UTF-16BE');
    expect(told(wide('<?xml version="1.0"?><a/>', true))).toBe('encodingContradiction UTF-8 UTF-16LE');
    for (const name of [
      'utf-16',
      'utf16',
      'ucs-2',
      'ucs-4',
      'iso-10646-ucs-2',
      'utf-32',
      'utf32',
      'unicode',
      'csunicode',
    ])
      expect(told(utf8(file(name)))).toBe(`encodingContradiction ${name} UTF-8`);
    expect(told(latin('\xff\xfe\0\0<'))).toBe('unknownEncoding UTF-32');
    expect(told(latin('\0\0\xfe\xff<'))).toBe('unknownEncoding UTF-32');
    for (const name of ['iso-2022-jp', 'csiso2022kr', 'hz-gb-2312', 'x-user-defined', 'utf-7', 'klingon'])
      expect(told(utf8(file(name)))).toBe(`unknownEncoding ${name}`);
  });

  it('is declared in the first tag alone', () => {
    expect(told(utf8(`<a>${file('klingon')}</a>`))).toBe('utf-8');
    expect(told(utf8('<?xml version="1.0"?><a encoding="klingon"/>'))).toBe('utf-8');
  });
});

describe('Bytes that cannot be read', () => {
  it('are told with their place', () => {
    expect(told(latin('<a>\n  \xe9</a>'))).toBe('invalidBytes UTF-8 2:3');
    expect(told(latin(file('us-ascii', '\n<a>\xe9</a>')))).toBe('invalidBytes US-ASCII 2:4');
    expect(told(utf8('<a>é').subarray(0, 4))).toBe('truncated 1:4');
    expect(told(latin('<a>\n\0'))).toBe('nulBytes 2:1');
    expect(told(wide('\ufeff<a>\n\0', true))).toBe('nulBytes U+0000 2:1');
    expect(told(utf8('<a>\u0001'))).toBe('controlCharacter U+0001 1:4');
    for (const [bad, name] of [
      ['\u0008', '0008'],
      ['\u000b', '000B'],
      ['\u000c', '000C'],
      ['\u000e', '000E'],
      ['\u001f', '001F'],
      ['\ufffe', 'FFFE'],
      ['\uffff', 'FFFF'],
    ] as const)
      expect(told(utf8(`<a>${bad}`))).toBe(`controlCharacter U+${name} 1:4`);
    for (const good of ['\t', '\n', '\r', ' ', '\u007f', '\ufffd', '\ud83d\ude00'])
      expect(told(utf8(`<a>${good}`))).toBe('utf-8');
  });

  it('are files of other kinds, empty ones, and those that are too large', () => {
    expect(['%PDF-1', 'PK\x03\x04', 'PK\x05\x06', '\x1f\x8b'].map((start) => told(latin(start)))).toEqual([
      'pdf',
      'zip',
      'zip',
      'gzip',
    ]);
    expect(
      ['PK\x03\x05', 'PK\x01\x02', '%PDG', '\x1f\x20'].map((start) => told(latin(start)).split(' ')[0]),
    ).not.toEqual(expect.arrayContaining(['zip', 'pdf', 'gzip']));
    expect(['', ' ', '\t\n\x0b\x0c\r '].map((blank) => told(latin(blank)))).toEqual([
      'empty',
      'empty',
      'empty',
    ]);
    expect([told(latin('\x08')), told(latin('\x0e')), told(latin('x'))]).not.toContain('empty');
    expect(told(new Uint8Array(MAX_DIAGRAM_BYTES).fill(0x61))).toBe('utf-8');
    expect(told(new Uint8Array(MAX_DIAGRAM_BYTES + 1).fill(0x61))).toBe(
      `tooLarge ${MAX_DIAGRAM_BYTES} ${MAX_DIAGRAM_BYTES + 1}`,
    );
  });

  it('have a place by lines that end with LF, CR or both', () => {
    const at = (text: string, offset: number) => Object.values(placeOf(text, offset));
    expect(at('ab', 0)).toEqual([1, 1]);
    expect(at('ab', 2)).toEqual([1, 3]);
    expect(at('ab', 9)).toEqual([1, 3]);
    expect(at('a\nb', 2)).toEqual([2, 1]);
    expect(at('a\rb', 2)).toEqual([2, 1]);
    expect(at('a\r\nb', 3)).toEqual([2, 1]);
    expect(at('a\r\nb', 2)).toEqual([1, 3]);
    expect(at('\n\n x', 3)).toEqual([3, 2]);
  });
});
