import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './start-app.js';

let app: TestApp;
let id: string;
beforeAll(async () => {
  app = await startApp();
  id = await app.process();
});

const group = () => app.as('werkgroep-vergunningen');
const knip = () => group().put(`/processes/${id}/knips/Toetsen`);
const json = (body: string) => knip().set('Content-Type', 'application/json').send(body);

describe('Every refusal', () => {
  it('is a problem in Dutch, or in English for a client that prefers it', async () => {
    const dutch = await group()
      .put(`/processes/${id}/knips/Nergens`)
      .send({ side: 'front', reason: 'x' })
      .expect(404);
    expect(dutch.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': 'nl',
      'cache-control': 'no-store',
    });
    expect(dutch.body).toEqual({
      type: 'urn:knipkaart:problem:step-unknown',
      title: 'Stap niet gevonden',
      status: 404,
      detail: expect.stringContaining('Nergens'),
    });
    for (const [languages, title] of [
      ['en', 'Step not found'],
      ['de, en;q=0.5, nl;q=0.2', 'Step not found'],
      ['en;q=0.1, nl-NL', 'Stap niet gevonden'],
      ['fr', 'Stap niet gevonden'],
      ['*', 'Stap niet gevonden'],
      ['en;q=0', 'Stap niet gevonden'],
      ['en;q=x', 'Stap niet gevonden'],
    ]) {
      const { body } = await group()
        .put(`/processes/${id}/knips/Nergens`)
        .set('Accept-Language', languages!)
        .send({ side: 'front', reason: 'x' })
        .expect(404);
      expect({ languages, title: body.title }).toEqual({ languages, title });
    }
  });

  it('carries the security headers', async () => {
    for (const path of ['/api/v1/nergens', '/api/v1/%', '/api/v1/processes']) {
      const { headers } = await app.http().get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'strict-transport-security': expect.any(String),
        'cache-control': 'no-store',
        'api-version': expect.any(String),
      });
    }
  });
});

