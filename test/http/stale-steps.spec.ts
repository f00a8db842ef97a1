import { beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

const WHY = { reason: 'Zo werkt het' };
/** A step by id and name, and its side. */
type Step = [id: string, name: string, side: 'front' | 'back'];
const [A, B, C] = ['Aanvraag aannemen', 'Aanvraag toetsen', 'Besluit versturen'];
const OLD: Step[] = [
  ['T1', A, 'front'],
  ['T2', B, 'back'],
  ['T3', C, 'front'],
];
/** A step inserted at the front by a tool that numbers steps and flows from the top. */
const SHIFTED: Step[] = [
  ['T1', 'Identiteit vaststellen', 'back'],
  ['T2', A, 'front'],
  ['T3', B, 'back'],
  ['T4', C, 'front'],
];
/** A step inserted without a change of ids. */
const INSERTED: Step[] = [['T9', 'Identiteit vaststellen', 'back'], ...OLD];

function drawn(steps: Step[]): string {
  const lanes = ['front', 'back'].map((side) => {
    const own = steps.filter(([, , of]) => of === side);
    const refs = own.map(([id]) => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`);
    return `<bpmn:lane id="${side}" knip:side="${side}">${refs.join('')}</bpmn:lane>`;
  });
  const tasks = steps.map(([id, name]) => `<bpmn:userTask id="${id}" name="${name}"/>`);
  const flows = steps.slice(1).map(([id], i) => {
    const before = steps[i]![0];
    const name = steps === INSERTED ? `F${i}` : `F${i + 1}`;
    return `<bpmn:sequenceFlow id="${name}" sourceRef="${before}" targetRef="${id}"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:knip="urn:knipkaart:bpmn:1"
id="D" targetNamespace="urn:x"><bpmn:process id="P"><bpmn:laneSet id="L">${lanes.join('')}</bpmn:laneSet>
${tasks.join('')}${flows.join('')}</bpmn:process></bpmn:definitions>`;
}

const DECISIONS: [what: string, method: 'put' | 'post', path: string, body: object][] = [
  ['A knip', 'put', 'knips/T1', { side: 'front', ...WHY }],
  ['The channels of a step', 'put', 'channel-priority', { elementId: 'T1', channels: ['web'], ...WHY }],
  ['The data that a step needs', 'put', 'data-requests/T1', { data: [{ name: 'Adres' }], ...WHY }],
  ['A binding', 'put', 'bindings/T1', { side: 'front', source: 'Awb 10:3', ...WHY }],
  ['A hand-over', 'put', 'handovers/F1', { what: 'Het dossier', ...WHY }],
];
const ENDS: typeof DECISIONS = [
  ['The withdrawal of a knip', 'post', 'knips/T1/withdrawal', WHY],
  ['The lifting of a binding', 'post', 'bindings/T1/lifting', WHY],
];

const send = (id: string, [, method, path, body]: (typeof DECISIONS)[number], seen?: number) => {
  const request = app.as('procesverantwoordelijke')[method](`/processes/${id}/${path}`);
  return (seen === undefined ? request : request.set('If-Match', `"${seen}"`)).send(body);
};
const save = (id: string, seen: number, steps: Step[]) =>
  app
    .as('procesverantwoordelijke')
    .put(`/processes/${id}/diagram`)
    .set({ 'If-Match': `"${seen}"`, 'Content-Type': 'application/xml', Ids: 'keep' })
    .send(drawn(steps))
    .expect(200);
const STALE = {
  type: 'urn:knipkaart:problem:seen-stale',
  detail: expect.stringContaining('Het diagram'),
  changes: [expect.objectContaining({ type: 'DiagramSaved' })],
};

describe('Who saw an earlier diagram', () => {
  it.each(DECISIONS)('does not decide on another step or flow that has the id since: %s', async (...one) => {
    const id = await app.process({ diagram: drawn(OLD) });
    await save(id, 2, SHIFTED);
    const { body } = await send(id, one, 2).set('Accept-Language', 'nl').expect(412);
    expect(body).toMatchObject({ ...STALE, version: 3 });
    expect(body.detail).toContain('gewijzigd in versie 3, na de versie 2 die u zag');
    await send(id, one, 3).expect(200);
  });

  it.each(ENDS)('does not end what stands on another step since: %s', async (...one) => {
    const id = await app.process({ diagram: drawn(OLD) });
    for (const made of [DECISIONS[0]!, DECISIONS[3]!]) await send(id, made).expect(200);
    await save(id, 4, SHIFTED);
    const { body } = await send(id, one, 4).set('Accept-Language', 'nl').expect(412);
    expect(body).toMatchObject({ ...STALE, version: 5 });
    await send(id, one, 5).expect(200);
  });

  it.each(DECISIONS)('decides on the step or flow that kept its id: %s', async (...one) => {
    const id = await app.process({ diagram: drawn(OLD) });
    await save(id, 2, INSERTED);
    await send(id, one, 2).expect(200);
  });

  it('decides on the whole process, and on any step without If-Match', async () => {
    const id = await app.process({ diagram: drawn(OLD) });
    await save(id, 2, SHIFTED);
    await send(id, ['', 'put', 'channel-priority', { channels: ['web'], ...WHY }], 2).expect(200);
    for (const one of DECISIONS.toReversed()) await send(id, one).expect(200);
  });

  it.each(DECISIONS)('decides on the step that only has another name since: %s', async (...one) => {
    const id = await app.process({ diagram: drawn(OLD) });
    const [, ...others] = OLD;
    await save(id, 2, [['T1', 'Melding registreren', 'front'], ...others]);
    await send(id, one, 2).expect(200);
  });

  it('decides again where the diagram that was seen is back', async () => {
    const id = await app.process({ diagram: drawn(OLD) });
    await save(id, 2, SHIFTED);
    await save(id, 3, OLD);
    await send(id, DECISIONS[0]!, 2).expect(200);
  });
});
