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

describe('Data inputs without a name', () => {
  const inputs = (...ids: string[]) =>
    `<ioSpecification>${ids.map((id) => `<dataInput id="${id}"/>`).join('')}<inputSet>${ids.map((id) => `<dataInputRefs>${id}</dataInputRefs>`).join('')}</inputSet><outputSet/></ioSpecification>`;
  const takes = (ids: string[], to: string) =>
    `<dataObject id="O"/><dataObjectReference id="R" name="Stuk" dataObjectRef="O"/><task id="T" name="t">${inputs(...ids)}<dataInputAssociation id="as"><sourceRef>R</sourceRef><targetRef>${to}</targetRef></dataInputAssociation></task>`;

  it('keep their ids where one put another before them', () => {
    const { text, conflicts } = mergeDiagrams(
      file(takes(['a', 'b'], 'b') + step('X', 'x')),
      file(takes(['a', 'b'], 'a') + step('X', 'x')),
      file(takes(['n', 'a', 'b'], 'b') + step('Y', 'y')),
    );
    expect(conflicts).toEqual([]);
    expect(text).toContain('<targetRef>a</targetRef>');
    expect(text).toMatch(/<dataInput id="n"\/>.*<dataInput id="a"\/>.*<dataInput id="b"\/>/s);
  });
});

