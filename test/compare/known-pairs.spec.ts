import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compareDiagrams, readDiagram } from '#bpmn';
import type { DiagramComparison } from '#bpmn';

/** Pairs with a known answer that stand beside the repository; see CONTRIBUTING for what they are. */
const folder = process.env.CORPUS_DIR ?? '../shared';
const present = existsSync(join(folder, 'compare', 'manifest.json'));
const suite = present ? describe : describe.skip;
const title = (words: string) =>
  present ? words : `${words} (skipped: ${folder} is not there; set CORPUS_DIR)`;

const textOf = (file: string) => {
  const reading = readDiagram(readFileSync(join(folder, file)));
  return reading.ok ? reading.diagram.text : '';
};
const changed = ({ changes }: DiagramComparison) =>
  changes.map(({ kind, elementId, property, before, after }) => [kind, elementId, property, before, after]);

suite(title('Pairs made by hand'), () => {
  const expected: Record<string, unknown[][]> = {
    'lane-move': [['movedLane', 'Decide', undefined, 'Juridisch', 'Balie']],
    'message-name': [['renamed', 'Msg_1', undefined, 'Aanvraag ontvangen', 'Bezwaar ontvangen']],
    documentation: [
      [
        'documentation',
        'Check',
        undefined,
        'Toets op volledigheid.',
        'Toets op volledigheid en bevoegdheid.',
      ],
    ],
    condition: [['condition', 'F4', undefined, 'akkoord = true', 'akkoord = true and betaald = true']],
    'type-change': [['typeChanged', 'Decide', undefined, 'userTask', 'manualTask']],
  };
  interface Pair {
    a: string;
    b: string;
    semanticChange: boolean;
    layoutChange: boolean;
    expect: string[];
  }
  const pairs = present
    ? (JSON.parse(readFileSync(join(folder, 'compare', 'manifest.json'), 'utf8')) as Pair[])
    : [];

  it.each(pairs)('$b: $expect', ({ a, b, semanticChange, layoutChange }) => {
    const found = compareDiagrams(textOf(join('compare', a)), textOf(join('compare', b)));
    const known = expected[b.replace('.bpmn', '')];
    expect(found.changes.length > 0).toBe(semanticChange);
    expect(found.layout.shifted !== undefined || found.layout.moved.length > 0).toBe(layoutChange);
    if (known) expect(changed(found)).toEqual(known);
    if (b.startsWith('translated')) expect(found.layout).toEqual({ shifted: { dx: 250, dy: 40 }, moved: [] });
    expect(found.renamedIds.length > 0).toBe(b.startsWith('all-ids'));
  });
});

