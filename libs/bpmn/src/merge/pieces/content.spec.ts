import { describe, expect, it } from '@jest/globals';
import { parseXml } from '../../xml/xml-tree.js';
import { contentOf, isComment, isProse } from './content.js';
import { alike, carrierOf, originsOf, threeWay, valuesOf } from './three-way.js';
import { anyElement, has, newPiece } from './piece.js';
import type { Piece } from './piece.js';
import type { Origin } from './source.js';

function read(text: string) {
  const parsed = parseXml(text, () => undefined);
  if (!parsed.ok) throw new Error(text);
  return parsed.root;
}
/** Parts as they stand: blanks before, then a name or the note itself; at last the blanks behind. */
const parts = (text: string) => {
  const { parts, after } = contentOf(text, read(text));
  return [
    ...parts.map(({ before, element, note }) => [before, element ? `<${element.local}>` : note]),
    after,
  ];
};

describe('The content of an element', () => {
  it('is elements, comments, instructions and text, each with the blanks before it', () => {
    expect(parts('<a/>')).toEqual(['']);
    expect(parts('<a></a>')).toEqual(['']);
    expect(parts('<a> \n</a>')).toEqual([' \n']);
    expect(parts('<a>\n <b/>\t<c> x </c> </a>')).toEqual([['\n ', '<b>'], ['\t', '<c>'], ' ']);
    expect(parts('<a> <!-- x --> <?p q?><b/><!--y--></a>')).toEqual([
      [' ', '<!-- x -->'],
      [' ', '<?p q?>'],
      ['', '<b>'],
      ['', '<!--y-->'],
      '',
    ]);
    expect(parts('<a> text here <b/> more</a>')).toEqual([
      [' ', 'text here'],
      [' ', '<b>'],
      [' ', 'more'],
      '',
    ]);
    expect(parts('<a>x\n</a>')).toEqual([['', 'x'], '\n']);
    expect(parts('<a>x<!-- y -->z</a>')).toEqual([['', 'x'], ['', '<!-- y -->'], ['', 'z'], '']);
  });

  it('keeps CDATA and the text around it as one', () => {
    expect(parts('<a>x <![CDATA[<b>]]> y <c/></a>')).toEqual([['', 'x <![CDATA[<b>]]> y'], [' ', '<c>'], '']);
    expect(parts('<a> <![CDATA[ ]]></a>')).toEqual([[' ', '<![CDATA[ ]]>'], '']);
    expect(parts('<a><![CDATA[a]]> </a>')).toEqual([['', '<![CDATA[a]]>'], ' ']);
    expect(parts('<a><!-- <b/> --><b/></a>')).toEqual([['', '<!-- <b/> -->'], ['', '<b>'], '']);
  });

  it('is prose where there is text in it', () => {
    expect([
      isProse(read('<a> </a>')),
      isProse(read('<a> x </a>')),
      isProse(read('<a><b>x</b></a>')),
    ]).toEqual([false, true, false]);
    expect([isComment('<!-- -->'), isComment('<!--y-->'), isComment('<?a?>'), isComment('text')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('Of three values', () => {
  it('the one that was changed is told, or that both were', () => {
    expect(threeWay(1, 1, 1)).toBe('base');
    expect(threeWay(1, 2, 1)).toBe('mine');
    expect(threeWay(1, 1, 2)).toBe('theirs');
    expect(threeWay(1, 2, 2)).toBe('either');
    expect(threeWay(1, 2, 3)).toBe('both');
  });

  const piece = (origins: string): Piece => ({
    ...newPiece('k'),
    elements: {
      ...(origins.includes('b') && { base: read('<b/>') }),
      ...(origins.includes('m') && { mine: read('<m/>') }),
      ...(origins.includes('t') && { theirs: read('<t/>') }),
    },
  });
  const values = (origins: string) => {
    const { base, mine, theirs } = valuesOf(piece(origins), (origin) => origin);
    return [base, mine, theirs];
  };

  it('the one of a side that lacks the thing counts as unchanged, or as that of the other', () => {
    expect(values('bmt')).toEqual(['base', 'mine', 'theirs']);
    expect(values('bm')).toEqual(['base', 'mine', 'base']);
    expect(values('bt')).toEqual(['base', 'base', 'theirs']);
    expect(values('b')).toEqual(['base', 'base', 'base']);
    expect(values('mt')).toEqual([undefined, 'mine', 'theirs']);
    expect(values('m')).toEqual([undefined, 'mine', 'mine']);
    expect(values('t')).toEqual([undefined, 'theirs', 'theirs']);
  });

  it('two alike are taken by their texts, and so is what carries the rest', () => {
    const by = (mine: string, theirs: string) => (origin: Origin) => (origin === 'mine' ? mine : theirs);
    expect(alike(piece('bmt'), by('a', 'b'))).toBe('mine');
    expect(alike(piece('bmt'), by('b', 'a'))).toBe('theirs');
    expect(alike(piece('bm'), by('b', 'a'))).toBe('mine');
    expect(alike(piece('bt'), by('a', 'b'))).toBe('theirs');
    expect(alike(piece('b'), by('a', 'b'))).toBe('mine');
    expect(carrierOf(piece('bmt'), by('b', 'a'))).toBe('base');
    expect(carrierOf(piece('mt'), by('b', 'a'))).toBe('theirs');
    expect(originsOf(piece('bt'))).toEqual(['base', 'theirs']);
    expect([has(piece('m'), 'mine'), has(piece('m'), 'base')]).toEqual([true, false]);
  });

  it('an element stands for the thing: that of the base, else the first by name', () => {
    expect(['bmt', 'mt', 'm', 't'].map((origins) => anyElement(piece(origins)).local)).toEqual([
      'b',
      'm',
      'm',
      't',
    ]);
    const both = (mine: string, theirs: string) =>
      anyElement({ ...newPiece(), elements: { mine: read(mine), theirs: read(theirs) } }).attributes[0]!
        .value;
    expect(both('<a id="2"/>', '<a id="1"/>')).toBe('1');
    expect(both('<a id="1"/>', '<a id="2"/>')).toBe('1');
    expect(both('<b id="1"/>', '<a id="2"/>')).toBe('2');
  });
});
