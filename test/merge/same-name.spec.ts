import { expect, it } from '@jest/globals';
import { mergeDiagrams } from '#bpmn';

const MESSAGES = [
  ['M0', 'Mail'],
  ['M1', 'Brief'],
  ['M2', 'Brief'],
  ['M3', 'Formulier'],
].map(([id, name]) => `<message id="${id}" name="${name}"/>`);
const waitsFor = (message: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x">${MESSAGES.join('')}
<process id="P"><receiveTask id="A" name="Wachten" messageRef="${message}"/></process></definitions>`;

it('A choice between two things is not taken for one about another thing of the same name', () => {
  const conflict = (mine: string) => {
    const { conflicts } = mergeDiagrams(waitsFor('M0'), waitsFor(mine), waitsFor('M3'));
    expect(conflicts).toHaveLength(1);
    return conflicts[0]!;
  };
  const [one, other] = [conflict('M1'), conflict('M2')];
  expect([one.mine, one.theirs]).toEqual([other.mine, other.theirs]);
  expect(one.id).not.toBe(other.id);
  expect(conflict('M1').id).toBe(one.id);
});
