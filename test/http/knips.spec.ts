import { beforeAll, describe, expect, it } from '@jest/globals';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

let app: TestApp;
let id: string;
beforeAll(async () => {
  app = await startApp();
  id = await app.process();
});

const group = () => app.as('werkgroep-vergunningen');
const owner = () => app.as('procesverantwoordelijke');
const KNIP = {
  side: 'front',
  role: 'generalist',
  reason: 'De inwoner is nog aan de lijn.',
  alternatives: ['Vakafdeling'],
};

describe('A knip over HTTP', () => {
  it('is decided, makes a version, and is there for the next reader', async () => {
    const answer = await group().put(`/processes/${id}/knips/Aannemen`).send(KNIP).expect(200);
    expect(answer.body).toEqual({ id, version: 3 });
    expect(answer.headers).toMatchObject({
      etag: '"3"',
      'log-position': expect.any(String),
      'api-version': expect.stringMatching(/^\d+\.\d+\.\d+$/),
      'cache-control': 'no-store',
    });
    const { body } = await app.as('auditor').get(`/processes/${id}`).expect(200);
    expect(body).toMatchObject({
      version: 3,
      steps: expect.arrayContaining([
        expect.objectContaining({
          id: 'Aannemen',
          side: 'front',
          knip: expect.objectContaining({ side: 'front', reason: KNIP.reason, version: 3 }),
        }),
      ]),
    });
  });

  it('is withdrawn, once', async () => {
    const own = await app.process();
    await group().put(`/processes/${own}/knips/Toetsen`).send(KNIP).expect(200);
    await group()
      .post(`/processes/${own}/knips/Toetsen/withdrawal`)
      .send({ reason: 'Toch niet.' })
      .expect(200, { id: own, version: 4 });
    const again = await group()
      .post(`/processes/${own}/knips/Toetsen/withdrawal`)
      .send({ reason: 'Toch niet.' })
      .expect(409);
    expect(again.body).toMatchObject({
      type: 'urn:knipkaart:problem:knip-absent',
      detail: expect.stringContaining('Toetsen'),
    });
  });

  it('is 404 on a step that the diagram lacks, and names it', async () => {
    const { body } = await group().put(`/processes/${id}/knips/Nergens`).send(KNIP).expect(404);
    expect(body.detail).toContain('Nergens');
    await group().put('/processes/geen/knips/Aannemen').send(KNIP).expect(404);
    await group().put(`/processes/${id}/knips/Start`).send(KNIP).expect(404);
  });

  it('is 409 on a step whose id occurs twice, until the diagram has proper ids', async () => {
    const twice = await app.process({ diagram: FRONT_AND_BACK.replace('id="Versturen"', 'id="Toetsen"') });
    const { body } = await group().put(`/processes/${twice}/knips/Toetsen`).send(KNIP).expect(409);
    expect(body.type).toBe('urn:knipkaart:problem:step-undecidable');
  });

  it('takes an element id as long as an address can be', async () => {
    const long = `Stap_${'lang'.repeat(1000)}`;
    const own = await app.process({ diagram: FRONT_AND_BACK.replaceAll('Toetsen', long) });
    await group().put(`/processes/${own}/knips/${long}`).send(KNIP).expect(200);
  });

  it('takes an element id with any character', async () => {
    const own = await app.process({
      diagram: FRONT_AND_BACK.replaceAll('"Toetsen"', '"Stap_é.ü-1"').replaceAll('>Toetsen<', '>Stap_é.ü-1<'),
    });
    await group()
      .put(`/processes/${own}/knips/${encodeURIComponent('Stap_é.ü-1')}`)
      .send(KNIP)
      .expect(200);
  });

  it('is refused when that knip changed since it was seen, not when something else did', async () => {
    const own = await app.process();
    await group().put(`/processes/${own}/knips/Toetsen`).send(KNIP).expect(200);
    await group().put(`/processes/${own}/knips/Aannemen`).set('If-Match', '"2"').send(KNIP).expect(200);
    const late = await group()
      .put(`/processes/${own}/knips/Toetsen`)
      .set('If-Match', '"2"')
      .send(KNIP)
      .expect(412);
    expect(late.body).toMatchObject({
      version: 4,
      changes: [
        { version: 3, type: 'KnipDecided', actor: { id: 'werkgroep-vergunningen', name: 'Fenna Hoekstra' } },
        { version: 4 },
      ],
    });
    await group().put(`/processes/${own}/knips/Toetsen`).set('If-Match', 'W/"3"').send(KNIP).expect(200);
    await group().put(`/processes/${own}/knips/Toetsen`).set('If-Match', '"2-gzip"').send(KNIP).expect(412);
    await group().put(`/processes/${own}/knips/Toetsen`).set('If-Match', '"99-other"').send(KNIP).expect(412);
    await group().put(`/processes/${own}/knips/Toetsen`).set('If-Match', '"5-gzip"').send(KNIP).expect(200);
    await group().put(`/processes/${own}/knips/Toetsen`).set('If-Match', '"99"').send(KNIP).expect(412);
    await group().put(`/processes/${own}/knips/Toetsen`).set('If-Match', '*').send(KNIP).expect(412);
    const malformed = await group()
      .put(`/processes/${own}/knips/Toetsen`)
      .set('If-Match', '5')
      .send(KNIP)
      .expect(400);
    expect(malformed.body.errors).toEqual([{ field: 'If-Match', message: expect.any(String) }]);
  });

  it('needs side and reason, and says everything that is wrong at once', async () => {
    const { body } = await group()
      .put(`/processes/${id}/knips/Aannemen`)
      .send({ side: 'links', role: 3, reason: ' ', alternatives: ['', 4], extra: true })
      .expect(400);
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'alternatives',
      'extra',
      'reason',
      'role',
      'side',
    ]);
  });

  it.each([
    ['text for a list', { alternatives: 'x' }],
    ['null for a role', { role: null }],
    ['a number for the reason', { reason: 12 }],
    ['an object for the side', { side: {} }],
    ['half a surrogate pair', { reason: 'x\ud800' }],
  ])('takes no %s', async (_, wrong) => {
    await group()
      .put(`/processes/${id}/knips/Aannemen`)
      .set('Content-Type', 'application/json')
      .send(JSON.stringify({ ...KNIP, ...wrong }))
      .expect(400);
  });

  it('keeps markup and emoji in a reason as text', async () => {
    const reason = '<script>alert(1)</script> 🪓 & "x"';
    await group().put(`/processes/${id}/knips/Versturen`).send({ side: 'back', reason }).expect(200);
    const { body } = await group().get(`/processes/${id}`).expect(200);
    expect(body.steps.find((step: { id: string }) => step.id === 'Versturen').knip.reason).toBe(reason);
  });
});

