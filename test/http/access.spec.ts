import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCESS, assertEveryRouteListed } from '../../apps/api/src/platform/http/access/access-table.js';
import { DEMO_PEOPLE } from '../../apps/api/src/accounts/demo-people.js';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const WHY = { reason: 'Omdat het kan.' };
type Send = (id: string, person?: string) => Promise<number>;
const sent = async (test: PromiseLike<{ status: number }>) => (await test).status;

/** Every write, each in a way that succeeds for whoever may. */
const WRITES: Record<string, Send> = {
  register: (_, person) =>
    sent(app.as(person).post('/processes').send({ name: 'Nieuw', domain: 'vergunningen' })),
  rename: (id, person) =>
    sent(
      app
        .as(person)
        .patch(`/processes/${id}`)
        .send({ name: `Naam ${Math.random()}`, ...WHY }),
    ),
  'save a diagram': (id, person) =>
    sent(
      app
        .as(person)
        .put(`/processes/${id}/diagram`)
        .set('If-Match', '"2"')
        .set('Content-Type', 'application/xml')
        .send(`${FRONT_AND_BACK}<!-- -->`),
    ),
  'merge a diagram': (id, person) =>
    sent(
      app
        .as(person)
        .post(`/processes/${id}/merges`)
        .send({ base: 2, diagram: Buffer.from(FRONT_AND_BACK).toString('base64') }),
    ),
  'decide a knip': (id, person) =>
    sent(
      app
        .as(person)
        .put(`/processes/${id}/knips/Aannemen`)
        .send({ side: 'front', ...WHY }),
    ),
  'withdraw a knip': (id, person) =>
    sent(app.as(person).post(`/processes/${id}/knips/Versturen/withdrawal`).send(WHY)),
  'order channels': (id, person) =>
    sent(
      app
        .as(person)
        .put(`/processes/${id}/channel-priority`)
        .send({ channels: ['web'], ...WHY }),
    ),
  'agree on a hand-over': (id, person) =>
    sent(
      app
        .as(person)
        .put(`/processes/${id}/handovers/Naar_back`)
        .send({ what: 'Zaak', ...WHY }),
    ),
  'record data': (id, person) =>
    sent(
      app
        .as(person)
        .put(`/processes/${id}/data-requests/Aannemen`)
        .send({ data: [], ...WHY }),
    ),
  bind: (id, person) =>
    sent(
      app
        .as(person)
        .put(`/processes/${id}/bindings/Aannemen`)
        .send({ by: 'x', source: 'y', ...WHY }),
    ),
  lift: (id, person) => sent(app.as(person).post(`/processes/${id}/bindings/Toetsen/lifting`).send(WHY)),
  'name an owner': (id, person) =>
    sent(
      app
        .as(person)
        .put(`/processes/${id}/owner`)
        .send({ person: 'procesverantwoordelijke', ...WHY }),
    ),
  'name a milestone': (id, person) =>
    sent(
      app
        .as(person)
        .post(`/processes/${id}/milestones`)
        .send({ name: `Mijlpaal ${Math.random()}` }),
    ),
  retire: (id, person) => sent(app.as(person).post(`/processes/${id}/retirement`).send(WHY)),
};
const WORK = [
  'register',
  'rename',
  'save a diagram',
  'merge a diagram',
  'decide a knip',
  'withdraw a knip',
  'order channels',
  'agree on a hand-over',
  'record data',
];
const MAY: Record<string, string[]> = {
  'werkgroep-vergunningen': WORK,
  'werkgroep-soza': [],
  'werkgroep-wmo': [],
  'werkgroep-burgerzaken': [],
  procesverantwoordelijke: Object.keys(WRITES),
  verbeterteam: [],
  auditor: [],
  beheerder: ['name an owner'],
};

/** A process of Vergunningen with a knip to withdraw and a binding to lift. */
async function prepared(owner?: string): Promise<string> {
  const id = await app.process();
  await app
    .as('werkgroep-vergunningen')
    .put(`/processes/${id}/knips/Versturen`)
    .send({ side: 'front', ...WHY })
    .expect(200);
  await app
    .as('procesverantwoordelijke')
    .put(`/processes/${id}/bindings/Toetsen`)
    .send({ by: 'x', source: 'y', ...WHY })
    .expect(200);
  if (owner)
    await app
      .as('beheerder')
      .put(`/processes/${id}/owner`)
      .send({ person: owner, ...WHY })
      .expect(200);
  return id;
}

