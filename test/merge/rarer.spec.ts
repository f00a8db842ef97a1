import { describe, expect, it } from '@jest/globals';
import { mergeDiagrams } from '#bpmn';

const file = (content: string, drawing = '') =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"><process id="P">${content}</process>${drawing && `<d:BPMNDiagram id="D"><d:BPMNPlane id="Pl" bpmnElement="P">${drawing}</d:BPMNPlane></d:BPMNDiagram>`}</definitions>`;
const step = (id: string, name: string) => `<task id="${id}" name="${name}"/>`;
const two = (a: string, b: string) => file(step('A', a) + step('B', b));
const names = (text: string) => [...text.matchAll(/name="(.*?)"/g)].map(([, name]) => name);

describe('A conflict', () => {
  const [base, mine, theirs] = [two('a', 'b'), two('am', 'bm'), two('at', 'bt')];

  it('has an id of its own, by which it alone is chosen', () => {
    const { conflicts, text } = mergeDiagrams(base, mine, theirs);
    expect(names(text)).toEqual(['a', 'b']);
    const ids = conflicts.map(({ id }) => id);
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(new Set(ids).size).toBe(2);
    const first = mergeDiagrams(base, mine, theirs, [{ conflict: ids[0]!, take: 'theirs' }]);
    expect([names(first.text), first.conflicts.map(({ id }) => id)]).toEqual([['at', 'b'], [ids[1]]]);
    const both = mergeDiagrams(base, mine, theirs, [
      { conflict: ids[1]!, take: 'mine' },
      { conflict: ids[0]!, take: 'theirs' },
    ]);
    expect([names(both.text), both.conflicts, both.outdated]).toEqual([['at', 'bm'], [], []]);
  });

  it('has the same id whichever side is which, and another for other values', () => {
    const ids = (...texts: [string, string, string]) => mergeDiagrams(...texts).conflicts.map(({ id }) => id);
    expect(ids(base, theirs, mine)).toEqual(ids(base, mine, theirs));
    const [a, b] = ids(base, mine, theirs);
    expect(ids(base, two('ax', 'bm'), theirs)).toEqual([expect.not.stringMatching(a!), b]);
    expect(ids(base, mine, two('ax', 'bt'))).toEqual([expect.not.stringMatching(a!), b]);
    expect(ids(two('ax', 'b'), mine, theirs)).toEqual([expect.not.stringMatching(a!), b]);
  });

  it('that is no longer there makes its choice outdated', () => {
    const choices = mergeDiagrams(base, mine, theirs).conflicts.map(({ id }) => ({
      conflict: id,
      take: 'mine' as const,
    }));
    const later = mergeDiagrams(base, mine, two('at', 'b'), choices);
    expect([names(later.text), later.conflicts, later.outdated]).toEqual([['am', 'bm'], [], [choices[1]]]);
    const blanks = base.replace('<task', ' <task');
    for (const [one, other, right] of [
      [base, theirs, theirs],
      [mine, base, mine],
      [mine, mine, mine],
      [blanks, theirs, theirs],
      [mine, blanks, mine],
    ] as const)
      expect(mergeDiagrams(base, one, other, choices)).toEqual({
        text: right,
        conflicts: [],
        outdated: choices,
      });
  });
});

describe('What one changed, while the other only wrote the file anew,', () => {
  const lanes = (first: string, second: string) =>
    `<laneSet id="LS"><lane id="L" name="l">${first}</lane><lane id="M" name="m">${second}</lane></laneSet>`;
  const member = '<flowNodeRef>A</flowNodeRef>';
  const sub = (outside: string, inside: string) =>
    `${outside}<subProcess id="S" name="s">${inside}</subProcess>`;

  it.each([
    ['a lane', lanes(member, '') + step('A', 'a'), lanes('', member) + step('A', 'a')],
    ['a new step', step('A', 'a'), step('A', 'a') + step('B', 'b')],
    ['a step less', step('A', 'a') + step('B', 'b'), step('A', 'a')],
    ['a step in a sub-process', sub(step('A', 'a'), ''), sub('', step('A', 'a'))],
    ['blanks in a name', step('A', 'a b'), step('A', 'a  b')],
    ['documentation', step('A', 'a'), '<task id="A" name="a"><documentation>x</documentation></task>'],
  ])('stays as it was written: %s', (_what, before, after) => {
    const anew = file(before).replace('<process', '\n<process');
    expect(mergeDiagrams(file(before), file(after), anew)).toMatchObject({
      text: file(after),
      conflicts: [],
    });
    expect(mergeDiagrams(file(before), anew, file(after))).toMatchObject({
      text: file(after),
      conflicts: [],
    });
  });
});

