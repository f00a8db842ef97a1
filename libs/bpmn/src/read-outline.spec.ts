import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDiagram } from './check.js';
import { accepted, definitions, drawing, flow, lane, process, task } from './diagram.fixture.js';
import { MAX_NEAREST } from './xml/limits.js';

const outline = (xml: string) => accepted(xml).outline;
const keys = (xml: string) => outline(xml).steps.map((step) => step.key);
const nearest = (xml: string) =>
  Object.fromEntries(outline(xml).entries.map((entry) => [entry.flow, entry.nearest]));
const gateway = (id: string) => task(id, 'exclusiveGateway');
const linkEvent = (id: string, kind: 'Throw' | 'Catch', name: string) =>
  task(id, `intermediate${kind}Event`, `<bpmn:linkEventDefinition name="${name}"/>`);

describe('Steps of a diagram', () => {
  it('are all activities, and neither gateways nor events', () => {
    const kinds = [
      'task',
      'userTask',
      'manualTask',
      'serviceTask',
      'scriptTask',
      'businessRuleTask',
      'sendTask',
      'receiveTask',
      'callActivity',
    ];
    const found = outline(
      process(kinds.map((kind) => task(kind, kind)).join('') + gateway('g') + task('s', 'startEvent')),
    );
    expect(found.steps.map((step) => step.kind)).toEqual(kinds);
    expect(found.steps.filter((step) => step.automatic).map((step) => step.kind)).toEqual([
      'serviceTask',
      'scriptTask',
      'businessRuleTask',
    ]);
    expect(found.flowNodes).toBe(11);
  });

  it.each(['subProcess', 'transaction', 'adHocSubProcess'])(
    'are a collapsed %s, or the inner steps of an expanded one or one without a shape',
    (kind) => {
      const content = task('S', kind, task('inner'));
      expect(keys(process(content, drawing('S')))).toEqual(['S']);
      expect(keys(process(content, drawing('+S')))).toEqual(['inner']);
      expect(keys(process(content))).toEqual(['inner']);
    },
  );

  it('inside a collapsed sub-process do not count, however they are drawn', () => {
    const content = task('S', 'subProcess', task('E', 'subProcess', task('inner')));
    expect(keys(process(content, drawing('S', '+E', 'inner')))).toEqual(['S']);
  });

  it('cannot be decided on without an id or with one that occurs twice, and have keys of their own', () => {
    const found = outline(
      process(
        `${task('?1')}<bpmn:task name="nameless"/>${task('x')}${task('x', 'userTask')}${task('__proto__')}`,
      ),
    );
    expect(found.steps.map(({ key, decidable }) => [key, decidable])).toEqual([
      ['?1', true],
      ['?2', false],
      ['?3', false],
      ['?4', false],
      ['__proto__', true],
    ]);
  });

  it('are told apart where two ids differ in case or in composition only', () => {
    expect(keys(process(['a', 'A', 'é', 'e\u0301'].map((id) => task(id)).join('')))).toEqual([
      'a',
      'A',
      'é',
      'e\u0301',
    ]);
  });

  it('come from every process of a file, with the name of their pool', () => {
    const file =
      definitions(`<bpmn:collaboration><bpmn:participant name="Gemeente" processRef="P1"/><bpmn:participant name="Bank"/></bpmn:collaboration>
      <bpmn:process id="P1">${task('A')}</bpmn:process><bpmn:process id="P2">${task('B')}</bpmn:process>`);
    expect(outline(file).steps.map((step) => step.participant)).toEqual(['Gemeente', undefined]);
  });

  it('show what they carry in our namespace, whatever its prefix', () => {
    const inside = `<bpmn:extensionElements xmlns:k="urn:knipkaart:bpmn:1"><k:binding side="back" source="Awb 10:3"> reden </k:binding>
      <k:consideration for="front">dichtbij</k:consideration><k:dataRequest name="BSN" registry="BRP"/><k:knip side="left"/></bpmn:extensionElements>`;
    expect(outline(process(task('A', 'task', inside))).steps[0]).toMatchObject({
      binding: { side: 'back', source: 'Awb 10:3', reason: 'reden' },
      considerations: [{ for: 'front', text: 'dichtbij' }],
      dataRequests: [{ name: 'BSN', registry: 'BRP' }],
    });
    expect(outline(process(task('A', 'task', inside))).steps[0]).not.toHaveProperty('knip');
  });
});

