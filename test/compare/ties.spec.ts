import { describe, expect, it } from '@jest/globals';
import { compareDiagrams } from '#bpmn';
import { definitions, flow, gateway, lane, laneSet, of, process, step, told } from './told.js';

const steps = step('A') + step('B') + step('C');
const dataObject = (id: string, says: string) =>
  `<dataObject${id && ` id="${id}"`}><documentation>${says}</documentation></dataObject>`;

describe('An event', () => {
  const file = (definition: string) =>
    of(`<startEvent id="S">${definition}</startEvent>`, '<message id="M" name="Aanvraag"/>');

  it('that gets a message, or loses it, tells so', () => {
    const [without, its] = [
      file('<messageEventDefinition/>'),
      file('<messageEventDefinition messageRef="M"/>'),
    ];
    expect(told(without, its)).toEqual(['eventDefinition S messageRef:  > Aanvraag']);
    expect(told(its, without)).toEqual(['eventDefinition S messageRef: Aanvraag > ']);
  });
});

describe('Lanes', () => {
  const file = (...lanes: string[]) => of(laneSet('LS', ...lanes) + steps);

  it('of which two exchanged their names, and no step, are renamed', () => {
    expect(
      told(
        file(lane('L1', 'Balie', 'A'), lane('L2', 'Vak', 'B')),
        file(lane('L1', 'Vak', 'A'), lane('L2', 'Balie', 'B')),
      ),
    ).toEqual(['renamed L1: Balie > Vak', 'renamed L2: Vak > Balie']);
  });

  it('of which three names stand elsewhere were numbered anew', () => {
    expect(
      told(
        file(lane('L1', 'Balie', 'A'), lane('L2', 'Vak', 'B'), lane('L3', 'Staf', 'C')),
        file(lane('L1', 'Vak', 'A'), lane('L2', 'Staf', 'B'), lane('L3', 'Balie', 'C')),
      ),
    ).toEqual([
      'id L1 > L3',
      'id L2 > L1',
      'id L3 > L2',
      'movedLane A: Balie > Vak',
      'movedLane B: Vak > Staf',
      'movedLane C: Staf > Balie',
    ]);
  });

  it('with other names are told by their ids before their steps', () => {
    expect(
      told(
        file(lane('L1', 'Balie', 'A', 'B'), lane('L2', 'Vak')),
        file(lane('L1', 'Een'), lane('L2', 'Twee', 'A', 'B')),
      ),
    ).toEqual([
      'movedLane A: Balie > Twee',
      'movedLane B: Balie > Twee',
      'renamed L1: Balie > Een',
      'renamed L2: Vak > Twee',
    ]);
  });

  it('with other names and ids are told by their steps', () => {
    expect(
      told(
        file(lane('L1', 'Balie', 'A', 'B'), lane('L2', 'Vak', 'C')),
        file(lane('M1', 'Een', 'C'), lane('M2', 'Twee', 'A', 'B')),
      ),
    ).toEqual(['id L1 > M2', 'id L2 > M1', 'renamed M1: Vak > Een', 'renamed M2: Balie > Twee']);
  });

  it('without a name and without steps are told by their order', () => {
    expect(
      told(
        file(lane('L1', ''), lane('L2', ''), lane('L3', '', 'A')),
        file(lane('M1', ''), lane('M2', '', 'A'), lane('M3', ''), lane('M4', '')),
      ),
    ).toEqual(['added M4', 'id L1 > M1', 'id L2 > M3', 'id L3 > M2']);
  });

  it('without a name are others where one has steps and the other has none', () => {
    expect(
      told(file(lane('L1', ''), lane('L2', '', 'A')), file(lane('M1', '', 'B'), lane('M2', ''))),
    ).toEqual(['added M1', 'id L1 > M2', 'movedLane A: L2 > ', 'movedLane B:  > M1', 'removed L2']);
  });

  it('without a name and without steps are told within their process', () => {
    const two = (one: string[], other: string[]) =>
      definitions(
        process('P1', laneSet('S1', ...one) + step('A')) + process('P2', laneSet('S2', ...other) + step('B')),
      );
    expect(
      told(
        two([lane('L1', ''), lane('L2', '')], [lane('K1', '')]),
        two([lane('M1', '')], [lane('N1', ''), lane('N2', '')]),
      ),
    ).toEqual(['added N2', 'id K1 > N1', 'id L1 > M1', 'removed L2']);
  });
});

