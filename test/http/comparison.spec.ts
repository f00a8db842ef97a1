import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ComparisonAnswer, Problem } from '#contract';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

const [auditor, group, owner] = (
  ['auditor', 'werkgroep-vergunningen', 'procesverantwoordelijke'] as const
).map((person) => () => app.as(person)) as [() => As, () => As, () => As];
type As = ReturnType<TestApp['as']>;
const compare = async (id: string, query: string) =>
  (await auditor().get(`/processes/${id}/comparison${query}`).expect(200)).body as ComparisonAnswer;
const save = (id: string, seen: number, diagram: string) =>
  group()
    .put(`/processes/${id}/diagram`)
    .set('If-Match', `"${seen}"`)
    .set('Content-Type', 'application/xml')
    .send(diagram)
    .expect(200);
const knip = (id: string, step: string, side: string, reason = 'Zo.') =>
  group().put(`/processes/${id}/knips/${step}`).send({ side, reason }).expect(200);

/** Toetsen has another name, Versturen stands in the lane of the back office. */
const LATER = FRONT_AND_BACK.replace('name="Aanvraag toetsen"', 'name="Aanvraag beoordelen"')
  .replace('<bpmn:flowNodeRef>Versturen</bpmn:flowNodeRef>', '')
  .replace(
    '<bpmn:flowNodeRef>Toetsen</bpmn:flowNodeRef>',
    '$&<bpmn:flowNodeRef>Versturen</bpmn:flowNodeRef>',
  );

