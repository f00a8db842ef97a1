import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from '@jest/globals';
import { needsBuild } from '../../../../../test/needs-build.mjs';
import { DiagramWork } from './diagram-work.js';

needsBuild('service');

const BUILT = 'dist/apps/api/src/diagrams/work/worker.js';
const file = (name: string, steps: number) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P">${Array.from({ length: steps }, (_, n) => `<task id="T${n}" name="${name} ${n}"/>`).join('')}</process></definitions>`;
const [before, after] = [file('Oud', 8_000), file('Nieuw', 8_000)];
const threaded = new DiagramWork(pathToFileURL(BUILT));
afterAll(() => threaded.onModuleDestroy());

it('Large diagrams are compared beside the service, which goes on meanwhile', async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 5);
  const comparison = await threaded.do('compare', before, after).finally(() => clearInterval(timer));
  expect(comparison.changes).toHaveLength(8_000);
  expect(ticks).toBeGreaterThan(0);
  const unthreaded = new DiagramWork(pathToFileURL('dist/nowhere.js'));
  expect(await unthreaded.do('compare', before, after)).toEqual(comparison);
});

it('Work that was asked for at the same time gets its own answer each, and what breaks breaks alone', async () => {
  const bytes = (text: string) => Buffer.from(text);
  const [one, other, refused] = await Promise.all([
    threaded.do('compareFiles', bytes(before), bytes(after)),
    threaded.do('compare', after, before),
    threaded.do('compareFiles', bytes(before), bytes(`${after}!`)),
  ]);
  expect(one).toMatchObject({ ok: true, outlines: [{ flowNodes: 8_000 }, { flowNodes: 8_000 }] });
  expect(other.changes[0]).toMatchObject({ before: 'Nieuw 0', after: 'Oud 0' });
  expect(refused).toMatchObject({ ok: false, problems: [[], [{ code: expect.any(String) }]] });
});
