import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

const group = () => app.as('werkgroep-vergunningen');
const KNIP = { side: 'front', reason: 'De inwoner is nog aan de lijn.' };
const version = async (id: string): Promise<number> =>
  (await group().get(`/processes/${id}`).expect(200)).body.version;
const knip = (id: string, key: string, body: object = KNIP) =>
  group().put(`/processes/${id}/knips/Toetsen`).set('Idempotency-Key', key).send(body);

describe('A request sent twice under one key', () => {
  it('is done once, and answered alike', async () => {
    const id = await app.process();
    const first = await knip(id, 'een').expect(200);
    await group().put(`/processes/${id}/knips/Aannemen`).send(KNIP).expect(200);
    const again = await knip(id, 'een').expect(200);
    expect(again.body).toEqual(first.body);
    expect(again.headers).toMatchObject({
      etag: first.headers['etag'],
      'log-position': first.headers['log-position'],
    });
    expect(await version(id)).toBe(4);
  });

  it('makes one process', async () => {
    const register = () =>
      group()
        .post('/processes')
        .set('Idempotency-Key', 'nieuw')
        .send({ name: 'Terras', domain: 'vergunningen' })
        .expect(201);
    const [first, second] = [await register(), await register()];
    expect(second.body).toEqual(first.body);
    expect(second.headers['location']).toBe(first.headers['location']);
    await group()
      .post('/processes')
      .set('Idempotency-Key', 'nieuw')
      .send({ name: 'Anders', domain: 'vergunningen' })
      .expect(409);
  });

  it('is done once when both come at the same time', async () => {
    const id = await app.process();
    const answers = await Promise.all(Array.from({ length: 8 }, () => knip(id, 'samen').expect(200)));
    expect(new Set(answers.map(({ body }) => body.version))).toEqual(new Set([3]));
    expect(await version(id)).toBe(3);
  });

  it('is answered as the first time before If-Match is looked at', async () => {
    const id = await app.process();
    const save = () =>
      group()
        .put(`/processes/${id}/diagram`)
        .set('If-Match', '"2"')
        .set('Idempotency-Key', 'bewaar')
        .set('Content-Type', 'application/xml')
        .send(`${FRONT_AND_BACK}<!-- 1 -->`);
    await save().expect(200, { id, version: 3 });
    await group()
      .put(`/processes/${id}/diagram`)
      .set('If-Match', '"3"')
      .set('Content-Type', 'application/xml')
      .send(`${FRONT_AND_BACK}<!-- 2 -->`)
      .expect(200);
    await save().expect(200, { id, version: 3 });
    expect(await version(id)).toBe(4);
  });

  it('is 409 when it asks for something else', async () => {
    const id = await app.process();
    await knip(id, 'anders').expect(200);
    for (const other of [
      { ...KNIP, side: 'back' },
      { ...KNIP, reason: 'Iets anders.' },
      { ...KNIP, alternatives: ['x'] },
    ]) {
      const { body } = await knip(id, 'anders', other).expect(409);
      expect(body.type).toBe('urn:knipkaart:problem:key-reused');
    }
    await group()
      .put(`/processes/${id}/knips/Aannemen`)
      .set('Idempotency-Key', 'anders')
      .send(KNIP)
      .expect(409);
  });

  it('is 409 when only one of several texts is another', async () => {
    const id = await app.process();
    await knip(id, 'teksten', { ...KNIP, alternatives: ['x', 'y'] }).expect(200);
    for (const alternatives of [['x', 'z'], ['y', 'x'], ['x'], ['x', 'y', 'z'], []])
      await knip(id, 'teksten', { ...KNIP, alternatives }).expect(409);
    await knip(id, 'teksten', { ...KNIP, alternatives: ['x', 'y'] }).expect(200, { id, version: 3 });
  });

  it('belongs to one person and one process', async () => {
    const [one, other] = [await app.process(), await app.process()];
    await knip(one, 'eigen').expect(200);
    await knip(other, 'eigen').expect(200, { id: other, version: 3 });
    await app
      .as('procesverantwoordelijke')
      .put(`/processes/${one}/knips/Toetsen`)
      .set('Idempotency-Key', 'eigen')
      .send(KNIP)
      .expect(200, { id: one, version: 4 });
  });

  it('is not remembered when it was refused', async () => {
    const id = await app.process();
    await group()
      .post(`/processes/${id}/knips/Toetsen/withdrawal`)
      .set('Idempotency-Key', 'eerst')
      .send({ reason: 'x' })
      .expect(409);
    await knip(id, 'eerst').expect(200);
  });

  it.each([
    ['a blank', 'a b'],
    ['300 characters', 'x'.repeat(300)],
    ['nothing', ' '],
  ])('is 400 with a key of %s', async (_, key) => {
    const { body } = await knip(await app.process(), key).expect(400);
    expect(body.errors).toMatchObject([{ field: 'Idempotency-Key' }]);
  });

  it('is known after a restart', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-test-'));
    const before = await startApp({ dataDir });
    const id = await before.process();
    const send = (to: TestApp) =>
      to
        .as('werkgroep-vergunningen')
        .put(`/processes/${id}/knips/Toetsen`)
        .set('Idempotency-Key', 'later')
        .send(KNIP);
    await send(before).expect(200, { id, version: 3 });
    await before.stop();
    const after = await startApp({ dataDir });
    await after
      .as('werkgroep-vergunningen')
      .put(`/processes/${id}/knips/Aannemen`)
      .send(KNIP)
      .expect(200, { id, version: 4 });
    await send(after).expect(200, { id, version: 3 });
    await after.stop();
    rmSync(dataDir, { recursive: true });
  });
});