describe('Two versions of a process', () => {
  let id: string;
  let between: string;
  beforeAll(async () => {
    id = await app.process();
    await knip(id, 'Toetsen', 'front', 'De balie kan dit zelf.');
    await owner().post(`/processes/${id}/milestones`).send({ name: '1.0 vastgesteld' }).expect(201);
    await new Promise((resolve) => setTimeout(resolve, 20));
    between = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await save(id, 4, LATER);
    await knip(id, 'Toetsen', 'back', 'Toch vakwerk.');
    await owner()
      .put(`/processes/${id}/owner`)
      .send({ person: 'procesverantwoordelijke', reason: 'Zij leidt de proef.' })
      .expect(200);
    await group()
      .post(`/processes/${id}/knips/Toetsen/withdrawal`)
      .send({ reason: 'Opnieuw bespreken.' })
      .expect(200);
  });

  it('are compared in diagram, decisions with their reasons, and consequences in numbers', async () => {
    const answer = await compare(id, '?from=1.0%20vastgesteld&to=7');
    expect(answer).toMatchObject({ from: 3, to: 7, renamedIds: [], layout: { moved: [] }, lapsed: [] });
    expect(answer.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'renamed',
          elementId: 'Toetsen',
          elementType: 'userTask',
          before: 'Aanvraag toetsen',
          after: 'Aanvraag beoordelen',
        }),
        expect.objectContaining({
          kind: 'movedLane',
          elementId: 'Versturen',
          elementName: 'Besluit versturen',
          before: 'KCC',
          after: 'Vakafdeling',
          beforeId: 'Front',
          afterId: 'Back',
        }),
      ]),
    );
    expect(answer.changes).toHaveLength(2);
    expect(answer.decisions).toMatchObject([
      { kind: 'milestone', change: 'added', after: { version: 4, name: '1.0 vastgesteld', names: 3 } },
      {
        kind: 'knip',
        change: 'changed',
        before: { version: 3, side: 'front', reason: 'De balie kan dit zelf.' },
        after: {
          version: 6,
          side: 'back',
          elementName: 'Aanvraag beoordelen',
          reason: 'Toch vakwerk.',
          actor: { name: 'Fenna Hoekstra' },
        },
      },
      {
        kind: 'owner',
        change: 'added',
        after: { version: 7, person: { id: 'procesverantwoordelijke' }, reason: 'Zij leidt de proef.' },
      },
    ]);
    expect(answer.summary).toEqual({
      semantic: 2,
      layout: 0,
      decisions: 3,
      steps: {
        before: { front: 3, back: 0, unknown: 0, undecided: 2 },
        after: { front: 1, back: 2, unknown: 0, undecided: 2 },
      },
      handovers: {
        before: 0,
        after: 1,
        removed: [],
        added: [
          {
            flowId: 'Naar_back',
            before: ['Aanvraag aannemen'],
            after: 'Aanvraag beoordelen',
            from: 'front',
            to: 'back',
          },
        ],
      },
    });
  });

  it('can be compared from the newer one to the older one: what came goes', async () => {
    const answer = await compare(id, '?from=7&to=3');
    expect(answer).toMatchObject({
      from: 7,
      to: 3,
      summary: {
        semantic: 2,
        steps: { before: { front: 1 }, after: { front: 3 } },
        handovers: {
          before: 1,
          after: 0,
          added: [],
          removed: [{ flowId: 'Naar_back', after: 'Aanvraag beoordelen' }],
        },
      },
    });
    expect(answer.changes.find(({ kind }) => kind === 'renamed')).toMatchObject({
      before: 'Aanvraag beoordelen',
      after: 'Aanvraag toetsen',
    });
    expect(
      answer.decisions.map(({ kind, change, before, after }) => [
        kind,
        change,
        before?.version,
        after?.version,
      ]),
    ).toEqual([
      ['milestone', 'ended', 4, undefined],
      ['knip', 'changed', 6, 3],
      ['owner', 'ended', 7, undefined],
    ]);
  });

  it('are named by number, moment or milestone; left out it is the first and the newest', async () => {
    expect(await compare(id, '')).toMatchObject({ from: 1, to: 8 });
    expect(await compare(id, `?from=${between}`)).toMatchObject({
      from: 4,
      to: 8,
      decisions: [
        { kind: 'owner' },
        {
          kind: 'knip',
          change: 'ended',
          before: { version: 3 },
          after: { version: 8, reason: 'Opnieuw bespreken.' },
        },
      ],
    });
    expect(
      await compare(id, `?from=1.0%20vastgesteld&to=${encodeURIComponent(between.replace('Z', '+00:00'))}`),
    ).toMatchObject({ from: 3, to: 4 });
  });

  it('that are the same differ in nothing, and neither do two with the same diagram', async () => {
    expect(await compare(id, '?from=8&to=8')).toMatchObject({
      summary: { semantic: 0, layout: 0, decisions: 0, handovers: { added: [], removed: [] } },
      changes: [],
      decisions: [],
    });
    expect(await compare(id, '?from=5&to=6')).toMatchObject({
      summary: { semantic: 0 },
      changes: [],
      decisions: [{ kind: 'knip' }],
    });
  });

  it('of which one has no diagram yet, or neither, are compared all the same', async () => {
    const drawn = await compare(id, '?from=1&to=2');
    expect(drawn).toMatchObject({
      summary: {
        steps: { before: { front: 0, back: 0, unknown: 0, undecided: 0 }, after: { front: 2, back: 1 } },
        handovers: { before: 0, after: 2, added: [{ flowId: 'Naar_back' }, { flowId: 'Naar_front' }] },
      },
    });
    expect(new Set(drawn.changes.map(({ kind }) => kind))).toEqual(new Set(['added']));
    expect(drawn.changes.map(({ elementId }) => elementId)).toEqual(
      expect.arrayContaining(['Aannemen', 'Toetsen', 'Versturen', 'Naar_back']),
    );
    expect(new Set((await compare(id, '?from=2&to=1')).changes.map(({ kind }) => kind))).toEqual(
      new Set(['removed']),
    );
    const empty = (
      await group().post('/processes').send({ name: 'Leeg', domain: 'vergunningen' }).expect(201)
    ).body.id;
    await group().patch(`/processes/${empty}`).send({ name: 'Nog leeg', reason: 'x' }).expect(200);
    expect(await compare(empty, '')).toMatchObject({
      from: 1,
      to: 2,
      changes: [],
      decisions: [{ kind: 'name', change: 'changed', before: { name: 'Leeg' }, after: { name: 'Nog leeg' } }],
    });
  });

  it('that do not exist, or are no versions at all, are refused with a word about which', async () => {
    const refused = async (query: string, status: number, type: string) =>
      expect((await auditor().get(`/processes/${id}/comparison${query}`).expect(status)).body.type).toBe(
        `urn:knipkaart:problem:${type}`,
      );
    for (const query of ['?from=99', '?from=0', '?from=1&to=99'])
      await refused(query, 404, 'version-unknown');
    for (const query of ['?from=2.0', '?from=1&to=Nergens', '?from=__proto__'])
      await refused(query, 404, 'milestone-unknown');
    await refused('?from=2001-01-01T00:00:00Z', 404, 'version-not-yet');
    for (const query of [
      '?from=2001-02-30T00:00:00Z',
      '?to=2026-03-02T10:00:00',
      '?from=1&from=2',
      `?from=${'x'.repeat(201)}`,
      '?since=1',
    ])
      await refused(query, 400, 'input-invalid');
    for (const query of ['?from=proposal:4', '?from=1&to=Pilot:zomer'])
      await refused(query, 400, 'input-invalid');
    const { body } = await auditor()
      .get(`/processes/${id}/comparison?from=proposal:4`)
      .set('Accept-Language', 'en')
      .expect(400);
    expect((body as Problem).errors).toEqual([
      { field: 'from', message: expect.stringContaining('proposal:') },
    ]);
    await auditor().get('/processes/nergens/comparison').expect(404);
    await app.as().get(`/processes/${id}/comparison`).expect(401);
  });
});

