import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { decodeXml } from '#bpmn';
import { definitions, flow, lane, task } from '../../libs/bpmn/src/diagram.fixture.js';
import { readPlainly } from '../../libs/bpmn/src/plain-xml.js';
import { readStrictly } from '../../libs/bpmn/src/strict-xml.js';
import { Refused, TreeBuilder } from '../../libs/bpmn/src/tree-builder.js';
import { damaged, randomFrom } from './mutate.mjs';

const folder = process.env.CORPUS_DIR ?? '../shared';
const present = existsSync(folder);
const absent = `(skipped: ${folder} is not there; set CORPUS_DIR)`;

type Read = (text: string, builder: TreeBuilder) => boolean | void;

/** What one of the two ways makes of a text; undefined where it leaves it to the other. */
function treeOf(read: Read, text: string): unknown {
  const builder = new TreeBuilder(text, () => undefined);
  try {
    return read(text, builder) === false ? undefined : { root: builder.root, comments: builder.comments };
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
}

/** @returns whether the plain way read it to the end */
function sameBothWays(text: string): boolean {
  const plain = treeOf(readPlainly, text);
  if (plain !== undefined) expect(plain).toEqual(treeOf(readStrictly, text));
  return plain !== undefined;
}

const SAMPLE = definitions(`<!-- a - b --><bpmn:process id="P" name='"A" &amp; B&#10;C'>\r\n  <bpmn:laneSet>${lane('L', 'front', 'A', 'B')}</bpmn:laneSet>
  ${task('A')}${task('B', 'userTask', '<bpmn:documentation>x &lt; y > z, \u20ac</bpmn:documentation>')}${flow('A', 'B')}</bpmn:process>`);

describe('Reading XML the plain way', () => {
  it('takes what an editor writes, and gives the tree of the strict parser', () => {
    expect(sameBothWays(SAMPLE)).toBe(true);
  });

  it.each([
    ['two attributes of one name', '<a b="1" b="2"/>'], ['two attributes of one meaning', '<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>'],
    ['a prefix without a namespace', '<x:a/>'], ['a prefix of a sibling', '<a><b xmlns:x="u"/><x:c/></a>'], ['a reserved prefix', '<a xmlns:xml="u"/>'],
    ['a namespace that is taken away', '<a xmlns:x=""/>'], ['a tag left open', '<a><b></a>'], ['an end too many', '<a/></a>'], ['two roots', '<a/><b/>'],
    ['text outside', '<a/>b'], ['a DOCTYPE', '<!DOCTYPE a><a/>'], ['an entity that is not known', '<a>&b;</a>'], ['a reference without an end', '<a>&amp</a>'],
    ['a character that is none', '<a b="\u0001"/>'], ['half a pair', '<a>\ud83d</a>'], ['two hyphens in a comment', '<a><!-- a -- b --></a>'],
    ['the end of CDATA in text', '<a>]]></a>'], ['an attribute without blank before it', '<a b="1"c="2"/>'], ['a bracket in an attribute', '<a b="<"/>'],
    ['no root', '<?xml version="1.0"?>'], ['a declaration that does not stand first', ' <?xml version="1.0"?><a/>'], ['nesting without end', '<a>'.repeat(1_000)],
    ['attributes without end', `<a ${Array.from({ length: 300 }, (_, i) => `a${i}="" `).join('')}/>`], ['a name with two colons', '<a:b:c xmlns:a="u"/>'],
  ])('takes nothing that the strict parser refuses: %s', (_, text) => {
    expect(treeOf(readStrictly, text)).toHaveProperty('code');
    expect(sameBothWays(text)).toBe(false);
  });

  it('gives the same tree or leaves it to the strict parser, whatever is damaged', () => {
    let taken = 0;
    for (let seed = 1; seed <= 3_000; seed++) {
      const decoded = decodeXml(damaged(new TextEncoder().encode(SAMPLE), randomFrom(seed)));
      if (decoded.ok && sameBothWays(decoded.text)) taken++;
    }
    expect(taken).toBeGreaterThan(300);
  });

  (present ? it : it.skip)(`reads the files of the corpus alike ${present ? '' : absent}`, () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bpmn'));
    const taken = files.filter((name) => {
      const decoded = decodeXml(readFileSync(join(folder, name)));
      return decoded.ok && decoded.text.length < 1_000_000 && sameBothWays(decoded.text);
    });
    expect(taken.length).toBeGreaterThan(files.length / 2);
  });
});