describe('An id that both gave', () => {
  const shape = (id: string, of: string) =>
    `<d:BPMNShape id="${id}" bpmnElement="${of}"><dc:Bounds x="0" y="0" width="100" height="80"/></d:BPMNShape>`;

  it('to a step and to a shape stays with the step, whichever side is which', () => {
    const base = file(step('A', 'a'));
    const withStep = file(step('A', 'a') + step('X', 'x'));
    const withShape = file(step('A', 'a'), shape('X', 'A'));
    for (const [mine, theirs] of [
      [withStep, withShape],
      [withShape, withStep],
    ] as const) {
      const { text, conflicts } = mergeDiagrams(base, mine, theirs);
      expect(conflicts).toEqual([]);
      expect(text).toContain(step('X', 'x'));
      expect(text).toMatch(/<d:BPMNShape id="(?!X")[^"]+" bpmnElement="A">/);
    }
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

  it('has the words of vendors as they were, where they did not go along with the ids', () => {
    const said = (a: string, b: string, name: string, inside = '') =>
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:v"><process id="P"><task id="${a}" name="a" v:code="N1">${inside}</task><task id="${b}" name="${name}"/><sequenceFlow id="F" sourceRef="${a}" targetRef="${b}"/></process></definitions>`;
    expect(mergeDiagrams(said('A', 'B', 'b'), said('N1', 'N2', 'b', note), said('A', 'B', 'c')).text).toBe(
      said('A', 'B', 'c', note),
    );
    expect(mergeDiagrams(said('A', 'B', 'b'), said('A', 'B', 'b', note), said('N1', 'N2', 'c')).text).toBe(
      said('N1', 'N2', 'c', note),
    );
  });
});

describe('A step in lanes that both changed', () => {
  const lanes = (set: string, members: Record<string, string>) =>
    `<laneSet id="${set}">${Object.entries(members)
      .map(
        ([id, node]) =>
          `<lane id="${id}" name="lane ${id}">${node && `<flowNodeRef>${node}</flowNodeRef>`}</lane>`,
      )
      .join('')}</laneSet>`;
  const lanesOf = (text: string, node: string) =>
    [...text.matchAll(/<lane id="(\w+)".*?<\/lane>/gs)]
      .filter(([all]) => all.includes(`<flowNodeRef>${node}</flowNodeRef>`))
      .map(([, id]) => id);

  it('is in the lane of the one in one lane set, and of the other in another lane set', () => {
    const two = (one: Record<string, string>, other: Record<string, string>) =>
      file(lanes('LS', one) + lanes('LT', other) + step('A', 'a'));
    const base = two({ L: 'A', M: '' }, { N: 'A', O: '' });
    const mine = two({ L: '', M: 'A' }, { N: 'A', O: '' });
    const theirs = two({ L: 'A', M: '' }, { N: '', O: 'A' });
    for (const { text, conflicts } of [mergeDiagrams(base, mine, theirs), mergeDiagrams(base, theirs, mine)])
      expect([conflicts, lanesOf(text, 'A')]).toEqual([[], ['M', 'O']]);
  });

  it('is in the lane of the other where the lane that was chosen is gone, and that of before as well', () => {
    const base = file(lanes('LS', { L: 'A', M: '', N: '' }) + step('A', 'a'));
    const mine = file(lanes('LS', { L: '', M: 'A', N: '' }) + step('A', 'a'));
    const theirs = file(lanes('LS', { N: 'A' }) + step('A', 'a'));
    const { conflicts } = mergeDiagrams(base, mine, theirs);
    expect(conflicts.map(({ elementId, kind }) => `${kind} ${elementId}`)).toEqual([
      'removed M',
      'changed A',
    ]);
    const choices = conflicts.map(({ id, kind }) => ({
      conflict: id,
      take: kind === 'removed' ? ('theirs' as const) : ('mine' as const),
    }));
    expect(lanesOf(mergeDiagrams(base, mine, theirs, choices).text, 'A')).toEqual(['N']);
  });

  it('is asked about by the names of the innermost lanes', () => {
    const nested = (member: string) =>
      file(
        `<laneSet id="LS"><lane id="O" name="buiten"><flowNodeRef>A</flowNodeRef><childLaneSet id="CS">${['I', 'J', 'K'].map((id) => `<lane id="${id}" name="in ${id}">${id === member ? '<flowNodeRef>A</flowNodeRef>' : ''}</lane>`).join('')}</childLaneSet></lane></laneSet>${step('A', 'a')}`,
      );
    expect(mergeDiagrams(nested('I'), nested('J'), nested('K')).conflicts).toMatchObject([
      { elementId: 'A', property: 'lane', base: 'in I', mine: 'in J', theirs: 'in K' },
    ]);
  });

  it('is asked about in words, also where a lane has neither name nor id', () => {
    const nameless = (...members: string[]) =>
      file(
        `<laneSet id="LS">${members.map((node) => `<lane>${node && `<flowNodeRef>${node}</flowNodeRef>`}</lane>`).join('')}</laneSet>${step('A', 'a')}`,
      );
    const { conflicts } = mergeDiagrams(nameless('A', '', ''), nameless('', 'A', ''), nameless('', '', 'A'));
    expect(conflicts).toMatchObject([{ property: 'lane', base: 'lane', mine: 'lane', theirs: 'lane' }]);
  });
});

describe('Until somebody chooses, all stands as before:', () => {
  const flow = (id: string, from: string, to: string) =>
    `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
  const ways = (text: string) =>
    [...text.matchAll(/sourceRef="(\w+)" targetRef="(\w+)"/g)].map(([, from, to]) => `${from}>${to}`);

  it('a flow that one led past a step which the other renamed', () => {
    const base = file(
      step('A', 'a') + step('X', 'x') + step('B', 'b') + flow('F', 'A', 'X') + flow('G', 'X', 'B'),
    );
    const past = file(step('A', 'a') + step('B', 'b') + flow('F', 'A', 'B'));
    const renamed = base.replace('"x"', '"y"');
    for (const [mine, theirs, removing] of [
      [past, renamed, 'mine'],
      [renamed, past, 'theirs'],
    ] as const) {
      const { text, conflicts } = mergeDiagrams(base, mine, theirs);
      expect([conflicts.map(({ elementId }) => elementId), ways(text)]).toEqual([['X'], ['A>X', 'X>B']]);
      const taking = (take: 'mine' | 'theirs') =>
        mergeDiagrams(base, mine, theirs, [{ conflict: conflicts[0]!.id, take }]).text;
      expect(ways(taking(removing))).toEqual(['A>B']);
      expect(ways(taking(removing === 'mine' ? 'theirs' : 'mine'))).toEqual(['A>X', 'X>B']);
    }
  });
});

describe('What is asked', () => {
  it('about a step that goes with its flows is about the step, whichever of them the other changed', () => {
    const flow = (id: string, from: string, to: string, name = '') =>
      `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"${name && ` name="${name}"`}/>`;
    const ends = step('A', 'a') + step('B', 'b');
    const whole = (name: string) =>
      file(`${ends}${step('X', 'x')}${flow('F', 'A', 'X', name)}${flow('G', 'X', 'B')}`);
    for (const [mine, theirs] of [
      [file(ends), whole('ja')],
      [whole('ja'), file(ends)],
    ] as const)
      expect(mergeDiagrams(whole(''), mine, theirs).conflicts).toMatchObject([
        { kind: 'removed', elementId: 'X', elementType: 'task', base: 'x' },
      ]);
  });

  it('stands in the order of the base, however the sides are written', () => {
    const names = (...steps: [id: string, name: string][]) =>
      file(steps.map(([id, name]) => step(id, name)).join(''));
    const base = names(['B', 'b'], ['A', 'a'], ['C', 'c']);
    const mine = names(['C', 'c1'], ['A', 'a1'], ['B', 'b1']);
    const theirs = names(['A', 'a2'], ['C', 'c2'], ['B', 'b2']);
    for (const { conflicts } of [mergeDiagrams(base, mine, theirs), mergeDiagrams(base, theirs, mine)])
      expect(conflicts.map(({ elementId }) => elementId)).toEqual(['B', 'A', 'C']);
  });

  it('shows a value of a vendor as it is, also where it reads like the id of a step', () => {
    const valued = (value: string) =>
      file(
        `<task id="A" name="Aannemen"><extensionElements><v:p xmlns:v="urn:v" name="k" value="${value}"/></extensionElements></task>`,
      );
    expect(mergeDiagrams(valued('x'), valued('A'), valued('y')).conflicts).toMatchObject([
      { property: 'v:p k', base: 'x', mine: 'A', theirs: 'y' },
    ]);
  });
});