describe('The only process that is left on either side', () => {
  const beside = (...others: string[]) => definitions(process('P1', step('A')) + others.join(''));

  it('is the same with another id and another name', () => {
    expect(told(beside(process('P2')), beside(process('Q')))).toEqual(['id P2 > Q']);
    expect(told(beside(process('P2', '', 'Een')), beside(process('Q', '', 'Twee')))).toEqual([
      'id P2 > Q',
      'renamed Q: Een > Twee',
    ]);
    expect(told(beside(process('P2', step('B'), 'Een')), beside(process('Q', '', 'Twee')))).toEqual([
      'id P2 > Q',
      'removed B',
      'renamed Q: Een > Twee',
    ]);
    expect(told(beside(process('P2', '', 'Een')), beside(process('Q', step('B'), 'Twee')))).toEqual([
      'added B',
      'id P2 > Q',
      'renamed Q: Een > Twee',
    ]);
  });

  it('is another one where each has steps of its own', () => {
    expect(
      told(
        beside(process('P2', step('B', 'Bellen'), 'Een')),
        beside(process('Q', step('C', 'Zwemmen'), 'Twee')),
      ),
    ).toEqual(['added C', 'added Q', 'removed B', 'removed P2']);
  });

  it('has to be the only one on both sides', () => {
    const [one, two] = [process('P2', '', 'Een'), process('P3', '', 'Drie')];
    const [now, more] = [process('Q', '', 'Twee'), process('R', '', 'Vier')];
    expect(told(beside(one, two), beside(now))).toEqual(['added Q', 'removed P2', 'removed P3']);
    expect(told(beside(now), beside(one, two))).toEqual(['added P2', 'added P3', 'removed Q']);
    expect(told(beside(one, two), beside(now, more))).toEqual([
      'added Q',
      'added R',
      'removed P2',
      'removed P3',
    ]);
  });
});

describe('What nothing tells apart', () => {
  it('is told by an id that it shares, then by the order of the file', () => {
    const twice = (...ids: string[]) => definitions(ids.map((id) => process(id)).join(''));
    expect(told(twice('P', 'P'), twice('Q', 'Q'))).toEqual(['id P > Q', 'id P > Q']);
    expect(told(twice('P', 'P', 'Q', 'Q'), twice('Q', 'Q', 'P', 'P'))).toEqual([]);
  });

  it('is told within what holds it', () => {
    const file = (...data: [process: string, says: string][]) =>
      definitions(data.map(([id, says]) => process(id, dataObject('', says))).join(''));
    expect(told(file(['P1', 'a'], ['P2', 'b']), file(['P2', 'c'], ['P1', 'd']))).toEqual([
      'documentation : a > d',
      'documentation : b > c',
    ]);
  });

  it('is told by its place where two of one content have other ids', () => {
    const file = (...data: [process: string, id: string][]) =>
      definitions(data.map(([of, id]) => process(of, dataObject(id, 'Stuk'))).join(''));
    expect(told(file(['P1', 'D1'], ['P2', 'D2']), file(['P2', 'E2'], ['P1', 'E1']))).toEqual([
      'id D1 > E1',
      'id D2 > E2',
    ]);
  });
});

