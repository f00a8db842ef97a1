import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeDiagrams } from '#bpmn';
import type { XmlElement } from '#bpmn';
import { rootOf } from './edits.js';

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

describe('References with a prefix', () => {
  const process = (content: string) =>
    `<definitions xmlns="${MODEL}" xmlns:t="urn:t" targetNamespace="urn:t"><process id="P">${content}</process></definitions>`;
  const step = (id: string, name = id) => `<task id="${id}" name="${name}"/>`;
  const flow = (id: string, from: string, to: string) =>
    `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
  const prefixed = (text: string) => text.replace(/(sourceRef|targetRef)="/g, '$1="t:');

  it.each<[string, base: string, mine: string, theirs: string]>([
    [
      'that lead to a step which one took away',
      step('A') + step('B') + flow('F', 'A', 'B'),
      step('A'),
      step('A') + step('B') + step('C') + flow('F', 'A', 'B') + flow('G', 'C', 'B'),
    ],
    [
      'of a step that one took away and the other renamed',
      step('A') + step('B') + flow('F', 'A', 'B'),
      step('A'),
      step('A') + step('B', 'Beslissen') + flow('F', 'A', 'B'),
    ],
    [
      'of a flow into which both put a step',
      step('A') + step('B') + flow('F', 'A', 'B'),
      step('A') + step('M') + step('B') + flow('F', 'A', 'M') + flow('FM', 'M', 'B'),
      step('A') + step('T') + step('B') + flow('F', 'A', 'T') + flow('FT', 'T', 'B'),
    ],
  ])('%s are followed like those without', (_, ...contents) => {
    const [base, mine, theirs] = contents.map(process) as [string, string, string];
    const plain = mergeDiagrams(base, mine, theirs);
    const withPrefix = mergeDiagrams(prefixed(base), prefixed(mine), prefixed(theirs));
    expect(withPrefix.text.replaceAll('="t:', '="')).toBe(plain.text);
    const kinds = ({ conflicts }: typeof plain) => conflicts.map(({ elementId, kind }) => [elementId, kind]);
    expect(kinds(withPrefix)).toEqual(kinds(plain));
  });
});

/** What a vendor says of a step: a name with a prefix, and where that prefix is declared. */
interface Said {
  form: 'attribute' | 'element' | 'value';
  prefix: string;
  uri: string;
  at: 'root' | 'step' | 'inside';
}
const place = fc.constantFrom('root' as const, 'step' as const, 'inside' as const);
const said: fc.Arbitrary<Said> = fc.record({
  form: fc.constantFrom('attribute', 'element', 'value'),
  prefix: fc.constantFrom('v', 'w', 'v1', ''),
  uri: fc.constantFrom('urn:one', 'urn:two', 'urn:three', ''),
  at: place,
});
const places = fc.tuple(place, place, place);

/** A file with steps of which a vendor says something, each in words of the one who said it. */
function file(steps: Record<string, Said | undefined>, by: string): string {
  const root = new Map<string, string>();
  const written = ['A', 'B', 'C', 'D', 'E'].map((id) => {
    const one = steps[id];
    if (!one) return `<bpmn:task id="${id}" name="Stap ${id}"/>`;
    const { form } = one;
    // Without prefix, an attribute has no namespace and a value no meaning; without namespace, no prefix.
    const prefix = form !== 'element' ? one.prefix || 'v' : one.uri === '' ? '' : one.prefix;
    const uri = form !== 'element' ? one.uri || 'urn:one' : one.uri;
    const declaration = ` xmlns${prefix && `:${prefix}`}="${uri}"`;
    const atRoot = one.at === 'root' && (root.get(prefix) ?? uri) === uri;
    if (atRoot) root.set(prefix, uri);
    const [step, inside] = atRoot
      ? ['', '']
      : form !== 'attribute' && one.at === 'inside'
        ? ['', declaration]
        : [declaration, ''];
    const name = `${prefix && `${prefix}:`}${by}`;
    if (form === 'attribute') return `<bpmn:task id="${id}"${step} name="Stap ${id}" ${name}="${id}"/>`;
    const content =
      form === 'value' ? `<${name} kind="${prefix}:soort">${prefix}:naam</${name}>` : `<${name}/>`;
    return `<bpmn:task id="${id}"${step} name="Stap ${id}"><bpmn:extensionElements${inside}>${content}</bpmn:extensionElements></bpmn:task>`;
  });
  const declared = [...root]
    .filter(([, uri]) => uri !== '')
    .map(([prefix, uri]) => ` xmlns${prefix && `:${prefix}`}="${uri}"`)
    .join('');
  return `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="${MODEL}"${declared} id="Defs"><bpmn:process id="P">
${written.join('\n')}
</bpmn:process></bpmn:definitions>`;
}

/** What vendors say of each step, with namespaces in place of prefixes. */
function meant(text: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const walk = (element: XmlElement, around: Map<string, string>, step: string | undefined) => {
    const scope = new Map(around);
    for (const { uri, prefix, local, value } of element.attributes)
      if (uri === XMLNS) scope.set(prefix === '' ? '' : local, value);
    const full = (value: string) => value.replace(/^(\w+):/, (_, prefix) => `{${scope.get(prefix) ?? '?'}}`);
    const id = element.attributes.find(({ uri, local }) => uri === '' && local === 'id')?.value;
    const within = element.local === 'task' ? id : step;
    if (within !== undefined) {
      const own =
        element.uri === MODEL ? [] : [`{${element.uri}}${element.local} ${full(element.text.trim())}`];
      const attributes = element.attributes
        .filter(({ uri }) => uri !== XMLNS && (element.uri !== MODEL || uri !== ''))
        .map(({ uri, local, value }) => `@{${uri}}${local}=${full(value)}`);
      found[within] = [...(found[within] ?? []), ...own, ...attributes].sort();
    }
    for (const child of element.children) walk(child, scope, within);
  };
  walk(rootOf(text), new Map(), undefined);
  return found;
}

const maybe = fc.option(said, { nil: undefined });
const attribute = fc.option(
  said.map((one): Said => ({ ...one, form: 'attribute' })),
  { nil: undefined },
);

describe('Names with prefixes that three files declare in their own ways', () => {
  it('mean after a merge what they meant to the one who wrote them', () => {
    const files = fc.record({
      A: maybe,
      B: maybe,
      C: maybe,
      D: maybe,
      mine: maybe,
      theirs: attribute,
      at: places,
    });
    // Chance rarely makes it: a name in no namespace, where the base has one for names without prefix.
    const bareName: Said = { form: 'element', prefix: '', uri: '', at: 'root' };
    const inNoNamespace = {
      A: bareName,
      B: undefined,
      C: undefined,
      D: { ...bareName, uri: 'urn:one' },
      mine: undefined,
      theirs: undefined,
      at: ['root', 'step', 'root'] as [Said['at'], Said['at'], Said['at']],
    };
    fc.assert(
      fc.property(files, ({ A, B, C, D, mine, theirs, at }) => {
        // Of one step all three say the same, each with the declaration somewhere else.
        const there = (n: 0 | 1 | 2) => ({ D: D && { ...D, at: at[n] } });
        const inWordsOfAll = (text: string) => text.replaceAll(/(?<=task id="D".*)(mijn|hun)/g, 'basis');
        const start = file(there(0), 'basis');
        const one = inWordsOfAll(file({ ...there(1), A, B, E: mine }, 'mijn'));
        const other = inWordsOfAll(file({ ...there(2), C, E: theirs }, 'hun'));
        const { text, conflicts } = mergeDiagrams(start, one, other);
        expect(conflicts).toEqual([]);
        const [now, ours, yours] = [meant(text), meant(one), meant(other)];
        expect(now).toEqual({
          A: ours.A,
          B: ours.B,
          C: yours.C,
          D: meant(start).D,
          E: [...ours.E!, ...yours.E!].sort(),
        });
      }),
      { numRuns: 300, examples: [[inNoNamespace]] },
    );
  });

  it('mean what each file declares, also where all three write an element alike to the letter', () => {
    const named = (uri: string, name: string) =>
      `<bpmn:definitions xmlns:bpmn="${MODEL}" xmlns:v="${uri}"><bpmn:process id="P"><bpmn:task id="A" v:x="1"/><bpmn:task id="B" name="${name}" v:x="1"/></bpmn:process></bpmn:definitions>`;
    for (const [mine, theirs] of [
      [named('urn:one', 'c'), named('urn:two', 'b')],
      [named('urn:two', 'b'), named('urn:one', 'c')],
    ] as const)
      expect(meant(mergeDiagrams(named('urn:one', 'b'), mine, theirs).text)).toEqual(
        meant(named('urn:two', 'c')),
      );
    // One file that declares a prefix twice, and a step that came under the other of the two.
    const held = (inS: string, inT: string, name: string) =>
      `<bpmn:definitions xmlns:bpmn="${MODEL}"><bpmn:process id="P"><bpmn:subProcess id="S" xmlns:v="urn:one">${inS}</bpmn:subProcess><bpmn:subProcess id="T" xmlns:v="urn:two">${inT}</bpmn:subProcess><bpmn:task id="B" name="${name}"/></bpmn:process></bpmn:definitions>`;
    const step = '<bpmn:task id="A" v:x="1"/>';
    const { text } = mergeDiagrams(held(step, '', 'b'), held(step, '', 'c'), held('', step, 'b'));
    expect(meant(text)).toEqual(meant(held('', step, 'c')));
  });

  const bare = (declared: string) =>
    `<bpmn:definitions xmlns:bpmn="${MODEL}"${declared} id="Defs"><bpmn:process id="P"/></bpmn:definitions>`;
  const declaredIn = (mine: string, theirs: string) =>
    [...mergeDiagrams(bare(''), bare(mine), bare(theirs)).text.matchAll(/xmlns:(\w+)="(urn:\w+)"/g)].map(
      ([, prefix, uri]) => `${prefix} ${uri}`,
    );

  it('stay declared for the whole file, and a namespace once, by the first of its prefixes', () => {
    expect(declaredIn(' xmlns:v="urn:one"', ' xmlns:w="urn:two"')).toEqual(['v urn:one', 'w urn:two']);
    expect(declaredIn(' xmlns:w="urn:one"', ' xmlns:v="urn:one"')).toEqual(['v urn:one']);
    expect(declaredIn(' xmlns:v="urn:one"', ' xmlns:w="urn:one"')).toEqual(['v urn:one']);
  });
});
