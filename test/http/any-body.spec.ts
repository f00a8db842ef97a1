import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startApp, type TestApp } from './start-app.js';

/** More by hand: `FUZZ_ROUNDS=100000 npm run test:only -- test/http/any-body`. */
const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 400);

const reason = 'Zo is het besproken.';
const FILE =
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P"><task id="T"/></process></definitions>';
const diagram = Buffer.from(FILE).toString('base64');

/** A right body for every route that takes JSON. */
const ROUTES: [method: 'post' | 'put' | 'patch', path: string, body: Record<string, unknown>][] = [
  ['post', '/processes', { name: 'Kap', domain: 'vergunningen', caseType: 'B1026' }],
  ['patch', '/processes/ID', { name: 'Kappen', reason }],
  ['post', '/processes/ID/retirement', { reason }],
  ['put', '/processes/ID/owner', { person: 'procesverantwoordelijke', reason }],
  ['post', '/processes/ID/milestones', { name: '1.0 vastgesteld', version: 2 }],
  [
    'put',
    '/processes/ID/knips/Toetsen',
    { side: 'front', role: 'generalist', reason, alternatives: ['Anders'] },
  ],
  ['post', '/processes/ID/knips/Toetsen/withdrawal', { reason }],
  ['put', '/processes/ID/channel-priority', { channels: ['web', 'desk'], elementId: 'Toetsen', reason }],
  ['put', '/processes/ID/handovers/Stroom', { what: 'Zaak', within: { amount: 2, unit: 'hours' }, reason }],
  ['put', '/processes/ID/data-requests/Toetsen', { data: [{ name: 'Adres', registry: 'BRP' }], reason }],
  ['put', '/processes/ID/bindings/Toetsen', { side: 'back', by: 'Arts', source: 'Wmo', reason }],
  ['post', '/processes/ID/bindings/Toetsen/lifting', { reason }],
  ['post', '/comparisons', { from: diagram, to: diagram }],
  [
    'post',
    '/processes/ID/merges',
    { base: 2, diagram, note: 'Samen', choices: [{ conflict: 'a', take: 'mine' }] },
  ],
  ['post', '/session', { person: 'auditor' }],
];

/** What somebody might put where something else belongs. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    2 ** 53,
    '',
    ' ',
    '__proto__',
    '\u0000',
    '\ud800',
    '\u202e',
  ),
  fc.constantFrom<unknown>(
    'x'.repeat(5_000),
    '2026-13-45',
    '"; DROP TABLE log',
    '<script>',
    '../..',
    [],
    {},
    [[]],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A body with some of its values, at any depth, replaced, left out, doubled or renamed. */
const damaged = (body: unknown): fc.Arbitrary<unknown> => {
  if (Array.isArray(body))
    return fc.oneof(
      { weight: 3, arbitrary: fc.tuple(...body.map(damaged)) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 }).map((times) => Array(times).fill(body[0])) },
      { weight: 1, arbitrary: odd },
    );
  if (body !== null && typeof body === 'object')
    return fc.oneof(
      {
        weight: 6,
        arbitrary: fc
          .record(Object.fromEntries(Object.entries(body).map(([key, value]) => [key, damaged(value)])), {
            requiredKeys: [],
          })
          .chain((made) =>
            fc
              .option(
                fc.tuple(fc.constantFrom('__proto__', 'constructor', 'extra', ...Object.keys(body)), odd),
                { freq: 2 },
              )
              .map((more) => (more ? { ...made, [more[0]]: more[1] } : made)),
          ),
      },
      { weight: 1, arbitrary: odd },
    );
  return fc.oneof({ weight: 4, arbitrary: fc.constant(body) }, { weight: 1, arbitrary: odd });
};

let app: TestApp;
let id: string;
beforeAll(async () => {
  app = await startApp({ bounds: { requestsOfPerson: 1_000_000, requestsOfAddress: 1_000_000 } });
  id = await app.process();
});

describe('Whatever stands in a body', () => {
  it('is answered with what is wrong with it, never with an error of the service', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ROUTES).chain(([method, path, body]) =>
          fc.record({
            method: fc.constant(method),
            path: fc.constant(path),
            text: fc.oneof(
              { weight: 9, arbitrary: damaged(body).map((made) => JSON.stringify(made) ?? '') },
              { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
            ),
            person: fc.constantFrom('procesverantwoordelijke', 'werkgroep-vergunningen', 'auditor'),
          }),
        ),
        async ({ method, path, text, person }) => {
          const { status, headers, body } = await app
            .as(person)
            [method](path.replace('ID', id))
            .set('Content-Type', 'application/json')
            .send(text);
          expect(status).toBeLessThan(500);
          if (status >= 400) {
            expect(headers['content-type']).toContain('application/problem+json');
            expect(body).toMatchObject({ type: expect.any(String), detail: expect.any(String), status });
          }
          // A retired process refuses everything else, which would be all that is tried.
          if (path.endsWith('retirement') && status < 400) id = await app.process();
        },
      ),
      { numRuns: ROUNDS },
    );
  });
});
