import { describe, expect, it } from '@jest/globals';
import type { StepAnswer } from '#contract';
import { arranged, everything, laneNames, nextUndecided, rowsOf } from './rows.js';

function step(key: string, more: Partial<StepAnswer> = {}): StepAnswer {
  return {
    key,
    id: key,
    decidable: true,
    name: key,
    kind: 'task',
    automatic: false,
    undecided: false,
    laneDisagrees: false,
    considerations: [],
    ...more,
  };
}

const keys = (rows: { step: StepAnswer }[]) => rows.map((row) => row.step.key);

describe('the step list', () => {
  it('puts the steps in the order of work, whatever their order in the file', () => {
    const rows = rowsOf({ steps: [step('C'), step('A'), step('B')], handovers: [] }, [
      { into: 'B', nearest: ['A'] },
      { into: 'C', nearest: ['B'] },
    ]);
    expect(keys(rows)).toEqual(['A', 'B', 'C']);
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3]);
    expect(rows[0]?.next).toEqual(['B']);
  });

  it('shows every step of a loop exactly once', () => {
    const rows = rowsOf({ steps: [step('A'), step('B'), step('C')], handovers: [] }, [
      { into: 'B', nearest: ['A', 'C'] },
      { into: 'C', nearest: ['B'] },
      { into: 'C', nearest: ['C'] },
    ]);
    expect(keys(rows)).toEqual(['A', 'B', 'C']);
  });

  it('names the hand-overs on both sides of the knip', () => {
    const handover = {
      flow: 'F',
      decidable: true,
      before: ['A'],
      after: 'B',
      from: 'front' as const,
      to: 'back' as const,
    };
    const [a, b] = rowsOf({ steps: [step('A'), step('B')], handovers: [handover] }, []);
    expect(a).toMatchObject({ handoversIn: [], handoversOut: [handover] });
    expect(b).toMatchObject({ handoversIn: [handover], handoversOut: [] });
  });

  it('filters by side, lane, text and what is undecided', () => {
    const rows = rowsOf(
      {
        steps: [
          step('A', { name: 'Aanvraag ontvangen', side: 'front', lane: { name: 'KCC' } }),
          step('B', { name: 'Beoordelen', side: 'back', undecided: true, lane: { name: 'Vakafdeling' } }),
        ],
        handovers: [],
      },
      [],
    );
    expect(keys(arranged(rows, { ...everything, side: 'undecided' }, 'flow', 'nl'))).toEqual(['B']);
    expect(keys(arranged(rows, { ...everything, side: 'front' }, 'flow', 'nl'))).toEqual(['A']);
    expect(keys(arranged(rows, { ...everything, lane: 'Vakafdeling' }, 'flow', 'nl'))).toEqual(['B']);
    expect(keys(arranged(rows, { ...everything, text: ' AANVRAAG' }, 'flow', 'nl'))).toEqual(['A']);
    expect(laneNames(rows)).toEqual(['KCC', 'Vakafdeling']);
  });

  it('orders by name the Dutch way, numbers by their value', () => {
    const rows = rowsOf(
      {
        steps: [step('1', { name: 'Stap 10' }), step('2', { name: 'Stap 2' }), step('3', { name: 'één' })],
        handovers: [],
      },
      [],
    );
    expect(keys(arranged(rows, everything, 'name', 'nl'))).toEqual(['3', '2', '1']);
  });

  it('goes to the next undecided step and starts over at the end', () => {
    const rows = rowsOf(
      { steps: [step('A', { undecided: true }), step('B'), step('C', { undecided: true })], handovers: [] },
      [],
    );
    expect(nextUndecided(rows, undefined)?.key).toBe('A');
    expect(nextUndecided(rows, 'A')?.key).toBe('C');
    expect(nextUndecided(rows, 'C')?.key).toBe('A');
    expect(nextUndecided(rowsOf({ steps: [step('B')], handovers: [] }, []), 'B')).toBeUndefined();
  });
});