describe('A flow of which one end agrees', () => {
  it('is the same under its id where it says the same', () => {
    expect(
      told(
        of(steps + flow('F1', 'A', 'B', 'x')),
        of(steps + flow('F1', 'A', 'C', 'x') + flow('F2', 'A', 'B', 'y')),
      ),
    ).toEqual(['added F2', 'rerouted F1 target: B > C']);
    expect(
      told(
        of(steps + flow('F1', 'A', 'B', 'x')),
        of(steps + flow('F1', 'C', 'B', 'x') + flow('F2', 'A', 'B', 'y')),
      ),
    ).toEqual(['added F2', 'rerouted F1 source: A > C']);
  });

  it('is another one where it says nothing, or something else', () => {
    expect(
      told(of(steps + flow('F1', 'A', 'B')), of(steps + flow('F1', 'A', 'C') + flow('F2', 'A', 'B'))),
    ).toEqual(['added F1', 'id F1 > F2']);
    expect(
      told(
        of(steps + flow('F1', 'A', 'B', 'x')),
        of(steps + flow('F1', 'A', 'C', 'y') + flow('F2', 'A', 'B', 'z')),
      ),
    ).toEqual(['added F1', 'condition F2: x > z', 'id F1 > F2']);
  });
});

describe('Flows that say nothing', () => {
  it('and exchanged their ids lead where they led, between steps without a name too', () => {
    const nameless = ['A', 'B', 'D'].map((id) => step(id, '')).join('') + step('C', 'Bel op');
    expect(
      told(
        of(nameless + flow('F0', 'D', 'A') + flow('F1', 'D', 'B')),
        of(nameless + flow('F1', 'D', 'A') + flow('F0', 'D', 'B')),
      ),
    ).toEqual(['id F0 > F1', 'id F1 > F0']);
    const three = step('A', '') + step('B', '') + step('C', '');
    expect(
      told(
        of(three + flow('F0', 'C', 'B') + flow('F1', 'A', 'B')),
        of(three + flow('F1', 'C', 'B') + flow('F0', 'A', 'B')),
      ),
    ).toEqual(['id F0 > F1', 'id F1 > F0']);
  });

  it('keep their ids at a step that was numbered anew and renamed', () => {
    const end = (id: string) => `<endEvent id="${id}"/>`;
    const loops = (at: string, ...ids: string[]) => ids.map((id) => flow(id, at, at)).join('');
    expect(
      told(
        of(
          `<userTask id="A" name="Toets"/>${step('B', 'Zend')}${step('C', 'Bel op')}${end('D')}${end('E')}${loops('C', 'F0', 'F1')}`,
        ),
        of(step('C', 'Zend') + step('D', '') + end('E') + end('B') + loops('D', 'F1', 'F0')),
      ).filter((each) => / F\d/.test(each)),
    ).toEqual([]);
  });
});

describe('A step in a row that was numbered anew', () => {
  const row = (first: number, ...steps: [name: string, says?: string][]) =>
    of(
      steps
        .map(([name, says], i) =>
          step(`S${first + i}`, name, says && `<documentation>${says}</documentation>`),
        )
        .join('') +
        steps
          .slice(1)
          .map((_, i) => flow(`F${first + i}`, `S${first + i}`, `S${first + i + 1}`))
          .join(''),
    );
  const changes = (...pair: [string, string]) => told(...pair).filter((each) => !each.startsWith('id '));

  it('and has another name is the same where it says the same, and another one where it does not', () => {
    const before = row(1, ['Een'], ['Bel op', 'x'], ['Drie'], ['Vier']);
    expect(changes(before, row(2, ['Een'], ['Zend', 'x'], ['Drie'], ['Vier']))).toEqual([
      'renamed S3: Bel op > Zend',
    ]);
    expect(
      changes(before, row(2, ['Een'], ['Zend', 'y'], ['Drie'], ['Vier'])).filter((each) => / S\d/.test(each)),
    ).toEqual(['added S3', 'removed S2']);
  });
});

it('A step whose id went to one without a name is known by its name', () => {
  const user = (id: string, name: string) => `<userTask id="${id}" name="${name}"/>`;
  expect(
    told(
      of(
        step('A', '') +
          user('B', 'Bel op') +
          user('C', 'Bel op') +
          user('D', 'Besluit') +
          step('E', 'Toets nu'),
      ),
      of(
        step('B', '') +
          user('C', 'Bel op') +
          user('D', 'Bel op') +
          user('E', 'Besluit') +
          step('Y', 'Toets nu'),
      ),
    ),
  ).toEqual(['id A > B', 'id B > C', 'id C > D', 'id D > E', 'id E > Y']);
});