describe('Elements that have another id now', () => {
  const NEW_IDS = ['Toetsen', 'Naar_back'].reduce(
    (file, id) => file.replace(new RegExp(`\\b${id}\\b`, 'g'), `${id}_nieuw`),
    FRONT_AND_BACK,
  );

  it('are no change, and lose no hand-over; their knips are offered again until somebody decides on them', async () => {
    const id = await app.process();
    await knip(id, 'Toetsen', 'back');
    await save(id, 2, NEW_IDS);
    const answer = await compare(id, '?from=2');
    expect(answer).toMatchObject({
      changes: [],
      summary: {
        semantic: 0,
        handovers: { before: 2, after: 2, added: [], removed: [] },
        steps: { before: { undecided: 3 }, after: { undecided: 3 } },
      },
      lapsed: [],
    });
    expect(answer.renamedIds).toEqual(
      expect.arrayContaining([
        { before: 'Toetsen', after: 'Toetsen_nieuw' },
        { before: 'Naar_back', after: 'Naar_back_nieuw' },
      ]),
    );
    expect(answer.renamedIds).toHaveLength(2);
    const lapsed = await compare(id, '?from=3');
    expect(lapsed.lapsed).toEqual([{ before: 'Toetsen', after: 'Toetsen_nieuw' }]);
    // Nobody decided anything since.
    expect(lapsed).toMatchObject({ decisions: [], summary: { decisions: 0 } });
    await knip(id, 'Toetsen_nieuw', 'back', 'Overgenomen van de oude stap.');
    expect((await compare(id, '?from=3')).lapsed).toEqual([]);
  });
});