describe('A merged file', () => {
  it.each([`'`, '"'])('says that it is UTF-8, in whichever quotes the base said otherwise: %s', (quote) => {
    const head = `<?xml version=${quote}1.0${quote} encoding=${quote}ISO-8859-1${quote}?>`;
    const { text } = mergeDiagrams(head + two('a', 'b'), head + two('am', 'b'), head + two('a', 'bt'));
    expect(text).toBe(`<?xml version=${quote}1.0${quote} encoding="UTF-8"?>${two('am', 'bt')}`);
  });

  const base = `<?xml version="1.0" encoding="UTF-8"?>\n${file(step('A', 'a') + step('B', 'b'))}`;
  const bare = (text: string) => text.replace(/^.*\?>\n/, '');

  it('begins as the base does, whatever the sides left out', () => {
    const [mine, theirs] = [bare(base).replace('"a"', '"am"'), base.replace('"b"', '"bt"')];
    const right = base.replace('"a"', '"am"').replace('"b"', '"bt"');
    expect(mergeDiagrams(base, mine, theirs).text).toBe(right);
    expect(mergeDiagrams(base, theirs, mine).text).toBe(right);
    expect(mergeDiagrams(bare(base), mine, theirs).text).toBe(bare(right));
  });

  it('is refused where one of the three is no file, which is said', () => {
    const said = (...texts: [string, string, string]) => {
      try {
        return mergeDiagrams(...texts).text;
      } catch (error) {
        return [error instanceof RangeError, /^\w+/.exec((error as Error).message)![0]];
      }
    };
    const [mine, theirs] = [base.replace('"a"', '"am"'), base.replace('"b"', '"bt"')];
    expect(said('<', mine, theirs)).toEqual([true, 'base']);
    expect(said(base, '<', theirs)).toEqual([true, 'mine']);
    expect(said(base, mine, '<')).toEqual([true, 'theirs']);
  });

  const line = (points: string) => `<d:BPMNEdge id="E" bpmnElement="F">${points}</d:BPMNEdge>`;
  const shape =
    '<d:BPMNShape id="S" bpmnElement="A"><dc:Bounds x="0" y="0" width="100" height="80"/></d:BPMNShape>';

  it('lacks the shape that one took away from a step that stays', () => {
    const drawn = (name: string, shapes: string) => file(step('A', name), shapes);
    for (const [mine, theirs] of [
      [drawn('b', shape), drawn('a', '')],
      [drawn('a', ''), drawn('b', shape)],
    ] as const) {
      const { text, conflicts } = mergeDiagrams(drawn('a', shape), mine, theirs);
      expect([conflicts, text.includes('BPMNShape'), text.includes('name="b"')]).toEqual([[], false, true]);
    }
  });

  it('has the points of a new line once where both drew it alike and wrote it otherwise', () => {
    const flow = '<sequenceFlow id="F" sourceRef="A" targetRef="A"/>';
    const drawn = (name: string, points?: string) =>
      file(step('A', name) + (points ? flow : ''), shape + (points ? line(points) : '')).replace(
        'xmlns:dc',
        'xmlns:p="http://www.omg.org/spec/DD/20100524/DI" xmlns:dc',
      );
    const point = (x: number, y: number) => `<p:waypoint x="${x}" y="${y}"/>`;
    const mine = drawn('b', point(1, 2) + point(3, 4));
    const theirs = drawn('a', '<p:waypoint y="2" x="1"/><p:waypoint y="4" x="3"/>');
    const merged = mergeDiagrams(drawn('a'), mine, theirs);
    expect([merged.conflicts, merged.text]).toEqual([[], mine]);
    expect(mergeDiagrams(drawn('a'), theirs, mine).text).toBe(merged.text);
  });
});

