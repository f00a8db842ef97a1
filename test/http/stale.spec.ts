import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProcessAnswer } from '#contract';
import { temporaryFolder } from '../projections/fixture.js';
import { until } from '../until.js';
import { appendUnreadable } from './append-unreadable.js';
import { startApp, type TestApp } from './start-app.js';

describe('A process with an event that cannot be read', () => {
  const folder = temporaryFolder();
  let app: TestApp;
  let stale: string;
  let sound: string;
  beforeAll(async () => {
    app = await startApp({ dataDir: folder.path });
    [stale, sound] = [await app.process(), await app.process()];
    await app.stop();
    await appendUnreadable(folder.path, `process-${stale}`);
    app = await startApp({ dataDir: folder.path });
  });
  afterAll(async () => {
    await app?.stop();
    folder.remove();
  });
  const owner = () => app.as('procesverantwoordelijke');

  it('is shown as it stood before, with what is wrong', async () => {
    const { body } = await owner().get(`/processes/${stale}`).expect(200);
    expect(body as ProcessAnswer).toMatchObject({
      version: 2,
      latest: 2,
      parked: { version: 3, reason: expect.stringContaining('Unknown event type FromALaterVersion') },
    });
    const list = await owner().get('/processes').expect(200);
    expect(
      (list.body as { items: { id: string; parked?: object }[] }).items
        .filter((item) => item.parked)
        .map((item) => [item.id, item.parked]),
    ).toEqual([[stale, (body as ProcessAnswer).parked]]);
  });

  it('takes no decisions, while all others do', async () => {
    const knip = { side: 'front', reason: 'De balie kan dit.' };
    const { body, headers } = await owner().put(`/processes/${stale}/knips/Toetsen`).send(knip).expect(503);
    expect(body).toMatchObject({
      type: 'urn:knipkaart:problem:process-parked',
      detail: expect.stringContaining('3'),
    });
    expect(headers['retry-after']).toBeDefined();
    await owner().put(`/processes/${sound}/knips/Toetsen`).send(knip).expect(200);
  });

  it('is a warning, not a reason to be unready', async () => {
    const { body } = await app.http().get('/health/ready').expect(200);
    expect(body).toEqual({
      status: 'ready',
      warnings: [`Process ${stale} is stale: event 3 could not be read.`],
    });
    const { text } = await app.http().get('/metrics').expect(200);
    expect(text).toContain('knipkaart_processes_parked 1');
    expect(text).toContain('knipkaart_streams_parked 1');
  });

  it('leaves the log readable for auditors', async () => {
    const { text } = await app.as('auditor').get('/events').expect(200);
    expect(text.trim().split('\n')).toHaveLength(6);
  });
});

it('A read model that cannot be written is shown as it is, takes no decisions that nobody would see, and goes on by itself', async () => {
  const folder = temporaryFolder();
  const app = await startApp({ dataDir: folder.path });
  const id = await app.process();
  const knip = (side: string) =>
    app
      .as('procesverantwoordelijke')
      .put(`/processes/${id}/knips/Toetsen`)
      .send({ side, reason: 'De balie kan dit.' });
  const ready = (status: number): Promise<void> =>
    until(
      async () => (await app.http().get('/health/ready')).status === status,
      () => `The service never answers ${status}.`,
    );
  const other = new DatabaseSync(join(folder.path, 'read-model.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  const first = knip('front').then((answer) => answer);
  await ready(503);
  const refused = await knip('back').expect(503);
  expect(refused.headers['retry-after']).toBeDefined();
  expect((await app.as('auditor').get(`/processes/${id}`).expect(200)).body).toMatchObject({ latest: 2 });
  other.exec('ROLLBACK');
  other.close();
  expect((await first).body).toMatchObject({ version: 3 });
  await ready(200);
  await knip('back').expect(200, { id, version: 4 });
  await app.stop();
  folder.remove();
});

describe('A damaged read model', () => {
  it('is rebuilt at the start, and nobody notices', async () => {
    const folder = temporaryFolder();
    const before = await startApp({ dataDir: folder.path });
    const id = await before.process();
    await before.stop();
    const path = join(folder.path, 'read-model.sqlite');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0x5a, Math.floor(bytes.length / 4), Math.floor(bytes.length / 2)));
    const after = await startApp({ dataDir: folder.path });
    const { body } = await after.as('auditor').get(`/processes/${id}`).expect(200);
    expect(body).toMatchObject({ version: 2, counts: { front: 2, back: 1, handovers: 2 } });
    await after.stop();
    folder.remove();
  });
});