describe('Shapes of one new id', () => {
  const shape = (id: string, of: string) =>
    `<d:BPMNShape id="${id}" bpmnElement="${of}"><dc:Bounds x="0" y="0" width="100" height="80"/></d:BPMNShape>`;
  const shapes = (text: string) =>
    Object.fromEntries(
      [...text.matchAll(/BPMNShape id="(.*?)" bpmnElement="(.*?)"/g)].map(([, id, of]) => [of, id]),
    );
  const base = file(step('A', 'a'), shape('S', 'A'));

  it('for two steps get two ids, and no id that stands in one of the files', () => {
    const mine = file(step('A', 'a') + step('M', 'm'), shape('S', 'A') + shape('S_9', 'M'));
    const theirs = file(step('A', 'a') + step('T', 't'), shape('S', 'A') + shape('S_9', 'T'));
    const merged = shapes(mergeDiagrams(base, mine, theirs).text);
    expect(merged).toEqual({ A: 'S', M: 'S_9_1', T: 'S_9' });
    expect(shapes(mergeDiagrams(base, theirs, mine).text)).toEqual(merged);
    const taken = theirs.replace('</process>', '<task id="S_9_1"/></process>');
    expect(shapes(mergeDiagrams(base, mine, taken).text)).toEqual({ A: 'S', M: 'S_9_2', T: 'S_9' });
  });

  it('stay as they are where one of the files had it twice', () => {
    const twice = (name: string) => file(step('A', name) + step('B', 'b'), shape('S', 'A') + shape('S', 'B'));
    const named = twice('a').replace('name="b"', 'name="c"');
    expect(shapes(mergeDiagrams(twice('a'), twice('x'), named).text)).toEqual({ A: 'S', B: 'S' });
  });
});

describe('A diagram whose ids a tool made anew, merged with the work of a colleague,', () => {
  const drawn = (ids: [a: string, b: string, shape: string], names: string, says = '', x = 0) =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:v" xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"><process id="P"><task id="${ids[0]}" name="a" v:next="${ids[1]}">${says}</task><task id="${ids[1]}" name="${names}"/><sequenceFlow id="F" sourceRef="${ids[0]}" targetRef="${ids[1]}"/></process><d:BPMNDiagram id="D"><d:BPMNPlane id="Pl" bpmnElement="P"><d:BPMNShape id="${ids[2]}" bpmnElement="${ids[0]}"><dc:Bounds x="${x}" y="0" width="1" height="1"/></d:BPMNShape></d:BPMNPlane></d:BPMNDiagram></definitions>`;
  const note = '<documentation>x</documentation>';

  it('has the ids of the process, also in the values of vendors and on shapes', () => {
    const old: [string, string, string] = ['A', 'B', 'S'];
    const anew: [string, string, string] = ['N1', 'N2', 'T'];
    const merging = mergeDiagrams(drawn(old, 'b'), drawn(anew, 'b', note, 5), drawn(old, 'c'));
    expect(merging).toEqual({ text: drawn(old, 'c', note, 5), conflicts: [], outdated: [] });
    const turned = mergeDiagrams(drawn(old, 'b'), drawn(old, 'b', note, 5), drawn(anew, 'c'));
    expect(turned).toEqual({ text: drawn(anew, 'c', note, 5), conflicts: [], outdated: [] });
  });
});