describe('Flows between the same two steps', () => {
  const two = (...says: [id: string, condition: string][]) =>
    of(steps + says.map(([id, condition]) => flow(id, 'A', 'B', condition)).join(''));

  it('are told by what they say, then by their ids', () => {
    expect(told(two(['F1', 'x'], ['F2', 'y']), two(['F1', 'y'], ['F2', 'x']))).toEqual([
      'id F1 > F2',
      'id F2 > F1',
    ]);
    expect(told(two(['F1', 'x'], ['F2', 'y']), two(['F2', 'q'], ['F1', 'p']))).toEqual([
      'condition F1: x > p',
      'condition F2: y > q',
    ]);
  });
});

it('A step with another name is known by a neighbour that was known by its own neighbour', () => {
  const file = (middle: string, last: string, flows: string, more = '') =>
    of(
      step('A', 'Aannemen') +
        step('B', middle) +
        step('C', last) +
        step('K', 'Toets') +
        more +
        flow(`${flows}1`, 'A', 'B') +
        flow(`${flows}2`, 'B', 'C'),
    );
  expect(told(file('Oud', 'Toets', 'F'), file('Nieuw', 'Bel', 'G', step('Z', 'Toets')))).toEqual([
    'added Z',
    'id F1 > G1',
    'id F2 > G2',
    'renamed B: Oud > Nieuw',
    'renamed C: Toets > Bel',
  ]);
});

it('What is found beyond a new step is found whichever side is which', () => {
  const nameless = (...ids: string[]) => ids.map((id) => step(id, '')).join('');
  const one = of(
    gateway('N0') +
      nameless('N1', 'N2', 'N3', 'N5', 'N6') +
      step('N4', 'Toets') +
      flow('F0', 'N5', 'N4') +
      flow('F1', 'N0', 'N4'),
  );
  const other = of(
    gateway('N0') +
      '<serviceTask id="N1" name="Toets"/><intermediateThrowEvent id="N3"/>' +
      nameless('N2') +
      flow('F0', 'N0', 'N1') +
      flow('F1', 'N2', 'N0') +
      flow('F2', 'N3', 'N0'),
  );
  const counts = (before: string, after: string) =>
    ['added', 'removed'].map((kind) => told(before, after).filter((each) => each.startsWith(kind)).length);
  expect(counts(one, other)).toEqual(counts(other, one).toReversed());
});

describe('Two processes that hold the same, all ids of which are new', () => {
  /** Both say the same in the same order, so that only what is around them tells them apart. */
  const content = (n: string, note: string) =>
    `<startEvent id="${n}s"/>${step(`${n}d`, 'Doen', `<documentation>${note}</documentation>`)}${flow(`${n}f`, `${n}s`, `${n}d`)}`;
  const pool = (id: string, name: string, ref: string) =>
    `<participant id="${id}"${name && ` name="${name}"`} processRef="${ref}"/>`;
  const nothingBut = (changes: string[]) => changes.filter((each) => !each.startsWith('id '));
  const moved = (changes: string[]) => changes.filter((each) => /^id P\d/.test(each));

  it('are told by their names', () => {
    const file = (...parts: [id: string, name: string, note: string][]) =>
      definitions(parts.map(([id, name, note]) => process(id, content(id, note), name)).join(''));
    const changes = told(
      file(['P1', 'Een', 'a'], ['P2', 'Twee', 'a']),
      file(['Q2', 'Twee', 'a'], ['Q1', 'Een', 'b']),
    );
    expect(nothingBut(changes)).toEqual(['documentation Q1d: a > b']);
    expect(moved(changes)).toEqual(expect.arrayContaining(['id P1 > Q1', 'id P2 > Q2']));
  });

  it('are told by the names of their pools', () => {
    const file = (pools: string, ...parts: [id: string, note: string][]) =>
      definitions(
        `<collaboration id="C">${pools}</collaboration>${parts.map(([id, note]) => process(id, content(id, note))).join('')}`,
      );
    const changes = told(
      file(pool('A', 'Een', 'P1') + pool('B', 'Twee', 'P2'), ['P1', 'a'], ['P2', 'a']),
      file(pool('D', 'Twee', 'Q2') + pool('E', 'Een', 'Q1'), ['Q2', 'a'], ['Q1', 'b']),
    );
    expect(nothingBut(changes)).toEqual(['documentation Q1d: a > b']);
    expect(moved(changes)).toEqual(expect.arrayContaining(['id P1 > Q1', 'id P2 > Q2']));
  });

  it('are told by the ids of their pools where those have one name', () => {
    const file = (pools: string, ...parts: [id: string, note: string][]) =>
      definitions(
        `<collaboration id="C">${pools}</collaboration>${parts.map(([id, note]) => process(id, content(id, note))).join('')}`,
      );
    const changes = told(
      file(pool('A', 'Burger', 'P1') + pool('B', 'Burger', 'P2'), ['P1', 'a'], ['P2', 'a']),
      file(pool('B', 'Burger', 'Q2') + pool('A', 'Burger', 'Q1'), ['Q2', 'a'], ['Q1', 'b']),
    );
    expect(nothingBut(changes)).toEqual(['documentation Q1d: a > b']);
    expect(moved(changes)).toEqual(expect.arrayContaining(['id P1 > Q1', 'id P2 > Q2']));
  });
});

