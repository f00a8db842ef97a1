import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryPage, ProcessAnswer } from '#contract';
import { asBytes } from './as-bytes.js';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

const KNIP = {
  side: 'front',
  role: 'generalist',
  reason: 'De balie kan dit zelf.',
  alternatives: ['Bij de vakafdeling laten'],
};

describe('A process over HTTP', () => {
  let app: TestApp;
  let id: string;
  beforeAll(async () => {
    app = await startApp();
    id = await app.process();
    const owner = app.as('procesverantwoordelijke');
    await owner.put(`/processes/${id}/knips/Toetsen`).send(KNIP).expect(200);
    await owner.put(`/processes/${id}/knips/Weg`).send(KNIP).expect(404);
    await owner
      .put(`/processes/${id}/handovers/Naar_back`)
      .send({ what: 'Dossier', reason: 'Afgesproken.' })
      .expect(409);
    await owner
      .put(`/processes/${id}/channel-priority`)
      .send({ channels: ['web', 'desk'], reason: 'Digitaal waar het kan.' })
      .expect(200);
    await owner.post(`/processes/${id}/milestones`).send({ name: '1.0 vastgesteld' }).expect(201);
    await owner
      .patch(`/processes/${id}`)
      .send({ name: 'Boom kappen', reason: 'Zo noemt men het.' })
      .expect(200);
  });
  const read = async (path = '', person = 'werkgroep-vergunningen') =>
    (await app.as(person).get(`/processes/${id}${path}`).expect(200)).body as ProcessAnswer;

  it('shows steps with knips, channels, counts, milestones and what one may do', async () => {
    const process = await read();
    expect(process).toMatchObject({
      id,
      version: 6,
      latest: 6,
      name: 'Boom kappen',
      domain: 'vergunningen',
      lapsed: [],
      counts: { front: 3, back: 0, unknown: 0, undecided: 2, handovers: 0 },
      undecided: ['Aannemen', 'Versturen'],
      channels: { channels: ['web', 'desk'], version: 4 },
      milestones: [{ name: '1.0 vastgesteld', version: 4, actor: { id: 'procesverantwoordelijke' } }],
      may: { edit: true, bind: false, retire: false, nameMilestone: false, nameOwner: false },
    });
    expect(process.steps.find((step) => step.id === 'Toetsen')).toMatchObject({
      name: 'Aanvraag toetsen',
      side: 'front',
      sideFrom: 'knip',
      laneDisagrees: true,
      undecided: false,
      knip: { ...KNIP, version: 3, actor: { id: 'procesverantwoordelijke', name: 'Anouk Verbruggen' } },
    });
  });

  it('opens any version exactly as it stood', async () => {
    expect(await read('?version=1')).toMatchObject({
      version: 1,
      latest: 6,
      name: 'Kapvergunning',
      steps: [],
      handovers: [],
      milestones: [],
    });
    const before = await read('?version=2');
    expect(before).toMatchObject({
      version: 2,
      counts: { front: 2, back: 1, undecided: 3, handovers: 2 },
      diagram: { version: 2, drawn: false },
    });
    expect(before.handovers).toMatchObject([
      { flow: 'Naar_back', from: 'front', to: 'back', before: ['Aannemen'], after: 'Toetsen' },
      { flow: 'Naar_front', from: 'back', to: 'front', before: ['Toetsen'], after: 'Versturen' },
    ]);
  });

  it('says of an earlier version what one may do with the process as it is now', async () => {
    const retired = await app.process();
    const owner = app.as('procesverantwoordelijke');
    const may = async (path: string) =>
      (await owner.get(`/processes/${retired}${path}`).expect(200)).body.may;
    expect(await may('?version=2')).toMatchObject({ edit: true, retire: true });
    await owner
      .post(`/processes/${retired}/retirement`)
      .send({ reason: 'Opgegaan in een ander.' })
      .expect(200);
    for (const path of ['', '?version=2']) expect(Object.values(await may(path))).not.toContain(true);
  });

  it('opens the version of a moment, in any offset', async () => {
    const { at } = await read('?version=3');
    const inAmsterdam = new Date(Date.parse(at) + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
    expect((await read(`?at=${encodeURIComponent(inAmsterdam)}`)).version).toBeGreaterThanOrEqual(3);
    expect(await read('?at=9999-01-01T00:00:00Z')).toMatchObject({ version: 6 });
  });

  it('says what does not exist, in the language asked for', async () => {
    const asked = (path: string) => app.as('auditor').get(path).set('Accept-Language', 'en').expect(404);
    expect((await asked('/processes/nowhere')).body).toMatchObject({
      status: 404,
      detail: 'There is no process with id “nowhere”.',
    });
    expect((await asked(`/processes/${id}?version=7`)).body).toMatchObject({
      detail: '“Boom kappen” has no version 7; the newest is 6.',
    });
    expect((await asked(`/processes/${id}?at=2000-01-01T00:00:00Z`)).body).toMatchObject({
      type: 'urn:knipkaart:problem:version-not-yet',
    });
    expect((await asked(`/processes/${id}/diagram?version=1`)).body).toMatchObject({
      detail: '“Kapvergunning” has no diagram yet in version 1.',
    });
    expect((await asked(`/processes/${id}/export?format=svg`)).body).toMatchObject({
      type: 'urn:knipkaart:problem:drawing-absent',
    });
  });

  it('says the same when it is read again, and what is new as soon as something is', async () => {
    const process = await app.process();
    const owner = app.as('procesverantwoordelijke');
    const asked = (query: string, person = 'werkgroep-vergunningen') =>
      app.as(person).get(`/processes/${process}${query}`).expect(200);
    const [first, again, other] = [await asked(''), await asked(''), await asked('', 'auditor')];
    expect([again.text, again.headers['etag']]).toEqual([first.text, first.headers['etag']]);
    expect(other.body).toEqual({ ...first.body, may: expect.objectContaining({ edit: false }) });
    expect(other.headers['etag']).not.toBe(first.headers['etag']);
    await owner.patch(`/processes/${process}`).send({ name: 'Wilg kappen', reason: 'Beter.' }).expect(200);
    expect((await asked('')).body).toMatchObject({ name: 'Wilg kappen', version: 3, latest: 3 });
    expect((await asked('?version=2')).body).toEqual({ ...first.body, latest: 3 });
    await owner.post(`/processes/${process}/retirement`).send({ reason: 'Vervalt.' }).expect(200);
    const old = (await asked('?version=2', 'procesverantwoordelijke')).body as ProcessAnswer;
    expect(old).toMatchObject({ version: 2, latest: 4, may: { edit: false, bind: false } });
    expect(old.retired).toBeUndefined();
  });

  it('names everything that is wrong with an address at once', async () => {
    const { body } = await app
      .as('auditor')
      .get(`/processes/${id}?version=0&at=yesterday&colour=red`)
      .expect(400);
    expect((body as { errors: { field: string }[] }).errors.map((error) => error.field)).toEqual([
      'version',
      'at',
      'at',
      'colour',
    ]);
    await app.as('auditor').get(`/processes/${id}?at=2026-03-01T12:00:00+01:00`).expect(400);
    await app.as('auditor').get(`/processes/${id}?version=1&version=2`).expect(400);
    await app.as('auditor').get(`/processes/${id}/export?format=png`).expect(400);
    await app.as('auditor').get(`/processes/${id}/export`).expect(400);
  });

  it('answers nobody who does not say who they are', () => app.as().get(`/processes/${id}`).expect(401));

  it('gives the diagram byte for byte, as a file that cannot run anything', async () => {
    const { headers, body } = await app
      .as('auditor')
      .get(`/processes/${id}/diagram`)
      .buffer(true)
      .parse(asBytes)
      .expect(200);
    expect((body as Buffer).equals(Buffer.from(FRONT_AND_BACK))).toBe(true);
    expect(headers).toMatchObject({
      etag: expect.stringMatching(/^"2\.[0-9a-f]{32}"$/),
      'content-type': 'application/xml',
      'content-disposition': `attachment; filename="boom-kappen-v6.bpmn"; filename*=UTF-8''Boom%20kappen%20v6.bpmn`,
      'repr-digest': `sha-256=:${createHash('sha256').update(FRONT_AND_BACK).digest('base64')}:`,
    });
    expect(headers['content-security-policy']).toContain('sandbox');
    await app
      .as('auditor')
      .get(`/processes/${id}/diagram?version=5`)
      .set('If-None-Match', headers['etag']!)
      .expect(304);
  });

  it('is exported with its decisions in our namespace', async () => {
    const { body } = await app
      .as('auditor')
      .get(`/processes/${id}/export?format=bpmn`)
      .buffer(true)
      .parse(asBytes)
      .expect(200);
    expect(String(body)).toContain(
      '<knip:knip side="front" role="generalist"><knip:reason>De balie kan dit zelf.</knip:reason>',
    );
  });

  it('stays readable whatever is written about its steps; the history has all of it', async () => {
    const tasks = Array.from({ length: 52 }, (_, n) => `<bpmn:task id="T${n}" name="Stap ${n}"/>`).join('');
    const process = await app.process({
      diagram: FRONT_AND_BACK.replace('</bpmn:process>', `${tasks}</bpmn:process>`),
    });
    const long = 'lang '.repeat(795).trim();
    const owner = app.as('procesverantwoordelijke');
    for (let n = 0; n < 52; n++)
      await owner
        .put(`/processes/${process}/knips/T${n}`)
        .send({ side: 'back', reason: long, alternatives: Array.from({ length: 20 }, () => long) })
        .expect(200);
    const { body } = await owner.get(`/processes/${process}`).expect(200);
    const knipOf = (name: string) => (body as ProcessAnswer).steps.find((step) => step.name === name)!.knip!;
    expect(knipOf('Stap 0').reason).toBe(long);
    expect(knipOf('Stap 51').reason).toBe(`${long.slice(0, 200)}…`);
    expect(new Set(knipOf('Stap 51').alternatives)).toEqual(new Set([`${long.slice(0, 200)}…`]));
    const history = await owner.get(`/processes/${process}/history?after=53`).expect(200);
    expect((history.body as HistoryPage).items).toMatchObject([{ reason: long }]);
  });
});
