import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChangesAnswer, HistoryItem, Page } from '#contract';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

const RENAMED = FRONT_AND_BACK.replace('name="Aanvraag toetsen"', 'name="Aanvraag beoordelen"')
  .replace('<bpmn:flowNodeRef>Versturen</bpmn:flowNodeRef>', '').replace('<bpmn:flowNodeRef>Toetsen</bpmn:flowNodeRef>', '$&<bpmn:flowNodeRef>Versturen</bpmn:flowNodeRef>');

describe('The history of a process over HTTP', () => {
  let app: TestApp;
  let id: string;
  beforeAll(async () => {
    app = await startApp();
    id = await app.process();
    const [owner, group] = [app.as('procesverantwoordelijke'), app.as('werkgroep-vergunningen')];
    await group.put(`/processes/${id}/knips/Toetsen`).send({ side: 'front', reason: 'De balie kan dit zelf.' }).expect(200);
    await owner.post(`/processes/${id}/milestones`).send({ name: '1.0 vastgesteld' }).expect(201);
    await group.put(`/processes/${id}/diagram`).set('If-Match', '"4"').set('X-Note', 'Namen%20verbeterd').set('Content-Type', 'application/xml').send(RENAMED).expect(200);
    await group.put(`/processes/${id}/knips/Toetsen`).send({ side: 'back', reason: 'Toch vakwerk.' }).expect(200);
    await owner.put(`/processes/${id}/bindings/Aannemen`).send({ by: 'ambtenaar', source: 'Awb', reason: 'Mandaat.' }).expect(200);
    await group.post(`/processes/${id}/knips/Toetsen/withdrawal`).send({ reason: 'Opnieuw bespreken.' }).expect(200);
  });
  afterAll(() => app.stop());
  const history = async (query = '') => (await app.as('auditor').get(`/processes/${id}/history${query}`).expect(200)).body as Page<HistoryItem>;
  const versions = async (query: string) => (await history(query)).items.map((item) => item.version);
  const changes = async (query: string) => (await app.as('auditor').get(`/processes/${id}/changes${query}`).expect(200)).body as ChangesAnswer;

  it('tells every decision in order: who, when, why, on which step as it was called then', async () => {
    const { items, next } = await history();
    expect(next).toBeUndefined();
    expect(items.map((item) => item.type)).toEqual([
      'ProcessRegistered', 'DiagramSaved', 'KnipDecided', 'MilestoneNamed', 'DiagramSaved', 'KnipDecided', 'StepBound', 'KnipWithdrawn',
    ]);
    expect(items[2]).toMatchObject({
      version: 3, elementId: 'Toetsen', elementName: 'Aanvraag toetsen', side: 'front', reason: 'De balie kan dit zelf.',
      actor: { id: 'werkgroep-vergunningen', name: 'Fenna Hoekstra' }, at: expect.stringMatching(/Z$/),
    });
    expect(items[3]).toMatchObject({ name: '1.0 vastgesteld', names: 3 });
    expect(items[4]).toMatchObject({ note: 'Namen verbeterd', diagram: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(items[5]).toMatchObject({ elementName: 'Aanvraag beoordelen', side: 'back' });
    expect(JSON.stringify(items)).not.toContain('salt');
  });

  it('is filtered by kind, person, step and words', async () => {
    expect(await versions('?type=KnipDecided')).toEqual([3, 6]);
    expect(await versions('?actor=procesverantwoordelijke')).toEqual([1, 2, 4, 7]);
    expect(await versions('?element=Toetsen')).toEqual([3, 6, 8]);
    expect(await versions('?q=BALIE')).toEqual([3]);
    expect(await versions('?q=aanvraag+beoordelen')).toEqual([6, 8]);
    expect(await versions('?element=Toetsen&type=KnipWithdrawn')).toEqual([8]);
  });

  it('comes in pages', async () => {
    expect(await history('?limit=3')).toMatchObject({ next: '3' });
    expect(await versions('?limit=3&after=3')).toEqual([4, 5, 6]);
    expect(await history('?limit=3&after=6')).not.toHaveProperty('next');
    expect(await versions('?after=8')).toEqual([]);
  });

  it('refuses what makes no sense', async () => {
    const { body } = await app.as('auditor').get(`/processes/${id}/history?type=Wish&limit=1000&after=-1`).expect(400);
    expect((body as { errors: { field: string }[] }).errors.map((error) => error.field)).toEqual(['type', 'after', 'limit']);
    await app.as('auditor').get('/processes/nowhere/history').expect(404);
    await app.as().get(`/processes/${id}/history`).expect(401);
  });

  it('lists what differs between two versions, moments or milestones', async () => {
    const differing = await changes('?from=1.0%20vastgesteld&to=7');
    expect(differing).toMatchObject({ from: 3, to: 7, counts: { from: { front: 3, back: 0, handovers: 0 }, to: { front: 1, back: 2, handovers: 1 } } });
    expect(differing.decisions.map(({ kind, change, before, after }) => [kind, change, before?.version, after?.version])).toEqual([
      ['milestone', 'added', undefined, 4], ['diagram', 'changed', 2, 5], ['knip', 'changed', 3, 6], ['binding', 'added', undefined, 7],
    ]);
    expect(differing.steps).toEqual([
      { id: 'Toetsen', name: 'Aanvraag beoordelen', change: 'renamed', before: 'Aanvraag toetsen', after: 'Aanvraag beoordelen' },
      { id: 'Versturen', name: 'Besluit versturen', change: 'movedLane', before: 'KCC', after: 'Vakafdeling' },
    ]);
    expect((await changes('?from=6')).decisions).toMatchObject([{ kind: 'binding', change: 'added' }, { kind: 'knip', change: 'ended', before: { version: 6 }, after: { version: 8 } }]);
    expect((await changes('?from=1&to=2')).steps.map((step) => step.change)).toEqual(['added', 'added', 'added']);
    const at = encodeURIComponent(new Date(Date.now() + 60_000).toISOString());
    expect(await changes(`?from=${at}&to=${at}`)).toMatchObject({ from: 8, to: 8, decisions: [], steps: [] });
  });

  it('says which version, moment or milestone does not exist', async () => {
    const refused = (query: string, status: number) => app.as('auditor').get(`/processes/${id}/changes${query}`).expect(status);
    await refused('?from=99', 404);
    await refused('?from=0', 404);
    await refused('?from=2.0', 404);
    await refused('?from=2001-01-01T00:00:00Z', 404);
    await refused('?from=2001-02-30T00:00:00Z', 400);
    await refused('?from=5&to=3', 400);
  });
});
