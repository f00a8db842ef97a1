import { beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryItem, Page } from '#contract';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

const RENAMED = FRONT_AND_BACK.replace('name="Aanvraag toetsen"', 'name="Aanvraag beoordelen"')
  .replace('<bpmn:flowNodeRef>Versturen</bpmn:flowNodeRef>', '')
  .replace(
    '<bpmn:flowNodeRef>Toetsen</bpmn:flowNodeRef>',
    '$&<bpmn:flowNodeRef>Versturen</bpmn:flowNodeRef>',
  );

describe('The history of a process over HTTP', () => {
  let app: TestApp;
  let id: string;
  beforeAll(async () => {
    app = await startApp();
    id = await app.process();
    const [owner, group] = [app.as('procesverantwoordelijke'), app.as('werkgroep-vergunningen')];
    await group
      .put(`/processes/${id}/knips/Toetsen`)
      .send({ side: 'front', reason: 'De balie kan dit zelf.' })
      .expect(200);
    await owner.post(`/processes/${id}/milestones`).send({ name: '1.0 vastgesteld' }).expect(201);
    await group
      .put(`/processes/${id}/diagram`)
      .set('If-Match', '"4"')
      .set('X-Note', 'Namen%20verbeterd')
      .set('Content-Type', 'application/xml')
      .send(RENAMED)
      .expect(200);
    await group
      .put(`/processes/${id}/knips/Toetsen`)
      .send({ side: 'back', reason: 'Toch vakwerk.' })
      .expect(200);
    await owner
      .put(`/processes/${id}/bindings/Aannemen`)
      .send({ by: 'ambtenaar', source: 'Awb', reason: 'Mandaat.' })
      .expect(200);
    await group
      .post(`/processes/${id}/knips/Toetsen/withdrawal`)
      .send({ reason: 'Opnieuw bespreken.' })
      .expect(200);
  });
  const history = async (query = '') =>
    (await app.as('auditor').get(`/processes/${id}/history${query}`).expect(200)).body as Page<HistoryItem>;
  const versions = async (query: string) => (await history(query)).items.map((item) => item.version);

  it('tells every decision in order: who, when, why, on which step as it was called then', async () => {
    const { items, next } = await history();
    expect(next).toBeUndefined();
    expect(items.map((item) => item.type)).toEqual([
      'ProcessRegistered',
      'DiagramSaved',
      'KnipDecided',
      'MilestoneNamed',
      'DiagramSaved',
      'KnipDecided',
      'StepBound',
      'KnipWithdrawn',
    ]);
    expect(items[2]).toMatchObject({
      version: 3,
      elementId: 'Toetsen',
      elementName: 'Aanvraag toetsen',
      side: 'front',
      reason: 'De balie kan dit zelf.',
      actor: { id: 'werkgroep-vergunningen', name: 'Fenna Hoekstra' },
      at: expect.stringMatching(/Z$/),
    });
    expect(items[3]).toMatchObject({ name: '1.0 vastgesteld', names: 3 });
    expect(items[4]).toMatchObject({
      note: 'Namen verbeterd',
      diagram: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(items[5]).toMatchObject({ elementName: 'Aanvraag beoordelen', side: 'back' });
    expect(JSON.stringify(items)).not.toContain('salt');
    expect(items.filter(({ demo }) => demo)).toEqual([]);
  });

  it('is filtered by kind, person, step and words', async () => {
    expect(await versions('?type=KnipDecided')).toEqual([3, 6]);
    expect(await versions('?actor=procesverantwoordelijke')).toEqual([1, 2, 4, 7]);
    expect(await versions('?element=Toetsen')).toEqual([3, 6, 8]);
    expect(await versions('?q=BALIE')).toEqual([3]);
    expect(await versions('?q=verbeterd+namen')).toEqual([5]);
    expect(await versions('?q=aanvraag+beoordelen')).toEqual([6, 8]);
    expect(await versions('?element=Toetsen&type=KnipWithdrawn')).toEqual([8]);
  });

  it('comes in pages', async () => {
    expect(await history('?limit=3')).toMatchObject({ next: '3' });
    expect(await versions('?limit=3&after=3')).toEqual([4, 5, 6]);
    expect(await history('?limit=3&after=6')).not.toHaveProperty('next');
    expect(await versions('?after=8')).toEqual([]);
    // Exactly as many as there are: nothing comes after them.
    expect(await versions('?limit=8')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await history('?limit=8')).not.toHaveProperty('next');
    expect(await history('?limit=7')).toMatchObject({ next: '7' });
  });

  it('refuses what makes no sense', async () => {
    const { body } = await app
      .as('auditor')
      .get(`/processes/${id}/history?type=Wish&limit=1000&after=-1`)
      .expect(400);
    expect((body as { errors: { field: string }[] }).errors.map((error) => error.field)).toEqual([
      'type',
      'after',
      'limit',
    ]);
    await app.as('auditor').get('/processes/nowhere/history').expect(404);
    await app.as().get(`/processes/${id}/history`).expect(401);
  });
});

describe('Words in the history', () => {
  it('find what they were said in, wherever it was said', async () => {
    const app = await startApp();
    const id = await app.process();
    const [group, owner] = [app.as('werkgroep-vergunningen'), app.as('procesverantwoordelijke')];
    const put = async (path: string, body: object, person = group) =>
      (
        (
          await person
            .put(`/processes/${id}/${path}`)
            .send({ reason: 'Zo is het.', ...body })
            .expect(200)
        ).body as {
          version: number;
        }
      ).version;
    const said: [version: number, ...words: string[]][] = [
      [
        await put('knips/Toetsen', { side: 'back', reason: 'Wegens drukte.', alternatives: ['Zelf nagaan'] }),
        'drukte',
        'nagaan',
        'nagaan+drukte',
      ],
      [await put('data-requests/Versturen', { data: [{ name: 'Huisnummer' }] }), 'huisnummer', 'versturen'],
      [await put('handovers/Naar_back', { what: 'Het dossier' }), 'dossier', 'naar_back'],
      [
        await put('bindings/Aannemen', { by: 'Mandataris', source: 'Awb 10:3' }, owner),
        'mandataris',
        'awb+10:3',
      ],
      [await put('owner', { person: 'werkgroep-soza' }, app.as('beheerder')), 'werkgroep-soza'],
    ];
    const found = async (words: string) => {
      const { body } = await app.as('auditor').get(`/processes/${id}/history?q=${words}`).expect(200);
      return (body as Page<HistoryItem>).items.map(({ version }) => version);
    };
    for (const [version, ...all] of said)
      for (const words of all) expect({ words, in: await found(words) }).toEqual({ words, in: [version] });
    expect(await found('drukte+dossier')).toEqual([]);
    const { body } = await app.as('auditor').get(`/processes/${id}/history?limit=200`).expect(200);
    expect((body as Page<HistoryItem>).items.at(-1)).toMatchObject({
      actor: { name: 'Joost de Graaf' },
      person: { id: 'werkgroep-soza', name: 'Youssef el Amrani' },
    });
    expect(await found('+')).toHaveLength(7);
  });
});