describe('The lane of a step', () => {
  it('is the innermost that names it, with the side of the innermost lane that carries one', () => {
    const inner = `<bpmn:childLaneSet>${lane('In', 'back', 'A')}${lane('Bare', undefined, 'B')}</bpmn:childLaneSet>`;
    const lanes = `<bpmn:laneSet>${lane('Out', 'front', 'A', 'B', 'C').replace('</bpmn:lane>', `${inner}</bpmn:lane>`)}</bpmn:laneSet>`;
    const found = outline(process(lanes + task('A') + task('B') + task('C') + task('D')));
    expect(found.steps.map((step) => [step.lane?.id, step.lane?.side])).toEqual([
      ['In', 'back'],
      ['Bare', 'front'],
      ['Out', 'front'],
      [undefined, undefined],
    ]);
    expect(found.lanes.map(({ id, side }) => [id, side])).toEqual([
      ['Out', 'front'],
      ['In', 'back'],
      ['Bare', 'front'],
    ]);
  });

  it('is the first in the file where two beside each other name it', () => {
    const lanes = `<bpmn:laneSet>${lane('One', 'front', 'A')}${lane('Two', 'back', 'A')}</bpmn:laneSet>`;
    expect(outline(process(lanes + task('A'))).steps[0]?.lane).toMatchObject({ id: 'One', side: 'front' });
  });

  it('keeps its side when the lane is divided, and divided again', () => {
    const divided = (into: string) =>
      lane('Half', undefined, 'A').replace(
        '</bpmn:lane>',
        `<bpmn:childLaneSet>${into}</bpmn:childLaneSet></bpmn:lane>`,
      );
    const lanes = lane('Whole', 'back', 'A').replace(
      '</bpmn:lane>',
      `<bpmn:childLaneSet>${divided(lane('Quarter', undefined, 'A'))}</bpmn:childLaneSet></bpmn:lane>`,
    );
    const found = outline(process(`<bpmn:laneSet>${lanes}</bpmn:laneSet>${task('A')}`));
    expect(found.steps[0]?.lane).toEqual({ id: 'Quarter', name: 'Quarter', side: 'back' });
  });

  it('is that of the sub-process around it where no lane names the step itself', () => {
    const file = process(
      `<bpmn:laneSet>${lane('L', 'front', 'S')}</bpmn:laneSet>${task('S', 'subProcess', task('A'))}`,
    );
    expect(outline(file).steps[0]?.lane).toEqual({ id: 'L', name: 'L', side: 'front' });
  });
});

