import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from '@jest/globals';
import { needsBuild } from '../../../../../test/needs-build.mjs';
import { USUAL_BOUNDS } from '../../platform/environment/bounds.js';
import { WORK_PROBLEMS } from './work.problems.js';
import { DiagramWork } from './diagram-work.js';

needsBuild('service');

const BUILT = 'dist/apps/api/src/diagrams/work/worker.js';
const file = (name: string, steps: number) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P">${Array.from({ length: steps }, (_, n) => `<task id="T${n}" name="${name} ${n}"/>`).join('')}</process></definitions>`;
const [before, after] = [file('Oud', 8_000), file('Nieuw', 8_000)];
const bytes = (text: string) => Buffer.from(text);
const threaded = new DiagramWork(USUAL_BOUNDS, pathToFileURL(BUILT));
afterAll(() => threaded.onModuleDestroy());

it('Large diagrams are compared beside the service, which goes on meanwhile', async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 5);
  const comparison = await threaded.do('compare', before, after).finally(() => clearInterval(timer));
  expect(comparison.changes).toHaveLength(8_000);
  expect(ticks).toBeGreaterThan(0);
  expect(threaded.numbers).toMatchObject({ waiting: 0, running: 0, ended: { done: 1, failed: 0 } });
  const unthreaded = new DiagramWork(USUAL_BOUNDS, pathToFileURL('dist/nowhere.js'));
  expect(await unthreaded.do('compare', before, after)).toEqual(comparison);
  expect(unthreaded.numbers).toBeUndefined();
});

it('Small diagrams are compared at once', async () => {
  await threaded.do('compare', file('Oud', 10), file('Nieuw', 10));
  expect(threaded.numbers?.ended['done']).toBe(1);
});

it('Work that was asked for at the same time gets its own answer each, and what breaks breaks alone', async () => {
  const [one, other, refused, problems] = await Promise.all([
    threaded.do('compareFiles', bytes(before), bytes(after)),
    threaded.do('compare', after, before),
    threaded.do('compareFiles', bytes(before), bytes(`${after}!`)),
    threaded.do('checked', bytes(`${before}!`)),
  ]);
  expect(one).toMatchObject({ ok: true, outlines: [{ flowNodes: 8_000 }, { flowNodes: 8_000 }] });
  expect(other.changes[0]).toMatchObject({ before: 'Nieuw 0', after: 'Oud 0' });
  expect(refused).toMatchObject({ ok: false, problems: [[], [{ code: expect.any(String) }]] });
  expect(problems).toMatchObject({ problems: [{ code: expect.any(String) }] });
  await expect(
    threaded.do('withDecisions', bytes(`${before}!`), { steps: [], handovers: [] }),
  ).rejects.toThrow('cannot be read');
});

it('Work that takes too much memory is refused, and the next is done', async () => {
  const narrow = new DiagramWork({ ...USUAL_BOUNDS, workMib: 16 }, pathToFileURL(BUILT));
  const heavy = file('Oud', 20_000).replaceAll('/>', '><documentation>x</documentation></task>');
  await expect(narrow.do('compare', heavy, heavy.replaceAll('Oud', 'Nieuw'))).rejects.toMatchObject({
    kind: WORK_PROBLEMS.workTooLarge,
    extras: { params: { mib: 16, seconds: 60 } },
  });
  const next = await narrow.do('compare', file('Oud', 1_000), file('Nieuw', 1_000));
  expect(next.changes).toHaveLength(1_000);
  await narrow.onModuleDestroy();
});
