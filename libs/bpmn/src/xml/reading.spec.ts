import { describe, expect, it } from '@jest/globals';
import { accepted, definitions, process } from '../diagram.fixture.js';
import { inventoryOf, properIds } from '../inventory.js';
import { keys, localRef, nameOf } from '../keys.js';
import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_PARTS } from './limits.js';
import { extension, removal, spliced } from './splice.js';
import { split } from './xml-scope.js';
import { attribute, childrenNamed, elementsOf, parseXml } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

function read(text: string): XmlElement {
  const parsed = parseXml(text, () => undefined);
  if (!parsed.ok) throw new Error(`${text} ${JSON.stringify(parsed.problem)}`);
  return parsed.root;
}
const refused = (text: string) => {
  const parsed = parseXml(text, () => undefined);
  return parsed.ok ? 'taken' : parsed.problem.code;
};
const attributes = (count: number, name = (i: number) => `a${i}`) =>
  Array.from({ length: count }, (_, i) => `${name(i)}=""`).join(' ');

describe('Reading XML', () => {
  it('takes as much as its limits say, and no more', () => {
    const deep = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect([refused(deep(MAX_DEPTH)), refused(deep(MAX_DEPTH + 1))]).toEqual(['taken', 'tooDeep']);
    expect(refused(`<a ${attributes(MAX_ATTRIBUTES)}/>`)).toBe('taken');
    expect(refused(`<a ${attributes(MAX_ATTRIBUTES + 1)}/>`)).toBe('tooManyAttributes');
    const inside = '<a b=""/>'.repeat(MAX_PARTS / 2 - 1);
    expect(refused(`<a b="">${inside}</a>`)).toBe('taken');
    expect(refused(`<a b="" c="">${inside}</a>`)).toBe('tooManyParts');
    expect(refused(`<a b="">${inside}<a/></a>`)).toBe('tooManyParts');
  });

  it('refuses an attribute that stands twice, among few and among many', () => {
    for (const count of [1, 7, 8, 9, 20]) {
      const xmlns = 'xmlns:p="u" xmlns:q="u" xmlns:r="v"';
      expect(refused(`<a ${xmlns} ${attributes(count)}/>`)).toBe('taken');
      expect(refused(`<a ${xmlns} ${attributes(count)} p:b="" b="" r:b=""/>`)).toBe('taken');
      expect(refused(`<a ${xmlns} ${attributes(count)} p:b="" q:b=""/>`)).toBe('duplicateAttribute');
      expect(refused(`<a ${xmlns} ${attributes(count)} a0=""/>`)).toBe('duplicateAttribute');
    }
  });

  it('knows namespaces where they are declared, and refuses what XML does not allow', () => {
    const root = read('<a xmlns="u"><b xmlns="" c=""/><p:d xmlns:p="v" p:e="" f=""><g/></p:d></a>');
    const [b, d] = root.children;
    expect([root.uri, b!.uri, d!.uri, d!.children[0]!.uri]).toEqual(['u', '', 'v', 'u']);
    expect([attribute(d!, 'e', 'v'), attribute(d!, 'e'), attribute(d!, 'f')]).toEqual(['', undefined, '']);
    expect(childrenNamed(root, 'v', 'd')).toEqual([d]);
    expect(childrenNamed(root, 'u', 'd')).toEqual([]);
    expect(elementsOf(root).map(({ local }) => local)).toEqual(['a', 'b', 'd', 'g']);
    expect(attribute(read('<a xml:lang="nl"/>'), 'lang', 'http://www.w3.org/XML/1998/namespace')).toBe('nl');
    for (const bad of [
      'xmlns:p=""',
      'xmlns:xmlns="u"',
      'xmlns:p="http://www.w3.org/2000/xmlns/"',
      'xmlns="http://www.w3.org/XML/1998/namespace"',
      'xmlns:xml="u"',
    ])
      expect([bad, refused(`<a ${bad}/>`)]).toEqual([bad, 'unboundPrefix']);
    expect(refused('<a xmlns:xml="http://www.w3.org/XML/1998/namespace"/>')).toBe('taken');
    for (const bad of [':a', 'a:', 'a:b:c']) expect([bad, split(bad)]).toEqual([bad, undefined]);
    expect([split('a'), split('p:a')]).toEqual([
      { prefix: '', local: 'a' },
      { prefix: 'p', local: 'a' },
    ]);
    expect(refused('<a:b:c xmlns:a="u"/>')).toBe('notWellFormed');
    expect(refused('<a><b/></a><c/>')).not.toBe('taken');
    expect([
      refused('<a>&b;</a>'),
      refused('<a'),
      refused('<a></b>'),
      refused('x<a/>'),
      refused('<a>'),
    ]).toEqual(['entity', 'truncated', 'mismatchedTag', 'notXml', 'truncated']);
  });

  it('knows where each element stands', () => {
    const text = '<a>\n <b c="d">e</b><f /></a>';
    const [b, f] = read(text).children;
    expect(
      [b, f].map((e) =>
        [e!.start, e!.startTagEnd, e!.endTagStart, e!.end].map((at) => text.slice(at, at + 2)),
      ),
    ).toEqual([
      ['<b', 'e<', '</', '<f'],
      ['<f', '</', '</', '</'],
    ]);
    expect([b!.selfClosing, f!.selfClosing, b!.text]).toEqual([false, true, 'e']);
  });
});