describe('The nearest steps before a flow', () => {
  it('are found through gateways and events, and not beyond the first step', () => {
    const file = process(
      [task('A'), task('B'), gateway('g'), task('e', 'intermediateThrowEvent'), task('C')].join('') +
        flow('A', 'B') +
        flow('B', 'g') +
        flow('g', 'e') +
        flow('e', 'C'),
    );
    expect(nearest(file)).toEqual({ 'A-B': ['A'], 'e-C': ['B'] });
  });

  it('of a boundary event are its host', () => {
    const file = process(
      `${task('A')}${task('C')}<bpmn:boundaryEvent id="b" attachedToRef="A"/>${flow('b', 'C')}`,
    );
    expect(nearest(file)).toEqual({ 'b-C': ['A'] });
  });

  it('are found through link events of one level by their name', () => {
    const file = process(
      [
        task('A'),
        linkEvent('t', 'Throw', 'X'),
        linkEvent('u', 'Throw', 'Y'),
        linkEvent('c', 'Catch', 'X'),
        task('B'),
      ].join('') +
        flow('A', 't') +
        flow('c', 'B'),
    );
    expect(nearest(file)).toEqual({ 'c-B': ['A'] });
  });

  it('are found through link events by the name of the event, where the link has none or an empty one', () => {
    for (const link of ['<bpmn:linkEventDefinition/>', '<bpmn:linkEventDefinition name=" "/>']) {
      const event = (id: string, kind: string) =>
        `<bpmn:intermediate${kind}Event id="${id}" name="Verder">${link}</bpmn:intermediate${kind}Event>`;
      const file = process(
        task('A') + event('t', 'Throw') + event('c', 'Catch') + task('B') + flow('A', 't') + flow('c', 'B'),
      );
      expect(nearest(file)).toEqual({ 'c-B': ['A'] });
    }
  });

  it('are found across the borders of expanded sub-processes, inward and outward', () => {
    const inside =
      task('s', 'startEvent') + task('I') + task('e', 'endEvent') + flow('s', 'I') + flow('I', 'e');
    const file = process(
      task('A') + task('S', 'subProcess', inside) + task('B') + flow('A', 'S') + flow('S', 'B'),
      drawing('A', '+S', 'B'),
    );
    expect(nearest(file)).toEqual({ 's-I': ['A'], 'S-B': ['I'] });
  });

  it('pass through a sub-process without steps, nested or empty', () => {
    const through = task('s', 'startEvent') + task('e', 'endEvent') + flow('s', 'e');
    const file = process(
      task('A') +
        task('S', 'subProcess', through) +
        task('T', 'subProcess') +
        task('B') +
        flow('A', 'S') +
        flow('S', 'T') +
        flow('T', 'B'),
    );
    expect(nearest(file)).toEqual({ 'T-B': ['A'] });
  });

  it('of a boundary event on an expanded sub-process are its last inner steps', () => {
    const file = process(
      `${task('S', 'subProcess', task('I') + task('J') + flow('I', 'J'))}<bpmn:boundaryEvent id="b" attachedToRef="S"/>${task('B')}${flow('b', 'B')}`,
    );
    expect(nearest(file)).toMatchObject({ 'b-B': ['J'] });
  });

  it('are those that a search backwards from each flow finds, in any web of steps and gateways', () => {
    // Mostly gateways, so that rings lie within rings.
    const isStep = fc.integer({ min: 0, max: 2 }).map((n) => n === 0);
    const web = fc.array(isStep, { minLength: 3, maxLength: 9 }).chain((steps) => {
      const node = fc.nat(steps.length - 1);
      const flows = fc.uniqueArray(fc.tuple(node, node), {
        minLength: steps.length,
        maxLength: 2 * steps.length,
        selector: (ends) => ends.join(),
      });
      return flows.map((there) => ({ steps, there }));
    });
    fc.assert(
      fc.property(web, ({ steps, there }) => {
        const file = process(
          steps.map((one, n) => (one ? task(`N${n}`) : gateway(`N${n}`))).join('') +
            there.map(([from, to]) => flow(`N${from}`, `N${to}`)).join(''),
        );
        const before = (end: number, seen: Set<number>): void => {
          if (seen.has(end)) return;
          seen.add(end);
          if (!steps[end]) for (const [from, to] of there) if (to === end) before(from, seen);
        };
        const expected = there
          .filter(([, to]) => steps[to])
          .map(([from, to]) => {
            const seen = new Set<number>();
            before(from, seen);
            return [`N${from}-N${to}`, steps.flatMap((one, n) => (one && seen.has(n) ? [`N${n}`] : []))];
          });
        expect(nearest(file)).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 300 },
    );
  });

  it('of a sub-process that ends are its last steps, not what undoes one, and not a link that goes on', () => {
    const inside =
      task('I') +
      linkEvent('t', 'Throw', 'X') +
      linkEvent('c', 'Catch', 'X') +
      task('J') +
      flow('I', 't') +
      flow('c', 'J') +
      '<bpmn:task id="Undo" name="Undo" isForCompensation="true"/>';
    const file = process(
      task('A') + task('S', 'subProcess', inside) + task('B') + flow('A', 'S') + flow('S', 'B'),
    );
    expect(nearest(file)).toEqual({ 'c-J': ['I'], 'S-B': ['J'] });
  });

  it('of an event on the border of an inner step are that step, and nothing before the sub-process', () => {
    const inside = `${task('I')}<bpmn:boundaryEvent id="b" attachedToRef="I"/>${task('J')}${flow('b', 'J')}`;
    const file = process(task('A') + task('S', 'subProcess', inside) + flow('A', 'S'));
    expect(nearest(file)).toEqual({ 'b-J': ['I'] });
  });

  it('are not found through a link of the same name on another level', () => {
    const level = (n: number) =>
      task(`A${n}`) +
      linkEvent(`t${n}`, 'Throw', 'X') +
      linkEvent(`c${n}`, 'Catch', 'X') +
      task(`B${n}`) +
      flow(`A${n}`, `t${n}`) +
      flow(`c${n}`, `B${n}`);
    expect(nearest(process(level(1) + task('S', 'subProcess', level(2))))).toEqual({
      'c1-B1': ['A1'],
      'c2-B2': ['A2'],
    });
  });

  it('end in rings of gateways, with the same answer all around', () => {
    const file = process(
      task('A') +
        gateway('g') +
        gateway('h') +
        task('B') +
        task('C') +
        flow('A', 'g') +
        flow('g', 'h') +
        flow('h', 'g') +
        flow('h', 'B') +
        flow('g', 'C') +
        flow('C', 'h') +
        flow('B', 'B'),
    );
    expect(nearest(file)).toEqual({ 'h-B': ['A', 'C'], 'g-C': ['A', 'C'], 'B-B': ['B'] });
  });

  it('take a message between two own steps, and none from an outside party or an event', () => {
    const file =
      definitions(`<bpmn:collaboration><bpmn:participant id="Out" name="Burger"/><bpmn:messageFlow id="m1" sourceRef="A" targetRef="B"/>
      <bpmn:messageFlow id="m2" sourceRef="Out" targetRef="B"/><bpmn:messageFlow id="m3" sourceRef="E" targetRef="B"/></bpmn:collaboration><bpmn:process id="P">${task('A')}${task('E', 'endEvent')}</bpmn:process><bpmn:process id="Q">${task('B')}</bpmn:process>`);
    expect(nearest(file)).toEqual({ m1: ['A'] });
  });

  it('of elements with the same id are those beside them', () => {
    const copy = task('A') + task('B') + flow('A', 'B');
    const file = definitions(
      `<bpmn:process id="P">${copy}</bpmn:process><bpmn:process id="Q">${copy}</bpmn:process>`,
    );
    expect(outline(file).entries.map(({ into, nearest: before }) => [into, before])).toEqual([
      ['?2', ['?1']],
      ['?4', ['?3']],
    ]);
  });

  it('are found in bounded time in a chain of 9,000 gateways, and refused where they multiply', () => {
    const chain = Array.from(
      { length: 9_000 },
      (_, i) =>
        gateway(`g${i}`) +
        task(`t${i}`) +
        flow(i === 0 ? 'A' : `g${i - 1}`, `g${i}`) +
        flow(`g${i}`, `t${i}`),
    );
    expect(outline(process(task('A') + chain.join(''))).entries.at(-1)?.nearest).toEqual(['A']);
    const tangle = Array.from(
      { length: 3_000 },
      (_, i) => task(`t${i}`) + flow(`t${i}`, 'g') + flow('g', `t${i}`),
    );
    const reading = readDiagram(new TextEncoder().encode(process(gateway('g') + tangle.join(''))));
    expect(reading).toEqual({ ok: false, problems: [{ code: 'tooTangled', params: {} }] });
  });

  it('are taken up to the limit exactly, what has to be put together for them counted once', () => {
    const into = Array.from({ length: 500 }, (_, i) => task(`a${i}`) + flow(`a${i}`, 'g')).join('');
    const read = (count: number) => {
      const after = Array.from({ length: count }, (_, i) => task(`b${i}`) + flow('g', `b${i}`)).join('');
      return readDiagram(new TextEncoder().encode(process(gateway('g') + into + after)));
    };
    // 500 before each way out, and the same 500 put together.
    const most = MAX_NEAREST / 500 - 1;
    expect(read(most).ok).toBe(true);
    expect(read(most + 1)).toMatchObject({ problems: [{ code: 'tooTangled' }] });
  });
});
