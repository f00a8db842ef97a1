import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fastify } from 'fastify';
import { DEMO_PEOPLE } from '../../apps/api/src/accounts/index.js';
import { PROCESS_ACCESS_RULES } from '../../apps/api/src/processes/index.js';
import { accessPage } from '../../apps/api/src/platform/http/access/access-page.js';
import { anyone, read } from '../../apps/api/src/platform/http/routes/actions.js';
import type { ProblemException } from '../../apps/api/src/platform/http/problems/problem-exception.js';
import { KnownProcesses, PROCESS_ACTIONS } from '../../apps/api/src/processes/index.js';
import { KnownRoutes } from '../../apps/api/src/platform/http/routes/known-routes.js';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

const WHY = { reason: 'Omdat het kan.' };
type Send = (id: string, person?: string) => Promise<number>;
const sent = async (test: PromiseLike<{ status: number }>) => (await test).status;

/** Every write, each in a way that succeeds for a person who may. */
const WRITES: Record<string, Send> = {
  'POST /api/v1/processes': (_, person) =>
    sent(app.as(person).post('/processes').send({ name: 'Nieuw', domain: 'vergunningen' })),
  'PATCH /api/v1/processes/:id': (id, person) =>
    sent(
      app
        .as(person)
        .patch(`/processes/${id}`)
        .send({ name: `Naam ${Math.random()}`, ...WHY }),
    ),
  'PUT /api/v1/processes/:id/diagram': (id, person) =>
    sent(
      app
        .as(person)
        .put(`/processes/${id}/diagram`)
        .set('If-Match', '"2"')
        .set('Content-Type', 'application/xml')
        .send(`${FRONT_AND_BACK}<!-- -->`),
    ),
  'POST /api/v1/processes/:id/merges': (id, person) =>
    sent(
      app
        .as(person)
        .post(`/processes/${id}/merges`)
        .send({ base: 2, diagram: Buffer.from(FRONT_AND_BACK).toString('base64') }),
    ),
  'PUT /api/v1/processes/:id/knips/:elementId': (id, person) =>
    sent(
      app
        .as(person)
        .put(`/processes/${id}/knips/Aannemen`)
        .send({ side: 'front', ...WHY }),
    ),
  'POST /api/v1/processes/:id/knips/:elementId/withdrawal': (id, person) =>
    sent(app.as(person).post(`/processes/${id}/knips/Versturen/withdrawal`).send(WHY)),
  'PUT /api/v1/processes/:id/channel-priority': (id, person) =>
    sent(
      app
        .as(person)
        .put(`/processes/${id}/channel-priority`)
        .send({ channels: ['web'], ...WHY }),
    ),
  'PUT /api/v1/processes/:id/handovers/:flowId': (id, person) =>
    sent(
      app
        .as(person)
        .put(`/processes/${id}/handovers/Naar_back`)
        .send({ what: 'Zaak', ...WHY }),
    ),
  'PUT /api/v1/processes/:id/data-requests/:elementId': (id, person) =>
    sent(
      app
        .as(person)
        .put(`/processes/${id}/data-requests/Aannemen`)
        .send({ data: [], ...WHY }),
    ),
  'PUT /api/v1/processes/:id/bindings/:elementId': (id, person) =>
    sent(
      app
        .as(person)
        .put(`/processes/${id}/bindings/Aannemen`)
        .send({ by: 'x', source: 'y', ...WHY }),
    ),
  'POST /api/v1/processes/:id/bindings/:elementId/lifting': (id, person) =>
    sent(app.as(person).post(`/processes/${id}/bindings/Toetsen/lifting`).send(WHY)),
  'PUT /api/v1/processes/:id/owner': (id, person) =>
    sent(
      app
        .as(person)
        .put(`/processes/${id}/owner`)
        .send({ person: 'procesverantwoordelijke', ...WHY }),
    ),
  'POST /api/v1/processes/:id/milestones': (id, person) =>
    sent(
      app
        .as(person)
        .post(`/processes/${id}/milestones`)
        .send({ name: `Mijlpaal ${Math.random()}` }),
    ),
  'POST /api/v1/processes/:id/retirement': (id, person) =>
    sent(app.as(person).post(`/processes/${id}/retirement`).send(WHY)),
};

