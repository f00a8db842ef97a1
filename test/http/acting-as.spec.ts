import { beforeAll, describe, expect, it } from '@jest/globals';
import { anyone } from '../../apps/api/src/platform/http/routes/actions.js';
import { startApp, type TestApp } from './start-app.js';

const FENNA = 'werkgroep-vergunningen';
const ANOUK = 'procesverantwoordelijke';

let app: TestApp;
let id: string;
let origin: string;
beforeAll(async () => {
  app = await startApp();
  id = await app.process();
  origin = app.url.replace('localhost', '127.0.0.1');
});

const cookieOf = async (person: string): Promise<string> => {
  const answer = await app.as().post('/session').set('Origin', origin).send({ person }).expect(200);
  return answer.headers['set-cookie']![0]!.split(';')[0]!;
};

/** Every route that writes, but those of signing in and out: a new one is tried without a line here. */
const writes = (): string[] =>
  app.access
    .filter(({ route, action }) => !route.startsWith('GET ') && action !== anyone)
    .map(({ route }) => route)
    .filter((route) => !route.endsWith(' /api/v1/session'));

/** Asks a route as the page does, saying to be somebody, or nothing of it. */
async function asked(route: string, cookie: string, actingAs?: string) {
  const [method, path] = route.replace(':id', id).replace(/:\w+/g, 'Aannemen').split(' ') as [string, string];
  const request = app
    .http()
    [method.toLowerCase() as 'put'](path)
    .set('Cookie', cookie)
    .set('Origin', origin)
    .set('Accept-Language', 'nl');
  return actingAs === undefined ? request : request.set('Acting-As', actingAs);
}

const OTHER = 'urn:knipkaart:problem:other-person';
const latest = async (): Promise<number> => (await app.as(FENNA).get(`/processes/${id}`)).body.latest;

describe('A write with the cookie of a session', () => {
  it('is refused on every route when it does not say as whom it is meant', async () => {
    const cookie = await cookieOf(ANOUK);
    expect(writes().length).toBeGreaterThan(10);
    for (const route of writes())
      for (const nobody of [undefined, '']) {
        const { status, body } = await asked(route, cookie, nobody);
        expect({ route, status, body }).toMatchObject({
          route,
          status: 400,
          body: { errors: [{ field: 'Acting-As' }] },
        });
      }
  });

  it('is refused on every route when another person signed in since, whatever their rights', async () => {
    // A person without rights gets the same answer: the role of the other person does not matter.
    for (const now of [ANOUK, 'auditor']) {
      const cookie = await cookieOf(now);
      for (const route of writes()) {
        const { status, body } = await asked(route, cookie, FENNA);
        expect({ route, status, type: body.type }).toEqual({ route, status: 409, type: OTHER });
      }
    }
    const { body } = await asked(`PATCH /api/v1/processes/${id}`, await cookieOf(ANOUK), FENNA);
    expect(body.detail).toContain('U bent nu aangemeld als Anouk Verbruggen');
  });

  it('goes on to what else can be wrong when it names the person of the session', async () => {
    const cookie = await cookieOf(ANOUK);
    for (const route of writes()) {
      const { body } = await asked(route, cookie, ANOUK);
      expect({ route, body }).not.toMatchObject({ body: { type: OTHER } });
      expect({ route, body }).not.toMatchObject({ body: { errors: [{ field: 'Acting-As' }] } });
    }
  });

  it('is recorded under the name that it was made under, or not at all', async () => {
    const cookie = await cookieOf(ANOUK);
    const before = await latest();
    const rename = (actingAs: string) =>
      app
        .as()
        .patch(`/processes/${id}`)
        .set('Cookie', cookie)
        .set('Origin', origin)
        .set('Acting-As', actingAs)
        .send({ name: `Naam van ${actingAs}`, reason: 'Zo heet het.' });
    await rename(FENNA).expect(409);
    expect(await latest()).toBe(before);
    await rename(ANOUK).expect(200);
    const { body } = await app.as(FENNA).get(`/processes/${id}/history?after=${before}`).expect(200);
    expect(body.items).toMatchObject([{ type: 'ProcessRenamed', actor: { id: ANOUK } }]);
  });

  it('is refused first because nobody is signed in, when nobody is', async () => {
    const { status } = await asked(`PATCH /api/v1/processes/${id}`, 'knipkaart_session=x', FENNA);
    expect(status).toBe(401);
  });

  it('needs to say nothing to sign in and out, since that is where it changes', async () => {
    const cookie = await cookieOf(ANOUK);
    const as = (request: ReturnType<ReturnType<TestApp['as']>['post']>) =>
      request.set('Cookie', cookie).set('Origin', origin);
    await as(app.as().post('/session')).set('Acting-As', FENNA).send({ person: FENNA }).expect(200);
    await as(app.as().post('/session')).send({ person: FENNA }).expect(200);
    await as(app.as().delete('/session')).expect(204);
  });

  it('needs to say nothing with a token, which no browser adds by itself', async () => {
    const cookie = await cookieOf(ANOUK);
    await app
      .as(FENNA)
      .put(`/processes/${id}/knips/Aannemen`)
      .set('Cookie', cookie)
      .send({ side: 'front', reason: 'Omdat het kan.' })
      .expect(200);
  });
});

it('The description of the API tells of it at every route that asks it, and at no other', async () => {
  const { body } = await app.as().get('/openapi.json').expect(200);
  type Operation = { parameters?: { name: string; in: string }[]; responses: Record<string, unknown> };
  const told = Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(
    ([path, item]) =>
      Object.entries(item)
        .filter(([, { parameters = [] }]) => parameters.some(({ name }) => name === 'Acting-As'))
        .map(([method, { responses }]) => {
          expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '409']));
          return `${method.toUpperCase()} /api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`;
        }),
  );
  expect(told.sort()).toEqual(writes().sort());
});
