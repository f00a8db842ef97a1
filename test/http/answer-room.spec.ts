import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ComparisonAnswer,
  DiagramChange,
  HistoryPage,
  MergedAnswer,
  MergeProblem,
  Problem,
  StaleProblem,
} from '#contract';
import { startApp, type TestApp } from './start-app.js';

const file = (steps: number, word: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P">${Array.from({ length: steps }, (_, n) => `<task id="T${n}" name="${word} ${n}"/>`).join('')}</process></definitions>`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

let app: TestApp;
let id: string;
const group = () => app.as('werkgroep-vergunningen');
const save = (seen: number, diagram: string) =>
  app
    .as('procesverantwoordelijke')
    .put(`/processes/${id}/diagram`)
    .set('If-Match', `"${seen}"`)
    .set('Content-Type', 'application/xml')
    .send(diagram)
    .expect(200);

beforeAll(async () => {
  app = await startApp({ bounds: { listKib: 16, answerMib: 1 } });
});

describe('An answer with more than one can read', () => {
  it('has a bound that the documentation tells, whatever its route', () => {
    const told = readFileSync('docs/operation.md', 'utf8');
    const reads = app.access.map(({ route }) => route).filter((route) => route.startsWith('GET '));
    const answering = [...reads, 'POST /api/v1/comparisons', 'POST /api/v1/processes/:id/merges'];
    const missing = answering.filter((route) => !told.includes(`\`${route}\``));
    expect(missing).toEqual([]);
  });

  it('tells the first changes of a comparison, how many there are, and where to go on', async () => {
    id = await app.process({ diagram: file(400, 'Oud') });
    await save(2, file(400, 'Nieuw'));
    const page = async (after?: number) => {
      const answer = await group()
        .get(`/processes/${id}/comparison`)
        .query({ from: 2, to: 3, ...(after !== undefined && { after }) })
        .expect(200);
      return answer.body as ComparisonAnswer;
    };
    const told: DiagramChange[] = [];
    let pages = 0;
    for (let after: number | undefined = 0; after !== undefined; pages++) {
      const answer: ComparisonAnswer = await page(after || undefined);
      expect(answer.summary.semantic).toBe(400);
      expect(JSON.stringify(answer.changes).length).toBeLessThanOrEqual(16 * 1024 + 2);
      told.push(...answer.changes);
      after = answer.next;
    }
    expect(pages).toBeGreaterThan(2);
    expect(told.map(({ elementId }) => elementId)).toEqual(Array.from({ length: 400 }, (_, n) => `T${n}`));
    expect((await page(told.length)).changes).toEqual([]);
  });

  it('says of other lists how many it leaves out, of two files as well', async () => {
    const renumbered = file(600, 'Stap').replaceAll('id="T', 'id="Anders');
    const { body } = await group()
      .post('/comparisons')
      .send({ from: base64(file(600, 'Stap')), to: base64(renumbered) })
      .expect(200);
    const { renamedIds, leftOut, changes, next } = body as ComparisonAnswer;
    expect([changes, next]).toEqual([[], undefined]);
    expect(leftOut).toEqual({ renamedIds: 600 - renamedIds.length });
    expect(renamedIds.length).toBeGreaterThan(100);
  });

  it('tells the first of what came along with a merge, and how many more', async () => {
    id = await app.process({ diagram: file(400, 'Oud') });
    await save(2, file(400, 'Nieuw'));
    const mine = file(400, 'Oud').replace('</process>', '<task id="Eigen"/></process>');
    const { body } = await group()
      .post(`/processes/${id}/merges`)
      .send({ base: 2, diagram: base64(mine) })
      .expect(201);
    const { cameAlong, cameAlongLeft } = body as MergedAnswer;
    expect(cameAlongLeft).toBe(400 - cameAlong.length);
    expect(cameAlong.length).toBeGreaterThan(50);
  });

  it('is a shorter page of the history, and every entry is on one of them', async () => {
    id = await app.process();
    for (let n = 0; n < 12; n++)
      await group()
        .put(`/processes/${id}/knips/Toetsen`)
        .send({ side: 'back', reason: `${n} ${'lang '.repeat(700)}` })
        .expect(200);
    const versions: number[] = [];
    let pages = 0;
    for (let after: string | undefined = '0'; after !== undefined; pages++) {
      const { body } = await group().get(`/processes/${id}/history`).query({ after }).expect(200);
      const { items, next } = body as HistoryPage;
      expect(JSON.stringify(items).length).toBeLessThanOrEqual(16 * 1024 + 2);
      versions.push(...items.map(({ version }) => version));
      after = next;
    }
    expect(pages).toBeGreaterThan(2);
    expect(versions).toEqual(Array.from({ length: 14 }, (_, n) => n + 1));
    const stale = await group()
      .put(`/processes/${id}/knips/Toetsen`)
      .set('If-Match', '"2"')
      .send({ side: 'front', reason: 'Toch niet' })
      .expect(412);
    const { changes } = stale.body as StaleProblem;
    expect(changes.map(({ version }) => version)).toEqual([3, 4, 5, 6]);
  });

  it('says how many decisions it leaves out', async () => {
    id = await app.process({ diagram: file(12, 'Stap') });
    for (let n = 0; n < 12; n++)
      await group()
        .put(`/processes/${id}/knips/T${n}`)
        .send({ side: 'back', reason: 'lang '.repeat(700) })
        .expect(200);
    const { body } = await group().get(`/processes/${id}/comparison`).query({ from: 2, to: 14 }).expect(200);
    const { decisions, leftOut, summary } = body as ComparisonAnswer;
    expect(decisions.length).toBeGreaterThan(2);
    expect(leftOut).toEqual({ decisions: 12 - decisions.length });
    expect(summary.decisions).toBe(12);
  });

  it('counts the changes that are too long for any answer, in words that anybody can follow', async () => {
    const step = (value: string) =>
      file(1, 'Stap').replace(
        '<task id="T0"',
        `<task xmlns:v="urn:v" ${Array.from({ length: 100 }, (_, n) => `v:a${n}="${value}"`).join(' ')} id="${'i'.repeat(200_000)}"`,
      );
    id = await app.process({ diagram: step('1') });
    await save(2, step('2'));
    const compared = await group().get(`/processes/${id}/comparison`).query({ from: 2, to: 3 }).expect(200);
    const { changes, leftOut, next, summary } = compared.body as ComparisonAnswer;
    expect([summary.semantic, changes.length, next]).toEqual([100, 1, 1]);
    expect(leftOut!.changes).toBeGreaterThan(50);
    const merged = await group()
      .post(`/processes/${id}/merges`)
      .send({ base: 2, diagram: base64(step('3')) })
      .expect(409);
    expect(merged.body).toMatchObject({
      type: 'urn:knipkaart:problem:merge-too-many-conflicts',
      detail: expect.stringContaining('100'),
    });
  });

  it('is a refusal without its list where that would be larger than anybody can use', async () => {
    const named = (word: string) => file(1_000, `${word} ${'lang '.repeat(100)}`);
    id = await app.process({ diagram: named('Oud') });
    await save(2, named('Nieuw'));
    const { body } = await group()
      .post(`/processes/${id}/merges`)
      .send({ base: 2, diagram: base64(named('Anders')) })
      .expect(409);
    expect(body).toEqual({
      type: 'urn:knipkaart:problem:merge-conflicts',
      title: expect.any(String),
      status: 409,
      detail: expect.stringContaining('1000'),
    });
  });

  it('is refused where it would be larger than anybody can use', async () => {
    id = await app.process({ diagram: file(12_000, 'Stap') });
    const { body } = await group().get(`/processes/${id}`).expect(400);
    expect(body as Problem).toMatchObject({
      type: 'urn:knipkaart:problem:answer-too-large',
      detail: expect.stringContaining('1 MiB'),
    });
    await group().get(`/processes/${id}/diagram`).expect(200);
  });
});

describe('A merge that clashes in more places than one can choose on', () => {
  it('is refused with their number, and stores nothing', async () => {
    id = await app.process({ diagram: file(1_501, 'Oud') });
    await save(2, file(1_501, 'Nieuw'));
    const merged = (steps: number) =>
      group()
        .post(`/processes/${id}/merges`)
        .send({ base: 2, diagram: base64(file(steps, 'Anders')) })
        .expect(409);
    const problem = (await merged(1_501)).body as MergeProblem;
    expect(problem).toMatchObject({
      type: 'urn:knipkaart:problem:merge-too-many-conflicts',
      detail: expect.stringContaining('1501'),
      version: 3,
    });
    expect(problem).not.toHaveProperty('conflicts');
  });
});