suite(title('Real successive versions'), () => {
  const pair = (name: string) =>
    compareDiagrams(
      textOf(join('corpus', 'pairs', name, 'old.bpmn')),
      textOf(join('corpus', 'pairs', name, 'new.bpmn')),
    );
  const kinds = ({ changes }: DiagramComparison) => changes.map(({ kind }) => kind);
  const ids = ({ changes }: DiagramComparison, kind: string) =>
    changes
      .filter((change) => change.kind === kind)
      .map(({ elementId }) => elementId)
      .sort();

  it('tell of a timer, which stock differs miss', () => {
    expect(changed(pair('s01-timer-blind'))).toEqual([
      ['eventDefinition', 'StartEvent_1', 'timeCycle', '0 0 21 * * ? 2024', '0 0 21 * * ?'],
    ]);
  });

  it('tell of a vendor attribute', () => {
    expect(changed(pair('s02-vendor-attribute-blind'))).toEqual([
      [
        'extension',
        'ServiceTask_134krua',
        'camunda:expression',
        '${bpmnService.addCaseNote(CaseUUID,RejectionNote)}',
        '${bpmnService.addCaseNote(CaseUUID,CaseNote_RejectionNote)}',
      ],
    ]);
  });

  it('tell of an annotation beside what was put in, taken out and led elsewhere', () => {
    const found = pair('s03-annotation');
    expect(ids(found, 'added')).toEqual([
      'Association_0d4cmye',
      'Flow_06odvfg',
      'Flow_1bktxtt',
      'Flow_1vl7r09',
      'Gateway_0as7ets',
      'TextAnnotation_175xode',
    ]);
    expect(ids(found, 'removed')).toEqual([
      'Flow_01jfhle',
      'Flow_0kp2p8i',
      'Flow_1yornva',
      'Gateway_0ejp3zd',
    ]);
    expect(ids(found, 'annotation')).toEqual(['TextAnnotation_1ekyudw']);
    expect(ids(found, 'rerouted')).toEqual(['Flow_06dx72c', 'Flow_1w620yk']);
    expect(ids(found, 'renamed')).toEqual(['Flow_05en6qt', 'Flow_0zrk7ig']);
  });

  it('tell of a property that went from one element to another', () => {
    expect(changed(pair('s05-small-edit')).map(([kind, id]) => [kind, id])).toEqual([
      ['extension', 'Collaboration_134xj6j'],
      ['extension', 'create-zaakdossier'],
    ]);
  });

  it('know steps again that got new ids', () => {
    const found = pair('s06-ids-renamed');
    expect(kinds(found).sort()).toEqual(['added', 'added', 'added', 'renamed']);
    expect(found.renamedIds).toHaveLength(42);
    expect(ids(found, 'added')).toContain('instantiating_receive_task_id');
  });

  it.each(['s07-layout-only', 's09-translated-only'])('find nothing but layout in %s', (name) => {
    const found = pair(name);
    expect(found.changes).toEqual([]);
    expect(found.renamedIds).toEqual([]);
    expect(found.layout.moved.length).toBeGreaterThan(0);
  });

  it('tell of an insertion as what was added', () => {
    const found = pair('s08-insertion');
    expect(ids(found, 'added')).toHaveLength(7);
    expect(kinds(found).filter((kind) => kind !== 'added')).toEqual(['condition']);
  });

  it('keep a large edit to what changed: a step moved into a new sub-process is neither removed nor added', () => {
    const found = pair('s04-large-edit-and-layout');
    expect(ids(found, 'movedSubProcess')).toContain('_5');
    expect(ids(found, 'added')).not.toContain('_5');
  });
});

describe('Any file', () => {
  const files = present
    ? readdirSync(join(folder, 'hostile'))
        .filter((name) => name.endsWith('.bpmn'))
        .map((name) => join('hostile', name))
    : [];
  const real = present ? ['compare/base.bpmn', 'corpus/files/miwg-Reference--C.1.0.bpmn'] : [];

  it(title('never throws, however hostile, and against any other'), () => {
    const texts = [...files, ...real].map(textOf);
    for (const one of texts)
      for (const other of texts) expect(Array.isArray(compareDiagrams(one, other).changes)).toBe(true);
  });

  it('that is no BPMN counts as an empty one', () => {
    expect(compareDiagrams('', '{"a":1}')).toEqual({ changes: [], renamedIds: [], layout: { moved: [] } });
    expect(
      compareDiagrams(
        '<x/>',
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P"/></definitions>',
      ).changes.map(({ kind }) => kind),
    ).toEqual(['added']);
  });

  const chain = (n: number, prefix: string, name: string) =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P">${Array.from(
      { length: n },
      (_, i) =>
        `<task id="${prefix}${i}" name="${name}"/><sequenceFlow id="${prefix}f${i}" sourceRef="${prefix}${i}" targetRef="${prefix}${i + 1}"/>`,
    ).join('')}</process></definitions>`;

  it('is known again where all ids are new and all names alike, 5,000 steps in a row', () => {
    const found = compareDiagrams(chain(5_000, 'a', 'Taak'), chain(5_000, 'b', 'Taak'));
    expect(found.renamedIds.filter(({ before }) => /^a\d/.test(before))).toHaveLength(5_000);
    expect(found.changes.length).toBeLessThan(3);
  });
});
