import { describe, expect, it } from '@jest/globals';
import type { Outline } from '#bpmn';
import { emptyProcess, evolveProcess, type ProcessEvent } from '#domain';
import { compared } from './compared.js';

const outline = (...ids: string[]): Outline => ({
  steps: ids.map((id) => ({
    key: id,
    id: id.replace('!', ''),
    decidable: !id.startsWith('!'),
    kind: 'task' as const,
    name: '',
    automatic: false,
    considerations: [],
    dataRequests: [],
  })),
  entries: [],
  lanes: [],
  flowNodes: ids.length,
  drawn: false,
});
const knips = (...ids: string[]) =>
  ids
    .map((elementId) => ({ type: 'KnipDecided', data: { elementId, side: 'front' } }) as ProcessEvent)
    .reduce(evolveProcess, emptyProcess());
const nothing = { changes: [], renamedIds: [], layout: { moved: [] }, movedIds: [] };

describe('Knips on steps that have another id now', () => {
  const lapsed = (was: string[], is: string[], steps: string[]) =>
    compared(
      { state: knips(...was), outline: outline('A', 'B') },
      { state: knips(...is), outline: outline(...steps) },
      { ...nothing, renamedIds: [{ before: 'A', after: 'C' }] },
      [],
    ).lapsed;
  const offered = [{ before: 'A', after: 'C' }];

  it.each([
    ['which stand there for nothing now', ['A'], ['A'], ['C', 'B'], offered],
    ['of which only that one is new', ['A', 'B'], ['A', 'B'], ['C', 'B'], offered],
    ['where nothing was decided', ['B'], ['B'], ['C', 'B'], []],
    ['where the knip was ended since', ['A'], [], ['C', 'B'], []],
    ['where another step has the old id', ['A'], ['A'], ['A', 'C'], []],
    ['where the step is gone', ['A'], ['A'], ['B'], []],
    ['where nobody can decide on the step', ['A'], ['A'], ['!C', 'B'], []],
    ['where the step was decided on anew', ['A'], ['A', 'C'], ['C', 'B'], []],
  ])('are offered again, or not: %s', (_, was, is, steps, expected) =>
    expect(lapsed(was, is, steps)).toEqual(expected),
  );
});

it('A drawing that was shifted as a whole counts as one move more', () => {
  const side = { state: emptyProcess(), outline: outline('A') };
  const layout = (more: object) =>
    compared(side, side, { ...nothing, layout: { moved: [], ...more } as never }, []).summary.layout;
  expect([layout({}), layout({ shifted: { x: 10, y: 0 } })]).toEqual([0, 1]);
  expect(layout({ moved: [{}, {}], shifted: { x: 10, y: 0 } })).toBe(3);
});
