import { describe, expect, it } from '@jest/globals';
import type { CutHandover, Outline } from '#bpmn';
import { handoversBetween } from './handovers-between.js';

const step = (key: string, name = '') => ({
  key,
  decidable: true,
  kind: 'task' as const,
  name,
  automatic: false,
  considerations: [],
  dataRequests: [],
});
const outline: Outline = {
  steps: [step('A', 'Aannemen'), step('B', 'Toetsen'), step('C'), step('?4', 'Versturen')],
  entries: [],
  lanes: [],
  flowNodes: 4,
  drawn: false,
};
const over = (flowId: string, before: string, after: string, decidable = true): CutHandover => ({
  flow: flowId,
  flowId,
  decidable,
  before: [before],
  after,
  from: 'front',
  to: 'back',
});
const between = (before: CutHandover[], after: CutHandover[], idsNow: [string, string | undefined][] = []) =>
  handoversBetween({ outline, handovers: before }, { outline, handovers: after }, new Map(idsNow));

describe('Hand-overs of two diagrams', () => {
  it('are gained and lost by their flow, and named by their steps, by the id of one without a name', () =>
    expect(
      between([over('F', 'A', 'B'), over('G', 'B', 'C')], [over('G', 'A', 'C'), over('H', 'A', '?4')]),
    ).toEqual({
      removed: [{ flowId: 'F', before: ['Aannemen'], after: 'Toetsen', from: 'front', to: 'back' }],
      added: [{ flowId: 'H', before: ['Aannemen'], after: 'Versturen', from: 'front', to: 'back' }],
    }));
  it('stay the same when their flow has another id', () =>
    expect(between([over('F', 'A', 'B')], [over('F2', 'A', 'B')], [['F', 'F2']])).toEqual({
      added: [],
      removed: [],
    }));
  it('are others when their flow is gone and another one has its id', () => {
    const { added, removed } = between([over('F', 'A', 'B')], [over('F', 'B', 'C')], [['F', undefined]]);
    expect([added, removed].map((flows) => flows.map(({ after }) => after))).toEqual([['C'], ['Toetsen']]);
  });
  it('go with their flow where another one has its old id', () => {
    const after = [over('F2', 'A', 'B'), over('F', 'B', 'C')];
    const { added, removed } = between([over('F', 'A', 'B')], after, [['F', 'F2']]);
    expect([added.map(({ flowId }) => flowId), removed]).toEqual([['F'], []]);
  });
  it('on flows without an id of their own are known by their steps, each once', () => {
    expect(between([over('x', 'A', 'B', false)], [over('y', 'A', 'B', false)])).toEqual({
      added: [],
      removed: [],
    });
    const gained = between(
      [over('x', 'A', 'B', false)],
      [over('x', 'A', 'B', false), over('x', 'A', 'B', false), over('x', 'B', 'C', false)],
    );
    expect(gained.added.map(({ before, after }) => [...before, after])).toEqual([
      ['Aannemen', 'Toetsen'],
      ['Toetsen', 'C'],
    ]);
  });
});
