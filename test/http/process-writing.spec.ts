import { beforeAll, describe, expect, it } from '@jest/globals';
import { asBytes } from './as-bytes.js';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

const group = () => app.as('werkgroep-vergunningen');
const owner = () => app.as('procesverantwoordelijke');
const read = async (id: string) => (await app.as('auditor').get(`/processes/${id}`).expect(200)).body;

describe('A process over HTTP', () => {
  it('is registered, and found where Location says', async () => {
    const answer = await group()
      .post('/processes')
      .send({ name: 'Terrasvergunning', domain: 'vergunningen', caseType: 'Terras' })
      .expect(201);
    expect(answer.headers).toMatchObject({ etag: '"1"', location: `/api/v1/processes/${answer.body.id}` });
    expect(await read(answer.body.id)).toMatchObject({
      name: 'Terrasvergunning',
      domain: 'vergunningen',
      caseType: 'Terras',
      version: 1,
      steps: [],
    });
  });

  it('needs a name and a domain that exists', async () => {
    const { body } = await owner().post('/processes').send({ name: '' }).expect(400);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(['name', 'domain']);
    const unknown = await owner().post('/processes').send({ name: 'X', domain: 'visserij' }).expect(400);
    expect(unknown.body.errors).toEqual([
      { field: 'domain', message: expect.stringContaining('burgerzaken') },
    ]);
    await owner().post('/processes').send({ name: 'a\nb', domain: 'wmo' }).expect(400);
    await owner()
      .post('/processes')
      .send({ name: 'x'.repeat(201), domain: 'wmo' })
      .expect(400);
    await owner().post('/processes').expect(400);
  });

  it('keeps a name with markup as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const { body } = await group().post('/processes').send({ name, domain: 'vergunningen' }).expect(201);
    expect((await read(body.id)).name).toBe(name);
  });

  it('that was changed more than a hundred times since it was seen tells the first hundred', async () => {
    const id = await app.process();
    const rename = (name: string) => group().patch(`/processes/${id}`).send({ name, reason: 'Korter' });
    for (let n = 0; n < 101; n++) await rename(`Naam ${n}`).expect(200);
    const versionsSince = async (seen: string): Promise<number[]> => {
      const { body } = await rename('Te laat').set('If-Match', seen).expect(412);
      expect(body.version).toBe(103);
      return (body.changes as { version: number }[]).map(({ version }) => version);
    };
    const hundredFrom = (first: number) => Array.from({ length: 100 }, (_, n) => first + n);
    expect(await versionsSince('"2"')).toEqual(hundredFrom(3));
    expect(await versionsSince('"3"')).toEqual(hundredFrom(4));
    expect(await versionsSince('"4"')).toEqual(hundredFrom(5).slice(0, 99));
  });

  it('is renamed; a name given since it was seen stays', async () => {
    const id = await app.process();
    await group()
      .patch(`/processes/${id}`)
      .set('If-Match', '"1"')
      .send({ name: 'Bomen kappen', reason: 'Korter' })
      .expect(200, { id, version: 3 });
    const late = await group()
      .patch(`/processes/${id}`)
      .set('If-Match', '"2"')
      .send({ name: 'Kap', reason: 'Korter' })
      .expect(412);
    expect(late.body.detail).toContain('De naam van “Bomen kappen”');
    await group().patch(`/processes/${id}`).send({ name: 'Kap' }).expect(400);
  });

  it('that has the name already answers with the version that gave it, and records nothing', async () => {
    const id = await app.process();
    const answer = await group()
      .patch(`/processes/${id}`)
      .send({ name: 'Kapvergunning', reason: 'Zelfde' })
      .expect(200, { id, version: 1 });
    expect(answer.headers['etag']).toBe('"1"');
    expect((await read(id)).version).toBe(2);
  });

  it('is retired by its owner: shown, and closed for decisions', async () => {
    const id = await app.process();
    await owner().post(`/processes/${id}/retirement`).send({}).expect(400);
    await owner().post(`/processes/${id}/retirement`).send({ reason: 'Opgegaan in een ander.' }).expect(200);
    expect(await read(id)).toMatchObject({ retired: { reason: 'Opgegaan in een ander.' } });
    const { body } = await group()
      .put(`/processes/${id}/knips/Toetsen`)
      .send({ side: 'front', reason: 'x' })
      .expect(409);
    expect(body).toMatchObject({
      type: 'urn:knipkaart:problem:process-retired',
      detail: expect.stringContaining('Kapvergunning'),
    });
    await owner().post(`/processes/${id}/retirement`).send({ reason: 'Nog eens.' }).expect(409);
  });

  it('gets an owner who is known here', async () => {
    const id = await app.process();
    await app
      .as('beheerder')
      .put(`/processes/${id}/owner`)
      .send({ person: 'procesverantwoordelijke', reason: 'Kent het proces.' })
      .expect(200);
    expect((await read(id)).owner).toMatchObject({
      person: { id: 'procesverantwoordelijke', name: 'Anouk Verbruggen' },
    });
    const { body } = await owner()
      .put(`/processes/${id}/owner`)
      .send({ person: 'niemand', reason: 'x' })
      .expect(400);
    expect(body.errors).toMatchObject([{ field: 'person' }]);
  });

  it('lists milestones in the order in which they were named, each with who named it and when', async () => {
    const id = await app.process();
    await owner().patch(`/processes/${id}`).send({ name: 'Boom kappen', reason: 'x' }).expect(200);
    const by = [
      ['later', 2],
      ['eerder', 1],
    ] as const;
    for (const [name, version] of by)
      await owner().post(`/processes/${id}/milestones`).send({ name, version }).expect(201);
    const history = await owner().get(`/processes/${id}/history?type=MilestoneNamed`).expect(200);
    const told = (items: { name?: string; at: string; actor: object }[]) =>
      items.map(({ name, at, actor }) => ({ name, at, actor }));
    const { milestones } = await read(id);
    expect(milestones.map((one: { name: string }) => one.name)).toEqual(['later', 'eerder']);
    expect(told(milestones)).toEqual(told(history.body.items));
  });

  it('gets milestones with names of their own', async () => {
    const id = await app.process();
    await owner()
      .post(`/processes/${id}/milestones`)
      .send({ name: '1.0 vastgesteld', version: 2 })
      .expect(201, { id, version: 3 });
    expect((await read(id)).milestones).toMatchObject([{ name: '1.0 vastgesteld', version: 2 }]);
    await owner().post(`/processes/${id}/milestones`).send({ name: '1.0 vastgesteld' }).expect(409);
    const { body } = await owner()
      .post(`/processes/${id}/milestones`)
      .send({ name: 'Later', version: 99 })
      .expect(404);
    expect(body.detail).toContain('99');
    for (const name of ['12', '2026-03-02T10:00:00Z', 'pilot:x', 'proposal:x', ''])
      await owner().post(`/processes/${id}/milestones`).send({ name }).expect(400);
    for (const version of ['2', 0, 1.5, null])
      await owner().post(`/processes/${id}/milestones`).send({ name: 'Goed', version }).expect(400);
  });

  it.each(['geen', '..%2Fx', '%00', 'a b', 'x'.repeat(500)])('that does not exist is 404: %s', async (id) => {
    const { body } = await owner().patch(`/processes/${id}`).send({ name: 'X', reason: 'x' }).expect(404);
    expect(body.type).toBe('urn:knipkaart:problem:process-unknown');
  });
});