describe('A binding over HTTP', () => {
  const BINDING = { side: 'back', source: 'Awb art. 10:3', reason: 'Alleen met mandaat.' };

  it('keeps a knip to the other side away, naming its source, until it is lifted', async () => {
    const own = await app.process();
    await owner().put(`/processes/${own}/bindings/Toetsen`).send(BINDING).expect(200);
    const refused = await group().put(`/processes/${own}/knips/Toetsen`).send(KNIP).expect(409);
    expect(refused.body).toMatchObject({
      title: 'Wettelijk gebonden',
      detail: expect.stringContaining('Awb art. 10:3'),
    });
    expect(refused.body.detail).toContain('de backoffice');
    await owner()
      .post(`/processes/${own}/bindings/Toetsen/lifting`)
      .send({ reason: 'Mandaat verleend.' })
      .expect(200);
    await group().put(`/processes/${own}/knips/Toetsen`).send(KNIP).expect(200);
    await owner().put(`/processes/${own}/bindings/Toetsen`).send(BINDING).expect(409);
    await owner().post(`/processes/${own}/bindings/Toetsen/lifting`).send({ reason: 'x' }).expect(409);
  });

  it('fixes a side or who may do it', async () => {
    const { body } = await owner()
      .put(`/processes/${id}/bindings/Toetsen`)
      .send({ source: 'Awb', reason: 'Zo.' })
      .expect(400);
    expect(body.errors).toEqual([{ field: 'source', message: expect.stringContaining('side') }]);
    await owner()
      .put(`/processes/${id}/bindings/Toetsen`)
      .send({ by: 'de burgemeester', source: 'APV 2:25', reason: 'Zo.' })
      .expect(200);
    await owner().put(`/processes/${id}/bindings/Nergens`).send(BINDING).expect(404);
  });
});