describe('Two files that are in no process yet', () => {
  const base64 = (file: string | Buffer) => Buffer.from(file).toString('base64');
  const send = (from: unknown, to: unknown) => auditor().post('/comparisons').send({ from, to });
  const logged = async () => (await auditor().get('/events').expect(200)).text.length;

  it('are compared for anyone who is signed in, in any encoding, and nothing is stored', async () => {
    const before = await logged();
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(LATER.replace('UTF-8', 'UTF-16'), 'utf16le'),
    ]);
    const { body } = await send(base64(FRONT_AND_BACK), base64(utf16)).expect(200);
    const answer = body as ComparisonAnswer;
    expect(answer).not.toHaveProperty('from');
    expect(answer).toMatchObject({
      summary: {
        semantic: 2,
        decisions: 0,
        steps: { before: { front: 2, back: 1, undecided: 3 }, after: { front: 1, back: 2 } },
        handovers: { before: 2, after: 1, removed: [{ flowId: 'Naar_front' }] },
      },
      decisions: [],
      lapsed: [],
    });
    expect(await logged()).toBe(before);
    await app.as().post('/comparisons').send({ from: '', to: '' }).expect(401);
  });

  it('may both be as large as a file can be', async () => {
    const large = base64(FRONT_AND_BACK.padEnd(6 * 1024 * 1024 - 1));
    expect(((await send(large, large).expect(200)).body as ComparisonAnswer).summary.semantic).toBe(0);
  });

  it('are refused with a word about each', async () => {
    const fields = async (from: unknown, to: unknown) =>
      ((await send(from, to).expect(400)).body as Problem).errors;
    expect(await fields(undefined, 'geen base64!')).toMatchObject([{ field: 'from' }, { field: 'to' }]);
    expect(await fields(base64(FRONT_AND_BACK), base64('%PDF-1.7'))).toEqual([
      { field: 'to', message: expect.stringContaining('PDF') },
    ]);
    expect(await fields(base64(''), base64('{}'))).toMatchObject([{ field: 'from' }, { field: 'to' }]);
    await send(base64(FRONT_AND_BACK), base64(FRONT_AND_BACK.padEnd(6 * 1024 * 1024 + 1))).expect(413);
    await send('A'.repeat(18 * 1024 * 1024), '').expect(413);
    await auditor()
      .post('/comparisons')
      .set('Content-Type', 'application/xml')
      .send(FRONT_AND_BACK)
      .expect(415);
    await auditor().get('/comparisons').expect(405);
  });
});

describe('Real successive versions', () => {
  const pairs = join(process.env['CORPUS_DIR'] ?? '../shared', 'corpus', 'pairs');
  const present = existsSync(pairs);
  it(
    present
      ? 'add up, seen from either side, and go together with work on the older one'
      : 'real pairs: none found, set CORPUS_DIR',
    async () => {
      for (const pair of present
        ? readdirSync(pairs, { withFileTypes: true }).filter((entry) => entry.isDirectory())
        : []) {
        const [older, newer] = ['old.bpmn', 'new.bpmn'].map((name) =>
          readFileSync(join(pairs, pair.name, name)),
        ) as [Buffer, Buffer];
        const id = await app.process({ diagram: older });
        await group()
          .put(`/processes/${id}/diagram`)
          .set('If-Match', '"2"')
          .set('Content-Type', 'application/xml')
          .send(newer)
          .expect(200);
        const [there, back] = [await compare(id, '?from=2&to=3'), await compare(id, '?from=3&to=2')];
        for (const {
          summary: { handovers, semantic, layout },
        } of [there, back]) {
          expect({
            pair: pair.name,
            after: handovers.before + handovers.added.length - handovers.removed.length,
          }).toEqual({ pair: pair.name, after: handovers.after });
          expect({ pair: pair.name, differs: semantic + layout > 0 }).toEqual({
            pair: pair.name,
            differs: true,
          });
        }
        expect(there.summary.steps).toEqual({
          before: back.summary.steps.after,
          after: back.summary.steps.before,
        });
        expect(there.renamedIds).toHaveLength(back.renamedIds.length);
        const merged = await group()
          .post(`/processes/${id}/merges`)
          .send({ base: 2, diagram: older.toString('base64') })
          .expect(200);
        expect(merged.body).toMatchObject({ version: 3, base: 2, mergedWith: 3 });
        expect(merged.body.cameAlong).toHaveLength(there.summary.semantic);
      }
    },
  );
});
