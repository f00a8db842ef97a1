import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decisionsBetween, type DecisionDifference } from './comparing.js';
import type { ProcessEvent, Side } from './events.js';
import { given } from './given.js';

const WHY = { reason: { text: 'Zo is het.' } };
const REGISTERED: ProcessEvent = {
  type: 'ProcessRegistered',
  data: { name: 'Kapvergunning', domain: 'vergunningen' },
};
const SAVED: ProcessEvent = {
  type: 'DiagramSaved',
  data: { diagram: { digest: 'a', encoding: 'br', bytes: '' } },
};
const knip = (elementId: string, side: Side = 'front'): ProcessEvent => ({
  type: 'KnipDecided',
  data: { elementId, side, ...WHY },
});
const withdrawn = (elementId: string): ProcessEvent => ({
  type: 'KnipWithdrawn',
  data: { elementId, ...WHY },
});
const OWNER: ProcessEvent = { type: 'ProcessOwnerNamed', data: { person: 'anouk', ...WHY } };
const MILESTONE: ProcessEvent = { type: 'MilestoneNamed', data: { name: '1.0', version: 2 } };
const between = (events: ProcessEvent[], from: number, to: number) =>
  decisionsBetween(given(...events.slice(0, from)), given(...events.slice(0, to)));

const EVENTS = [
  REGISTERED,
  knip('A'),
  knip('B'),
  withdrawn('A'),
  knip('B', 'back'),
  knip('C'),
  SAVED,
  OWNER,
  MILESTONE,
];

