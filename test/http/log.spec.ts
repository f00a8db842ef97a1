import { beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { temporaryFolder } from '../projections/fixture.js';
import { hashOf, type StoredEvent } from '#event-store';
import { asBytes } from './as-bytes.js';
import { startApp, type TestApp } from './start-app.js';

it('The log over HTTP skips foreign events, and still gives as many events as were asked', async () => {
  const folder = temporaryFolder();
  const before = await startApp({ dataDir: folder.path });
  await before.process();
  await before.stop();
  // An event that another program wrote between those of ours.
  const db = new DatabaseSync(join(folder.path, 'log.sqlite'));
  db.exec(
    `INSERT INTO streams (name) VALUES ('process-foreign');
     INSERT INTO events (stream, version, event_id, type, data, metadata)
     SELECT max(streams.id), n.value, 'foreign ' || n.value, 'Note', '{}', '{}' FROM streams, json_each('[1, 2, 3]') n
     GROUP BY n.value`,
  );
  db.close();
  const app = await startApp({ dataDir: folder.path });
  await app.process();
  const read = async (query: string) => {
    const { body } = await app.as('auditor').get(`/events${query}`).buffer(true).parse(asBytes).expect(200);
    return String(body)
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as StoredEvent).type);
  };
  const ours = ['ProcessRegistered', 'DiagramSaved', 'ProcessRegistered', 'DiagramSaved'];
  expect(await read('')).toEqual(ours);
  expect(await read('?limit=3')).toEqual(ours.slice(0, 3));
  // A reader that goes on after the last of ours before them does not take an empty page for the end.
  expect(await read('?after=2&limit=1')).toEqual(['ProcessRegistered']);
  await app.stop();
  await folder.remove();
});

describe('The log over HTTP', () => {
  let app: TestApp;
  let id: string;
  beforeAll(async () => {
    app = await startApp();
    id = await app.process();
    for (let n = 0; n < 250; n++) {
      await app
        .as('procesverantwoordelijke')
        .put(`/processes/${id}/knips/Toetsen`)
        .send({ side: 'front', reason: `Reden ${n}.` })
        .expect(200);
    }
  });
  const read = async (query = '') => {
    const { body, headers } = await app
      .as('auditor')
      .get(`/events${query}`)
      .buffer(true)
      .parse(asBytes)
      .expect(200);
    expect(headers['content-type']).toContain('application/x-ndjson');
    return String(body)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as StoredEvent);
  };

  it('gives every event as it is stored, so that hashes can be checked elsewhere', async () => {
    const events = await read();
    expect(events).toHaveLength(252);
    expect(events.map((event) => event.version)).toEqual(events.map((_, index) => index + 1));
    for (const { stream, version, type, data, metadata } of events.slice(0, 5)) {
      const { hash, ...rest } = metadata;
      expect(hashOf(stream, version, type, data, rest)).toBe(hash);
    }
  });

  it('goes on after a position, and stops after so many', async () => {
    const all = await read();
    expect(await read(`?after=${all[9]!.position}&limit=205`)).toEqual(all.slice(10, 215));
    expect(await read(`?after=${all.at(-1)!.position}`)).toEqual([]);
    expect(await read('?limit=1')).toEqual(all.slice(0, 1));
  });

  it('says where it ended', async () => {
    const all = await read();
    const { headers } = await app.as('beheerder').get('/events?limit=1').expect(200);
    expect(headers['log-position']).toBe(all.at(-1)!.position);
  });

  it('is open to auditor and administrator alone', async () => {
    for (const person of ['werkgroep-vergunningen', 'procesverantwoordelijke', 'verbeterteam'])
      await app.as(person).get('/events').expect(403);
    await app.as().get('/events').expect(401);
  });

  it('refuses what makes no sense', async () => {
    const { body } = await app.as('auditor').get('/events?after=here&limit=0&order=desc').expect(400);
    expect((body as { errors: { field: string }[] }).errors.map((error) => error.field)).toEqual([
      'after',
      'limit',
      'order',
    ]);
  });

  it('lets a reader wait for what was seen elsewhere, for a while', async () => {
    const position = (await read()).at(-1)!.position;
    await app.as('auditor').get(`/processes/${id}`).set('Log-Position', position).expect(200);
    for (const none of ['x', ''])
      await app.as('auditor').get(`/processes/${id}`).set('Log-Position', none).expect(400);
    const { headers } = await app
      .as('auditor')
      .get(`/processes/${id}`)
      .set('Log-Position', '99999999')
      .expect(503);
    expect(headers['retry-after']).toBe('1');
  });
});