it('The only process of a file is the same with another id and name, and so is what nothing else tells', () => {
  const file = (id: string, name: string, n: string) =>
    definitions(
      process(
        id,
        `<startEvent id="${n}s"/>${gateway(`${n}g`)}${gateway(`${n}h`)}${flow(`${n}1`, `${n}s`, `${n}g`)}${flow(`${n}2`, `${n}g`, `${n}h`)}`,
        name,
      ),
    );
  expect(told(file('P', 'Een', 'a'), file('Q', 'Twee', 'b'))).toEqual([
    'id P > Q',
    'id a1 > b1',
    'id a2 > b2',
    'id ag > bg',
    'id ah > bh',
    'id as > bs',
    'renamed Q: Een > Twee',
  ]);
});

describe('A gateway without a name, of another id, where all other ids were kept', () => {
  const file = (id: string, ...to: string[]) =>
    of(
      ['A', 'B', 'C', 'D', 'E'].map((each) => step(each)).join('') +
        gateway(id) +
        flow(`i${id}`, 'A', id) +
        to.map((each, n) => flow(`${id}${n}`, id, each)).join(''),
    );
  const gateways = (before: string, after: string) =>
    told(before, after).filter((each) => / [gh]$/.test(each));

  it('is the same where half of its ways lead to the same, and another one where fewer do', () => {
    expect(gateways(file('g', 'B', 'C'), file('h', 'B', 'E'))).toEqual(['id g > h']);
    expect(gateways(file('g', 'B', 'C', 'D'), file('h', 'B', 'E'))).toEqual(['id g > h']);
    expect(gateways(file('g', 'B', 'C', 'D', 'E'), file('h', 'B'))).toEqual(['added h', 'removed g']);
    expect(gateways(file('g', 'B', 'C'), file('h', 'D', 'E'))).toEqual(['added h', 'removed g']);
  });

  it('is the same in another order of the file too', () => {
    const turned = (text: string) =>
      text.replace(/((?:<task .*?<\/task>){2})((?:<task .*?<\/task>){3})/, '$2$1');
    expect(gateways(file('g', 'B', 'C'), turned(file('h', 'B', 'E')))).toEqual(['id g > h']);
    expect(gateways(file('g', 'B', 'C'), turned(file('h', 'D', 'E')))).toEqual(['added h', 'removed g']);
  });

  it('is the same where one neighbour is, when no id was kept', () => {
    const anew = file('h', 'D', 'E').replace(/((?:id|Ref)=")(?=[A-E]")/g, '$1z');
    expect(gateways(file('g', 'B', 'C'), anew)).toEqual(['id g > h']);
  });
});

