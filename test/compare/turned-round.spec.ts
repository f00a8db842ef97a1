import { describe, expect, it } from '@jest/globals';
import { compareDiagrams } from '#bpmn';

const file = (artifacts: string, before = '') =>
  `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="Defs">${before}
<bpmn:collaboration id="Co"><bpmn:participant id="Ours" name="Gemeente" processRef="P"/><bpmn:participant id="Theirs" name="Aanvrager"/>${
    artifacts.match(/<bpmn:messageFlow.*?\/>/)?.[0] ?? ''
  }</bpmn:collaboration>
<bpmn:process id="P"><bpmn:task id="A" name="Aannemen"/><bpmn:task id="B" name="Toetsen"/><bpmn:task id="C" name="Versturen"/>
<bpmn:textAnnotation id="N"><bpmn:text>Let op</bpmn:text></bpmn:textAnnotation>${artifacts.replace(/<bpmn:messageFlow.*?\/>/, '')}</bpmn:process></bpmn:definitions>`;
const edge = (kind: string, source: string, target: string, more = '') =>
  `<bpmn:${kind} id="E" sourceRef="${source}" targetRef="${target}" ${more}/>`;
const told = (before: string, after: string) =>
  compareDiagrams(file(before), file(after)).changes.map(
    ({ kind, elementId, property, beforeId, afterId }) =>
      `${kind} ${elementId} ${property}: ${beforeId} > ${afterId}`,
  );

describe('An association', () => {
  const one = 'associationDirection="One"';
  const none = 'associationDirection="None"';

  it('without a direction is the same from either end', () => {
    for (const [before, after] of [
      ['', ''],
      ['', none],
      [none, ''],
    ])
      expect(told(edge('association', 'A', 'N', before), edge('association', 'N', 'A', after))).toEqual([]);
  });

  it('that has a direction is another one when it is turned round', () => {
    expect(told(edge('association', 'A', 'N', one), edge('association', 'N', 'A', one))).toEqual([
      'rerouted E source: A > N',
      'rerouted E target: N > A',
    ]);
  });

  it.each([
    [['A', 'N'], ['N', 'B'], 'rerouted E source: A > B'],
    [['A', 'N'], ['B', 'N'], 'rerouted E source: A > B'],
    [['N', 'A'], ['B', 'N'], 'rerouted E target: A > B'],
    [['N', 'A'], ['N', 'B'], 'rerouted E target: A > B'],
  ])('of %j that became %j is reported for the end that changed', ([source, target], [from, to], change) => {
    expect(told(edge('association', source!, target!), edge('association', from!, to!))).toEqual([change]);
  });

  it('is reported for both ends where both changed', () => {
    expect(told(edge('association', 'A', 'N'), edge('association', 'B', 'C'))).toEqual([
      'rerouted E source: A > B',
      'rerouted E target: N > C',
    ]);
  });
});

describe.each(['sequenceFlow', 'messageFlow'])('A %s', (kind) => {
  const [here, there] = kind === 'messageFlow' ? ['A', 'Theirs'] : ['A', 'B'];
  it('that is turned round leads from and to something else', () => {
    expect(told(edge(kind, here, there), edge(kind, there, here))).toEqual([
      `rerouted E source: ${here} > ${there}`,
      `rerouted E target: ${there} > ${here}`,
    ]);
  });
  it('that leads to another step says so once', () => {
    expect(told(edge(kind, there, 'A'), edge(kind, there, 'C'))).toEqual(['rerouted E target: A > C']);
    expect(told(edge(kind, 'A', there), edge(kind, 'C', there))).toEqual(['rerouted E source: A > C']);
  });
});

describe('A group', () => {
  const categories = (first = 'Spoed', second = 'Regulier') =>
    `<bpmn:category id="Cat"><bpmn:categoryValue id="V1" value="${first}"/><bpmn:categoryValue id="V2" value="${second}"/></bpmn:category>`;
  const group = (value: string) => `<bpmn:group id="G" categoryValueRef="${value}"/>`;
  const changes = (before: [string, string?], after: [string, string?]) =>
    compareDiagrams(
      file(group(before[0]), before[1] ?? categories()),
      file(group(after[0]), after[1] ?? categories()),
    ).changes.map(({ kind, elementId, before: was, after: now }) => `${kind} ${elementId} ${was} > ${now}`);

  it('is renamed when its text changes, which is reported for the group alone', () => {
    expect(changes(['V1'], ['V1', categories('Met spoed')])).toEqual(['renamed G Spoed > Met spoed']);
  });
  it('is renamed when it shows another text', () => {
    expect(changes(['V1'], ['V2'])).toEqual(['renamed G Spoed > Regulier']);
  });
  it('stays the same when a text that it does not show changes', () => {
    expect(changes(['V1'], ['V1', categories('Spoed', 'Gewoon')])).toEqual(['renamed V2 Regulier > Gewoon']);
  });
  it('stays the same when its text got another id', () => {
    expect(changes(['V1'], ['X', categories().replace('V1', 'X')])).toEqual([]);
  });
});
