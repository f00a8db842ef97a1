import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ProcessAnswer } from '#contract';
import { DEMO_PEOPLE } from '../../apps/api/src/accounts/index.js';
import { temporaryFolder } from '../projections/fixture.js';
import { atEnd } from '../at-end.js';
import { appendUnreadable } from './append-unreadable.js';
import { asBytes } from './as-bytes.js';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

const WHY = { reason: 'Omdat het kan.' };
const folder = temporaryFolder();
atEnd(() => folder.remove());

let app: TestApp;
let id: string;
/** What was answered so far: by address, by tag. */
const answered = new Map<string, Map<string, string>>();

const owner = () => app.as('procesverantwoordelijke');
const decisions: [what: string, decide: () => PromiseLike<unknown>][] = [
  ['nothing but its drawing', async () => undefined],
  [
    'a knip',
    () =>
      owner()
        .put(`/processes/${id}/knips/Toetsen`)
        .send({ side: 'front', ...WHY })
        .expect(200),
  ],
  [
    'an owner',
    () =>
      app
        .as('beheerder')
        .put(`/processes/${id}/owner`)
        .send({ person: 'werkgroep-wmo', ...WHY })
        .expect(200),
  ],
  [
    'another name',
    () =>
      app
        .as('werkgroep-vergunningen')
        .patch(`/processes/${id}`)
        .send({ name: 'Boom kappen', ...WHY })
        .expect(200),
  ],
  [
    'another drawing',
    () =>
      app
        .as('werkgroep-vergunningen')
        .put(`/processes/${id}/diagram`)
        .set('If-Match', '"2"')
        .set('Content-Type', 'application/xml')
        .send(`${FRONT_AND_BACK}<!-- -->`)
        .expect(200),
  ],
  [
    'an owner who may retire it',
    () =>
      app
        .as('beheerder')
        .put(`/processes/${id}/owner`)
        .send({ person: 'procesverantwoordelijke', ...WHY })
        .expect(200),
  ],
  ['its end', () => owner().post(`/processes/${id}/retirement`).send(WHY).expect(200)],
  [
    'an event that cannot be read',
    async () => {
      await app.stop();
      await appendUnreadable(folder.path, `process-${id}`);
      app = await startApp({ dataDir: folder.path });
    },
  ],
];

beforeAll(async () => {
  app = await startApp({ dataDir: folder.path });
  id = await app.process();
});

/** Every path whose answers have a tag, as the description of the API says. */
async function tagged(): Promise<string[]> {
  const { body } = await app.as().get('/openapi.json').expect(200);
  return Object.entries(body.paths as Record<string, { get?: { responses: object } }>)
    .filter(([, { get }]) => get && '304' in get.responses)
    .map(([path]) => path.replace('{id}', id));
}

async function addresses(): Promise<string[]> {
  const { body } = await owner().get(`/processes/${id}`).expect(200);
  const { latest } = body as ProcessAnswer;
  const states = Array.from({ length: latest }, (_, index) => `?version=${index + 1}`);
  return (await tagged()).flatMap((path) =>
    ['', ...states, '?at=9999-01-01T00:00:00Z'].map((at) => path + at),
  );
}

function asked(address: string, person: string, language: string, known?: string) {
  const request = app.as(person).get(address).set('Accept-Language', language).buffer(true).parse(asBytes);
  return known === undefined ? request : request.set('If-None-Match', known);
}