describe('Channels, hand-overs and data over HTTP', () => {
  it('puts the channels in order, for the process and for a step', async () => {
    const id = await app.process();
    await group()
      .put(`/processes/${id}/channel-priority`)
      .send({ channels: ['web', 'post'], reason: 'Zo.' })
      .expect(200);
    await group()
      .put(`/processes/${id}/channel-priority`)
      .send({ channels: ['desk'], elementId: 'Aannemen', reason: 'Zo.' })
      .expect(200);
    const { channels, steps } = await read(id);
    expect(channels).toMatchObject({ channels: ['web', 'post'], version: 3 });
    expect(steps[0]).toMatchObject({ id: 'Aannemen', channels: { channels: ['desk'] } });
    for (const wrong of [[], ['web', 'web'], ['fax'], 'web', [1]])
      await group()
        .put(`/processes/${id}/channel-priority`)
        .send({ channels: wrong, reason: 'x' })
        .expect(400);
    await group()
      .put(`/processes/${id}/channel-priority`)
      .send({ channels: ['web'], elementId: 'Nergens', reason: 'x' })
      .expect(404);
  });

  it('agrees on a flow that crosses the knip, and on no other', async () => {
    const id = await app.process();
    const agreement = {
      what: 'Zaaknummer en stukken',
      within: { amount: 2, unit: 'workingDays' },
      reason: 'Anders raakt het kwijt.',
    };
    await group().put(`/processes/${id}/handovers/Naar_back`).send(agreement).expect(200);
    expect((await read(id)).handovers[0]).toMatchObject({
      flowId: 'Naar_back',
      agreement: {
        what: agreement.what,
        within: agreement.within,
        before: ['Aannemen'],
        after: ['Toetsen'],
        outdated: false,
      },
    });
    for (const [amount, status] of [
      [1, 200],
      [10_000, 200],
      [10_001, 400],
    ])
      await group()
        .put(`/processes/${id}/handovers/Naar_back`)
        .send({ ...agreement, within: { amount, unit: 'hours' } })
        .expect(status!);
    await group().put(`/processes/${id}/handovers/Begin`).send(agreement).expect(409);
    const { body } = await group().put(`/processes/${id}/handovers/Nergens`).send(agreement).expect(404);
    expect(body.detail).toContain('Nergens');
    const wrong = await group()
      .put(`/processes/${id}/handovers/Naar_back`)
      .send({ ...agreement, within: { amount: 0, unit: 'weeks', x: 1 } })
      .expect(400);
    expect(wrong.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'within.amount',
      'within.unit',
      'within.x',
    ]);
    for (const within of [[], 'x', null, 3])
      await group()
        .put(`/processes/${id}/handovers/Naar_back`)
        .send({ ...agreement, within })
        .expect(400);
  });

  it('says when an agreement was made for other steps, and leaves it out of the file until it is made anew', async () => {
    /** Two steps, or one, lead by way of a gateway to the flow that crosses the knip. */
    const joined = (...starting: string[]) =>
      FRONT_AND_BACK.replace(
        '<bpmn:sequenceFlow id="Naar_back" sourceRef="Aannemen"',
        `<bpmn:userTask id="Bellen" name="Bellen" /><bpmn:exclusiveGateway id="Samen" />${starting
          .map((step) => `<bpmn:sequenceFlow id="Van_${step}" sourceRef="${step}" targetRef="Samen" />`)
          .join('')}<bpmn:sequenceFlow id="Naar_back" sourceRef="Samen"`,
      ).replace(
        '<bpmn:flowNodeRef>Start<',
        '<bpmn:flowNodeRef>Bellen</bpmn:flowNodeRef><bpmn:flowNodeRef>Samen</bpmn:flowNodeRef>$&',
      );
    const id = await app.process({ diagram: joined('Aannemen', 'Bellen') });
    const agree = (what: string) =>
      group()
        .put(`/processes/${id}/handovers/Naar_back`)
        .send({ what, reason: 'Anders raakt het kwijt.' })
        .expect(200);
    const agreement = async () => {
      const { handovers } = await read(id);
      return handovers.find(({ flowId }: { flowId: string }) => flowId === 'Naar_back').agreement;
    };
    const file = async () => {
      const answer = await group().get(`/processes/${id}/export?format=bpmn`).buffer(true).parse(asBytes);
      return String(answer.body);
    };
    await agree('Zaaknummer');
    expect(await agreement()).toMatchObject({ before: ['Aannemen', 'Bellen'], outdated: false });
    expect(await file()).toContain('Zaaknummer');
    await group()
      .put(`/processes/${id}/diagram`)
      .set('If-Match', '"3"')
      .set('Content-Type', 'application/xml')
      .send(joined('Aannemen'))
      .expect(200);
    expect(await agreement()).toMatchObject({ before: ['Aannemen', 'Bellen'], outdated: true });
    expect(await file()).not.toContain('Zaaknummer');
    await agree('Dossier');
    expect(await agreement()).toMatchObject({ before: ['Aannemen'], outdated: false });
    expect(await file()).toContain('Dossier');
  });

  it('records the data a step asks', async () => {
    const id = await app.process();
    const data = [{ name: 'Adres', registry: 'BRP' }, { name: 'Reden van kappen' }];
    await group().put(`/processes/${id}/data-requests/Aannemen`).send({ data, reason: 'Zo.' }).expect(200);
    expect((await read(id)).steps[0].dataRequests.data).toEqual(data);
    for (const wrong of [
      undefined,
      'x',
      {},
      [1],
      [[]],
      [{}],
      [{ name: '' }],
      [{ name: 'x', y: 1 }],
      [null],
    ]) {
      await group()
        .put(`/processes/${id}/data-requests/Aannemen`)
        .send({ data: wrong, reason: 'x' })
        .expect(400);
    }
  });
});
