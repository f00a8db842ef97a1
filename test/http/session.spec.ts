import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { keptSessionKey } from '../../apps/api/src/accounts/index.js';
import { openSession, sealSession } from '../../apps/api/src/accounts/session-cookie.js';
import { startService } from '../../apps/api/src/start-service.js';
import { startApp, type TestApp } from './start-app.js';

let app: TestApp;
let origin: string;
beforeAll(async () => {
  app = await startApp();
  origin = app.url.replace('localhost', '127.0.0.1');
});

const signIn = async (person = 'werkgroep-wmo'): Promise<string> => {
  const answer = await app.as().post('/session').set('Origin', origin).send({ person }).expect(200);
  return answer.headers['set-cookie']![0]!;
};
const cookieOf = (setCookie: string): string => setCookie.split(';')[0]!;
const NEW = { name: 'Taxivervoer', domain: 'wmo' };
const HOUR = 3_600_000;
/** A cookie that this service made so long ago. */
const madeBefore = (milliseconds: number): string => {
  const key = readFileSync(join(app.dataDir, 'session.key'), 'utf8').trim();
  return `knipkaart_session=${sealSession('auditor', key, new Date(Date.now() - milliseconds))}`;
};
const FOREIGN: [string, string | undefined][] = [
  ['another site', 'https://evil.example'],
  ['another port', 'http://127.0.0.1:1'],
  ['a name that begins like ours', 'OURS.evil.example'],
  ['a file', 'null'],
  ['nowhere', undefined],
];

