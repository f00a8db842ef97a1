import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Test } from 'supertest';
import type { HistoryItem, MergeConflict, MergedAnswer, MergeProblem, Page, Problem } from '#contract';
import type { StoredEvent } from '#event-store';
import { asBytes } from './as-bytes.js';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

const group = () => app.as('werkgroep-vergunningen');
const base64 = (file: string | Buffer) => Buffer.from(file).toString('base64');
const merge = (id: string, base: unknown, diagram: string | Buffer, more: object = {}): Test =>
  group()
    .post(`/processes/${id}/merges`)
    .send({ base, diagram: base64(diagram), ...more });
const save = async (id: string, seen: number, diagram: string) =>
  app
    .as('procesverantwoordelijke')
    .put(`/processes/${id}/diagram`)
    .set('If-Match', `"${seen}"`)
    .set('Content-Type', 'application/xml')
    .send(diagram)
    .expect(200);
const named = (from: string, to: string, file = FRONT_AND_BACK) =>
  file.replace(`name="${from}"`, `name="${to}"`);
const diagram = async (id: string, query = '') =>
  (await group().get(`/processes/${id}/diagram${query}`).buffer(true).parse(asBytes).expect(200))
    .body as Buffer;
const version = async (id: string): Promise<number> =>
  (await group().get(`/processes/${id}`).expect(200)).body.version;
const newest = async (id: string) =>
  ((await group().get(`/processes/${id}/history`).expect(200)).body as Page<HistoryItem>).items.at(-1)!;

const MINE = named('Besluit versturen', 'Besluit bekendmaken');
const THEIRS = named('Aanvraag toetsen', 'Aanvraag beoordelen');
const CLASHING = named('Aanvraag toetsen', 'Aanvraag wegen');
/** A process on which a colleague saved `THEIRS` as version 3. */
async function overtaken(theirs = THEIRS): Promise<string> {
  const id = await app.process();
  await save(id, 2, theirs);
  return id;
}
const conflictsOf = (answer: { body: unknown }): MergeConflict[] => (answer.body as MergeProblem).conflicts!;

