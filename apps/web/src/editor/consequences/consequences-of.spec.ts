import { describe, expect, it } from '@jest/globals';
import type { HandoverAnswer, LapsedKnipAnswer, Side, StepAnswer } from '#contract';
import type { Standing } from '../../canvas/diagram/standing.js';
import { consequencesOf, mustBeAsked } from './consequences-of.js';

/** A drawing with these steps, each with the side of its lane; lanes and flows by their ids. */
function drawn(steps: Record<string, Side | ''>, others: string[] = [], lanes = ['KCC', 'Vak']): Standing {
  return {
    steps: new Map(
      Object.entries(steps).map(([id, side]) => [id, { name: `Stap ${id}`, ...(side && { side }) }]),
    ),
    elements: new Map([...Object.keys(steps), ...others, ...lanes].map((id) => [id, ''])),
    lanes: new Set(lanes),
  };
}

const step = (id: string, decided: object = {}) => ({ key: id, id, ...decided }) as StepAnswer;
const knip = { side: 'front', reason: 'r' };
const answer = (
  steps: StepAnswer[] = [],
  handovers: object[] = [],
  lapsed: object[] = [],
): Parameters<typeof consequencesOf>[2] => ({
  steps,
  handovers: handovers as HandoverAnswer[],
  lapsed: lapsed as LapsedKnipAnswer[],
});

describe('The consequences of a change', () => {
  it('are the decisions on a step that is gone, each by its kind', () => {
    const decided = answer([step('A', { knip, channels: {}, binding: {}, dataRequests: {} }), step('B')]);
    const found = consequencesOf(drawn({ A: 'front', B: 'back' }), drawn({}), decided);
    expect(found.lapse).toEqual([
      { name: 'Stap A', decisions: ['knip', 'binding', 'channels', 'dataRequests'] },
    ]);
    expect(mustBeAsked(found)).toBe(true);
  });

  it('are none when a step without decisions is deleted, or a step with a knip moves to another lane', () => {
    const decided = answer([step('A', { knip }), step('B', { binding: { side: 'back' } })]);
    const before = drawn({ A: 'front', B: 'back', C: 'front' });
    const found = consequencesOf(before, drawn({ A: 'back', B: '' }), decided);
    expect(found).toMatchObject({ lapse: [], lose: [], change: [], laneGone: false });
    expect(mustBeAsked(found)).toBe(false);
  });

  it('are a lost side, also where a binding says no side, and not where there was none', () => {
    const decided = answer([step('A', { binding: { by: 'KCC' } })]);
    const found = consequencesOf(drawn({ A: 'front', B: '' }), drawn({ A: '', B: '' }), decided);
    expect(found.lose).toEqual([{ name: 'Stap A', from: 'front' }]);
    expect(mustBeAsked(found)).toBe(true);
  });

  it('are another side, which is asked about only where a lane goes', () => {
    const moved = consequencesOf(drawn({ A: 'front' }), drawn({ A: 'back' }), answer());
    expect(moved.change).toEqual([{ name: 'Stap A', to: 'back' }]);
    expect(mustBeAsked(moved)).toBe(false);
    const without = drawn({ A: 'back' }, [], ['Vak']);
    expect(mustBeAsked(consequencesOf(drawn({ A: 'front' }), without, answer()))).toBe(true);
    expect(mustBeAsked(consequencesOf(drawn({ A: 'front' }), drawn({ A: 'front' }, [], []), answer()))).toBe(
      false,
    );
  });

  it('are, where a lane goes, decided steps that then stand in a lane of the other side', () => {
    const decided = answer([
      step('A', { knip }),
      step('B', { binding: { side: 'front' } }),
      step('C', { knip }),
    ]);
    const before = drawn({ A: 'front', B: '', C: 'back' });
    const after = (lanes: string[]) => drawn({ A: 'back', B: 'back', C: 'back' }, [], lanes);
    const found = consequencesOf(before, after(['Vak']), decided);
    expect(found.apart).toEqual([
      { name: 'Stap A', decided: 'front', to: 'back' },
      { name: 'Stap B', decided: 'front', to: 'back' },
    ]);
    expect(mustBeAsked(found)).toBe(true);
    expect(mustBeAsked(consequencesOf(before, after(['KCC', 'Vak']), decided))).toBe(false);
  });

  it('are agreements on a flow that is gone, and lapsed knips whose element will not come back', () => {
    const decided = answer(
      [],
      [
        { flowId: 'F', after: 'B', agreement: {} },
        { flowId: 'G', after: 'B' },
        { flowId: 'H', after: 'B', agreement: {} },
      ],
      [{ elementId: 'In' }, { elementId: 'Elders' }],
    );
    const before = drawn({ A: '', B: '' }, ['F', 'G', 'H', 'In']);
    expect(consequencesOf(before, drawn({ A: '', B: '' }, ['H']), decided).lapse).toEqual([
      { name: 'In', decisions: ['gone'] },
      { name: 'Stap B', decisions: ['handover'] },
    ]);
  });
});