/** Asks an address, and compares with all that it ever answered. */
async function look(address: string, person: string, language: string): Promise<void> {
  const { status, headers, body } = await asked(address, person, language);
  if (status === 404) return;
  const about = { address, person, language };
  const tag = headers['etag']!;
  expect({ ...about, tag }).toEqual({ ...about, tag: expect.stringMatching(/^"[1-9]\d*\.[0-9a-f]+"$/) });
  const content = (body as Buffer).toString();
  const before = answered.get(address) ?? new Map<string, string>();
  answered.set(address, before);
  expect({ ...about, content: before.get(tag) ?? content }).toEqual({ ...about, content });
  before.set(tag, content);
  const others = [...before].filter(([, other]) => other !== content).map(([other]) => other);
  const stale = others.flatMap((other) => [
    other,
    `W/${other}`,
    other.replace('.', '').replace(/"$/, '-gzip"'),
  ]);
  const versionAlone = `"${/\d+/.exec(tag)![0]}"`;
  const anew = await asked(address, person, language, [versionAlone, ...stale].join(', '));
  expect({ ...about, status: anew.status }).toEqual({ ...about, status: 200 });
}

describe('An answer with a tag', () => {
  it.each(decisions)(
    'is the same wherever its tag is the same, and sent again when anything in it differs: after %s',
    async (_, decide) => {
      await decide();
      for (const address of await addresses())
        for (const { id: person } of DEMO_PEOPLE)
          for (const language of ['nl', 'en']) await look(address, person, language);
    },
  );

  it('differed in what a person may do, in what is newest and in what cannot be read, under one version', () => {
    const earlier = [...answered.get(`/processes/${id}?version=2`)!.values()].map(
      (text) => JSON.parse(text) as ProcessAnswer,
    );
    expect(new Set(earlier.map(({ version }) => version))).toEqual(new Set([2]));
    expect(new Set(earlier.map(({ may }) => JSON.stringify(may))).size).toBeGreaterThan(3);
    expect(new Set(earlier.map(({ latest }) => latest)).size).toBeGreaterThan(3);
    expect(new Set(earlier.map(({ parked }) => parked?.version)).size).toBe(2);
  });

  it('is not sent again to a client that has it, also when a proxy on the way weakened or compressed it', async () => {
    for (const address of await tagged()) {
      const { headers } = await asked(address, 'auditor', 'nl').expect(200);
      const tag = headers['etag']!;
      const head = await app
        .http()
        .head(`/api/v1${address}`)
        .set('Authorization', 'Bearer demo:auditor')
        .expect(200);
      expect(head.headers['etag']).toBe(tag);
      for (const known of [tag, `W/${tag}`, `"1", ${tag}`, tag.replace(/"$/, '-gzip"'), '*']) {
        const again = await asked(address, 'auditor', 'nl', known).expect(304);
        expect(again.headers['etag']).toBe(tag);
        expect(again.headers['content-type']).toBeUndefined();
        expect((again.body as Buffer).length).toBe(0);
        const headAgain = await app
          .http()
          .head(`/api/v1${address}`)
          .set('Authorization', 'Bearer demo:auditor')
          .set('If-None-Match', known)
          .expect(304);
        expect(headAgain.headers['etag']).toBe(tag);
        expect(headAgain.headers['content-type']).toBeUndefined();
      }
    }
  });

  it('is not the refusal of what is not there, which has no tag and is always sent', async () => {
    for (const address of await tagged()) {
      const nowhere = address.replace(id, 'nowhere');
      const { headers } = await asked(nowhere, 'auditor', 'nl').expect(404);
      expect(headers['etag']).toBeUndefined();
      const { body } = await asked(nowhere, 'auditor', 'nl', '*').expect(404);
      expect((body as Buffer).length).toBeGreaterThan(0);
    }
  });

  it('is known by its version alone: If-Match takes the tag of an answer, weakened too, and the version', async () => {
    const process = await app.process();
    const { headers } = await app.as('auditor').get(`/processes/${process}`).expect(200);
    const tag = headers['etag']!;
    expect(tag).toMatch(/^"2\./);
    const rename = (seen: string, name: string) =>
      owner()
        .patch(`/processes/${process}`)
        .set('If-Match', seen)
        .send({ name, ...WHY });
    // Another person gets another digest. The version alone says what a person has seen.
    await rename(tag, 'Een').expect(200);
    const { body } = await rename(`W/${tag}`, 'Twee').expect(412);
    expect(body.type).toBe('urn:knipkaart:problem:seen-stale');
    await rename('"3.00ff"', 'Drie').expect(200);
    await rename('W/"4.00ff-gzip"', 'Vier').expect(200);
    await rename('"5"', 'Vijf').expect(200);
    for (const unknown of ['"6."', '"6.x.y"', '".00ff"', '"0.00ff"', '"6.00ff.00ff"'])
      expect((await rename(unknown, 'Zes').expect(412)).body.type).toBe('urn:knipkaart:problem:seen-unknown');
  });
});