describe('A diagram made on an earlier version', () => {
  it('goes together with what was saved since, and the answer says what came along', async () => {
    const id = await overtaken();
    const answer = await merge(id, 2, MINE, { note: 'Samen' }).expect(201);
    expect(answer.body as MergedAnswer).toMatchObject({
      id,
      version: 4,
      base: 2,
      mergedWith: 3,
      cameAlong: [
        {
          kind: 'renamed',
          elementId: 'Toetsen',
          elementType: 'userTask',
          before: 'Aanvraag toetsen',
          after: 'Aanvraag beoordelen',
        },
      ],
    });
    expect(answer.headers).toMatchObject({
      etag: '"4"',
      location: `/api/v1/processes/${id}`,
      'log-position': expect.any(String),
    });
    expect(String(await diagram(id))).toBe(named('Besluit versturen', 'Besluit bekendmaken', THEIRS));
    expect(await newest(id)).toMatchObject({
      type: 'DiagramMerged',
      version: 4,
      note: 'Samen',
      base: 2,
      mergedWith: 3,
      choices: 0,
      actor: { id: 'werkgroep-vergunningen' },
    });
  });

  it('is recorded whole: what it was made on, what was sent, with what it was brought together, and what was chosen', async () => {
    const id = await overtaken();
    const [conflict] = conflictsOf(await merge(id, 2, CLASHING).expect(409));
    await merge(id, 2, CLASHING, { choices: [{ conflict: conflict!.id, take: 'mine' }] }).expect(201);
    const { text } = await app.as('auditor').get('/events').expect(200);
    const event = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as StoredEvent)
      .findLast(({ stream }) => stream === `process-${id}`)!;
    expect(event).toMatchObject({
      type: 'DiagramMerged',
      version: 4,
      data: { base: 2, mergedWith: 3, choices: [{ conflict: conflict!.id, take: 'mine' }] },
    });
    for (const part of ['mine', 'diagram'])
      expect(event.data[part]).toEqual({
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        encoding: 'br',
        bytes: expect.any(String),
      });
  });

  it('is the base of decisions like a saved one', async () => {
    const id = await overtaken();
    await merge(id, 2, MINE).expect(201);
    await group()
      .put(`/processes/${id}/knips/Versturen`)
      .set('If-Match', '"4"')
      .send({ side: 'front', reason: 'Zo.' })
      .expect(200);
    await group()
      .put(`/processes/${id}/diagram`)
      .set('If-Match', '"3"')
      .set('Content-Type', 'application/xml')
      .send(FRONT_AND_BACK)
      .expect(412);
    const { body } = await group().get(`/processes/${id}`).expect(200);
    expect(body).toMatchObject({
      diagram: { version: 4 },
      steps: [{}, { name: 'Aanvraag beoordelen' }, { name: 'Besluit bekendmaken', knip: { side: 'front' } }],
    });
  });

  it('is stored as it was sent, byte for byte, where nothing was saved since', async () => {
    const id = await app.process();
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(MINE.replace('UTF-8', 'UTF-16'), 'utf16le'),
    ]);
    await group().put(`/processes/${id}/knips/Toetsen`).send({ side: 'back', reason: 'Vak.' }).expect(200);
    const { body } = await merge(id, 3, bytes).expect(201);
    expect(body).toEqual({ id, version: 4, base: 3, mergedWith: 2, cameAlong: [] });
    expect(Buffer.compare(await diagram(id), bytes)).toBe(0);
  });

  it('in another encoding becomes UTF-8 when it is brought together, and says so', async () => {
    const id = await overtaken();
    await merge(
      id,
      2,
      Buffer.from(
        named('Besluit versturen', 'Beslüit', FRONT_AND_BACK).replace('UTF-8', 'ISO-8859-1'),
        'latin1',
      ),
    ).expect(201);
    const text = String(await diagram(id));
    expect(text).toContain('encoding="UTF-8"');
    expect(text).toContain('name="Beslüit"');
    expect(text).toContain('name="Aanvraag beoordelen"');
  });

  it('that holds nothing new, or what is there already, makes no version', async () => {
    const id = await overtaken();
    for (const sent of [FRONT_AND_BACK, THEIRS]) {
      const answer = await merge(id, 2, sent).expect(200);
      expect(answer.body).toMatchObject({ id, version: 3, base: 2, mergedWith: 3 });
      expect(answer.headers).toMatchObject({ etag: '"3"', 'log-position': expect.any(String) });
      expect(answer.headers['location']).toBeUndefined();
    }
    expect((await merge(id, 2, FRONT_AND_BACK)).body.cameAlong).toMatchObject([
      { kind: 'renamed', elementId: 'Toetsen' },
    ]);
    expect(await version(id)).toBe(3);
  });

  it('that holds nothing new says with what it was brought together, also where that came of a merge itself', async () => {
    const id = await overtaken();
    await merge(id, 2, MINE).expect(201);
    const answer = await merge(id, 2, FRONT_AND_BACK).expect(200);
    expect(answer.body).toMatchObject({ id, version: 4, base: 2, mergedWith: 4 });
  });
});

