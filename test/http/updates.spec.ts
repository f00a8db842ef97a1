import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { Listener } from './listener.js';
import { startApp, type TestApp } from './start-app.js';

describe('Updates over HTTP', () => {
  let app: TestApp;
  let id: string;
  let listener: Listener;
  beforeEach(async () => {
    app = await startApp();
    id = await app.process();
    listener = new Listener();
  });
  afterEach(async () => {
    await listener?.close();
    await app?.stop();
  });
  const url = (query = '') => `${app.url}/api/v1/updates${query}`;
  const decide = async (process = id) => {
    const body = { side: 'front', reason: 'Omdat het kan.' };
    await app.as('procesverantwoordelijke').put(`/processes/${process}/knips/Toetsen`).send(body).expect(200);
  };

  it('tell each new version once it can be read, with the position to come back with', async () => {
    const { headers } = await listener.open(url());
    expect(headers.get('content-type')).toContain('text/event-stream');
    expect(headers.get('x-accel-buffering')).toBe('no');
    await listener.until(() => listener.blocks.length >= 1);
    await decide();
    await listener.until(() => listener.versions().length === 1);
    expect(JSON.parse(/^data: (.*)$/m.exec(listener.blocks[1]!)![1]!)).toEqual({
      process: id,
      stream: `process-${id}`,
      version: 3,
      type: 'KnipDecided',
      actor: { id: 'procesverantwoordelijke', name: 'Anouk Verbruggen' },
    });
    const seen = listener.lastId();
    await app.as('auditor').get(`/processes/${id}`).set('Log-Position', seen).expect(200);
  });

  it('go on where a lost connection broke off, without gaps and without repeating', async () => {
    await listener.open(url());
    await decide();
    await listener.until(() => listener.versions().length === 1);
    const lastId = listener.lastId();
    await listener.close();
    await decide();
    await decide();
    listener = new Listener();
    await listener.open(url(), { 'Last-Event-ID': lastId });
    await decide();
    await listener.until(() => listener.versions().length === 3);
    expect(listener.versions()).toEqual([`process-${id}@4`, `process-${id}@5`, `process-${id}@6`]);
  });

  it('tell also what comes just after the listener was told where the news is', async () => {
    const readModel = app.part(ReadModel);
    const before = readModel.position();
    await decide();
    jest.spyOn(readModel, 'position').mockReturnValueOnce(before);
    await listener.open(url());
    await decide();
    await listener.until(() => listener.versions().includes(`process-${id}@4`));
    expect(listener.blocks[0]).toContain(`id: ${before}`);
    expect(listener.versions()).toEqual([`process-${id}@3`, `process-${id}@4`]);
  });

  it.each(['process=', 'stream=process-'])('come for one stream alone when asked with %s', async (only) => {
    const other = await app.process();
    await listener.open(url(`?${only}${other}`));
    await listener.until(() => listener.blocks.length >= 1);
    await decide();
    await decide(other);
    await listener.until(() => listener.versions().length === 1);
    expect(listener.versions()).toEqual([`process-${other}@3`]);
  });

  it.each(['process=', 'stream='])('come for all when asked with an empty %s', async (all) => {
    const other = await app.process();
    await listener.open(url(`?${all}`));
    await listener.until(() => listener.blocks.length >= 1);
    await decide();
    await decide(other);
    await listener.until(() => listener.versions().length === 2);
    expect(listener.versions()).toEqual([`process-${id}@3`, `process-${other}@3`]);
  });

  it('end when the service stops, so that it can stop', async () => {
    await listener.open(url());
    await listener.until(() => listener.blocks.length >= 1);
    await app.stop();
    await listener.until(() => listener.ended);
    app = await startApp();
  });

  it('refuse a position that is none, an unknown parameter, and a person who is not signed in', async () => {
    await app.as('auditor').get('/updates').set('Last-Event-ID', 'yesterday').expect(400);
    await app.as('auditor').get('/updates?since=1').expect(400);
    await app.as('auditor').get('/updates?process=p&stream=process-p').expect(400);
    await app.as().get('/updates').expect(401);
    await app.http().head('/api/v1/updates').set('Authorization', 'Bearer demo:auditor').expect(200);
  });
});