describe('Who may do what', () => {
  it.each(DEMO_PEOPLE.map(({ id }) => id))(
    '%s writes exactly what the table says, in the domain Vergunningen',
    async (person) => {
      const id = await prepared();
      for (const [write, send] of Object.entries(WRITES)) {
        const status = await send(id, person);
        const allowed = MAY[person]!.includes(write);
        expect({ write, outcome: status === 200 || status === 201 ? 'done' : status }).toEqual({
          write,
          outcome: allowed ? 'done' : 403,
        });
      }
    },
  );

  it('nobody writes or reads without saying who they are', async () => {
    const id = await prepared();
    for (const [write, send] of Object.entries(WRITES))
      expect({ write, status: await send(id) }).toEqual({ write, status: 401 });
    for (const path of [
      '/domains',
      '/processes',
      `/processes/${id}`,
      `/processes/${id}/diagram`,
      `/processes/${id}/history`,
      `/processes/${id}/comparison`,
      '/updates',
      '/events',
      '/session',
    ]) {
      const answer = await app.as().get(path).expect(401);
      expect(answer.headers['www-authenticate']).toContain('Bearer');
    }
  });

  it('an owner writes nothing on a process that names another, and is told so', async () => {
    const id = await prepared('werkgroep-wmo');
    for (const [write, send] of Object.entries(WRITES)) {
      if (write !== 'register')
        expect({ write, status: await send(id, 'procesverantwoordelijke') }).toEqual({ write, status: 403 });
    }
    const { body } = await app
      .as('procesverantwoordelijke')
      .patch(`/processes/${id}`)
      .send({ name: 'X', ...WHY })
      .expect(403);
    expect(body.type).toBe('urn:knipkaart:problem:other-owner');
    expect(await WRITES['rename']!(id, 'werkgroep-vergunningen')).toBe(200);
  });

  it('all may read, and only auditor and administrator read the log', async () => {
    const id = await prepared();
    for (const { id: person } of DEMO_PEOPLE) {
      await app.as(person).get(`/processes/${id}`).expect(200);
      await app.as(person).get(`/processes/${id}/comparison`).expect(200);
      const file = Buffer.from(FRONT_AND_BACK).toString('base64');
      await app.as(person).post('/comparisons').send({ from: file, to: file }).expect(200);
      await app
        .as(person)
        .get('/events')
        .expect(['auditor', 'beheerder'].includes(person) ? 200 : 403);
    }
  });

  it('a token that belongs to nobody is 401', async () => {
    for (const token of ['demo:niemand', 'demo:', 'x', 'demo:auditor extra']) {
      await app.http().get('/api/v1/processes').set('Authorization', `Bearer ${token}`).expect(401);
    }
    await app.http().get('/api/v1/processes').set('Authorization', 'Basic YTpi').expect(401);
  });

  it('a token that belongs to nobody keeps nobody from what is open to all', async () => {
    for (const path of [
      '/health/live',
      '/health/ready',
      '/metrics',
      '/api/v1/openapi.json',
      '/api/v1/people',
    ]) {
      await app.http().get(path).set('Authorization', 'Bearer of-the-monitor').expect(200);
    }
  });

  it('a route that the table forgot keeps the service from starting', () => {
    expect(() => assertEveryRouteListed([...Object.keys(ACCESS), 'DELETE /api/v1/processes/:id'])).toThrow(
      'DELETE /api/v1/processes/:id',
    );
    expect(() => assertEveryRouteListed(Object.keys(ACCESS))).not.toThrow();
  });

  it('nothing but the open routes answers without signing in', async () => {
    for (const [route, action] of Object.entries(ACCESS)) {
      const [method, path] = route.replace(/:\w+/g, 'x').replace('*', '').split(' ') as [string, string];
      if (action === 'anyone') continue;
      const answer = await app.http()[method.toLowerCase() as 'get'](path);
      expect({ route, status: answer.status }).toEqual({ route, status: 401 });
    }
  });
});
