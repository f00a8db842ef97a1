import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Test } from 'supertest';
import type { HistoryItem, MovedIdsProblem, Page, ProcessAnswer } from '#contract';
import type { StoredEvent } from '#event-store';
import { asBytes } from './as-bytes.js';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

const owner = () => app.as('procesverantwoordelijke');
type Step = [id: string, name: string];
/** Steps one after the other; the flow out of a step is called as `flow` says of its place. */
function drawn(steps: Step[], flow = (place: number, _ends: string) => `F${place}`): string {
  const tasks = steps.map(([id, name]) => `<bpmn:userTask id="${id}" name="${name}"/>`);
  const flows = steps.slice(1).map(([id], i) => {
    const before = steps[i]![0];
    return `<bpmn:sequenceFlow id="${flow(i + 1, before + id)}" sourceRef="${before}" targetRef="${id}"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="urn:x">
<bpmn:process id="P">${tasks.join('')}${flows.join('')}</bpmn:process></bpmn:definitions>`;
}
/** Flows keep the ids that they had between the same ids of steps. */
const sameFlows = (_: number, ends: string) => ({ T1T2: 'F1', T2T3: 'F2' })[ends] ?? `N${ends}`;
const [FRONT, ASSESS, SEND, IDENTIFY] = [
  'Aanvraag aannemen',
  'Besluit nemen',
  'Besluit versturen',
  'Identiteit vaststellen',
] as const;
const OLD = drawn([
  ['T1', FRONT],
  ['T2', ASSESS],
  ['T3', SEND],
]);
/** A step inserted at the front by a tool that numbers from the top. */
const NEW = drawn([
  ['T1', IDENTIFY],
  ['T2', FRONT],
  ['T3', ASSESS],
  ['T4', SEND],
]);

const put = (id: string, path: string, body: object) =>
  owner().put(`/processes/${id}/${path}`).send(body).expect(200);
const save = (id: string, seen: number, diagram: string, ids?: string): Test => {
  const test = owner()
    .put(`/processes/${id}/diagram`)
    .set('If-Match', `"${seen}"`)
    .set('Content-Type', 'application/xml');
  return (ids === undefined ? test : test.set('Ids', ids)).send(diagram);
};
const merge = (id: string, base: number, diagram: string, more: object = {}): Test =>
  owner()
    .post(`/processes/${id}/merges`)
    .send({ base, diagram: Buffer.from(diagram).toString('base64'), ...more });
const shown = async (id: string, query = ''): Promise<ProcessAnswer> =>
  (await owner().get(`/processes/${id}${query}`).expect(200)).body;
const history = async (id: string, after = 0): Promise<HistoryItem[]> =>
  ((await owner().get(`/processes/${id}/history?after=${after}`).expect(200)).body as Page<HistoryItem>)
    .items;
const events = async (id: string): Promise<StoredEvent[]> =>
  (await app.as('auditor').get('/events?limit=1000').buffer(true).parse(asBytes).expect(200)).body
    .toString()
    .trim()
    .split('\n')
    .map((line: string) => JSON.parse(line) as StoredEvent)
    .filter(({ stream }: StoredEvent) => stream === `process-${id}`);
const knipsByName = ({ steps }: ProcessAnswer) =>
  Object.fromEntries(steps.flatMap(({ name, knip }) => (knip ? [[name, knip.side]] : [])));

/** A process with every kind of decision on its first two steps, as version 7. */
async function decided(diagram = OLD): Promise<string> {
  const id = await app.process({ diagram });
  await put(id, 'knips/T1', { side: 'front', reason: 'KCC neemt aan', alternatives: ['Het team zelf'] });
  await put(id, 'knips/T2', { side: 'back', role: 'specialist', reason: 'Mandaat ligt bij de afdeling' });
  await put(id, 'handovers/F1', { what: 'Volledig dossier', reason: 'overdracht' });
  await put(id, 'data-requests/T1', { data: [{ name: 'Adres', registry: 'BRP' }], reason: 'nodig' });
  await put(id, 'bindings/T2', { side: 'back', source: 'Awb 10:3', reason: 'mandaat' });
  return id;
}

describe('A diagram that gives ids with decisions to other steps', () => {
  it('is refused, and the answer lists every such id with who had it and who has it now', async () => {
    const id = await decided();
    const { body } = await save(id, 7, NEW).expect(409);
    expect(body as MovedIdsProblem).toMatchObject({
      type: 'urn:knipkaart:problem:ids-changed-hands',
      detail: expect.stringContaining('T1, T2, F1'),
      changedHands: [
        {
          id: 'T1',
          had: { name: FRONT, kind: 'userTask' },
          has: { name: IDENTIFY, kind: 'userTask' },
          wentTo: 'T2',
          decisions: ['knip', 'dataRequests'],
        },
        {
          id: 'T2',
          had: { name: ASSESS },
          has: { name: FRONT },
          wentTo: 'T3',
          decisions: ['knip', 'binding'],
        },
        {
          id: 'F1',
          had: { name: `${FRONT} → ${ASSESS}`, kind: 'sequenceFlow' },
          has: { name: `${IDENTIFY} → ${FRONT}` },
          wentTo: 'F2',
          decisions: ['handover'],
        },
      ],
    });
    expect(body.renamed).toBeUndefined();
    expect((await shown(id)).version).toBe(7);
    expect((await save(id, 7, NEW).set('Accept-Language', 'en').expect(409)).body.detail).toContain(
      'Ids: follow',
    );
  });

  it('is refused as well where the steps carry numbers in their names', async () => {
    const numbered = (names: string[]) =>
      drawn(names.map((name, i): Step => [`T${i + 1}`, `${i + 1}. ${name}`]));
    const id = await decided(numbered([FRONT, ASSESS, SEND]));
    const inserted = numbered([IDENTIFY, FRONT, ASSESS, SEND]);
    expect((await save(id, 7, inserted).expect(409)).body.changedHands).toMatchObject([
      { id: 'T1', had: { name: `1. ${FRONT}` }, has: { name: `1. ${IDENTIFY}` }, wentTo: 'T2' },
      { id: 'T2', had: { name: `2. ${ASSESS}` }, has: { name: `2. ${FRONT}` }, wentTo: 'T3' },
      { id: 'F1', wentTo: 'F2' },
    ]);
    await save(id, 7, inserted, 'follow').expect(200);
    expect(knipsByName(await shown(id))).toEqual({ [`2. ${FRONT}`]: 'front', [`3. ${ASSESS}`]: 'back' });
  });

  it('is saved with the decisions on their own steps, when they are to follow', async () => {
    const id = await decided();
    await save(id, 7, NEW, 'follow').expect(200, { id, version: 18 });
    const { steps, handovers, lapsed, counts } = await shown(id);
    expect(counts).toMatchObject({ front: 1, back: 1, undecided: 2, handovers: 1 });
    const { body: overview } = await owner().get('/processes?limit=200').expect(200);
    expect(overview.items.find((one: { id: string }) => one.id === id).counts).toEqual(counts);
    expect(steps).toMatchObject([
      { name: IDENTIFY, undecided: true },
      {
        id: 'T2',
        name: FRONT,
        knip: {
          side: 'front',
          reason: 'KCC neemt aan',
          alternatives: ['Het team zelf'],
          carriedFrom: { elementId: 'T1', version: 3 },
        },
        dataRequests: {
          data: [{ name: 'Adres', registry: 'BRP' }],
          carriedFrom: { elementId: 'T1', version: 6 },
        },
      },
      {
        id: 'T3',
        name: ASSESS,
        knip: { side: 'back', role: 'specialist', reason: 'Mandaat ligt bij de afdeling' },
        binding: { side: 'back', source: 'Awb 10:3', carriedFrom: { elementId: 'T2', version: 7 } },
      },
      { name: SEND, undecided: true },
    ]);
    expect(steps[0]).not.toHaveProperty('knip');
    expect(steps[0]).not.toHaveProperty('dataRequests');
    expect(steps[1]).not.toHaveProperty('binding');
    expect(handovers).toMatchObject([
      {
        flowId: 'F2',
        agreement: {
          what: 'Volledig dossier',
          reason: 'overdracht',
          before: ['T2'],
          after: ['T3'],
          outdated: false,
          carriedFrom: { elementId: 'F1', version: 5 },
        },
      },
    ]);
    expect(lapsed).toEqual([]);
  });

  it('is in the history as what ended, what was saved and what was recorded again, with one text and salt each', async () => {
    const id = await decided();
    await save(id, 7, NEW, 'follow').set('X-Note', 'Stap').expect(200);
    const told = await history(id, 7);
    expect(told.map(({ type, kind }) => [type, kind].filter(Boolean).join(' '))).toEqual([
      'KnipWithdrawn',
      'KnipWithdrawn',
      'DecisionEnded handover',
      'DecisionEnded dataRequests',
      'BindingLifted',
      'DiagramSaved',
      'KnipDecided',
      'KnipDecided',
      'HandoverAgreed',
      'DataRequestsRecorded',
      'StepBound',
    ]);
    expect(told[0]).toMatchObject({
      elementId: 'T1',
      elementName: FRONT,
      carriedTo: 'T2',
      reason: 'KCC neemt aan',
    });
    expect(told[2]).toMatchObject({ flowId: 'F1', elementName: `${FRONT} → ${ASSESS}`, carriedTo: 'F2' });
    expect(told[3]).toMatchObject({ elementId: 'T1', carriedTo: 'T2', reason: 'nodig' });
    expect(told[6]).toMatchObject({
      elementId: 'T2',
      elementName: FRONT,
      carriedFrom: { elementId: 'T1', version: 3 },
    });
    const stored = await events(id);
    const { reason, alternatives } = stored[2]!.data;
    expect(stored[7]!.data).toEqual({ elementId: 'T1', reason, carriedTo: 'T2' });
    expect(stored[13]!.data).toEqual({
      elementId: 'T2',
      side: 'front',
      alternatives,
      reason,
      carriedFrom: { elementId: 'T1', version: 3 },
    });
    expect(stored.slice(7).map(({ metadata }) => metadata.texts)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
    expect(stored.slice(0, 7).every(({ metadata }) => metadata.texts === undefined)).toBe(true);
  });

  it('is saved with the decisions at their ids, when these are to mean what they say', async () => {
    const id = await decided();
    await save(id, 7, NEW, 'keep').expect(200, { id, version: 8 });
    expect(knipsByName(await shown(id))).toEqual({ [IDENTIFY]: 'front', [FRONT]: 'back' });
    expect((await history(id, 7))[0]).toMatchObject({ type: 'DiagramSaved', ids: 'kept' });
    await save(id, 8, NEW.replace(IDENTIFY, 'Legitimeren')).expect(200);
  });
});

describe('A diagram that gives the id of a step that only an agreement names to another step', () => {
  const lanes = (front: string[], back: string[]) => {
    const lane = (id: string, side: string, steps: string[]) =>
      `<bpmn:lane xmlns:knip="urn:knipkaart:bpmn:1" id="${id}" knip:side="${side}">${steps
        .map((step) => `<bpmn:flowNodeRef>${step}</bpmn:flowNodeRef>`)
        .join('')}</bpmn:lane>`;
    const set = lane('L1', 'front', front) + lane('L2', 'back', back);
    return `<bpmn:laneSet id="L">${set}</bpmn:laneSet>`;
  };
  const task = (id: string, name: string) => `<bpmn:userTask id="${id}" name="${name}"/>`;
  const flow = (id: string, from: string, to: string) =>
    `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
  const inProcess = (content: string) => drawn([]).replace(/(<bpmn:process id="P">)/, `$1${content}`);
  const BEFORE = inProcess(
    lanes(['T1'], ['T2']) + task('T1', FRONT) + task('T2', ASSESS) + flow('F1', 'T1', 'T2'),
  );

  it.each([
    [
      'before',
      inProcess(
        lanes(['T1', 'T9'], ['T2']) +
          [task('T1', IDENTIFY), task('T9', FRONT), task('T2', ASSESS)].join('') +
          flow('F0', 'T1', 'T9') +
          flow('F1', 'T9', 'T2'),
      ),
      'T1',
      { before: ['T9'], after: ['T2'] },
    ],
    [
      'after',
      inProcess(
        lanes(['T1'], ['T2', 'T9']) +
          [task('T1', FRONT), task('T9', ASSESS), task('T2', SEND)].join('') +
          flow('F1', 'T1', 'T9') +
          flow('F2', 'T9', 'T2'),
      ),
      'T2',
      { before: ['T1'], after: ['T9'] },
    ],
  ])('is refused, and the agreement follows its step %s the flow', async (_, diagram, step, agreed) => {
    const id = await app.process({ diagram: BEFORE });
    await put(id, 'handovers/F1', { what: 'Volledig dossier', reason: 'overdracht' });
    const { body } = await save(id, 3, diagram).expect(409);
    expect(body).toMatchObject({
      type: 'urn:knipkaart:problem:ids-changed-hands',
      changedHands: [{ id: step, wentTo: 'T9', decisions: ['handover'] }],
    });
    expect((body as MovedIdsProblem).changedHands).toHaveLength(1);
    await save(id, 3, diagram, 'follow').expect(200);
    const told = (await events(id)).filter(({ type }) => type === 'HandoverAgreed');
    expect(told.map(({ data }) => data)).toMatchObject([{ before: ['T1'], after: ['T2'] }, agreed]);
    expect((await shown(id)).handovers).toMatchObject([{ flowId: 'F1', agreement: { outdated: false } }]);
  });

  it('is saved where its flow leads to a new step instead, and the agreement counts as outdated', async () => {
    const id = await app.process({ diagram: BEFORE });
    await put(id, 'handovers/F1', { what: 'Volledig dossier', reason: 'overdracht' });
    const between = inProcess(
      lanes(['T1'], ['T2', 'T9']) +
        [task('T1', FRONT), task('T9', IDENTIFY), task('T2', ASSESS)].join('') +
        flow('F1', 'T1', 'T9') +
        flow('F2', 'T9', 'T2'),
    );
    await save(id, 3, between).expect(200);
    expect((await shown(id)).handovers).toMatchObject([
      { flowId: 'F1', before: ['T1'], after: 'T9', agreement: { after: ['T2'], outdated: true } },
    ]);
    const { text } = await owner().get(`/processes/${id}/export?format=bpmn`).buffer(true).expect(200);
    expect(text).not.toContain('Volledig dossier');
  });
});

describe('A merge that gives ids with decisions to other steps', () => {
  it('asks the same, and lets decisions follow or stay', async () => {
    for (const [ids, stands] of [
      ['follow', { [FRONT]: 'front', [ASSESS]: 'back' }],
      ['keep', { [IDENTIFY]: 'front', [FRONT]: 'back' }],
    ] as const) {
      const id = await decided();
      const { body } = await merge(id, 2, NEW).expect(409);
      expect(body).toMatchObject({ changedHands: [{ id: 'T1' }, { id: 'T2' }, { id: 'F1' }] });
      expect(body.conflicts).toBeUndefined();
      const { version } = (await merge(id, 2, NEW, { ids }).expect(201)).body;
      const now = await shown(id);
      expect(now.version).toBe(version);
      expect(knipsByName(now)).toEqual(stands);
      expect((await history(id, 7)).find(({ type }) => type === 'DiagramMerged')?.ids).toBe(
        ids === 'keep' ? 'kept' : undefined,
      );
    }
  });

  it('asks when a new step of one person has the id of what lapsed meanwhile', async () => {
    const id = await decided();
    const renamed = (diagram: string) => diagram.replace(SEND, 'Besluit verzenden');
    const gone: Step[] = [
      ['T2', ASSESS],
      ['T3', SEND],
    ];
    await save(id, 7, drawn(gone, sameFlows)).expect(200);
    await save(id, 8, renamed(drawn(gone, sameFlows))).expect(200);
    const mine = drawn([...gone, ['T1', IDENTIFY], ['T8', FRONT]], sameFlows);
    const { body } = await merge(id, 8, mine).expect(409);
    expect(body.changedHands).toMatchObject([{ id: 'T1', had: { name: FRONT }, wentTo: 'T8' }]);
    await merge(id, 8, mine, { ids: 'follow' }).expect(201);
    const now = await shown(id);
    expect(knipsByName(now)).toEqual({ [FRONT]: 'front', [ASSESS]: 'back' });
    expect(now.steps.map(({ name }) => name)).toContain('Besluit verzenden');
  });

  it('leaves every element the id that it has on the process, so that nothing is asked', async () => {
    const id = await decided();
    await save(id, 7, OLD.replace(SEND, 'Besluit bekendmaken')).expect(200);
    await merge(id, 2, NEW).expect(201);
    const { steps, lapsed } = await shown(id);
    expect(steps.map(({ name }) => name).sort()).toEqual(
      [IDENTIFY, FRONT, ASSESS, 'Besluit bekendmaken'].sort(),
    );
    expect(knipsByName(await shown(id))).toEqual({ [FRONT]: 'front', [ASSESS]: 'back' });
    expect(lapsed).toEqual([]);
  });
});

describe('Decisions whose step or flow is gone', () => {
  it('are listed as lapsed, of every kind, and hold again when it is back', async () => {
    const id = await decided();
    await put(id, 'channel-priority', { elementId: 'T1', channels: ['desk', 'web'], reason: 'balie' });
    const before = await shown(id);
    expect([...before.lapsed, ...before.alsoLapsed]).toEqual([]);
    const { version } = (await save(id, 8, drawn([['T3', SEND]])).expect(200)).body;
    const { lapsed, alsoLapsed } = await shown(id);
    expect(lapsed.map(({ elementId, reason }) => [elementId, reason])).toEqual([
      ['T1', 'KCC neemt aan'],
      ['T2', 'Mandaat ligt bij de afdeling'],
    ]);
    expect(alsoLapsed.map(({ kind, elementId, reason }) => [kind, elementId, reason])).toEqual([
      ['channels', 'T1', 'balie'],
      ['handover', 'F1', 'overdracht'],
      ['dataRequests', 'T1', 'nodig'],
      ['binding', 'T2', 'mandaat'],
    ]);
    expect(lapsed[1]).toMatchObject({ side: 'back', role: 'specialist', version: 4 });
    expect(alsoLapsed).toMatchObject([
      { channels: ['desk', 'web'] },
      { what: 'Volledig dossier' },
      { data: [{ name: 'Adres', registry: 'BRP' }] },
      { side: 'back', source: 'Awb 10:3' },
    ]);
    expect(JSON.stringify([lapsed, alsoLapsed])).not.toMatch(/salt/);
    await save(id, version, OLD).expect(200);
    const again = await shown(id);
    expect([...again.lapsed, ...again.alsoLapsed]).toEqual([]);
    expect(again.handovers.map(({ agreement }) => agreement?.what)).toEqual(['Volledig dossier']);
  });

  it('are listed as well where a flow is no hand-over any more', async () => {
    const id = await app.process({ diagram: OLD });
    await put(id, 'knips/T1', { side: 'front', reason: 'x' });
    await put(id, 'knips/T2', { side: 'back', reason: 'x' });
    await put(id, 'handovers/F1', { what: 'Dossier', reason: 'x' });
    await put(id, 'knips/T2', { side: 'front', reason: 'toch' });
    const { handovers, lapsed, alsoLapsed } = await shown(id);
    expect([handovers, lapsed]).toEqual([[], []]);
    expect(alsoLapsed).toMatchObject([{ kind: 'handover', elementId: 'F1', what: 'Dossier' }]);
  });
});

describe('The history of a step whose id changed', () => {
  const about = async (id: string, element: string) =>
    ((await owner().get(`/processes/${id}/history?element=${element}`).expect(200)).body as Page<HistoryItem>)
      .items;
  const names = (items: HistoryItem[]) => [...new Set(items.map(({ elementName }) => elementName))];

  it('has what was decided on it under every id, and nothing of who had these ids before or after', async () => {
    const id = await decided();
    const { version } = (await save(id, 7, NEW, 'follow').expect(200)).body;
    await put(id, 'knips/T1', { side: 'back', reason: 'van een ander' });
    await put(id, 'knips/T2', { side: 'back', reason: 'toch' });
    const back = drawn([
      ['T1', FRONT],
      ['T2', IDENTIFY],
      ['T3', ASSESS],
      ['T4', SEND],
    ]);
    await save(id, version + 2, back, 'follow').expect(200);
    const items = await about(id, 'T1');
    expect(names(items)).toEqual([FRONT]);
    expect(items.map(({ elementId, reason }) => [elementId, reason])).toEqual([
      ['T1', 'KCC neemt aan'],
      ['T1', 'nodig'],
      ['T1', 'KCC neemt aan'],
      ['T1', 'nodig'],
      ['T2', 'KCC neemt aan'],
      ['T2', 'nodig'],
      ['T2', 'toch'],
      ['T2', 'nodig'],
      ['T2', 'toch'],
      ['T1', 'nodig'],
      ['T1', 'toch'],
    ]);
    expect(names(await about(id, 'T2'))).toEqual([IDENTIFY]);
    expect(names(await about(id, 'T3'))).toEqual([ASSESS]);
    expect((await about(id, 'F2')).map(({ flowId }) => flowId)).toContain('F1');
    const all = await history(id);
    const elements = new Map(all.map(({ element, elementName }) => [element, elementName]));
    expect([...elements].filter(([, name]) => name === FRONT)).toEqual([['T1', FRONT]]);
  });

  it('is apart from that of a step which is gone and whose id another has', async () => {
    const id = await decided();
    const without = drawn([
      ['T1', ASSESS],
      ['T2', SEND],
    ]);
    await save(id, 7, without, 'follow').expect(200);
    expect(names(await about(id, 'T1'))).toEqual([ASSESS]);
    const gone = (await history(id)).find(({ elementName }) => elementName === FRONT)!.element!;
    expect(gone).toBe('T1@3');
    expect(names(await about(id, gone))).toEqual([FRONT]);
    expect(await about(id, 'T1@4')).toEqual([]);
  });
});

describe('Decisions that follow', () => {
  const at = (...ids: [string, string, string]) =>
    drawn([
      [ids[0], FRONT],
      [ids[1], ASSESS],
      [ids[2], SEND],
    ]);
  const byName = async (id: string) => {
    const { steps } = await shown(id);
    return Object.fromEntries(steps.map(({ name, knip, binding }) => [name, [knip?.side, binding?.side]]));
  };
  it.each([
    ['two steps exchanged their ids', at('T2', 'T1', 'T3')],
    ['all ids went round', at('T3', 'T1', 'T2')],
    ['one took the id of another and gave its own up', at('T2', 'T9', 'T3')],
    ['most ids are new', at('T2', 'X', 'Y')],
  ])('stand on their own steps when %s', async (_, diagram) => {
    const id = await decided();
    await save(id, 7, diagram).expect(409);
    await save(id, 7, diagram, 'follow').expect(200);
    expect(await byName(id)).toEqual({
      [FRONT]: ['front', undefined],
      [ASSESS]: ['back', 'back'],
      [SEND]: [undefined, undefined],
    });
    const now = await shown(id);
    expect(now.lapsed).toEqual([]);
    expect(now.handovers.map(({ agreement }) => agreement?.outdated)).toEqual([false]);
  });

  it('still tell who decided them and when, and with whose save they went along, however often', async () => {
    const id = await decided();
    const made = (await shown(id)).steps.find(({ name }) => name === FRONT)!.knip!;
    expect(made).not.toHaveProperty('decidedFirst');
    const { body } = await app
      .as('werkgroep-vergunningen')
      .put(`/processes/${id}/diagram`)
      .set({ 'If-Match': '"7"', 'Content-Type': 'application/xml', Ids: 'follow' })
      .send(NEW)
      .expect(200);
    await save(id, body.version, at('T3', 'T1', 'T2'), 'follow').expect(200);
    const first = { version: 3, at: made.at, actor: made.actor };
    for (const [query, step, by] of [
      [`?version=${body.version}`, 'T1', 'werkgroep-vergunningen'],
      ['', 'T2', 'procesverantwoordelijke'],
    ] as const) {
      const knip = (await shown(id, query)).steps.find(({ name }) => name === FRONT)!.knip!;
      expect(knip).toMatchObject({
        decidedFirst: first,
        carriedFrom: { elementId: step },
        actor: { id: by },
        reason: 'KCC neemt aan',
      });
      expect(knip.version).toBeGreaterThan(7);
    }
    const { handovers } = await shown(id);
    expect(handovers[0]?.agreement?.decidedFirst?.version).toBe(5);
  });

  it('go along with a flow when only flows have other ids', async () => {
    const id = await app.process({ diagram: OLD });
    await put(id, 'knips/T1', { side: 'front', reason: 'x' });
    await put(id, 'knips/T2', { side: 'back', reason: 'x' });
    await put(id, 'knips/T3', { side: 'front', reason: 'x' });
    await put(id, 'handovers/F1', { what: 'Dossier', reason: 'heen' });
    await put(id, 'handovers/F2', { what: 'Besluit', reason: 'terug' });
    const turned = drawn(
      [
        ['T1', FRONT],
        ['T2', ASSESS],
        ['T3', SEND],
      ],
      (place) => `F${3 - place}`,
    );
    const { body } = await save(id, 7, turned).expect(409);
    expect(body.changedHands.map((one: { id: string }) => one.id)).toEqual(['F1', 'F2']);
    await save(id, 7, turned, 'follow').expect(200);
    const { handovers } = await shown(id);
    expect(handovers.map(({ flowId, after, agreement }) => [flowId, after, agreement?.what])).toEqual([
      ['F2', 'T2', 'Dossier'],
      ['F1', 'T3', 'Besluit'],
    ]);
  });

  it('end, and are kept in the history, where their step was deleted and another has its id', async () => {
    const id = await decided();
    const without = drawn([
      ['T1', ASSESS],
      ['T2', SEND],
    ]);
    const { body } = await save(id, 7, without).expect(409);
    expect(body.changedHands[0]).toMatchObject({ id: 'T1', had: { name: FRONT }, has: { name: ASSESS } });
    expect(body.changedHands[0]).not.toHaveProperty('wentTo');
    await save(id, 7, without, 'follow').expect(200);
    expect(await byName(id)).toEqual({ [ASSESS]: ['back', 'back'], [SEND]: [undefined, undefined] });
    expect((await shown(id)).lapsed).toEqual([]);
    const ended = (await history(id, 7)).find(({ elementId }) => elementId === 'T1');
    expect(ended).toMatchObject({ type: 'KnipWithdrawn', elementName: FRONT });
    expect(ended).not.toHaveProperty('carriedTo');
  });

  it('are those of the step that lapsed, held against the last diagram that had it', async () => {
    const id = await decided();
    const gone = drawn(
      [
        ['T2', ASSESS],
        ['T3', SEND],
      ],
      sameFlows,
    );
    await save(id, 7, gone).expect(200);
    const now = await shown(id);
    expect(now.lapsed).toMatchObject([{ elementId: 'T1', side: 'front' }]);
    expect(now.alsoLapsed).toMatchObject([
      { kind: 'handover', elementId: 'F1' },
      { kind: 'dataRequests', elementId: 'T1' },
    ]);
    await save(id, 8, gone.replace(SEND, 'Besluit verzenden')).expect(200);
    const back = drawn(
      [
        ['T1', IDENTIFY],
        ['T9', FRONT],
        ['T2', ASSESS],
        ['T3', 'Besluit verzenden'],
      ],
      sameFlows,
    );
    const { body } = await save(id, 9, back).expect(409);
    expect(body.changedHands).toMatchObject([
      {
        id: 'T1',
        had: { name: FRONT },
        has: { name: IDENTIFY },
        wentTo: 'T9',
        decisions: ['knip', 'dataRequests'],
      },
    ]);
    await save(id, 9, back, 'follow').expect(200);
    expect(await byName(id)).toMatchObject({
      [IDENTIFY]: [undefined, undefined],
      [FRONT]: ['front', undefined],
    });
    expect((await shown(id)).alsoLapsed).toMatchObject([{ kind: 'handover', elementId: 'F1' }]);
  });

  it('follow when their id is back, and an agreement whose flow stayed is recorded again once and not ended', async () => {
    const id = await decided();
    await put(id, 'knips/T3', { side: 'back', reason: 'Verzending' });
    const first: Step[] = [
      ['T1', FRONT],
      ['T2', ASSESS],
    ];
    await save(id, 8, drawn(first, sameFlows)).expect(200);
    await save(id, 9, drawn([...first, ['T7', 'Dossier sluiten']], sameFlows)).expect(200);
    const back = drawn(
      [
        ['S1', FRONT],
        ['T2', ASSESS],
        ['T7', 'Dossier sluiten'],
        ['T3', IDENTIFY],
        ['T9', SEND],
      ],
      (_, ends) => (ends === 'S1T2' ? 'F1' : `N${ends}`),
    );
    const { body } = await save(id, 10, back).expect(409);
    expect(body.changedHands).toMatchObject([{ id: 'T3', wentTo: 'T9', decisions: ['knip'] }]);
    await save(id, 10, back, 'follow').expect(200);
    const told = (await history(id, 10)).map(
      ({ type, elementId, flowId }) => `${type} ${elementId ?? flowId ?? ''}`,
    );
    expect(told.filter((one) => / F1$/.test(one))).toEqual(['HandoverAgreed F1']);
    const now = await shown(id);
    expect(knipsByName(now)).toEqual({ [FRONT]: 'front', [ASSESS]: 'back', [SEND]: 'back' });
    expect(now.handovers).toMatchObject([
      { flowId: 'F1', agreement: { before: ['S1'], after: ['T2'], outdated: false } },
    ]);
    expect([...now.lapsed, ...now.alsoLapsed]).toEqual([]);
  });

  it('are asked about together where two steps lapsed one after the other and both ids are back', async () => {
    const CLOSE: Step = ['T7', 'Dossier sluiten'];
    const id = await app.process({ diagram: drawn([['T1', FRONT], ['T2', ASSESS], ['T3', SEND], CLOSE]) });
    for (const step of ['T1', 'T3']) await put(id, `knips/${step}`, { side: 'front', reason: 'KCC' });
    await save(id, 4, drawn([['T2', ASSESS], ['T3', SEND], CLOSE], sameFlows)).expect(200);
    await save(id, 5, drawn([['T2', ASSESS], CLOSE], sameFlows)).expect(200);
    const back: Step[] = [
      ['T8', FRONT],
      ['T2', ASSESS],
      ['T9', SEND],
      CLOSE,
      ['T1', IDENTIFY],
      ['T3', 'Bellen'],
    ];
    const { body } = await save(id, 6, drawn(back, sameFlows)).expect(409);
    const asked = (body as MovedIdsProblem).changedHands!.map((one) => `${one.id} ${one.wentTo}`);
    expect(asked.sort()).toEqual(['T1 T8', 'T3 T9']);
    await save(id, 6, drawn(back, sameFlows), 'follow').expect(200);
    expect(knipsByName(await shown(id))).toEqual({ [FRONT]: 'front', [SEND]: 'front' });
  });

  it('are held against the last diagram that had their step, and against none before it', async () => {
    const CALL = 'Telefoon opnemen';
    const id = await app.process({ diagram: OLD.replace(FRONT, CALL) });
    await save(id, 2, OLD).expect(200);
    await put(id, 'knips/T1', { side: 'front', reason: 'KCC neemt aan' });
    const later: Step[] = [
      ['T2', ASSESS],
      ['T3', SEND],
    ];
    await save(id, 4, drawn(later, sameFlows)).expect(200);
    const { body } = await save(
      id,
      5,
      drawn([['T1', IDENTIFY], ['T8', CALL], ['T9', FRONT], ...later], sameFlows),
    ).expect(409);
    expect((body as MovedIdsProblem).changedHands?.map(({ id: moved, had }) => [moved, had.name])).toEqual([
      ['T1', FRONT],
    ]);
  });

  it('go along with the steps that an agreement names, though nothing else is decided on these', async () => {
    const id = await app.process();
    await put(id, 'handovers/Naar_back', { what: 'Dossier', reason: 'overdracht' });
    // Both steps have other ids, one of them the id that the other had; the flow between them kept its own.
    const numbered = FRONT_AND_BACK.replaceAll('Aannemen', 'S1').replaceAll('Toetsen', 'Aannemen');
    await save(id, 3, numbered, 'follow').expect(200);
    expect((await shown(id)).handovers[0]).toMatchObject({
      flowId: 'Naar_back',
      agreement: { before: ['S1'], after: ['Aannemen'], outdated: false },
    });
  });

  it('hold again without a question when their own step is back', async () => {
    const id = await decided();
    await save(
      id,
      7,
      drawn(
        [
          ['T2', ASSESS],
          ['T3', SEND],
        ],
        sameFlows,
      ),
    ).expect(200);
    await save(id, 8, OLD.replace(SEND, 'Besluit verzenden')).expect(200);
    expect(await byName(id)).toMatchObject({ [FRONT]: ['front', undefined] });
  });

  it('are asked about when an id that stood twice stands on another step only', async () => {
    const id = await decided();
    const twice = drawn(
      [
        ['T1', FRONT],
        ['T1', IDENTIFY],
        ['T2', ASSESS],
        ['T3', SEND],
      ],
      sameFlows,
    );
    await save(id, 7, twice).expect(200);
    const other = drawn(
      [
        ['T0', FRONT],
        ['T2', ASSESS],
        ['T3', SEND],
        ['T1', IDENTIFY],
      ],
      sameFlows,
    );
    const { body } = await save(id, 8, other).expect(409);
    expect(body.changedHands).toMatchObject([
      { id: 'T1', had: { name: FRONT }, has: { name: IDENTIFY }, wentTo: 'T0' },
    ]);
  });

  it('stand on their steps in the file that one takes along', async () => {
    const id = await decided();
    await save(id, 7, NEW, 'follow').expect(200);
    const file = (
      await owner().get(`/processes/${id}/export?format=bpmn`).buffer(true).parse(asBytes).expect(200)
    ).body.toString() as string;
    const of = (step: string) =>
      new RegExp(`<bpmn:userTask id="${step}".*?(?:/>|</bpmn:userTask>)`, 's').exec(file)![0];
    expect(of('T1')).not.toMatch(/knip:(knip|dataRequest|binding)/);
    expect(of('T2')).toMatch(/knip:knip[^>]*side="front"/);
    expect(of('T2')).toMatch(/knip:dataRequest/);
    expect(of('T3')).toMatch(/knip:knip[^>]*side="back"/);
    expect(of('T3')).toMatch(/knip:binding/);
  });

  it('are no difference in a comparison, over several such saves, and kept ones are', async () => {
    const id = await decided();
    const { version } = (await save(id, 7, NEW, 'follow').expect(200)).body;
    const again = at('T3', 'T1', 'T2');
    await save(id, version, again, 'follow').expect(200);
    for (const [from, to] of [
      [7, version],
      [7, ''],
      [version, 7],
    ]) {
      const { body } = await owner().get(`/processes/${id}/comparison?from=${from}&to=${to}`).expect(200);
      expect(body.decisions).toEqual([]);
      expect(body.lapsed).toEqual([]);
      expect(body.summary.handovers).toMatchObject({ added: [], removed: [] });
    }
    const kept = await decided();
    await save(kept, 7, NEW, 'keep').expect(200);
    const { body } = await owner().get(`/processes/${kept}/comparison?from=7`).expect(200);
    const knips = body.decisions.filter(({ kind }: { kind: string }) => kind === 'knip');
    expect(
      knips.map(({ change, before, after }: Record<string, HistoryItem & string>) => [
        change,
        before?.elementName,
        before?.side,
        after?.elementName,
        after?.side,
      ]),
    ).toEqual([
      ['added', undefined, undefined, IDENTIFY, 'front'],
      ['changed', FRONT, 'front', FRONT, 'back'],
      ['ended', ASSESS, 'back', undefined, undefined],
    ]);
  });

  it('are compared by element also where one had lapsed and another step took its id', async () => {
    const id = await decided();
    const gone: Step[] = [
      ['T2', ASSESS],
      ['T3', SEND],
    ];
    await save(id, 7, drawn(gone, sameFlows)).expect(200);
    const taken = drawn([['T9', FRONT], ...gone, ['T1', IDENTIFY]], sameFlows);
    await save(id, 8, taken, 'follow').expect(200);
    await put(id, 'knips/T1', { side: 'back', reason: 'Alleen de afdeling' });
    const knips = async (from: number, to: number | '') =>
      (
        await owner().get(`/processes/${id}/comparison?from=${from}&to=${to}`).expect(200)
      ).body.decisions.flatMap(({ kind, change, before, after }: Record<string, HistoryItem & string>) =>
        kind === 'knip' ? [[change, before?.elementName, after?.elementName]] : [],
      );
    const { version } = await shown(id);
    expect(await knips(8, version)).toEqual([['added', undefined, IDENTIFY]]);
    expect(await knips(version, 8)).toEqual([['ended', IDENTIFY, undefined]]);
    await put(id, 'knips/T9', { side: 'back', reason: 'Toch de afdeling' });
    expect(await knips(version + 1, 8)).toEqual([
      ['ended', IDENTIFY, undefined],
      ['changed', FRONT, FRONT],
    ]);
  });

  it('that were withdrawn before are told as ended by that, whatever was decided on others under their ids', async () => {
    const ended = async (id: string) =>
      (await owner().get(`/processes/${id}/comparison?from=7`).expect(200)).body.decisions.flatMap(
        ({ kind, change, before, after }: Record<string, HistoryItem & string>) =>
          kind === 'knip' ? [[change, before?.elementName, after?.reason, after?.elementName]] : [],
      );
    const id = await decided();
    await owner().post(`/processes/${id}/knips/T1/withdrawal`).send({ reason: 'Toch niet' }).expect(200);
    await save(id, 8, NEW, 'follow').expect(200);
    expect(await ended(id)).toEqual([['ended', FRONT, 'Toch niet', FRONT]]);
    const withdraw = (one: string, step: string, reason: string) =>
      owner().post(`/processes/${one}/knips/${step}/withdrawal`).send({ reason }).expect(200);
    const both = await decided();
    await withdraw(both, 'T2', 'Niet hier');
    await withdraw(both, 'T1', 'Ook niet');
    await save(both, 9, NEW, 'follow').expect(200);
    const told = [
      ['ended', FRONT, 'Ook niet', FRONT],
      ['ended', ASSESS, 'Niet hier', ASSESS],
    ];
    expect((await ended(both)).sort()).toEqual(told.toSorted());
    // What others decide under an old id is not what ended the decision.
    await put(both, 'knips/T1', { side: 'back', reason: 'Van een ander' });
    await withdraw(both, 'T1', 'Van een ander');
    expect((await ended(both)).sort()).toEqual([['ended', FRONT, undefined, undefined], told[1]!].toSorted());
    const later = await decided();
    await save(later, 7, NEW, 'follow').expect(200);
    await withdraw(later, 'T2', 'Later');
    expect(await ended(later)).toEqual([['ended', FRONT, 'Later', FRONT]]);
    const { version } = await shown(later);
    await save(later, version, NEW.replace(SEND, 'Besluit verzenden')).expect(200);
    expect(await ended(later)).toEqual([['ended', FRONT, 'Later', FRONT]]);
    await put(later, 'knips/T2', { side: 'back', reason: 'Weer' });
    await save(later, version + 2, NEW.replaceAll('"T2"', '"T8"'), 'follow').expect(200);
    await withdraw(later, 'T8', 'Ten slotte');
    expect(await ended(later)).toEqual([['ended', FRONT, 'Ten slotte', FRONT]]);
    // Where it went along with its step is no end of it, and what ended it since can no longer be told.
    const gone = drawn([
      ['T1', IDENTIFY],
      ['T3', ASSESS],
      ['T4', SEND],
    ]);
    await save(later, (await shown(later)).version, gone, 'follow').expect(200);
    expect(await ended(later)).toMatchObject([['ended', FRONT, undefined, undefined]]);
  });

  it('are told without an end where they only went along, and where the later state is the older one', async () => {
    const ends = async (id: string, from: number, to: number | '') =>
      (
        await owner().get(`/processes/${id}/comparison?from=${from}&to=${to}`).expect(200)
      ).body.decisions.flatMap(({ kind, change, before, after }: Record<string, HistoryItem & string>) =>
        kind === 'knip' && change === 'ended' ? [[before?.elementName, after?.reason]] : [],
      );
    const withdraw = (id: string, step: string) =>
      owner().post(`/processes/${id}/knips/${step}/withdrawal`).send({ reason: 'Toch niet' }).expect(200);
    const along = await decided();
    await save(along, 7, NEW, 'follow').expect(200);
    await withdraw(along, 'T2');
    const { version } = await shown(along);
    await save(along, version, NEW.replaceAll('"T2"', '"T8"'), 'follow').expect(200);
    // It ended under an id that neither of the two diagrams has for this step.
    expect(await ends(along, 7, '')).toEqual([[FRONT, undefined]]);
    const back = await decided();
    await withdraw(back, 'T1');
    await save(back, 8, NEW, 'follow').expect(200);
    await put(back, 'knips/T2', { side: 'back', reason: 'Weer' });
    expect(await ends(back, (await shown(back)).version, 8)).toEqual([[FRONT, undefined]]);
  });

  it('are told by the name that their step had, also where it was renamed since, or gave its id away', async () => {
    const id = await decided();
    const renamed = OLD.replace(SEND, 'Besluit verzenden');
    await put(id, 'knips/T3', { side: 'back', reason: 'Verzending' });
    await save(id, 8, renamed).expect(200);
    const gone: Step[] = [
      ['T2', ASSESS],
      ['T3', 'Besluit verzenden'],
    ];
    await save(id, 9, drawn(gone, sameFlows)).expect(200);
    await owner().post(`/processes/${id}/knips/T1/withdrawal`).send({ reason: 'Vervallen' }).expect(200);
    await save(id, 11, drawn([...gone, ['T1', IDENTIFY]], sameFlows), 'keep').expect(200);
    const knips = async (from: number) =>
      (await owner().get(`/processes/${id}/comparison?from=${from}`).expect(200)).body.decisions.flatMap(
        ({ kind, change, before, after }: Record<string, HistoryItem & string>) =>
          kind === 'knip' ? [[change, before?.elementName, after?.type, after?.elementName]] : [],
      );
    // The diagram lacked the step when its knip was withdrawn, so that the history has no name for it.
    expect(await knips(10)).toEqual([['ended', FRONT, 'KnipWithdrawn', undefined]]);
    expect(await knips(7)).toContainEqual(['added', undefined, 'KnipDecided', SEND]);
  });
});

describe('The answer about ids', () => {
  it('belongs to the request: the same key and answer give the first result, another is refused', async () => {
    const id = await decided();
    const first = await save(id, 7, NEW, 'follow')
      .set('Idempotency-Key', 'k')
      .set('X-Note', 'nu')
      .expect(200);
    const again = await save(id, 7, NEW, 'follow')
      .set('Idempotency-Key', 'k')
      .set('X-Note', 'nu')
      .expect(200);
    expect(again.body).toEqual(first.body);
    expect((await shown(id)).version).toBe(first.body.version);
    for (const [ids, note] of [
      ['keep', 'nu'],
      [undefined, 'nu'],
      ['follow', 'nodig'],
    ])
      expect(
        (await save(id, 7, NEW, ids).set('Idempotency-Key', 'k').set('X-Note', note!).expect(409)).body.type,
      ).toBe('urn:knipkaart:problem:key-reused');
    const merged = await decided();
    const more = { ids: 'follow', note: 'nu' };
    const one = await merge(merged, 2, NEW, more).set('Idempotency-Key', 'k').expect(201);
    expect((await merge(merged, 2, NEW, more).set('Idempotency-Key', 'k').expect(201)).body).toEqual(
      one.body,
    );
  });

  it('a refusal is not remembered, so the same key serves the answer', async () => {
    const id = await decided();
    await save(id, 7, NEW).set('Idempotency-Key', 'r').expect(409);
    await save(id, 7, NEW, 'follow').set('Idempotency-Key', 'r').expect(200);
  });

  it('comes after what was saved since, and after the same bytes', async () => {
    const id = await decided();
    await save(id, 7, OLD.replace(SEND, 'Besluit verzenden')).expect(200);
    await save(id, 7, NEW).expect(412);
    await save(id, 7, NEW, 'follow').expect(412);
    await save(id, 7, OLD.replace(SEND, 'Besluit verzenden'), 'follow').expect(200, { id, version: 8 });
    const { version } = (await save(id, 8, NEW, 'follow').expect(200)).body;
    await save(id, 8, NEW).expect(200);
    expect((await shown(id)).version).toBe(version);
  });

  it('counts as a change of what followed, and of nothing else', async () => {
    const id = await decided();
    await put(id, 'knips/T3', { side: 'front', reason: 'x' });
    const { version } = (await save(id, 8, at('T2', 'T1', 'T3'), 'follow').expect(200)).body;
    const knip = (step: string, seen: number) =>
      owner()
        .put(`/processes/${id}/knips/${step}`)
        .set('If-Match', `"${seen}"`)
        .send({ side: 'back', reason: 'Te laat' });
    await knip('T1', 8).expect(412);
    await knip('T2', 8).expect(412);
    await knip('T3', 8).expect(200);
    await knip('T1', version).expect(200);
    await save(id, version, OLD).expect(409);
  });
  const at = (...ids: [string, string, string]) =>
    drawn([
      [ids[0], FRONT],
      [ids[1], ASSESS],
      [ids[2], SEND],
    ]);

  it('is follow or keep, in either place', async () => {
    const id = await decided();
    const { body } = await save(id, 7, NEW, 'both').expect(400);
    expect(body.errors).toMatchObject([{ field: 'Ids' }]);
    expect((await merge(id, 2, NEW, { ids: 'both' }).expect(400)).body.errors).toMatchObject([
      { field: 'ids' },
    ]);
  });

  it('that would record too much at once is refused whole', async () => {
    const names = ['Een', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes', 'Zeven'];
    const numbered = (from: number) => drawn(names.map((name, i): Step => [`T${i + from}`, `Stap ${name}`]));
    const id = await app.process({ diagram: numbered(1) });
    const alternatives = Array.from({ length: 20 }, (_, i) => `${i} ${'語'.repeat(3_900)}`);
    for (const i of names.keys())
      await put(id, `knips/T${i + 1}`, {
        side: 'front',
        reason: 'Lang',
        alternatives: alternatives.slice(0, 15),
      });
    const { version } = await shown(id);
    const { body } = await save(id, version, numbered(2), 'follow').expect(409);
    expect(body.type).toBe('urn:knipkaart:problem:too-much-at-once');
    expect((await shown(id)).version).toBe(version);
    await save(id, version, numbered(2), 'keep').expect(200);
  });

  it('is asked again when somebody decided in between', async () => {
    const id = await app.process({ diagram: OLD });
    const renumbered = at('T2', 'T1', 'T3');
    const [saved, knip] = await Promise.all([
      save(id, 2, renumbered),
      owner().put(`/processes/${id}/knips/T1`).send({ side: 'front', reason: 'Samen' }),
    ]);
    expect(knip.status).toBe(200);
    const { steps } = await shown(id);
    const decidedOn = steps.find(({ knip: stands }) => stands)!.name;
    // Nothing moved unasked: the knip came after the diagram, or the diagram was refused.
    expect([saved.status, decidedOn]).toEqual(saved.status === 200 ? [200, ASSESS] : [409, FRONT]);
  });
});