describe('A comment in a step', () => {
  const said = (name: string, inside = '<!-- let op -->') =>
    `<task id="X" name="${name}">${inside}<documentation>d</documentation></task>`;
  const merged = (base: string, mine: string, theirs: string, take?: 'mine' | 'theirs') => {
    const texts = [file(step('A', 'a') + base), file(step('A', 'a') + mine), file(step('A', 'b') + theirs)];
    const choices = take
      ? mergeDiagrams(texts[0]!, texts[1]!, texts[2]!).conflicts.map(({ id }) => ({ conflict: id, take }))
      : [];
    const turned = choices.map((one) => ({
      ...one,
      take: one.take === 'mine' ? ('theirs' as const) : ('mine' as const),
    }));
    const { text } = mergeDiagrams(texts[0]!, texts[1]!, texts[2]!, choices);
    expect(mergeDiagrams(texts[0]!, texts[2]!, texts[1]!, turned).text).toBe(text);
    return text;
  };

  it('comes along with a step that one added', () => {
    expect(merged('', said('x'), '')).toBe(file(step('A', 'b') + said('x')));
  });

  it('stays with a step that one removed and the other keeps', () => {
    const other = `${step('B', 'b')}<!-- elders -->`;
    expect(merged(said('x') + other, other, said('y') + other)).toContain(said('x'));
    expect(merged(said('x') + other, other, said('y') + other, 'theirs')).toContain(said('y'));
    expect(merged(said('x') + other, other, said('y') + other, 'mine')).not.toContain('let op');
  });

  it('goes where one took it out, and stays where a tool dropped all comments of the file', () => {
    const other = (name: string) => `${step('B', name)}<!-- elders -->`;
    expect(merged(said('x') + other('b'), said('x', '') + other('c'), said('y') + other('b'))).toBe(
      file(step('A', 'b') + said('y', '') + other('c')),
    );
    expect(merged(said('x') + other('b'), said('x', '') + step('B', 'c'), said('y') + other('b'))).toBe(
      file(step('A', 'b') + said('y') + other('c')),
    );
    // A processing instruction is no comment.
    const [told, silent] = ['<?p q?>', ''];
    expect(
      merged(
        said('x', told) + step('B', 'b'),
        said('x', silent) + step('B', 'c'),
        said('y', told) + step('B', 'b'),
      ),
    ).toBe(file(step('A', 'b') + said('y', silent) + step('B', 'c')));
  });
});

it('Blanks in a text that one put in are kept beside what the other changed', () => {
  const said = (name: string, text: string) =>
    file(`<task id="A" name="${name}"><documentation>${text}</documentation></task>`);
  expect(mergeDiagrams(said('a', 'x y'), said('a', 'x\n y'), said('b', 'x y')).text).toBe(said('b', 'x\n y'));
  expect(mergeDiagrams(said('a', 'x y'), said('b', 'x y'), said('a', 'x\n y')).text).toBe(said('b', 'x\n y'));
});

describe('What leads from one thing to another', () => {
  const ends = ['A', 'B', 'C', 'D'].map((id) => step(id, id)).join('');
  const led = (kind: string, from: string, to: string) =>
    file(`${ends}<${kind} id="X" sourceRef="${from}" targetRef="${to}"/>`);

  it.each(['sequenceFlow', 'messageFlow', 'association'])(
    'is one question where one led its start elsewhere and the other its end: %s',
    (kind) => {
      const { conflicts, text } = mergeDiagrams(
        led(kind, 'A', 'B'),
        led(kind, 'C', 'B'),
        led(kind, 'A', 'D'),
      );
      expect(conflicts).toMatchObject([{ kind: 'rerouted', base: 'A → B', mine: 'C → B', theirs: 'A → D' }]);
      expect(text).toBe(led(kind, 'A', 'B'));
    },
  );
});

