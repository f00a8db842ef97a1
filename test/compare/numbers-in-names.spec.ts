import { describe, expect, it } from '@jest/globals';
import { compareDiagrams, idsBetween, mergeDiagrams } from '#bpmn';

/** Steps one after the other; ids of steps and flows by their places, as a tool gives them. */
function drawn(names: string[], about: Record<string, string> = {}): string {
  const steps = names.map(
    (name, i) =>
      `<userTask id="T${i + 1}" name="${name}">${about[name] ? `<documentation>${about[name]}</documentation>` : ''}</userTask>`,
  );
  const flows = names
    .slice(1)
    .map((_, i) => `<sequenceFlow id="F${i + 1}" sourceRef="T${i + 1}" targetRef="T${i + 2}"/>`);
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x"><process id="P">${steps.join('')}${flows.join('')}</process></definitions>`;
}
const NAMES = ['Aannemen', 'Toetsen', 'Wegen', 'Besluiten', 'Versturen'];
const LONGER = ['Aannemen', 'Horen', 'Toetsen', 'Wegen', 'Besluiten', 'Versturen'];
const SHORTER = ['Aannemen', 'Wegen', 'Besluiten', 'Versturen'];
const GONE_TO = { T2: 'T3', T3: 'T4', T4: 'T5', T5: 'T6' };
const numbered = (names: string[]) => names.map((name, i) => `${i + 1}. ${name}`);

const wentTo = (before: string, after: string) =>
  Object.fromEntries(
    idsBetween(before, after, ['T1', 'T2', 'T3', 'T4', 'T5'], true).moved.map((one) => [one.id, one.wentTo]),
  );

describe.each<[how: string, before: (names: string[]) => string[], after: (names: string[]) => string[]]>([
  ['are numbered in front', numbered, numbered],
  [
    'begin with a word and a number',
    (names) => names.map((name, i) => `Stap ${i + 1}: ${name}`),
    (names) => names.map((name, i) => `Stap ${i + 1}: ${name}`),
  ],
  [
    'are numbered in two layers',
    (names) => names.map((name, i) => `2.${i + 1} ${name}`),
    (names) => names.map((name, i) => `2.${i + 1} ${name}`),
  ],
  ['are written in capitals now', (names) => names, (names) => names.map((name) => name.toUpperCase())],
  ['end with a full stop now', (names) => names, (names) => names.map((name) => `${name}.`)],
  ['lost their numbers', numbered, (names) => names],
])('Steps whose names %s, when a tool numbers ids anew', (_how, before, after) => {
  it('are known again after one was put in, and after one was taken out', () => {
    expect(wentTo(drawn(before(NAMES)), drawn(after(LONGER)))).toEqual(GONE_TO);
    expect(wentTo(drawn(before(NAMES)), drawn(after(SHORTER)))).toEqual({
      T2: undefined,
      T3: 'T2',
      T4: 'T3',
      T5: 'T4',
    });
  });

  it('are told as one step added, and as names that are written otherwise', () => {
    const { changes } = compareDiagrams(drawn(before(NAMES)), drawn(after(LONGER)));
    const added = changes.filter(({ kind, elementType }) => kind === 'added' && elementType === 'userTask');
    expect(added.map(({ elementName }) => elementName)).toEqual([after(LONGER)[1]]);
    const names = changes.flatMap((one) => (one.kind === 'renamed' ? [[one.before, one.after]] : []));
    const written = NAMES.map((name, i) => [before(NAMES)[i]!, after(LONGER)[LONGER.indexOf(name)]!]);
    expect(names).toEqual(written.filter(([was, now]) => was !== now));
  });

  it('keep what a colleague said of them', () => {
    const theirs = drawn(before(NAMES), { [before(NAMES)[3]!]: 'Let op de termijn' });
    const { text, conflicts } = mergeDiagrams(drawn(before(NAMES)), drawn(after(LONGER)), theirs);
    expect(conflicts).toEqual([]);
    expect(text).toContain(
      `<userTask id="T4" name="${after(LONGER)[4]!}"><documentation>Let op de termijn</documentation>`,
    );
  });
});

it('Steps of one name and other numbers are known again in the order of the file', () => {
  const [before, after] = [
    ['1. Toetsen', '2. Wegen', '3. Toetsen'],
    ['1. Horen', '2. Toetsen', '3. Wegen', '4. Toetsen'],
  ];
  expect(wentTo(drawn(before!), drawn(after!))).toEqual({ T1: 'T2', T2: 'T3', T3: 'T4' });
});

it('A step that is called by a number alone is another when the number is', () => {
  const [before, after] = [drawn(['Taak 1', 'Taak 2', 'Taak 3']), drawn(['Taak 2', 'Taak 1', 'Taak 3'])];
  expect(wentTo(before, after)).toEqual({ T1: 'T2', T2: 'T1' });
});