describe('What has neither a name nor an id of its own', () => {
  it('is told by the step on which it is', () => {
    const file = (first: string, second: string) =>
      of(
        `${steps}<boundaryEvent id="${first}" attachedToRef="A"/><boundaryEvent id="${second}" attachedToRef="B"/>`,
      );
    expect(told(file('E', 'F'), file('F', 'E'))).toEqual(['id E > F', 'id F > E']);
  });

  it('is told by all the data that leads to it', () => {
    const read = (id: string, other: string) =>
      `<dataInputAssociation id="${id}"><sourceRef>R</sourceRef><sourceRef>${other}</sourceRef></dataInputAssociation>`;
    const data = ['R', 'Q', 'S'].map((id) => `<dataObjectReference id="${id}" name="${id}"/>`).join('');
    const file = (q: string, s: string) => of(step('A', 'A', read(q, 'Q') + read(s, 'S')) + data);
    expect(told(file('I', 'J'), file('J', 'I'))).toEqual(['id I > J', 'id J > I']);
  });

  it('is told by an id that two share, before the order of the file', () => {
    const file = (...ids: string[]) =>
      of(ids.map((id) => `<task id="${id}"><documentation>x</documentation></task>`).join(''));
    expect(told(file('X', 'X', 'Y', 'Y'), file('Y', 'Y', 'X', 'X'))).toEqual([]);
  });
});

describe('A step in two lanes', () => {
  const file = (...around: string[]) =>
    of(
      laneSet('LS', ...['L', 'M', 'N'].map((id) => lane(id, id, ...(around.includes(id) ? ['A'] : [])))) +
        steps,
    );

  it('has moved where one of the two is another', () => {
    expect(told(file('L', 'M'), file('L', 'N'))).toEqual(['movedLane A: L, M > L, N']);
    expect(told(file('L', 'M'), file('L', 'M'))).toEqual([]);
  });
});

it('A value of a vendor that names a step that is gone is no change', () => {
  const names = '<task id="A" name="A" v:next="B"/>';
  expect(told(of(names + step('B')), of(names))).toEqual(['removed B']);
});

it('Elements of a vendor that stand three times on both sides are no change beside one that is', () => {
  const file = (size: number) =>
    of(
      step('A', 'A', `<extensionElements>${'<v:p/>'.repeat(3)}<v:size>${size}</v:size></extensionElements>`),
    );
  expect(told(file(1), file(2)).map((line) => line.split(' ').slice(0, 2))).toEqual([['extension', 'A']]);
});

describe('A text that reads like the id of a step', () => {
  const said = (id: string, says: (text: string) => string, text: string) =>
    of(step(id, 'Toetsen') + step('B', 'Bellen') + says(text));
  const documented = (text: string) => step('X', 'x', `<documentation>${text}</documentation>`);
  const annotated = (text: string) => `<textAnnotation id="X"><text>${text}</text></textAnnotation>`;
  const scripted = (text: string) => `<scriptTask id="X"><script>${text}</script></scriptTask>`;
  const conditional = (text: string) => flow('X', 'B', 'B', text);
  const ofVendor = (text: string) =>
    step('X', 'x', `<extensionElements><v:note>${text}</v:note></extensionElements>`);
  const worded = (text: string) =>
    flow('X', 'B', 'B', 'x').replace('<conditionExpression', `<conditionExpression language="${text}"`);
  const timed = (text: string) =>
    `<startEvent id="X"><timerEventDefinition><timeDuration>${text}</timeDuration></timerEventDefinition></startEvent>`;

  it.each([
    ['documentation', documented],
    ['an annotation', annotated],
    ['a script', scripted],
    ['a condition', conditional],
    ['a timer', timed],
    ['the language of a condition', worded],
  ])('is no reference, in %s', (_, says) => {
    // The step has another id now: what reads so is still what was written.
    expect(told(said('A', says, 'A'), said('N', says, 'A'))).toEqual(['id A > N']);
    const changes = told(said('A', says, 'A'), said('N', says, 'N'));
    expect([changes.length, changes[1]]).toEqual([2, 'id A > N']);
    expect(changes[0]).toMatch(/ X.*: A > N$/);
    // Nor is it another step where two steps have one name.
    expect(told(said('A', says, 'A'), said('A', says, 'B')).map((each) => each.replace(/^.*: /, ''))).toEqual(
      ['A > B'],
    );
  });

  it('is told as it is written, in what a vendor says', () => {
    expect(told(said('A', ofVendor, 'A'), said('A', ofVendor, 'B'))).toEqual(['extension X v:note: A > B']);
  });
});

