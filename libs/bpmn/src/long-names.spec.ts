import { describe, expect, it } from '@jest/globals';
import { readDiagram, readDiagramText, readNewDiagram } from './check.js';
import { compareDiagrams } from './compare/compare.js';
import { mergeDiagrams } from './merge/merge-diagrams.js';

const LONG = 'Vakafdeling '.repeat(300);
const file = (content: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">${content}</definitions>`;
const refs = (count: number) =>
  Array.from({ length: count }, (_, n) => `<flowNodeRef>T${n}</flowNodeRef>`).join('');
const tasks = (count: number) =>
  Array.from({ length: count }, (_, n) => `<task id="T${n}" name="Stap ${n}"/>`).join('');
const inLanes = (count: number, first: string, second: string) =>
  file(
    `<process id="P"><laneSet><lane id="A" name="${LONG}a">${first}</lane><lane id="B" name="${LONG}b">${second}</lane></laneSet>${tasks(count)}</process>`,
  );
const bytes = (value: unknown) => JSON.stringify(value).length;

describe('A long name', () => {
  it('of a lane or pool stands in full once, and shortened at each of its steps', () => {
    const reading = readDiagramText(
      file(
        `<collaboration id="C"><participant id="Pool" name="${LONG}" processRef="P"/></collaboration><process id="P"><laneSet><lane id="A" name="${LONG}">${refs(2_000)}</lane></laneSet>${tasks(2_000)}</process>`,
      ),
    );
    if (!reading.ok) throw new Error('not read');
    const { steps, lanes } = reading.diagram.outline;
    expect(lanes[0]!.name).toBe(LONG.trim());
    expect(steps[7]).toMatchObject({
      lane: { id: 'A', name: `${LONG.slice(0, 200)}…` },
      participant: `${LONG.slice(0, 200)}…`,
    });
    expect(bytes(reading.diagram.outline)).toBeLessThan(2_000 * 1_000);
  });

  it('is not repeated with every step that moved to another lane, and the two names read apart', () => {
    const { changes } = compareDiagrams(inLanes(500, refs(500), ''), inLanes(500, '', refs(500)));
    expect(changes).toHaveLength(500);
    expect(changes[0]).toMatchObject({
      kind: 'movedLane',
      before: expect.stringMatching(/^….{20}a$/),
      after: expect.stringMatching(/^….{20}b$/),
    });
    expect(bytes(changes)).toBeLessThan(500 * 1_000);
  });

  it('is not repeated with every change of its element', () => {
    const step = (value: string) =>
      file(
        `<process id="P"><task xmlns:v="urn:v" id="T" name="${LONG}" ${Array.from({ length: 100 }, (_, n) => `v:a${n}="${value}"`).join(' ')}/></process>`,
      );
    const { changes } = compareDiagrams(step('1'), step('2'));
    expect(changes).toHaveLength(100);
    expect(changes[0]!.elementName).toBe(`${LONG.slice(0, 200)}…`);
  });

  it('is told in full where it is itself what changed', () => {
    const named = (name: string) => file(`<process id="P"><task id="T" name="${name}"/></process>`);
    expect(compareDiagrams(named('Toetsen'), named(LONG.trim())).changes).toMatchObject([
      { kind: 'renamed', before: 'Toetsen', after: LONG.trim() },
    ]);
  });

  it('in a question of a merge is as long as one can read, and differs where the answers differ', () => {
    const named = (name: string) => file(`<process id="P"><task id="T" name="${name}"/></process>`);
    const { conflicts } = mergeDiagrams(named('Toetsen'), named(`${LONG}a`), named(`${LONG}b`));
    expect(conflicts).toMatchObject([
      {
        elementName: 'Toetsen',
        base: 'Toetsen',
        mine: expect.stringMatching(/^….{20}a$/),
        theirs: expect.stringMatching(/^….{20}b$/),
      },
    ]);
  });

  it('of the lanes of a step in many lanes is told for those that changed', () => {
    const lane = (n: number, held: boolean) =>
      `<lane id="L${n}" name="Baan ${n}">${held ? refs(1) : ''}</lane>`;
    const lanes = (except: number) =>
      file(
        `<process id="P"><laneSet>${Array.from({ length: 20 }, (_, n) => lane(n, n !== except)).join('')}</laneSet>${tasks(1)}</process>`,
      );
    expect(compareDiagrams(lanes(18), lanes(19)).changes).toMatchObject([
      {
        kind: 'movedLane',
        before: 'Baan 19, Baan 0, Baan 1, Baan 2, Baan 3, …',
        after: 'Baan 18, Baan 0, Baan 1, Baan 2, Baan 3, …',
      },
    ]);
  });
});

describe('Steps that lead into many others through one gateway', () => {
  it('are taken no more where their long ids would have to be listed too often, but read where they are stored', () => {
    const id = (n: number) => `${'i'.repeat(400)}${n}`;
    const mesh = (count: number) =>
      file(
        `<process id="P"><exclusiveGateway id="G"/>${Array.from({ length: count }, (_, n) => `<task id="${id(n)}"/><sequenceFlow id="in${n}" sourceRef="${id(n)}" targetRef="G"/><task id="to${n}"/><sequenceFlow id="out${n}" sourceRef="G" targetRef="to${n}"/>`).join('')}</process>`,
      );
    const bytes = (count: number) => Buffer.from(mesh(count));
    expect(readNewDiagram(bytes(100))).toMatchObject({ ok: true });
    expect(readNewDiagram(bytes(200))).toMatchObject({ ok: false, problems: [{ code: 'tooTangled' }] });
    expect(readDiagram(bytes(200))).toMatchObject({ ok: true });
  });
});

describe('A long id', () => {
  const long = 'i'.repeat(1_000_000);

  it('of a lane stands once, and not at each of its steps', () => {
    const reading = readDiagramText(
      file(
        `<process id="P"><laneSet><lane id="${long}" name="Balie">${refs(3)}</lane></laneSet>${tasks(3)}</process>`,
      ),
    );
    if (!reading.ok) throw new Error('not read');
    const { lanes, steps } = reading.diagram.outline;
    expect(lanes[0]!.id).toBe(long);
    expect(steps.map(({ lane }) => lane)).toEqual(Array(3).fill({ name: 'Balie' }));
  });

  const step = (value: string) =>
    file(
      `<process id="P"><task xmlns:v="urn:v" id="${long}" ${Array.from({ length: 100 }, (_, n) => `v:a${n}="${value}"`).join(' ')}/></process>`,
    );

  it('is told with as many changes as an answer can have; the others are counted', () => {
    const { changes, left } = compareDiagrams(step('1'), step('2'));
    expect(changes[0]!.elementId).toBe(long);
    expect(bytes(changes)).toBeLessThan(10_000_000);
    expect(changes.length + left!).toBe(100);
  });

  it('is told with as many questions of a merge as one can answer; the others are counted', () => {
    const { conflicts, left } = mergeDiagrams(step('1'), step('2'), step('3'));
    expect(bytes(conflicts)).toBeLessThan(10_000_000);
    expect(conflicts.length + left!).toBe(100);
  });
});
