import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeEach(async () => {
  app = await startApp({ bounds: { requestsOfPerson: 3, requestsOfAddress: 4 } });
});
afterEach(() => app.stop());

const read = (person?: string) => app.as(person).get('/processes').set('Accept-Language', 'en');

describe('Somebody who asks more often than they may', () => {
  it('is told how often that is with each answer, and then when to come back', async () => {
    for (const left of [2, 1, 0]) {
      const { headers } = await read('auditor').expect(200);
      expect(headers).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': String(left) });
      expect(Number(headers['ratelimit-reset'])).toBeGreaterThan(0);
    }
    const { headers, body } = await read('auditor').expect(429);
    expect(headers).toMatchObject({
      'ratelimit-limit': '3',
      'ratelimit-remaining': '0',
      'retry-after': headers['ratelimit-reset'],
      'content-type': 'application/problem+json; charset=utf-8',
    });
    expect(body).toMatchObject({
      type: 'urn:knipkaart:problem:too-many-requests',
      detail: `This service takes at most 3 requests a minute from Wilma Terpstra; try again in ${headers['retry-after']} seconds.`,
    });
    const dutch = await app.as('auditor').get('/domains').expect(429);
    expect(dutch.body.detail).toContain(
      'Van Wilma Terpstra neemt deze dienst hoogstens 3 verzoeken per minuut',
    );
  });

  it('keeps nobody else from asking, nor monitors', async () => {
    for (const status of [200, 200, 200, 429]) await read('auditor').expect(status);
    await read('verbeterteam').expect(200);
    for (const status of [200, 200, 200, 429]) await read('werkgroep-wmo').expect(status);
    // Somebody else who does the same here.
    await read('werkgroep-soza').expect(200);
    for (let time = 0; time < 10; time += 1)
      for (const path of ['/health/live', '/health/ready', '/metrics'])
        await app.http().get(path).expect(200);
  });

  it('is counted by address where they do not sign in, whatever they try', async () => {
    await read().expect(401);
    await app.http().get('/api/v1/processes').set('Authorization', 'Bearer demo:niemand').expect(401);
    await app.as().get('/people').expect(200);
    await app.http().post('/api/v1/nergens').send({}).expect(404);
    const { body } = await read().expect(429);
    expect(body.detail).toContain('4 requests a minute from this address');
    await read('auditor').expect(200);
  });

  it('cannot write either', async () => {
    for (const status of [200, 200, 200, 429])
      await app.as('auditor').post('/comparisons').send(files()).expect(status);
  });
});

it('Behind a proxy people are told apart by the address that it saw, and by no other that they name', async () => {
  const behindProxy = await startApp({
    bounds: { requestsOfAddress: 2 },
    publicUrl: new URL('https://knipkaart.example.org'),
  });
  const asking = (forwarded: string) => behindProxy.as().get('/people').set('X-Forwarded-For', forwarded);
  for (const status of [200, 200, 429]) await asking('192.0.2.1').expect(status);
  await asking('192.0.2.7, 192.0.2.1').expect(429);
  await asking('192.0.2.2').expect(200);
  await behindProxy.stop();
  // Without a proxy nobody's word is taken.
  for (const [client, status] of [200, 200, 200, 200, 429].entries())
    await app.as().get('/people').set('X-Forwarded-For', `192.0.2.${client}`).expect(status);
});

function files(): { from: string; to: string } {
  const file = Buffer.from(
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P"/></definitions>',
  ).toString('base64');
  return { from: file, to: file };
}