describe('Signing in', () => {
  it('offers the people of the demonstration to every visitor', async () => {
    const { body } = await app.as().get('/people').expect(200);
    expect(body.items).toHaveLength(9);
    expect(body.items).toContainEqual({
      id: 'werkgroep-wmo',
      name: 'Marijke van Dalen',
      persona: 'werkgroeplid',
      domains: ['wmo'],
    });
  });

  it('sets a cookie that no script and no other site can use', async () => {
    const cookie = await signIn();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\/;/);
    expect(cookie).toMatch(/Max-Age=43200;/);
    const { body } = await app.as().get('/session').set('Cookie', cookieOf(cookie)).expect(200);
    expect(body).toEqual({ person: expect.objectContaining({ id: 'werkgroep-wmo' }), demo: true });
  });

  it('is for people who exist', async () => {
    const { body } = await app
      .as()
      .post('/session')
      .set('Origin', origin)
      .send({ person: 'niemand' })
      .expect(400);
    expect(body.errors).toMatchObject([{ field: 'person' }]);
    await app.as().post('/session').set('Origin', origin).send({}).expect(400);
  });

  it('ends', async () => {
    const set = await signIn();
    const answer = await app
      .as()
      .delete('/session')
      .set('Cookie', cookieOf(set))
      .set('Origin', origin)
      .expect(204);
    const gone = answer.headers['set-cookie']![0]!;
    expect(gone).toMatch(/knipkaart_session=;/);
    expect(Date.parse(/Expires=([^;]+)/.exec(gone)![1]!)).toBe(0);
    // A browser keeps the cookie where its path or name is another one.
    const about = (cookie: string) =>
      cookie.split('; ').filter((part) => !/^knip|^Max-Age|^Expires/.test(part));
    expect(about(gone).sort()).toEqual(about(set).sort());
  });

  it('lasts twelve hours', async () => {
    await app
      .as()
      .get('/session')
      .set('Cookie', madeBefore(11.9 * HOUR))
      .expect(200);
    await app
      .as()
      .get('/session')
      .set('Cookie', madeBefore(12.1 * HOUR))
      .expect(401);
    const [begin, key] = [new Date('2026-03-02T09:00:00Z'), 'x'.repeat(32)];
    const after = (milliseconds: number) =>
      openSession(sealSession('auditor', key, begin), key, new Date(begin.getTime() + milliseconds));
    expect([0, 12 * HOUR - 1, 12 * HOUR].map((milliseconds) => after(milliseconds)?.person)).toEqual([
      'auditor',
      'auditor',
      undefined,
    ]);
  });

  it('is not taken from a forged or changed cookie', async () => {
    const cookie = cookieOf(await signIn());
    for (const wrong of [
      cookie.replace('wmo', 'soza'),
      cookie.replace(/\.(\d+)\./, (_, until) => `.${Number(until) + 1}.`),
      `${cookie}x`,
      cookie.slice(0, -2),
      'knipkaart_session=auditor',
      `knipkaart_session=${sealSession('auditor', 'x'.repeat(32), new Date())}`,
    ]) {
      await app.as().get('/session').set('Cookie', wrong).expect(401);
    }
  });

  it('is not taken from a cookie of somebody who is gone', async () => {
    const key = readFileSync(join(app.dataDir, 'session.key'), 'utf8').trim();
    const gone = `knipkaart_session=${sealSession('vertrokken', key, new Date())}`;
    await app.as().get('/session').set('Cookie', gone).expect(401);
  });

  it.each(FOREIGN)('is refused from %s, so that nobody is signed in unnoticed', async (_, from) => {
    const enter = app.as().post('/session');
    const answer = await (from === undefined
      ? enter
      : enter.set('Origin', from.replace('OURS', origin))
    ).send({ person: 'auditor' });
    expect([answer.status, answer.body.type]).toEqual([403, 'urn:knipkaart:problem:origin-foreign']);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('with a token, which no browser adds by itself, works from anywhere', async () => {
    const enter = () => app.as('auditor').post('/session').send({ person: 'werkgroep-wmo' });
    await enter().expect(200);
    await enter().set('Origin', 'https://elsewhere.example').expect(200);
    await app.as('niemand').post('/session').set('Origin', origin).send({ person: 'auditor' }).expect(401);
  });

  it('is not ended by another site', async () => {
    const cookie = cookieOf(await signIn());
    const leave = app.as().delete('/session').set('Cookie', cookie);
    await leave.set('Origin', 'https://evil.example').expect(403);
  });

  it('signs with a key that only the owner of the data folder can read', () => {
    const file = join(app.dataDir, 'session.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const folder = mkdtempSync(join(tmpdir(), 'knipkaart-key-'));
    writeFileSync(join(folder, 'session.key'), 'kort\n', { mode: 0o644 });
    const made = keptSessionKey(folder);
    expect([made.length >= 32, statSync(join(folder, 'session.key')).mode & 0o777]).toEqual([true, 0o600]);
    expect(keptSessionKey(folder)).toBe(made);
    rmSync(folder, { recursive: true });
  });
});

describe('A write with the cookie', () => {
  it('works from the page itself', async () => {
    const cookie = cookieOf(await signIn());
    for (const page of [origin, app.url])
      await app
        .as()
        .post('/processes')
        .set('Cookie', cookie)
        .set('Origin', page)
        .set('Acting-As', 'werkgroep-wmo')
        .send(NEW)
        .expect(201);
  });

  it.each(FOREIGN)('is refused from %s', async (_, from) => {
    const cookie = cookieOf(await signIn());
    const write = app.as().post('/processes').set('Cookie', cookie);
    const { body } = await (from === undefined ? write : write.set('Origin', from.replace('OURS', origin)))
      .send(NEW)
      .expect(403);
    expect(body.type).toBe('urn:knipkaart:problem:origin-foreign');
    // It says what was expected: the person who set up a proxy has nothing else to go by.
    expect(body.detail).toMatch(new RegExp(`\\b${origin}\\b`));
  });

  it('is no write where it only asks for the head of what it could read', async () => {
    const cookie = cookieOf(await signIn());
    for (const ask of [app.http().get('/api/v1/processes'), app.http().head('/api/v1/processes')])
      await ask.set('Cookie', cookie).expect(200);
  });

  it('works under every name of this machine, also in capitals', async () => {
    const { port } = new URL(app.url);
    const acting = { 'Acting-As': 'werkgroep-wmo' };
    const cookie = cookieOf(await signIn());
    for (const host of [`localhost:${port}`, `LOCALHOST:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
      const sent = { Cookie: cookie, Host: host, Origin: `http://${host.toLowerCase()}`, ...acting };
      await app.as().post('/processes').set(sent).send(NEW).expect(201);
    }
  });

  it('is refused under a foreign name of the service, with a token as well', async () => {
    const cookie = cookieOf(await signIn());
    await app
      .as()
      .post('/processes')
      .set('Cookie', cookie)
      .set('Origin', origin)
      .set('Host', 'evil.example')
      .send(NEW)
      .expect(403);
    await app.as('werkgroep-wmo').post('/processes').set('Host', 'evil.example').send(NEW).expect(403);
    await app.as('auditor').get('/events').set('Host', 'evil.example').expect(403);
  });

  it('counts as the token says, where both are sent', async () => {
    const cookie = cookieOf(await signIn());
    await app.as('auditor').post('/processes').set('Cookie', cookie).send(NEW).expect(403);
    await app
      .as('werkgroep-wmo')
      .post('/processes')
      .set('Cookie', 'knipkaart_session=x')
      .send(NEW)
      .expect(201);
  });

  it('takes a token however its kind is written, and no other kind', async () => {
    const status = async (token: string) =>
      (await app.as().get('/processes').set('Authorization', token)).status;
    for (const kind of ['Bearer', 'bearer', 'BEARER']) expect(await status(`${kind} demo:auditor`)).toBe(200);
    for (const token of ['Basic Bearer demo:auditor', 'Bearer auditor', 'Bearer demo:', 'demo:auditor'])
      expect({ token, status: await status(token) }).toEqual({ token, status: 401 });
  });

  it('is refused with a token of nobody, whatever the cookie says', async () => {
    const cookie = cookieOf(await signIn());
    for (const token of ['Bearer demo:niemand', 'Bearer demo:', 'Bearer iets', 'Basic demo:auditor', '']) {
      const sent = { Cookie: cookie, Origin: origin, Authorization: token };
      for (const asked of [app.as().get('/session'), app.as().post('/processes').send(NEW)]) {
        const { body, headers } = await asked.set(sent).expect(401);
        expect(body.type).toBe('urn:knipkaart:problem:bearer-unknown');
        expect(headers['www-authenticate']).toMatch(/^Bearer /);
      }
    }
  });
});

it('Behind an https address the cookie is only sent over https, and the page there may write', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-test-'));
  const service = await startService(
    { port: 0, dataDir, demoData: false, publicUrl: new URL('https://knip.example.org') },
    () => {},
  );
  const answer = await fetch(`${service.url}/api/v1/session`, {
    method: 'POST',
    body: JSON.stringify({ person: 'auditor' }),
    headers: { 'Content-Type': 'application/json', Origin: 'https://knip.example.org' },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('set-cookie')).toMatch(/; Secure/);
  const asked = (host: string) =>
    supertest(service.url.replace('localhost', '127.0.0.1'))
      .get('/api/v1/processes')
      .set({ Host: host, Authorization: 'Bearer demo:auditor' });
  await asked('knip.example.org').expect(200);
  await asked('KNIP.example.org').expect(200);
  await asked(new URL(service.url).host).expect(200);
  const { body } = await asked('knip.example.org.evil.example').expect(403);
  expect(body.detail).toContain(`(knip.example.org, ${new URL(service.url).host}, 127.0.0.1:`);
  await service.stop();
  rmSync(dataDir, { recursive: true });
});