describe('A body', () => {
  it.each([
    ['half JSON', '{"side":'],
    ['nothing', ''],
    ['a prototype', '{"__proto__":{"a":1},"side":"front","reason":"x"}'],
    ['a constructor', '{"constructor":{"prototype":{"a":1}},"side":"front","reason":"x"}'],
    ['text', '"x"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '3'],
    ['XML', '<a/>'],
  ])('of %s is 400', async (_, body) => {
    const answer = await json(body).expect(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('of the wrong kind is 415, and names the right one', async () => {
    for (const type of [
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonp',
      'nonsense',
    ]) {
      const { body } = await knip()
        .set('Content-Type', type)
        .send('{"side":"front","reason":"x"}')
        .expect(415);
      expect(body.detail).toContain('application/json');
    }
  });

  it('that is compressed is 415, before anything is inflated', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
    const { body } = await knip()
      .set('Content-Type', 'application/json')
      .set('Content-Encoding', 'gzip')
      .send(bomb)
      .expect(415);
    expect(body.detail).toContain('gzip');
    await group()
      .put(`/processes/${id}/diagram`)
      .set('If-Match', '"2"')
      .set('Content-Type', 'application/xml')
      .set('Content-Encoding', 'gzip')
      .send(bomb)
      .expect(415);
  });

  it('that is too large is 413', async () => {
    const { body } = await json(`{"side":"front","reason":"${'x'.repeat(600 * 1024)}"}`).expect(413);
    expect(body.type).toBe('urn:knipkaart:problem:body-too-large');
    expect(body.detail).toContain('een diagram mag 6 MiB zijn, andere invoer mag 512 KiB zijn.');
  });

  it('that is too large is refused with the reason, also while a client still sends it', async () => {
    const large = Buffer.alloc(16 * 1024 * 1024, 32);
    for (let attempt = 0; attempt < 5; attempt++) {
      const { status } = await fetch(`${app.url}/api/v1/processes/${id}/diagram`, {
        method: 'PUT',
        body: large,
        headers: {
          Authorization: 'Bearer demo:werkgroep-vergunningen',
          'Content-Type': 'application/xml',
          'If-Match': '"2"',
        },
      });
      expect(status).toBe(413);
    }
  });

  it('of many thousand values or many layers is 400, before it keeps the service busy', async () => {
    const list = (member: string) =>
      `{"side":"front","reason":"x","alternatives":[${`${member},`.repeat(100_000)}0]}`;
    const layers = (count: number) =>
      `{"side":"front","reason":"x","alternatives":${'['.repeat(count)}${']'.repeat(count)}}`;
    for (const text of [
      list('0'),
      list('{}'),
      layers(50),
      layers(100_000),
      `${'{"side":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
    ]) {
      const { body } = await json(text).expect(400);
      expect(body.type).toBe('urn:knipkaart:problem:body-too-much');
    }
  });

  it('with a field named like what every object has is refused like any unknown field', async () => {
    const { body } = await json(
      '{"side":"front","reason":"x","toString":1,"hasOwnProperty":{"valueOf":2}}',
    ).expect(400);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'toString',
      'hasOwnProperty',
      'hasOwnProperty.valueOf',
    ]);
  });

  it('whose reason cannot be seen has no reason', async () => {
    for (const reason of ['\u0000', '\u200b', '\u00a0\u2028']) {
      const { body } = await knip().send({ side: 'front', reason }).expect(400);
      expect(body.errors).toEqual([{ field: 'reason', message: expect.any(String) }]);
    }
  });

  it('of JSON that is not UTF-8 is 400, and nothing stands in the place of the wrong bytes', async () => {
    for (const bytes of [
      Buffer.from('{"side":"front","reason":"één"}', 'latin1'),
      Buffer.from('{"side":"front","reason":"\xed\xa0\x80"}', 'latin1'),
      Buffer.from('{"side":"front","reason":"x"}', 'utf16le'),
    ]) {
      const { status } = await fetch(`${app.url}/api/v1/processes/${id}/knips/Toetsen`, {
        method: 'PUT',
        body: bytes,
        headers: { Authorization: 'Bearer demo:werkgroep-vergunningen', 'Content-Type': 'application/json' },
      });
      expect(status).toBe(400);
    }
    const { body } = await group().get(`/processes/${id}/history?type=KnipDecided`).expect(200);
    expect(body.items).toEqual([]);
  });

  it('of a thousand unknown fields is refused with all of them named', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`veld${n}`, n]));
    const { body } = await json(JSON.stringify({ side: 'front', reason: 'x', ...unknown })).expect(400);
    expect(body.errors).toHaveLength(1000);
  });
});

describe('An address', () => {
  it('with a parameter named like what every object has is refused like any unknown one', async () => {
    const refused = async (query: string): Promise<string[]> => {
      const { body } = await group().get(`/processes?${query}`).expect(400);
      return body.errors.map(({ field }: { field: string }) => field);
    };
    expect(await refused('constructor=b')).toEqual(['constructor']);
    expect(await refused('__proto__=a')).toEqual(['__proto__']);
    expect(await refused('toString=1&limit=x')).toEqual(['limit', 'toString']);
  });

  it('that is not encoded properly is 400', async () => {
    for (const path of ['/api/v1/processes/%', '/api/v1/processes/%E9', '/api/v1/processes/%c0%80/knips/x']) {
      const { body } = await app.http().get(path).set('Authorization', 'Bearer demo:auditor').expect(400);
      expect(body.type).toBe('urn:knipkaart:problem:url-invalid');
    }
  });

  it('where nothing is, is 404; with another method 405, which says what works', async () => {
    await group().get('/nergens').expect(404);
    const { headers, body } = await group().delete(`/processes/${id}`).expect(405);
    expect(headers['allow']).toContain('PATCH');
    expect(body).toMatchObject({ status: 405, detail: 'DELETE kan hier niet; wel: PATCH, GET, HEAD.' });
    await group().post(`/processes/${id}/knips/Toetsen`).expect(405);
    await group().get(`/processes/${id}/knips/Toetsen`).expect(405);
  });

  it('given whole, as proxies do, is held against the same rules', async () => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = {
        Authorization: 'Bearer demo:werkgroep-vergunningen',
        'Content-Type': 'application/xml',
      };
      request(
        app.url,
        { method: 'PUT', path: `${app.url}/api/v1/processes/${id}/knips/Toetsen`, headers },
        resolve,
      )
        .on('error', reject)
        .end('<a/>');
    });
    answer.resume();
    expect(answer).toMatchObject({ statusCode: 415, headers: { 'api-version': expect.any(String) } });
  });

  it('with a part that is too long is 414', async () => {
    await group()
      .put(`/processes/${id}/knips/${'x'.repeat(13_000)}`)
      .send({ side: 'front', reason: 'x' })
      .expect(414);
  });

  it('asked for as a picture is 406 where JSON is', async () => {
    await group().get('/processes').set('Accept', 'image/png').expect(406);
    await group().get('/processes').set('Accept', 'application/json;q=0, text/html').expect(406);
    for (const accept of ['text/html, */*;q=0.1', 'Application/JSON; charset=utf-8', 'application/*'])
      await group().get('/processes').set('Accept', accept).expect(200);
  });
});

describe('What is no proper HTTP', () => {
  /** What the server answers to these bytes. */
  const answerTo = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () => socket.write(bytes));
      socket
        .on('data', (chunk: Buffer) => (answer += chunk.toString()))
        .on('close', () => resolve(answer))
        .on('error', reject);
    });

  it.each([
    ['too many headers', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(80_000)}\r\n\r\n`, 431],
    ['noise', 'knip knip knip\r\n\r\n', 400],
  ])('is refused with a problem, and the service keeps serving: %s', async (_, bytes, status) => {
    const [head, body] = (await answerTo(bytes)).split('\r\n\r\n') as [string, string];
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain('application/problem+json');
    for (const header of [
      'Strict-Transport-Security',
      'X-Content-Type-Options: nosniff',
      "frame-ancestors 'none'",
      'Cache-Control: no-store',
      'API-Version',
    ])
      expect(head).toContain(header);
    expect(JSON.parse(body)).toMatchObject({ status });
    await group().get('/processes').expect(200);
  });
});
