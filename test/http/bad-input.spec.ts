import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { asBytes } from './as-bytes.js';
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
      vary: expect.stringMatching(/\bAccept-Language\b/i),
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

  it('for which only the service is to blame is written down with its address, and nothing of what was asked', async () => {
    const written: string[] = [];
    const err = jest
      .spyOn(process.stderr, 'write')
      .mockImplementation((line) => written.push(String(line)) > 0);
    const broken = jest.spyOn(app.part(ReadModel), 'reader').mockImplementation(() => {
      throw new Error('The disk is gone.');
    });
    try {
      const { body } = await group().get('/domains').expect(500);
      expect(body.type).toBe('urn:knipkaart:problem:internal');
      await group().get('/processes?q=geheim').expect(500);
      await group().get('/nergens?q=geheim').expect(404);
    } finally {
      broken.mockRestore();
      err.mockRestore();
    }
    const lines = written.map((line) => JSON.parse(line) as Record<string, string>);
    expect(lines.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/v1/domains',
      'GET /api/v1/processes',
    ]);
    expect(lines[0]!['error']).toContain('The disk is gone.');
    expect(written.join('')).not.toContain('geheim');
  });

  it('carries the security headers', async () => {
    for (const path of ['/api/v1/nergens', '/api/v1/%', '/api/v1/processes']) {
      const { headers } = await app.http().get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': [
          "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:",
          "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        ].join('; '),
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': 'camera=(), geolocation=(), microphone=()',
        'cache-control': 'no-store',
        'api-version': '1.0.0',
      });
    }
    const outside = await app.http().get('/health/live').expect(200);
    expect(outside.headers).toMatchObject({ 'x-frame-options': 'DENY', 'cache-control': 'no-store' });
    expect(outside.headers['api-version']).toBeUndefined();
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

  it('that is no object is wrong as a whole', async () => {
    for (const body of ['"x"', '[]', '3', 'false'])
      expect((await json(body).expect(400)).body.errors).toEqual([
        { field: 'body', message: 'moet een object met velden zijn' },
      ]);
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

  it('may be exactly as large as is taken, and no byte larger', async () => {
    const long = (bytes: number) => {
      const frame = '{"side":"front","reason":""}';
      return frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`);
    };
    await json(long(512 * 1024)).expect(400);
    await json(long(512 * 1024 + 1)).expect(413);
    const drawn = (bytes: number) =>
      group()
        .put(`/processes/${id}/diagram`)
        .set('If-Match', '"2"')
        .set('Content-Type', 'application/xml')
        .send(' '.repeat(bytes));
    await drawn(6 * 1024 * 1024).expect(400);
    await drawn(6 * 1024 * 1024 + 1).expect(413);
  });

  it('is of the kind that its route takes, whatever the kind is called with', async () => {
    const sent = async (path: string, type: string | undefined, body: string, more: object = {}) => {
      const { status } = await fetch(`${app.url}/api/v1${path}`, {
        method: 'PUT',
        body: Buffer.from(body),
        headers: {
          Authorization: 'Bearer demo:werkgroep-vergunningen',
          'If-Match': '"2"',
          ...(type !== undefined && { 'Content-Type': type }),
          ...more,
        },
      });
      return status;
    };
    const [drawing, knipped] = [`/processes/${id}/diagram`, `/processes/${id}/knips/Toetsen`];
    for (const type of [
      'application/xml',
      'Application/XML ; charset=utf-8',
      'application/bpmn+xml',
      'image/svg+xml;a=b',
    ])
      expect([type, await sent(drawing, type, '<a/>')]).toEqual([type, 400]);
    for (const type of [
      'text/xml',
      'application/json',
      'application/xmlx',
      'xapplication/xml',
      'application/bpmn+xmlx',
      '/+xml',
      undefined,
    ])
      expect([type, await sent(drawing, type, '<a/>')]).toEqual([type, 415]);
    for (const type of ['application/json', 'APPLICATION/JSON;charset=utf-8'])
      expect([type, await sent(knipped, type, '{}')]).toEqual([type, 400]);
    for (const type of ['application/problem+json', undefined])
      expect([type, await sent(knipped, type, '{}')]).toEqual([type, 415]);
    for (const encoding of ['identity', 'Identity'])
      expect(await sent(knipped, 'application/json', '{}', { 'Content-Encoding': encoding })).toBe(400);
  });

  it('that is not there has no kind, and a read has none that matters', async () => {
    const asked = (method: string, path: string, type: string | undefined, ...body: string[]) =>
      new Promise<number>((resolve, reject) => {
        const headers = {
          Authorization: 'Bearer demo:procesverantwoordelijke',
          ...(type && { 'Content-Type': type }),
        };
        const sending = request(`${app.url}/api/v1${path}`, { method, headers }, (answer) => {
          answer.resume();
          resolve(answer.statusCode!);
        }).on('error', reject);
        for (const part of body) sending.write(part);
        sending.end();
      });
    const retirement = `/processes/${id}/retirement`;
    expect(await asked('POST', retirement, undefined)).toBe(400);
    expect(await asked('POST', retirement, 'text/plain')).toBe(415);
    // Sent in pieces, so that no length is known beforehand.
    expect(await asked('POST', retirement, undefined, '{', '}')).toBe(415);
    expect(await asked('POST', retirement, 'application/json', '{', '}')).toBe(400);
    for (const method of ['GET', 'HEAD'])
      expect(await asked(method, `/processes/${id}`, 'text/plain')).toBe(200);
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

  it('with such a field far inside names the whole way to it', async () => {
    const choices = [
      { conflict: 'x', take: 'mine' },
      { conflict: 'y', take: 'mine', ['constructor' as string]: 1 },
    ];
    const { body } = await group()
      .post(`/processes/${id}/merges`)
      .send({ base: 2, diagram: 'eA==', choices })
      .expect(400);
    expect(body.errors).toEqual([{ field: 'choices.1.constructor', message: expect.any(String) }]);
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

  it('with a parameter said twice, or longer than it may be, is refused', async () => {
    const status = async (query: string) => (await group().get(`/processes?${query}`)).status;
    for (const name of ['q', 'domain']) {
      expect(await status(`${name}=${'x'.repeat(200)}`)).toBe(200);
      expect(await status(`${name}=${'x'.repeat(201)}`)).toBe(400);
    }
    const mark = Buffer.from('["a","a"]').toString('base64url');
    expect(await status(`after=${mark}`)).toBe(200);
    for (const twice of [
      'q=a&q=b',
      `after=${mark}&after=${mark}`,
      'limit=1&limit=1',
      'retired=true&retired=true',
    ])
      expect({ twice, status: await status(twice) }).toEqual({ twice, status: 400 });
    for (const at of ['gisteren', '2026-13-01T00:00:00Z'])
      await group().get(`/processes/${id}?at=${at}`).expect(400);
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
    await group().delete(`/processes/${id}?all=true`).expect(405);
    // More parts than any address there has, and a dot that stands for itself.
    await group().delete(`/processes/${id}/history/1/2`).expect(404);
    await group().delete('/openapi.json').expect(405);
    await group().delete('/openapi-json').expect(404);
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
    for (const accept of ['text/*', 'application/jsonx', 'xapplication/json', 'text/html, image/*'])
      await group().get('/processes').set('Accept', accept).expect(406);
    for (const accept of [
      'text/html, */*;q=0.1',
      'Application/JSON; charset=utf-8',
      'application/*',
      '',
      ' ',
    ])
      await group().get('/processes').set('Accept', accept).expect(200);
    await app.http().get('/metrics').set('Accept', 'text/plain').expect(200);
    const { body } = await group()
      .get(`/processes/${id}/diagram`)
      .set('Accept', 'application/xml')
      .buffer(true)
      .parse(asBytes)
      .expect(200);
    expect((body as Buffer).toString()).toContain('definitions');
    await group()
      .put(`/processes/${id}/diagram`)
      .set('If-Match', '"2"')
      .set('Accept', 'application/xml')
      .set('Content-Type', 'application/xml')
      .send('<a/>')
      .expect(406);
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
      'Content-Language: nl',
      'Connection: close',
    ])
      expect(head).toContain(header);
    expect(JSON.parse(body)).toMatchObject({ status });
    await group().get('/processes').expect(200);
  });
});
