import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sealSession, SESSION_SECONDS } from '../../apps/api/src/accounts/session-cookie.js';
import type { Bounds } from '../../apps/api/src/platform/environment/bounds.js';
import { until } from '../until.js';
import { Listener } from './listener.js';
import { startApp, type TestApp } from './start-app.js';

let app: TestApp;
let listeners: Listener[] = [];
const start = async (bounds: Partial<Bounds> = {}) => (app = await startApp({ bounds }));
beforeEach(() => {
  listeners = [];
});
afterEach(async () => {
  await Promise.all(listeners.map((listener) => listener.close()));
  await app.stop();
});

const listen = async (headers: Record<string, string> = {}) => {
  const listener = new Listener();
  listeners.push(listener);
  const response = await listener.open(`${app.url}/api/v1/updates`, headers);
  return { listener, response };
};
const signIn = async (person: string, cookie?: string): Promise<string> => {
  const asked = app.as().post('/session').set('Origin', app.url.replace('localhost', '127.0.0.1'));
  if (cookie) void asked.set('Cookie', cookie);
  const { headers } = await asked.send({ person }).expect(200);
  return String(headers['set-cookie']).split(';')[0]!;
};
const listenWith = async (cookie: string) => {
  const listener = new Listener();
  listeners.push(listener);
  await listener.openWith(`${app.url}/api/v1/updates`, { Cookie: cookie });
  await listener.until(() => listener.blocks.length >= 1);
  return listener;
};
const ended = (listener: Listener) => listener.until(() => listener.ended);

describe('Those who listen to updates', () => {
  it('are so many for one person and so many in all, and the next is told that and when to come back', async () => {
    await start({ streams: 3, streamsOfPerson: 2 });
    const as = (person: string) => ({ Authorization: `Bearer demo:${person}`, 'Accept-Language': 'en' });
    const [first] = [await listen(as('auditor')), await listen(as('auditor'))];
    const third = await listen(as('auditor'));
    expect(third.response.status).toBe(429);
    expect(third.response.headers.get('retry-after')).toMatch(/^\d+$/);
    await third.listener.until(() => third.listener.ended);
    expect((await listen(as('verbeterteam'))).response.status).toBe(200);
    const { response } = await listen(as('beheerder'));
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    // One who leaves makes room.
    await first.listener.close();
    await until(
      async () => (await listen(as('beheerder'))).response.status === 200,
      () => 'There is no room.',
    );
  });

  it('are told now and then that the stream is still there', async () => {
    await start({ signOfLifeSeconds: 1 });
    const { listener } = await listen();
    await listener.until(() => listener.blocks.filter((block) => block === ': still here').length >= 2);
  });

  it('have to come back after a while', async () => {
    await start({ streamMinutes: 1 / 600 });
    const { listener } = await listen();
    await ended(listener);
    expect(listener.blocks[0]).toBe('retry: 2000');
  });
});

describe('A stream of updates ends with the session', () => {
  it('when its person signs out, and that of nobody else', async () => {
    await start();
    const [mine, theirs] = [await signIn('auditor'), await signIn('verbeterteam')];
    const [first, second, other] = [await listenWith(mine), await listenWith(mine), await listenWith(theirs)];
    const { listener: byToken } = await listen();
    await app
      .as()
      .delete('/session')
      .set('Cookie', mine)
      .set('Origin', app.url.replace('localhost', '127.0.0.1'))
      .expect(204);
    await Promise.all([ended(first), ended(second)]);
    const id = await app.process();
    for (const listener of [other, byToken])
      await listener.until(() => listener.versions().includes(`process-${id}@2`));
  });

  it('and not when somebody tries in vain to sign in or out', async () => {
    await start();
    const mine = await signIn('auditor');
    const listener = await listenWith(mine);
    const own = app.url.replace('localhost', '127.0.0.1');
    await app
      .as()
      .post('/session')
      .set({ Cookie: mine, Origin: own })
      .send({ person: 'niemand' })
      .expect(400);
    await app.as().post('/session').set({ Cookie: mine, Origin: own }).send({}).expect(400);
    const elsewhere = { Cookie: mine, Origin: 'https://evil.example' };
    await app.as().post('/session').set(elsewhere).send({ person: 'verbeterteam' }).expect(403);
    await app.as().delete('/session').set(elsewhere).expect(403);
    const id = await app.process();
    await listener.until(() => listener.ended || listener.versions().includes(`process-${id}@2`));
    expect(listener.ended).toBe(false);
  });

  it('when somebody else signs in with the same browser', async () => {
    await start();
    const mine = await signIn('auditor');
    const listener = await listenWith(mine);
    await signIn('verbeterteam', mine);
    await ended(listener);
  });

  it('when the time of the session is over', async () => {
    await start();
    const key = readFileSync(join(app.dataDir, 'session.key'), 'utf8').trim();
    const oldEnough = new Date(Date.now() - (SESSION_SECONDS - 2) * 1000);
    const listener = await listenWith(`knipkaart_session=${sealSession('auditor', key, oldEnough)}`);
    await ended(listener);
  });
});
