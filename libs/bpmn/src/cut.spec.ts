import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cut } from './cut.js';
import type { SideDecisions } from './cut.js';
import { accepted, flow, lane, process, task } from './diagram.fixture.js';
import type { Outline, OutlineStep, Side } from './outline.js';

const decided = (knips: Record<string, Side>, bound: Record<string, Side> = {}): SideDecisions => ({
  knip: (id) => new Map(Object.entries(knips)).get(id),
  boundSide: (id) => new Map(Object.entries(bound)).get(id),
});
const two = accepted(
  process(
    `<bpmn:laneSet>${lane('F', 'front', 'A')}${lane('B', 'back', 'C')}</bpmn:laneSet>${task('A')}${task('C')}${flow('A', 'C')}`,
  ),
).outline;

describe('The cut', () => {
  it('takes a side from the knip, else the binding, else the lane', () => {
    expect(cut(two, decided({})).steps.map(({ side, from, undecided }) => [side, from, undecided])).toEqual([
      ['front', 'lane', true],
      ['back', 'lane', true],
    ]);
    expect(
      cut(two, decided({ A: 'back' }, { C: 'back' })).steps.map(({ side, from, undecided }) => [
        side,
        from,
        undecided,
      ]),
    ).toEqual([
      ['back', 'knip', false],
      ['back', 'binding', false],
    ]);
    expect(cut(two, decided({ A: 'back' })).steps[0]?.laneDisagrees).toBe(true);
  });

  it('has a hand-over where the step before is known to be on the other side', () => {
    expect(cut(two, decided({})).handovers).toEqual([
      { flow: 'A-C', flowId: 'A-C', decidable: true, before: ['A'], after: 'C', from: 'front', to: 'back' },
    ]);
    expect(cut(two, decided({ A: 'back' })).handovers).toEqual([]);
  });

  it('does not count an automatic step as undecided, yet takes a decision on it', () => {
    const { outline } = accepted(process(task('S', 'serviceTask')));
    expect(cut(outline, decided({})).counts).toEqual({
      front: 0,
      back: 0,
      unknown: 1,
      undecided: 0,
      handovers: 0,
    });
    expect(cut(outline, decided({ S: 'front' })).counts.front).toBe(1);
  });
});

const side = fc.constantFrom<Side | undefined>('front', 'back', undefined);
const someOutline: fc.Arbitrary<Outline> = fc
  .array(fc.record({ decidable: fc.boolean(), automatic: fc.boolean(), lane: side }), {
    minLength: 1,
    maxLength: 12,
  })
  .chain((given) => {
    const steps = given.map(
      ({ decidable, automatic, lane: laneSide }, i): OutlineStep => ({
        key: `s${i}`,
        id: `s${i}`,
        decidable,
        automatic,
        kind: 'task',
        name: '',
        considerations: [],
        dataRequests: [],
        lane: { name: '', ...(laneSide && { side: laneSide }) },
      }),
    );
    const key = fc.constantFrom(...steps.map((step) => step.key));
    return fc
      .array(fc.record({ into: key, nearest: fc.uniqueArray(key, { maxLength: 4 }) }), { maxLength: 20 })
      .map((entries) => ({
        steps,
        lanes: [],
        flowNodes: steps.length,
        drawn: false,
        entries: entries.map((entry, i) => ({
          ...entry,
          flow: `f${i}`,
          decidable: true,
          kind: 'sequence' as const,
        })),
      }));
  });
const someDecisions = fc.dictionary(
  fc.constantFrom(...Array.from({ length: 12 }, (_, i) => `s${i}`)),
  fc.constantFrom<Side>('front', 'back'),
);

describe('Of any diagram and any decisions', () => {
  it('the counts add up', () => {
    fc.assert(
      fc.property(someOutline, someDecisions, someDecisions, (outline, knips, bound) => {
        const { counts, steps, handovers } = cut(outline, decided(knips, bound));
        expect(counts.front + counts.back + counts.unknown).toBe(outline.steps.length);
        expect(counts.undecided).toBe(steps.filter((step) => step.undecided).length);
        expect(counts.handovers).toBe(handovers.length);
      }),
    );
  });

  it('the steps before and after a hand-over are on different known sides', () => {
    fc.assert(
      fc.property(someOutline, someDecisions, (outline, knips) => {
        const { steps, handovers } = cut(outline, decided(knips));
        const sides = new Map(steps.map((step) => [step.key, step.side]));
        for (const { before, after, from, to } of handovers) {
          expect(from).not.toBe(to);
          expect(sides.get(after)).toBe(to);
          expect(before.map((key) => sides.get(key))).toEqual(before.map(() => from));
          expect(before.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('a decision on a step that cannot be decided on has no effect', () => {
    fc.assert(
      fc.property(someOutline, someDecisions, (outline, knips) => {
        const effective = Object.fromEntries(
          Object.entries(knips).filter(([id]) =>
            outline.steps.some((step) => step.id === id && step.decidable),
          ),
        );
        expect(cut(outline, decided(knips))).toEqual(cut(outline, decided(effective)));
      }),
    );
  });
});