describe('What cannot go together', () => {
  it('is in the answer, and nothing is stored', async () => {
    const id = await overtaken();
    const answer = await merge(id, 2, CLASHING).expect(409);
    expect(answer.body).toMatchObject({
      type: 'urn:knipkaart:problem:merge-conflicts',
      version: 3,
      detail: expect.stringContaining('“Kapvergunning”'),
    });
    expect(conflictsOf(answer)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{64}$/),
        elementId: 'Toetsen',
        elementName: 'Aanvraag toetsen',
        elementType: 'userTask',
        kind: 'changed',
        property: 'name',
        base: 'Aanvraag toetsen',
        mine: 'Aanvraag wegen',
        theirs: 'Aanvraag beoordelen',
      },
    ]);
    expect(await version(id)).toBe(3);
    expect(String(await diagram(id))).toBe(THEIRS);
  });

  it.each([
    ['mine', 'Aanvraag wegen'],
    ['theirs', 'Aanvraag beoordelen'],
  ] as const)('goes as the person chose: %s', async (take, name) => {
    const id = await overtaken();
    const mine = named('Besluit versturen', 'Besluit bekendmaken', CLASHING);
    const [conflict] = conflictsOf(await merge(id, 2, mine).expect(409));
    await merge(id, 2, mine, { choices: [{ conflict: conflict!.id, take }] }).expect(201);
    const text = String(await diagram(id));
    expect(text).toContain(`name="${name}"`);
    expect(text).toContain('name="Besluit bekendmaken"');
    expect(await newest(id)).toMatchObject({ type: 'DiagramMerged', choices: 1 });
  });

  it('is in the answer again, whole, where a choice is missing', async () => {
    const id = await overtaken(named('Besluit versturen', 'Besluit verzenden', THEIRS));
    const mine = named('Besluit versturen', 'Besluit bekendmaken', CLASHING);
    const conflicts = conflictsOf(await merge(id, 2, mine).expect(409));
    expect(conflicts).toHaveLength(2);
    const again = await merge(id, 2, mine, {
      choices: [{ conflict: conflicts[0]!.id, take: 'mine' }],
    }).expect(409);
    expect(conflictsOf(again)).toEqual(conflicts);
    expect(again.body.detail).toContain('kunnen er 2 niet');
    await merge(id, 2, mine, {
      choices: conflicts.map(({ id: conflict }) => ({ conflict, take: 'mine' })),
    }).expect(201);
  });

  it('is in the answer again when somebody saved in between: an outdated choice decides nothing', async () => {
    const id = await overtaken();
    const [conflict] = conflictsOf(await merge(id, 2, CLASHING).expect(409));
    await save(id, 3, named('Aanvraag toetsen', 'Aanvraag keuren'));
    const choices = [{ conflict: conflict!.id, take: 'mine' }];
    const answer = await merge(id, 2, CLASHING, { choices }).expect(409);
    expect(answer.body).toMatchObject({ type: 'urn:knipkaart:problem:merge-choices-outdated', version: 4 });
    expect(conflictsOf(answer)).toMatchObject([{ elementId: 'Toetsen', theirs: 'Aanvraag keuren' }]);
    await save(id, 4, FRONT_AND_BACK);
    expect(conflictsOf(await merge(id, 2, CLASHING, { choices }).expect(409))).toEqual([]);
    await merge(id, 2, CLASHING).expect(201);
  });
});

describe('Several people at once', () => {
  it('each bring their work together with that of all who came before: nothing is overwritten', async () => {
    const id = await overtaken();
    const names = [
      ['Aanvraag aannemen', 'Een'],
      ['Besluit versturen', 'Twee'],
      ['KCC', 'Drie'],
      ['Vakafdeling', 'Vier'],
    ] as const;
    const notes = names.map(([, to]) =>
      FRONT_AND_BACK.replace(
        '<bpmn:laneSet',
        `<bpmn:textAnnotation id="Note_${to}"><bpmn:text>${to}</bpmn:text></bpmn:textAnnotation><bpmn:laneSet`,
      ),
    );
    const sent = [...names.map(([from, to]) => named(from, to)), ...notes];
    const saving = app
      .as('procesverantwoordelijke')
      .put(`/processes/${id}/diagram`)
      .set('If-Match', '"3"')
      .set('Content-Type', 'application/xml')
      .send(named('Aanvraag toetsen', 'Tussendoor'));
    const [saved, ...answers] = await Promise.all([saving, ...sent.map((mine) => merge(id, 2, mine))]);
    expect(answers.map(({ status }) => status)).toEqual(sent.map(() => 201));
    const text = String(await diagram(id));
    for (const [, to] of names) expect(text).toContain(`name="${to}"`);
    for (const [, to] of names) expect(text).toContain(`id="Note_${to}"`);
    expect(saved.status).toBe(text.includes('Tussendoor') ? 200 : 412);
    expect(await version(id)).toBe(3 + sent.length + (saved.status === 200 ? 1 : 0));
  });

  it('one request sent twice at the same time, or later, is one merge with one answer', async () => {
    const id = await overtaken();
    const send = (more: object = {}) =>
      merge(id, 2, MINE, { note: 'Samen', ...more }).set('Idempotency-Key', 'een-keer');
    const [first, second] = await Promise.all([send(), send()]);
    await save(id, 4, FRONT_AND_BACK);
    const third = await send();
    for (const again of [second, third]) {
      expect({ status: again.status, body: again.body }).toEqual({ status: 201, body: first.body });
      expect(again.headers).toMatchObject({
        etag: first.headers['etag'],
        'log-position': first.headers['log-position'],
      });
    }
    for (const other of [
      { note: 'Anders' },
      { choices: [{ conflict: 'x', take: 'mine' }] },
      { base: 3 },
      { diagram: base64(CLASHING) },
    ]) {
      expect((await send(other).expect(409)).body.type).toBe('urn:knipkaart:problem:key-reused');
    }
  });

  it('a refused merge does not use up its key', async () => {
    const id = await overtaken();
    const send = (more: object = {}) => merge(id, 2, CLASHING, more).set('Idempotency-Key', 'met-keuze');
    const [conflict] = conflictsOf(await send().expect(409));
    await send({ choices: [{ conflict: conflict!.id, take: 'mine' }] }).expect(201);
  });

  it('somebody who says what they saw is refused when the diagram changed after that', async () => {
    const id = await overtaken();
    const { body } = await merge(id, 2, MINE).set('If-Match', '"2"').expect(412);
    expect(body).toMatchObject({ version: 3, changes: [{ type: 'DiagramSaved', version: 3 }] });
    await merge(id, 2, MINE).set('If-Match', '"3"').expect(201);
  });
});