describe('A question about a drawing', () => {
  const label = (x: number) => `<d:BPMNLabel><dc:Bounds x="${x}" y="0" width="9" height="9"/></d:BPMNLabel>`;
  const drawn = (inside: string, colour = '') =>
    file(
      step('A', 'a'),
      `<d:BPMNShape id="S" bpmnElement="A"${colour}><dc:Bounds x="0" y="0" width="100" height="80"/>${inside}</d:BPMNShape>`,
    );

  it('is one about layout: a label that one took away and the other moved, and a setting of a shape', () => {
    const asked = (...texts: [string, string, string]) =>
      mergeDiagrams(...texts).conflicts.map(({ kind, property, elementId }) => [kind, property, elementId]);
    expect(asked(drawn(label(1)), drawn(''), drawn(label(2)))).toEqual([['layout', 'label', 'A']]);
    expect(asked(drawn(label(1)), drawn(label(2)), drawn(''))).toEqual([['layout', 'label', 'A']]);
    const [x, y, z] = ['x', 'y', 'z'].map((colour) => drawn('', ` c:fill="${colour}" xmlns:c="urn:c"`));
    expect(asked(x!, y!, z!)).toEqual([['layout', 'c:fill', 'A']]);
  });
});

describe('An attribute that both set otherwise', () => {
  const head = (attributes: string, content = '') =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"${attributes}><process id="P"><task id="A"${content}/></process></definitions>`;
  const both = (base: string, mine: string, theirs: string) =>
    [mergeDiagrams(base, mine, theirs), mergeDiagrams(base, theirs, mine)] as const;

  it('is no question where tools only write about themselves: the higher version stands', () => {
    const by = (version: string, name = '') => head(` exporter="x" exporterVersion="${version}"`, name);
    for (const { text, conflicts } of both(by('1'), by('2', ' name="a"'), by('3')))
      expect([conflicts, text]).toEqual([[], by('3', ' name="a"')]);
  });

  it('is called by the first of its prefixes where it is new', () => {
    const by = (prefix: string, value: string) =>
      head(` xmlns:${prefix}="urn:vendor"`, ` ${prefix}:soort="${value}"`);
    for (const { conflicts } of both(head(''), by('v', '1'), by('w', '2')))
      expect(conflicts).toMatchObject([{ kind: 'changed', property: 'v:soort', base: null }]);
  });
});

describe('A step put in by a tool that numbered all ids anew', () => {
  const row = (...steps: [id: string, name: string][]) =>
    file(
      steps.map(([id, name]) => step(id, name)).join('') +
        steps
          .slice(1)
          .map(
            ([id], i) =>
              `<sequenceFlow id="${steps[i]![0]}${id}" sourceRef="${steps[i]![0]}" targetRef="${id}"/>`,
          )
          .join(''),
    );
  const base = row(['T1', 'Aannemen'], ['T2', 'Toetsen'], ['T3', 'Besluiten'], ['T1_1', 'Mailen']);
  const ids = (text: string) =>
    Object.fromEntries(
      [...text.matchAll(/<task id="(.*?)" name="(.*?)"/g)].map(([, id, name]) => [name, id]),
    );

  it('gets no id of a step that is gone, which decisions may still name', () => {
    const mine = row(['T1', 'Melden'], ['T2', 'Aannemen'], ['T3', 'Toetsen'], ['T4', 'Besluiten']);
    const theirs = row(['T1', 'Aannemen'], ['T2', 'Toetsen'], ['T3', 'Besluiten']);
    const { text, conflicts } = mergeDiagrams(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(ids(text)).toEqual({ Melden: 'T1_2', Aannemen: 'T1', Toetsen: 'T2', Besluiten: 'T3' });
  });
});

describe('A step that two people moved into different sub-processes', () => {
  const sub = (id: string, ...inside: string[]) =>
    `<subProcess id="${id}" name="${id}">${inside.join('')}</subProcess>`;
  const shape = (of: string, x: number, width: number) =>
    `<d:BPMNShape id="${of}_di" bpmnElement="${of}"><dc:Bounds x="${x}" y="0" width="${width}" height="80"/></d:BPMNShape>`;
  const drawn = (content: string, x: number) =>
    file(content, shape('A', 200, 300) + shape('B', 600, 300) + shape('T', x, 100));
  const moved = step('T', 'Toetsen');
  const base = drawn(moved + sub('A') + sub('B'), 0);
  const mine = drawn(sub('A', moved) + sub('B'), 300);
  const theirs = drawn(sub('A') + sub('B', moved), 700);

  it('asks once, and stands in the drawing where the one chosen put it', () => {
    const { conflicts } = mergeDiagrams(base, mine, theirs);
    expect(conflicts).toMatchObject([{ elementId: 'T', kind: 'changed', property: 'parent' }]);
    for (const [take, right] of [
      ['mine', mine],
      ['theirs', theirs],
    ] as const) {
      const chosen = mergeDiagrams(base, mine, theirs, [{ conflict: conflicts[0]!.id, take }]);
      expect([chosen.conflicts, chosen.text]).toEqual([[], right]);
    }
  });
});