it('A link that leads to the same under another id is no change, and one that leads elsewhere is', () => {
  const link = (id: string, name: string, to = '') =>
    `<linkEventDefinition id="${id}" name="${name}">${to && `<target>${to}</target>`}</linkEventDefinition>`;
  const file = (first: string, second: string, to: string) =>
    of(
      `<intermediateThrowEvent id="T" name="weg">${link('t', 'weg', to)}</intermediateThrowEvent><intermediateCatchEvent id="C" name="een">${link(first, 'een')}</intermediateCatchEvent><intermediateCatchEvent id="D" name="twee">${link(second, 'twee')}</intermediateCatchEvent>`,
    );
  expect(told(file('c', 'd', 'c'), file('x', 'y', 'x'))).toEqual([]);
  expect(told(file('c', 'd', 'c'), file('c', 'd', 'd')).length).toBe(1);
});

it('A condition that was emptied is told with what it said, and one that was filled with what it says', () => {
  const condition = (text: string) =>
    of(
      steps +
        flow('F', 'A', 'B').replace(
          '></sequenceFlow>',
          `><conditionExpression language="urn:js">${text}</conditionExpression></sequenceFlow>`,
        ),
    );
  expect(told(condition('x'), condition(''))).toEqual(['condition F: x > ']);
  expect(told(condition(''), condition('x'))).toEqual(['condition F:  > x']);
});

it('A step that moved to another process is told with the names of both where there are no pools', () => {
  const file = (one: string, other: string) =>
    definitions(process('P1', step('B') + one, 'Balie') + process('P2', step('C') + other, 'Vak'));
  expect(told(file(step('A'), ''), file('', step('A')))).toEqual(['movedParticipant A: Balie > Vak']);
});

it('An event with another id that was put on another step is told under the id it has now', () => {
  const file = (id: string, host: string) =>
    of(`${steps}<boundaryEvent id="${id}" name="Te laat" attachedToRef="${host}"/>`);
  const { changes } = compareDiagrams(file('E', 'A'), file('N', 'B'));
  expect(changes).toMatchObject([{ elementId: 'N', before: 'A', after: 'B' }]);
  const says = (id: string, note: string) =>
    of(`<task id="${id}" name="a"><documentation>${note}</documentation></task>`);
  expect(compareDiagrams(says('E', 'x'), says('N', 'y')).changes).toMatchObject([
    { elementId: 'N', kind: 'documentation' },
  ]);
});

it('A closed sub-process that became a step was not opened, and one without a shape is open', () => {
  const DRAWN =
    'xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"';
  const shape = (id: string, more = '') =>
    `<d:BPMNShape bpmnElement="${id}"${more}><dc:Bounds x="0" y="0" width="100" height="80"/></d:BPMNShape>`;
  const file = (kind: string, shapeOfS: string) =>
    definitions(
      `${process('P', `<${kind} id="S" name="s"/>${step('A')}`)}<d:BPMNDiagram ${DRAWN}><d:BPMNPlane bpmnElement="P">${shape('A')}${shapeOfS}</d:BPMNPlane></d:BPMNDiagram>`,
    );
  const [open, closed] = [shape('S', ' isExpanded="true"'), shape('S', ' isExpanded="false"')];
  const expanded = (one: string, other: string) =>
    told(one, other).filter((each) => each.includes('isExpanded'));
  expect(expanded(file('subProcess', open), file('subProcess', closed))).toEqual([
    'attribute S isExpanded: true > false',
  ]);
  expect(expanded(file('subProcess', ''), file('subProcess', closed))).toEqual([
    'attribute S isExpanded: true > false',
  ]);
  expect(expanded(file('subProcess', ''), file('subProcess', open))).toEqual([]);
  for (const drawn of [open, closed]) {
    expect(expanded(file('subProcess', drawn), file('task', shape('S')))).toEqual([]);
    expect(expanded(file('task', shape('S')), file('subProcess', drawn))).toEqual([]);
  }
});