/** Whether the table lets somebody do this to a process of the domain Vergunningen that names no owner. */
const allowed = (route: string, { persona, domains }: (typeof DEMO_PEOPLE)[number]): boolean =>
  app.access.find((row) => row.route === route)!.action.personas.includes(persona) &&
  (domains.length === 0 || domains.includes('vergunningen'));

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
  it('every write to the log is tried below', () => {
    const writes = app.access
      .filter(({ route, action }) => !route.startsWith('GET') && action !== anyone && action !== read)
      .map(({ route }) => route);
    expect(Object.keys(WRITES).sort()).toEqual(writes.sort());
  });

  it.each(DEMO_PEOPLE)(
    '$id writes exactly what the table says, in the domain Vergunningen',
    async (person) => {
      const id = await prepared();
      for (const [write, send] of Object.entries(WRITES)) {
        const status = await send(id, person.id);
        expect({ write, outcome: status === 200 || status === 201 ? 'done' : status }).toEqual({
          write,
          outcome: allowed(write, person) ? 'done' : 403,
        });
      }
    },
  );

  it('a reader reads everything but the log, and changes nothing', async () => {
    const id = await prepared();
    const outcomes = await Promise.all(Object.values(WRITES).map((send) => send(id, 'lezer')));
    expect(new Set(outcomes)).toEqual(new Set([403]));
    await app.as('lezer').get(`/processes/${id}/history`).expect(200);
    const { body } = await app.as('lezer').get(`/processes/${id}`).expect(200);
    expect(Object.values(body.may as Record<string, boolean>)).not.toContain(true);
  });

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

  it('an owner writes nothing on a process that names another, and the refusal says so', async () => {
    const id = await prepared('werkgroep-wmo');
    for (const [write, send] of Object.entries(WRITES)) {
      if (write !== 'POST /api/v1/processes')
        expect({ write, status: await send(id, 'procesverantwoordelijke') }).toEqual({ write, status: 403 });
    }
    const { body } = await app
      .as('procesverantwoordelijke')
      .patch(`/processes/${id}`)
      .send({ name: 'X', ...WHY })
      .expect(403);
    expect(body.type).toBe('urn:knipkaart:problem:other-owner');
    expect(await WRITES['PATCH /api/v1/processes/:id']!(id, 'werkgroep-vergunningen')).toBe(200);
  });

  it('another aggregate can ask who may change the process that it belongs to', async () => {
    const id = await prepared('werkgroep-wmo');
    const processes = app.part(KnownProcesses);
    const asked = (person: string, process = id) => {
      try {
        processes.assertMay(DEMO_PEOPLE.find((one) => one.id === person)!, PROCESS_ACTIONS.edit, process);
        return 'allowed';
      } catch (error) {
        return (error as ProblemException).kind.code;
      }
    };
    expect(asked('werkgroep-vergunningen')).toBe('allowed');
    expect(asked('werkgroep-soza')).toBe('otherDomain');
    expect(asked('procesverantwoordelijke')).toBe('otherOwner');
    expect(asked('verbeterteam')).toBe('personaMayNot');
    expect(asked('werkgroep-vergunningen', 'nergens')).toBe('processUnknown');
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

  it('a route that does not say who may call it keeps the service from starting', () => {
    const server = fastify();
    const routes = new KnownRoutes();
    routes.watch(server);
    server.get('/open', { config: { action: anyone } }, async () => 'open');
    expect(routes.accessRows()).toEqual([{ route: 'GET /open', action: anyone }]);
    server.delete('/processes/:id', async () => 'forgotten');
    expect(() => routes.accessRows()).toThrow('DELETE /processes/:id');
  });

  it('the page of the documentation shows who may call which route', () => {
    expect(readFileSync('docs/access.md', 'utf8')).toBe(accessPage(app.access, PROCESS_ACCESS_RULES));
  });

  it('nothing but the open routes answers without signing in', async () => {
    for (const { route, action } of app.access) {
      const [method, path] = route.replace(/:\w+/g, 'x').replace('*', '').split(' ') as [string, string];
      if (action === anyone) continue;
      const answer = await app.http()[method.toLowerCase() as 'get'](path);
      expect({ route, status: answer.status }).toEqual({ route, status: 401 });
    }
  });
});
