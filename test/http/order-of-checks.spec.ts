import { beforeAll, describe, expect, it } from '@jest/globals';
import { KeptConnection } from './kept-connection.js';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

let app: TestApp;
let id: string;
beforeAll(async () => {
  app = await startApp();
  id = await app.process();
});

const MIB = 1024 * 1024;
const JSON_OF_16_MIB = ['Content-Type: application/json', `Content-Length: ${16 * MIB}`];
const as = (person: string) => `Authorization: Bearer demo:${person}`;

/**
 * What is answered to the head of a request of which no byte of the body is ever sent: nothing was read
 * before that was decided.
 */
async function answerToHead(
  request: string,
  ...headers: string[]
): Promise<{ status: number; type: string }> {
  const connection = await KeptConnection.to(app.url);
  const host = headers.some((header) => header.startsWith('Host:')) ? [] : ['Host: HOST'];
  connection.send([`${request} HTTP/1.1`, ...host, ...headers, '', ''].join('\r\n'));
  await connection.answered();
  const type = /"urn:knipkaart:problem:([\w-]+)"/.exec(connection.received)?.[1] ?? '';
  connection.leave();
  return { status: connection.statuses()[0]!, type };
}

describe('Before a byte of the body is read', () => {
  it.each([
    ['who does not say who they are', [], 401, 'not-signed-in'],
    ['who has a token of nobody', ['Authorization: Bearer demo:niemand'], 401, 'bearer-unknown'],
    ['who calls the service by another name', ['Host: elders.example', as('auditor')], 403, 'host-foreign'],
  ])('%s is refused, whatever they want to send', async (_, headers, status, type) => {
    for (const route of ['/comparisons', `/processes/${id}/merges`, '/processes'])
      for (const body of [JSON_OF_16_MIB, ['Content-Type: application/json', 'Transfer-Encoding: chunked']])
        expect(await answerToHead(`POST /api/v1${route}`, ...headers, ...body)).toEqual({ status, type });
    // Nor is it told what the body should have been.
    expect(
      await answerToHead(
        'POST /api/v1/comparisons',
        ...headers,
        'Content-Type: text/plain',
        'Content-Length: 9',
      ),
    ).toEqual({ status, type });
  });

  it('an address at which nothing is takes nothing', async () => {
    expect(await answerToHead('POST /api/v1/nergens', as('auditor'), ...JSON_OF_16_MIB)).toEqual({
      status: 404,
      type: 'route-unknown',
    });
    expect(await answerToHead('POST /api/v1/domains', as('auditor'), ...JSON_OF_16_MIB)).toEqual({
      status: 405,
      type: 'method-not-allowed',
    });
  });

  it('six files of 6 MiB by somebody who may not write there are refused', async () => {
    const file = ['Content-Type: application/xml', `Content-Length: ${6 * MIB}`, 'If-Match: "2"'];
    const save = (person: string, process = id) =>
      answerToHead(`PUT /api/v1/processes/${process}/diagram`, as(person), ...file);
    const owned = await app.process();
    await app
      .as('beheerder')
      .put(`/processes/${owned}/owner`)
      .send({ person: 'werkgroep-wmo', reason: 'Zij kennen het.' })
      .expect(200);
    const refusals = await Promise.all([
      save('auditor'),
      save('verbeterteam'),
      save('werkgroep-soza'),
      save('werkgroep-wmo'),
      save('procesverantwoordelijke', owned),
      answerToHead(`POST /api/v1/processes/${id}/merges`, as('werkgroep-soza'), ...JSON_OF_16_MIB),
    ]);
    expect(refusals).toEqual([
      { status: 403, type: 'persona-may-not' },
      { status: 403, type: 'persona-may-not' },
      { status: 403, type: 'other-domain' },
      { status: 403, type: 'other-domain' },
      { status: 403, type: 'other-owner' },
      { status: 403, type: 'other-domain' },
    ]);
  });

  it('what is larger than the route takes is refused', async () => {
    const large = ['Content-Type: application/json', `Content-Length: ${513 * 1024}`];
    expect(
      await answerToHead(`PATCH /api/v1/processes/${id}`, as('procesverantwoordelijke'), ...large),
    ).toEqual({ status: 413, type: 'body-too-large' });
  });
});

describe('A write that is sent again', () => {
  it('is answered as the first time, also when its sender may not write there any more', async () => {
    const process = await app.process();
    const give = (key: string) =>
      app
        .as('procesverantwoordelijke')
        .put(`/processes/${process}/owner`)
        .set('Idempotency-Key', key)
        .send({ person: 'werkgroep-wmo', reason: 'Zij kennen het.' });
    const { body } = await give('een').expect(200);
    expect((await give('een').expect(200)).body).toEqual(body);
    await give('twee').expect(403);
    // A key lets nobody write anything else.
    await app
      .as('procesverantwoordelijke')
      .put(`/processes/${process}/diagram`)
      .set('Idempotency-Key', 'een')
      .set('If-Match', '"3"')
      .set('Content-Type', 'application/xml')
      .send(FRONT_AND_BACK)
      .expect(409);
  });
});
