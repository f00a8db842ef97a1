import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Test } from 'supertest';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

const group = () => app.as('werkgroep-vergunningen');
const put = (id: string, seen: string, body: string | Buffer, type = 'application/xml'): Test =>
  group().put(`/processes/${id}/diagram`).set('If-Match', seen).set('Content-Type', type).send(body);
const empty = async (): Promise<string> =>
  (await group().post('/processes').send({ name: 'Leeg', domain: 'vergunningen' }).expect(201)).body.id;
const version = async (id: string): Promise<number> =>
  (await group().get(`/processes/${id}`).expect(200)).body.version;
const OTHER = FRONT_AND_BACK.replace('Aanvraag toetsen', 'Aanvraag wegen');

describe('A diagram over HTTP', () => {
  it('is saved with its note, and comes back byte for byte', async () => {
    const id = await empty();
    const bytes = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from(FRONT_AND_BACK.replaceAll('\n', '\r\n')),
    ]);
    const answer = await put(id, '"1"', bytes)
      .set('X-Note', encodeURIComponent('Eerste opzet, “met” é'))
      .expect(200, { id, version: 2 });
    expect(answer.headers['etag']).toBe('"2"');
    const back = await group().get(`/processes/${id}/diagram`).buffer(true).parse(collect).expect(200);
    expect(Buffer.compare(back.body as Buffer, bytes)).toBe(0);
    const { body } = await group().get(`/processes/${id}/history`).expect(200);
    expect(body.items[1]).toMatchObject({ type: 'DiagramSaved', note: 'Eerste opzet, “met” é' });
  });

  it('needs If-Match, and one that names a version', async () => {
    const id = await app.process();
    const missing = await group()
      .put(`/processes/${id}/diagram`)
      .set('Content-Type', 'application/xml')
      .send(OTHER)
      .expect(428);
    expect(missing.body.detail).toContain('"2"');
    await put(id, '*', OTHER).expect(412);
    await put(id, '"3"', OTHER).expect(412);
    await put(id, '"0"', OTHER).expect(412);
    await put(id, '"abc"', OTHER).expect(412);
    await put(id, '2', OTHER).expect(400);
    await put(id, '""2""', OTHER).expect(400);
    expect(await version(id)).toBe(2);
  });

  it('is not overwritten when a colleague saved in between; the answer says who and what', async () => {
    const id = await app.process();
    await put(id, '"2"', OTHER).set('X-Note', 'Wegen').expect(200);
    const late = await put(id, '"2"', FRONT_AND_BACK.replace('Vakafdeling', 'Team')).expect(412);
    expect(late.body).toMatchObject({
      version: 3,
      changes: [{ version: 3, type: 'DiagramSaved', actor: { name: 'Fenna Hoekstra' }, note: 'Wegen' }],
    });
    expect(late.headers['etag']).toBeUndefined();
  });

  it('is not refused for a knip decided in between, nor for a weak tag', async () => {
    const id = await app.process();
    await group().put(`/processes/${id}/knips/Toetsen`).send({ side: 'back', reason: 'Vak' }).expect(200);
    await put(id, 'W/"2"', OTHER).expect(200, { id, version: 4 });
  });

  it('can be the first on any version that exists', async () => {
    const id = await empty();
    await group().patch(`/processes/${id}`).send({ name: 'Anders', reason: 'x' }).expect(200);
    await put(id, '"1"', FRONT_AND_BACK).expect(200, { id, version: 3 });
  });

  it('with the bytes that are there already makes no version, whatever was seen', async () => {
    const id = await app.process();
    await group().put(`/processes/${id}/knips/Toetsen`).send({ side: 'back', reason: 'Vak' }).expect(200);
    for (const seen of ['"1"', '"99"', '*']) {
      const answer = await put(id, seen, FRONT_AND_BACK).expect(200, { id, version: 2 });
      expect(answer.headers).toMatchObject({ etag: '"2"', 'log-position': expect.any(String) });
    }
    expect(await version(id)).toBe(3);
  });

  it.each([
    'application/xml',
    'application/xml; charset=utf-8',
    'application/bpmn+xml',
    'text/vnd.x+xml',
    'APPLICATION/XML',
  ])('is taken as %s', async (type) => {
    await put(await empty(), '"1"', FRONT_AND_BACK, type).expect(200);
  });

  it.each([
    'application/json',
    'text/plain',
    'application/pdf',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
  ])('is not taken as %s', async (type) => {
    const { body } = await put(await empty(), '"1"', FRONT_AND_BACK, type).expect(415);
    expect(body.detail).toContain('application/xml');
  });

  it.each([
    ['half a character', '%E9'],
    ['a lone percent sign', '%'],
    ['bytes that are no UTF-8', '%ff%fe'],
    ['4,001 characters', 'x'.repeat(4001)],
    ['a blank', '%20'],
  ])('is not saved with a note of %s', async (_, note) => {
    const { body } = await put(await empty(), '"1"', FRONT_AND_BACK)
      .set('X-Note', note)
      .expect(400);
    expect(body.errors).toMatchObject([{ field: 'X-Note' }]);
  });

  it('takes an empty note for none', async () => {
    const id = await empty();
    await put(id, '"1"', FRONT_AND_BACK).set('X-Note', '').expect(200);
    const { body } = await app.as('auditor').get(`/processes/${id}/history?after=1`).expect(200);
    expect(body.items[0].note).toBeUndefined();
  });

  it('takes a note of 4,000 characters, whatever they take when they are encoded', async () => {
    const id = await empty();
    await put(id, '"1"', FRONT_AND_BACK)
      .set('X-Note', encodeURIComponent('語'.repeat(4000)))
      .expect(200);
    const { body } = await app.as('auditor').get(`/processes/${id}/history?after=1`).expect(200);
    expect(JSON.stringify(body.items[0])).toContain('語'.repeat(4000));
  });

  it('larger than 6 MiB is 413, and so is one above 300 KiB after compression', async () => {
    const id = await empty();
    await put(id, '"1"', FRONT_AND_BACK.padEnd(6 * 1024 * 1024 + 1)).expect(413);
    const noise = Array.from(
      { length: 9_000 },
      (_, n) => `<bpmn:documentation>${pseudoRandom(n)}</bpmn:documentation>`,
    ).join('');
    const { body } = await put(
      id,
      '"1"',
      FRONT_AND_BACK.replace('<bpmn:laneSet', `${noise}<bpmn:laneSet`),
    ).expect(413);
    expect(body.detail).toContain('300 KiB');
    expect(await version(id)).toBe(1);
  });
});