describe('A text with pieces put in', () => {
  const BPMN = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"';
  const extended = (text: string) => {
    const step = read(text).children[0]!;
    return spliced(text, [extension(text, step, ['<x/>', '<y/>'])]);
  };

  it('has them in their places, and not inside what was replaced', () => {
    expect(spliced('abcdef', [])).toBe('abcdef');
    expect(
      spliced('abcdef', [
        { start: 4, end: 5, text: 'E' },
        { start: 1, end: 3, text: 'X' },
        { start: 2, end: 4, text: 'no' },
        { start: 3, end: 3, text: '+' },
        { start: 0, end: 0, text: '^' },
      ]),
    ).toBe('^aX+dEf');
  });

  it('is without an element and the blanks before it', () => {
    const text = '<a> <b/>\n  <c/> </a>';
    const [b, c] = read(text).children;
    expect(spliced(text, [removal(text, c!)])).toBe('<a> <b/> </a>');
    expect(spliced(text, [removal(text, b!), removal(text, c!)])).toBe('<a> </a>');
  });

  it('is extended behind documentation, indented as the file is', () => {
    expect(extended(`<a ${BPMN}><t/></a>`)).toBe(
      `<a ${BPMN}><t><extensionElements><x/><y/></extensionElements></t></a>`,
    );
    expect(extended(`<a ${BPMN}><t ></t></a>`)).toBe(
      `<a ${BPMN}><t ><extensionElements><x/><y/></extensionElements></t></a>`,
    );
    expect(extended(`<p:a xmlns:p="http://www.omg.org/spec/BPMN/20100524/MODEL"><p:t /></p:a>`)).toContain(
      '<p:t><p:extensionElements><x/><y/></p:extensionElements></p:t>',
    );
    expect(extended(`<a ${BPMN}>\n  <t/>\n</a>`)).toBe(
      `<a ${BPMN}>\n  <t>\n    <extensionElements>\n      <x/>\n      <y/>\n    </extensionElements>\n  </t>\n</a>`,
    );
    expect(extended(`<a ${BPMN}>\r\n\t<t/>\r\n</a>`)).toContain(
      '\r\n\t<t>\r\n\t  <extensionElements>\r\n\t    <x/>',
    );
    expect(extended(`<a ${BPMN}>\n<t><documentation/><documentation/><incoming/></t></a>`)).toContain(
      '<documentation/><documentation/>\n  <extensionElements>\n    <x/>\n    <y/>\n  </extensionElements><incoming/>',
    );
    expect(extended(`<a ${BPMN}><t><extensionElements /></t></a>`)).toContain(
      '<t><extensionElements><x/><y/></extensionElements></t>',
    );
    expect(extended(`<a ${BPMN}>\n <t><extensionElements>\n <z/>\n </extensionElements></t></a>`)).toContain(
      '<extensionElements>\n <z/>\n     <x/>\n     <y/>\n </extensionElements>',
    );
    expect(extended(`<a ${BPMN}><t><extensionElements> </extensionElements></t></a>`)).toContain(
      '<extensionElements><x/><y/> </extensionElements>',
    );
  });
});

describe('Ids and names of a file', () => {
  it('are counted on what the standard has, each once', () => {
    const { root } = accepted(
      definitions(
        '<bpmn:process id="P"><bpmn:laneSet id="LS"><bpmn:lane id="L"/></bpmn:laneSet><bpmn:task id="A"/><bpmn:task id="A"/><bpmn:task id=" "/><v:x xmlns:v="u" id="V"/></bpmn:process><bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="Pl"><bpmndi:BPMNShape id="S" bpmnElement="A"><dc:Bounds id="B"/></bpmndi:BPMNShape><bpmndi:BPMNEdge id="E"><di:waypoint id="W"/></bpmndi:BPMNEdge></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>',
      ),
    );
    const found = inventoryOf(root);
    expect(Object.fromEntries(found.ids)).toEqual({
      Defs: 1,
      P: 1,
      LS: 1,
      L: 1,
      A: 2,
      D: 1,
      Pl: 1,
      S: 1,
      B: 1,
      E: 1,
      W: 1,
    });
    expect([...found.lanes, ...found.shapes].map((each) => attribute(each, 'id'))).toEqual(['L', 'S']);
    expect(properIds(found)).toEqual(['Defs', 'P', 'LS', 'L']);
  });

  it('are keys: an id that stands once, else a number that is no id', () => {
    const { root } = accepted(
      process('<bpmn:task id="A"/><bpmn:task id="?1"/><bpmn:task/><bpmn:task id="B"/><bpmn:task id="B"/>'),
    );
    const keyOf = keys(inventoryOf(root).ids);
    const steps = elementsOf(root).filter(({ local }) => local === 'task');
    const told = [
      { key: 'A', id: 'A', decidable: true },
      { key: '?1', id: '?1', decidable: true },
      { key: '?2', decidable: false },
      { key: '?3', id: 'B', decidable: false },
      { key: '?4', id: 'B', decidable: false },
    ];
    expect([steps.map(keyOf), steps.map(keyOf)]).toEqual([told, told]);
    expect([localRef(' p:A '), localRef('A'), localRef(undefined)]).toEqual(['A', 'A', undefined]);
  });

  it('are names of at most 4,000 characters, never half of one', () => {
    const name = (text: string) => nameOf(read(`<a name="${text}"/>`));
    expect([name(' x '), nameOf(read('<a/>'))]).toEqual(['x', '']);
    expect(name('x'.repeat(4_000))).toBe('x'.repeat(4_000));
    expect(name('x'.repeat(4_001))).toBe(`${'x'.repeat(4_000)}…`);
    expect(name(`${'x'.repeat(3_999)}😀`)).toBe(`${'x'.repeat(3_999)}…`);
  });
});
