import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { compareDiagrams } from '#bpmn';
import { previewOf } from './merge-preview.js';

const base = readFileSync(
  new URL('../../../../../bpmn/vergunningen/evenementenvergunning.bpmn', import.meta.url),
  'utf8',
);
const [, id = '', name = ''] = /<(?:\w+:)?userTask id="([^"]+)" name="([^"]+)"/.exec(base) ?? [];
const renamed = (to: string) => base.replace(`name="${name}"`, `name="${to}"`);
const moved = (by: number, count: number, file = base) => {
  let left = count;
  return file.replace(/(<(?:\w+:)?(?:Bounds|waypoint) x=")(\d+)/g, (all, before, x) =>
    left-- > 0 ? `${before}${Number(x) + by}` : all,
  );
};

it('What will come along is what the others changed, not what one changed oneself', () => {
  const { comesAlong, layoutComesAlong, conflicts } = previewOf(base, renamed('Van mij'), base);
  expect([comesAlong, layoutComesAlong, conflicts]).toEqual([[], false, []]);
  const theirs = previewOf(base, base, renamed('Van hen'));
  expect(theirs.comesAlong).toMatchObject([{ kind: 'renamed', elementId: id, after: 'Van hen' }]);
  expect(theirs.layoutComesAlong).toBe(false);
});

it('Both drawings are looked at for what an element is called, the own one first, and what it was last', () => {
  const { places } = previewOf(base, renamed('Van mij'), renamed('Van hen'));
  expect(places(id)?.name).toBe('Van mij');
  const gone = base.replaceAll(id, 'Task_Other');
  expect(previewOf(base, gone, gone).places(id)?.name).toBe(name);
});

it.each([
  ['one thing was moved', moved(37, 1)],
  ['all of it was moved alike', moved(37, Infinity)],
])('The drawing comes along where %s', (_, theirs) => {
  expect(previewOf(base, base, theirs)).toMatchObject({ comesAlong: [], layoutComesAlong: true });
});

it('A drawing that was only moved as a whole comes along', () => {
  // Not what is inside a step, of which it would be said that the step moved.
  const [head = '', main = '', ...inside] = base.split(/(?=<(?:\w+:)?BPMNDiagram )/);
  const theirs = [head, moved(37, Infinity, main), ...inside].join('');
  expect(compareDiagrams(base, theirs).layout).toEqual({ shifted: { dx: 37, dy: 0 }, moved: [] });
  expect(previewOf(base, base, theirs)).toMatchObject({ comesAlong: [], layoutComesAlong: true });
  expect(previewOf(base, theirs, base).layoutComesAlong).toBe(false);
});