describe('Decisions between two states', () => {
  it('are those that were added, changed and ended, each with the versions that decided them', () =>
    expect(between(EVENTS, 3, 9)).toEqual([
      { kind: 'knip', change: 'ended', before: 2, after: 4 },
      { kind: 'knip', change: 'changed', before: 3, after: 5 },
      { kind: 'knip', change: 'added', after: 6 },
      { kind: 'owner', change: 'added', after: 8 },
      { kind: 'milestone', change: 'added', after: 9 },
    ]));
  it('are none where a decision went along with its step to another id, from whichever side', () => {
    const salt = 'AAAAAAAAAAAAAAAAAAAAAA==';
    const decided = { side: 'front' as const, reason: { text: 'Zo is het.', salt } };
    const events: ProcessEvent[] = [
      REGISTERED,
      { type: 'KnipDecided', data: { elementId: 'A', ...decided } },
      { type: 'KnipWithdrawn', data: { elementId: 'A', reason: decided.reason, carriedTo: 'B' } },
      SAVED,
      {
        type: 'KnipDecided',
        data: { elementId: 'B', ...decided, carriedFrom: { elementId: 'A', version: 2 } },
      },
      {
        type: 'KnipDecided',
        data: { elementId: 'A', ...decided, reason: { text: 'Zo is het.', salt: 'B=' } },
      },
    ];
    const moved = (from: number, to: number, ids: [string, string | undefined][]) =>
      decisionsBetween(given(...events.slice(0, from)), given(...events.slice(0, to)), new Map(ids));
    expect(moved(2, 5, [['A', 'B']])).toEqual([]);
    expect(moved(5, 2, [['B', 'A']])).toEqual([]);
    // One that lapsed is known by its texts and salts.
    expect(moved(2, 5, [])).toEqual([]);
    expect(moved(2, 6, [['A', 'B']])).toEqual([{ kind: 'knip', change: 'added', after: 6 }]);
  });
  it('are none where a milestone is called like a step that has another id now', () => {
    const events: ProcessEvent[] = [REGISTERED, { type: 'MilestoneNamed', data: { name: 'A', version: 1 } }];
    expect(decisionsBetween(given(...events), given(...events, SAVED), new Map([['A', 'B']]))).toEqual([]);
  });
  it('are those of the steps, also where decisions stayed with ids that other steps have now', () => {
    const [before, after] = [
      given(REGISTERED, knip('A'), knip('B', 'back')),
      given(REGISTERED, knip('A'), knip('B', 'back'), SAVED),
    ];
    expect(
      decisionsBetween(
        before,
        after,
        new Map([
          ['A', 'B'],
          ['B', undefined],
        ]),
      ),
    ).toEqual([
      { kind: 'knip', change: 'added', after: 2 },
      { kind: 'knip', change: 'changed', before: 2, after: 3 },
      { kind: 'knip', change: 'ended', before: 3 },
    ]);
  });
  it('go by the step where an id stood on another one before, whichever was decided first', () => {
    const decided = { side: 'back' as const, ...WHY };
    for (const first of ['A', 'B']) {
      const made = [knip('A'), knip('B', 'back')];
      if (first === 'B') made.reverse();
      const [a, b] = first === 'A' ? [2, 3] : [3, 2];
      const after: ProcessEvent[] = [
        SAVED,
        { type: 'KnipWithdrawn', data: { elementId: 'B', ...WHY, carriedTo: 'A' } },
        {
          type: 'KnipDecided',
          data: { elementId: 'A', ...decided, carriedFrom: { elementId: 'B', version: b } },
        },
      ];
      const ids = new Map([['B', 'A']]);
      // The step that had A is in neither diagram, so nothing tells where it went.
      expect(decisionsBetween(given(REGISTERED, ...made), given(REGISTERED, ...made, ...after), ids)).toEqual(
        [{ kind: 'knip', change: 'ended', before: a }],
      );
    }
  });
  it('leave out the domain, also of a process that was not there before', () =>
    expect(between(EVENTS, 0, 1)).toEqual([{ kind: 'name', change: 'added', after: 1 }]));
  it('leave out what only lapsed, since its step has another id', () => {
    const made = [
      knip('A'),
      { type: 'StepBound', data: { elementId: 'A', side: 'front', source: 'Awb', ...WHY } },
      { type: 'DataRequestsRecorded', data: { elementId: 'A', data: [], ...WHY } },
    ] satisfies ProcessEvent[];
    const [before, later] = [given(REGISTERED, ...made), [REGISTERED, ...made, SAVED]];
    const ids = new Map([['A', 'X']]);
    const lacksA = (id: string) => id !== 'A';
    expect(decisionsBetween(before, given(...later), ids, lacksA)).toEqual([]);
    // What was decided on the step since is another decision.
    expect(decisionsBetween(before, given(...later, knip('X', 'back')), ids, lacksA)).toEqual([
      { kind: 'knip', change: 'changed', before: 2, after: 6 },
    ]);
    expect(decisionsBetween(before, given(...later, withdrawn('A')), ids, lacksA)).toMatchObject([
      { kind: 'knip', change: 'ended', before: 2 },
    ]);
  });
  it('end by nothing where the later state is the older one, whatever ended under their id before', () =>
    expect(between([REGISTERED, knip('A'), withdrawn('A'), knip('A')], 4, 3)).toEqual([
      { kind: 'knip', change: 'ended', before: 4 },
    ]));
  it('end by what happened under the new id of their step, but not before it had that', () => {
    const made = [REGISTERED, knip('A'), knip('B', 'back')];
    const ids = new Map([
      ['A', 'B'],
      ['B', undefined],
    ]);
    const ended = (...more: ProcessEvent[]) =>
      decisionsBetween(given(...made), given(...made, ...more), ids).map(({ before, after }) => [
        before,
        after,
      ]);
    expect(ended(withdrawn('A'), withdrawn('B'), SAVED)).toEqual([
      [2, undefined],
      [3, undefined],
    ]);
    expect(ended(withdrawn('B'), SAVED, knip('B'), withdrawn('B'))).toContainEqual([2, 7]);
    expect(ended(withdrawn('B'), SAVED, knip('B'), withdrawn('B'))).toContainEqual([3, undefined]);
  });
  it('can be looked at from the newer side', () =>
    expect(between(EVENTS, 9, 3)).toEqual([
      { kind: 'knip', change: 'added', after: 2 },
      { kind: 'knip', change: 'changed', before: 5, after: 3 },
      { kind: 'knip', change: 'ended', before: 6 },
      { kind: 'owner', change: 'ended', before: 8 },
      { kind: 'milestone', change: 'ended', before: 9 },
    ]));
  it('leave out what was decided and taken back in between, and what two diagrams say', () => {
    expect(between([REGISTERED, knip('A'), withdrawn('A'), SAVED], 1, 4)).toEqual([]);
    expect(between(EVENTS, 6, 6)).toEqual([]);
  });
  it('are the same seen from either side, but for the words', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...EVENTS.slice(1)), { maxLength: 15 }),
        fc.nat(15),
        fc.nat(15),
        (more, one, other) => {
          const events = [REGISTERED, ...more];
          const [from, to] = [Math.min(one + 1, events.length), Math.min(other + 1, events.length)];
          const turned = { added: 'ended', ended: 'added', changed: 'changed' };
          const seen = (differences: DecisionDifference[]) =>
            differences.map(({ kind, change }) => `${kind} ${change}`).sort();
          const back = between(events, to, from).map((difference) => ({
            ...difference,
            change: turned[difference.change] as DecisionDifference['change'],
          }));
          expect(seen(between(events, from, to))).toEqual(seen(back));
        },
      ),
    ));
});