describe('A merge is refused', () => {
  it('on a version that does not exist, or had no diagram yet, and on a process that is not there or takes no decisions', async () => {
    const id = await overtaken();
    expect((await merge(id, 9, MINE).expect(404)).body.type).toBe('urn:knipkaart:problem:version-unknown');
    expect((await merge(id, 1, MINE).expect(404)).body.type).toBe('urn:knipkaart:problem:diagram-absent');
    const empty = (
      await group().post('/processes').send({ name: 'Leeg', domain: 'vergunningen' }).expect(201)
    ).body.id;
    expect((await merge(empty, 1, MINE).expect(404)).body.type).toBe('urn:knipkaart:problem:diagram-absent');
    await merge('nergens', 1, MINE).expect(404);
    await app
      .as('procesverantwoordelijke')
      .post(`/processes/${id}/retirement`)
      .send({ reason: 'Vervallen.' })
      .expect(200);
    await merge(id, 2, MINE).expect(409);
  });

  it.each([
    ['a base of 0', { base: 0 }, ['base']],
    ['a base of text', { base: '2' }, ['base']],
    ['half a version', { base: 2.5 }, ['base']],
    ['no base', { base: undefined }, ['base']],
    ['no diagram', { diagram: undefined }, ['diagram']],
    ['a diagram as it is', { diagram: FRONT_AND_BACK }, ['diagram']],
    ['base64 for addresses', { diagram: `${base64(FRONT_AND_BACK)}-_` }, ['diagram']],
    ['broken lines', { diagram: `${base64('abc')}\n${base64('def')}` }, ['diagram']],
    ['an empty note', { note: '' }, ['note']],
    ['null for choices', { choices: null }, ['choices']],
    ['a choice of both', { choices: [{ conflict: 'a', take: 'both' }] }, ['choices.0.take']],
    ['a choice on nothing', { choices: [{ take: 'mine' }] }, ['choices.0.conflict']],
    ['a choice that is no object', { choices: ['mine'] }, ['choices']],
    [
      'two choices on one conflict',
      {
        choices: [
          { conflict: 'a', take: 'mine' },
          { conflict: 'a', take: 'theirs' },
        ],
      },
      ['choices'],
    ],
    [
      'too many choices',
      { choices: Array.from({ length: 1_501 }, (_, n) => ({ conflict: `${n}`, take: 'mine' })) },
      ['choices'],
    ],
    ['a field that is not known', { reason: 'x' }, ['reason']],
    [
      'all of it at once',
      { base: -1, diagram: '*', note: ' ', choices: {} },
      ['base', 'diagram', 'note', 'choices'],
    ],
  ])('with %s, and every field is named', async (_, wrong, fields) => {
    const id = await app.process();
    const { body } = await group()
      .post(`/processes/${id}/merges`)
      .send({ base: 2, diagram: base64(MINE), ...wrong })
      .expect(400);
    expect((body as Problem).errors!.map(({ field }) => field).sort()).toEqual([...fields].sort());
    expect(await version(id)).toBe(2);
  });

  it('with a file that is no BPMN, or one that is too large', async () => {
    const id = await overtaken();
    const refused = await merge(id, 2, '%PDF-1.7').expect(400);
    expect(refused.body.type).toBe('urn:knipkaart:problem:diagram-refused');
    await merge(id, 2, '').expect(400);
    await merge(id, 2, MINE.padEnd(6 * 1024 * 1024)).expect(201);
    await merge(id, 2, MINE.padEnd(6 * 1024 * 1024 + 1)).expect(413);
    await merge(id, 2, MINE.padEnd(9 * 1024 * 1024)).expect(413);
    expect((await merge(id, 2, withNoise('Aannemen', 0, 400)).expect(413)).body.detail).toContain('300 KiB');
  });

  it('when the two are too large together, although each is not', async () => {
    const id = await overtaken(withNoise('Aannemen', 0, 200));
    expect((await merge(id, 2, withNoise('Versturen', 1e6, 200)).expect(413)).body.detail).toContain(
      '300 KiB',
    );
    expect(await version(id)).toBe(3);
  });
});

