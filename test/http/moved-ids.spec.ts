import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Test } from 'supertest';
import type { HistoryItem, MovedIdsProblem, Page, ProcessAnswer } from '#contract';
import type { StoredEvent } from '#event-store';
import { asBytes } from './as-bytes.js';
import { startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

const owner = () => app.as('procesverantwoordelijke');
type Step = [id: string, name: string];
/** Steps one after the other; the flow out of a step is called as `flow` says of its place. */
function drawn(steps: Step[], flow = (place: number) => `F${place}`): string {
  const tasks = steps.map(([id, name]) => `<bpmn:userTask id="${id}" name="${name}"/>`);
  const flows = steps
    .slice(1)
    .map(
      ([id], i) => `<bpmn:sequenceFlow id="${flow(i + 1)}" sourceRef="${steps[i]![0]}" targetRef="${id}"/>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="urn:x">
<bpmn:process id="P">${tasks.join('')}${flows.join('')}</bpmn:process></bpmn:definitions>`;
}
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
  it('is refused, and every such id is told with who had it, who has it and where the former went', async () => {
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

  it('is saved with the decisions on their own steps, when they are to follow', async () => {
    const id = await decided();
    await save(id, 7, NEW, 'follow').expect(200, { id, version: 18 });
    const { steps, handovers, lapsed } = await shown(id);
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

  it('is told as what ended, what was saved and what was recorded again, with one text and salt each', async () => {
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