describe('What is no BPMN', () => {
  const WRONG: [string, string | Buffer][] = [
    ['nothing', ''],
    ['JSON', '{"a":1}'],
    ['PDF', '%PDF-1.7 ...'],
    ['half a file', FRONT_AND_BACK.slice(0, 900)],
    [
      'a DOCTYPE',
      FRONT_AND_BACK.replace('<bpmn:def', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><bpmn:def'),
    ],
    ['NUL bytes', FRONT_AND_BACK.replace('Aanvraag', 'Aan\0vraag')],
    ['UTF-16 that is UTF-8', FRONT_AND_BACK.replace('UTF-8', 'UTF-16')],
    [
      'too deep',
      FRONT_AND_BACK.replace(
        '<bpmn:startEvent',
        `<bpmn:extensionElements>${'<a>'.repeat(9_000)}${'</a>'.repeat(9_000)}</bpmn:extensionElements><bpmn:startEvent`,
      ),
    ],
  ];
  it.each(WRONG)('is refused and nothing is stored: %s', async (_, body) => {
    const id = await empty();
    const answer = await put(id, '"1"', body).set('Accept-Language', 'en').expect(400);
    expect(answer.body).toMatchObject({
      type: 'urn:knipkaart:problem:diagram-refused',
      detail: expect.stringMatching(/^The file was not saved: ./),
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/root:|at .*\.[jt]s:/);
    expect(await version(id)).toBe(1);
  });

  const hostile = join(process.env['CORPUS_DIR'] ?? '../shared', 'hostile');
  const present = existsSync(join(hostile, 'manifest.json'));
  it(
    present
      ? 'is kept apart from what is only unusual, in every hostile example'
      : 'hostile examples: none found, set CORPUS_DIR',
    async () => {
      const files = present
        ? (JSON.parse(readFileSync(join(hostile, 'manifest.json'), 'utf8')) as { files: Expected[] }).files
        : [];
      for (const { name, expectation, alsoAcceptable = [] } of files.filter(({ name: file }) =>
        readdirSync(hostile).includes(file),
      )) {
        const id = await empty();
        const bytes = readFileSync(join(hostile, name));
        const answer = await put(id, '"1"', bytes);
        const outcomes = [expectation, ...alsoAcceptable].map((outcome) =>
          outcome.startsWith('reject') ? 'refused' : 'taken',
        );
        const outcome =
          answer.status === 200
            ? 'taken'
            : answer.status >= 400 && answer.status < 500
              ? 'refused'
              : `status ${answer.status}`;
        expect({ name, outcomes }).toEqual({ name, outcomes: expect.arrayContaining([outcome]) });
        if (outcome === 'refused') continue;
        const back = await group().get(`/processes/${id}/diagram`).buffer(true).parse(collect).expect(200);
        expect(Buffer.compare(back.body as Buffer, bytes)).toBe(0);
      }
    },
  );
});

interface Expected {
  name: string;
  expectation: string;
  alsoAcceptable?: string[];
}

/** Text that does not compress, the same in every run. */
function pseudoRandom(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 60 }, () => ((state = (state * 48271) % 2147483647) % 36).toString(36)).join(
    '',
  );
}

function collect(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  (response as NodeJS.ReadableStream)
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    .on('end', () => done(null, Buffer.concat(chunks)));
}