describe('Two people who each insert a step into the same flow', () => {
  const inserting = (id: string, name: string) =>
    FRONT_AND_BACK.replace(
      /(<bpmn:sequenceFlow id="Naar_back" sourceRef="Aannemen" targetRef=")Toetsen("[^>]*>)/,
      `$1${id}$2<bpmn:userTask id="${id}" name="${name}" /><bpmn:sequenceFlow id="${id}_verder" sourceRef="${id}" targetRef="Toetsen" />`,
    );

  it('see which step loses its way in, and can put both one after the other', async () => {
    const id = await overtaken(inserting('Bellen', 'Aanvrager bellen'));
    const mine = inserting('Keuren', 'Aanvraag keuren');
    const [conflict] = conflictsOf(await merge(id, 2, mine).expect(409));
    expect(conflict).toMatchObject({
      kind: 'rerouted',
      oneAfterOther: true,
      cutOff: { mine: [{ name: 'Aanvrager bellen' }], theirs: [{ name: 'Aanvraag keuren' }] },
    });
    const choices = [{ conflict: conflict!.id, take: 'mineFirst' }];
    await merge(id, 2, mine, { choices }).expect(201);
    const merged = (await diagram(id)).toString();
    for (const [from, to] of [
      ['Aannemen', 'Keuren'],
      ['Keuren', 'Bellen'],
      ['Bellen', 'Toetsen'],
    ])
      expect(merged).toMatch(new RegExp(`sourceRef="${from}" targetRef="${to}"`));
    expect(await newest(id)).toMatchObject({ type: 'DiagramMerged', choices: 1 });
  });

  it('are refused an order where nothing stands in one flow', async () => {
    const id = await overtaken();
    const [conflict] = conflictsOf(await merge(id, 2, CLASHING).expect(409));
    const choices = [{ conflict: conflict!.id, take: 'theirsFirst' }];
    const { body } = await merge(id, 2, CLASHING, { choices }).expect(409);
    expect(body.type).toBe('urn:knipkaart:problem:merge-choices-outdated');
    expect(await version(id)).toBe(3);
  });
});

/**
 * The diagram with documentation on one step that takes so many KiB when it is compressed, the same in every
 * run.
 */
function withNoise(step: string, seed: number, kibibytes: number): string {
  let state = seed + 1;
  const bytes = Buffer.from(
    Array.from({ length: kibibytes * 1024 }, () => (state = (state * 48271) % 2147483647) & 0xff),
  );
  return FRONT_AND_BACK.replace(
    new RegExp(`(<bpmn:userTask id="${step}"[^>]*>)`),
    `$1<bpmn:documentation>${bytes.toString('base64')}</bpmn:documentation>`,
  );
}
