import { describe, expect, it } from '@jest/globals';
import { compareDiagrams } from '#bpmn';

const file = (definitions: string, process: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x">${definitions}<process id="P">${process}</process></definitions>`;

describe('A message that got another id', () => {
  const waits = (id: string, name: string) =>
    file(
      `<message id="${id}"${name ? ` name="${name}"` : ''}/>`,
      `<startEvent id="S" name="Start"><messageEventDefinition messageRef="${id}"/></startEvent>`,
    );
  const told = (before: string, after: string) =>
    compareDiagrams(before, after).changes.map(({ kind, elementId, before, after }) => [
      kind,
      elementId,
      before,
      after,
    ]);

  it('and a name is the same one', () => {
    expect(told(waits('M1', ''), waits('M2', 'Aanvraag'))).toEqual([
      ['renamed', 'M2', undefined, 'Aanvraag'],
    ]);
  });

  it('and lost its name is the same one', () => {
    expect(told(waits('M1', 'Aanvraag'), waits('M2', ''))).toEqual([
      ['renamed', 'M2', 'Aanvraag', undefined],
    ]);
  });

  it('and another name is another one', () => {
    expect(told(waits('M1', 'Aanvraag'), waits('M2', 'Bezwaar')).map(([kind]) => kind)).not.toContain(
      'renamed',
    );
  });
});

describe('Ids that a tool exchanged are no change', () => {
  it('of two data objects without a name', () => {
    const objects = (one: string, other: string) =>
      file(
        '',
        `<dataObject id="${one}"/><dataObject id="${other}"/><dataObjectReference id="R1" name="Dossier" dataObjectRef="${one}"/><dataObjectReference id="R2" name="Besluit" dataObjectRef="${other}"/>`,
      );
    expect(compareDiagrams(objects('D1', 'D2'), objects('D2', 'D1')).changes).toEqual([]);
  });

  it('of two messages of one name', () => {
    const sends = (one: string, other: string) =>
      file(
        `<message id="${one}" name="Brief"/><message id="${other}" name="Brief"/>`,
        `<sendTask id="A" name="Een" messageRef="${one}"/><sendTask id="B" name="Twee" messageRef="${other}"/>`,
      );
    expect(compareDiagrams(sends('M1', 'M2'), sends('M2', 'M1')).changes).toEqual([]);
  });
});
