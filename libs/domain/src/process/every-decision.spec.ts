import { describe, expect, it } from '@jest/globals';
import { standing } from '../facts.js';
import { refusalOf } from '../refusal-of.js';
import {
  nameMilestone,
  nameOwner,
  registerProcess,
  renameProcess,
  retireProcess,
  saveDiagram,
} from './decisions.js';
import type { ProcessEvent, StoredDiagram } from './events.js';
import { given } from './given.js';
import { mergeDiagram } from './merging.js';
import type { ProcessState } from './state.js';
import {
  agreeHandover,
  bindStep,
  decideKnip,
  liftBinding,
  prioritiseChannels,
  recordDataRequests,
  withdrawKnip,
  type FlowInDiagram,
} from './step-decisions.js';

const REASON = 'Zo is het afgesproken.';
const diagram = (digest: string): StoredDiagram => ({ digest, encoding: 'br', bytes: '' });
const BEGIN: ProcessEvent[] = [
  { type: 'ProcessRegistered', data: { name: 'Kapvergunning', domain: 'vergunningen' } },
  { type: 'DiagramSaved', data: { diagram: diagram('base') } },
];
const KNIP = { process: 'kap', elementId: 'A', reason: REASON };
const FLOW: FlowInDiagram = { presence: 'present', handover: { before: ['A'], after: ['B'] } };

/** A decision, with what differs from an ordinary command. */
interface Decision {
  decide(state: ProcessState, differently: object): ProcessEvent[];
  /** What it changes, as a stale refusal names it. */
  changes: [kind: string, key: string];
  /** What stands before it can be made. */
  standing?: ProcessEvent[];
  /** Texts that people write in it, each with its longest. */
  texts: Record<string, number>;
  /** What a second one says otherwise, where the same again records nothing. */
  again?: object;
  /** Where it changes a thing that cannot have been changed since: it refuses that otherwise. */
  once?: true;
}
const DECISIONS: Record<string, Decision> = {
  'another name': {
    decide: (state, o) => renameProcess(state, { process: 'kap', name: 'Kap', reason: REASON, ...o }),
    changes: ['name', ''],
    texts: { name: 200, reason: 4_000 },
    again: { name: 'Bomen' },
  },
  'the end of a process': {
    decide: (state, o) => retireProcess(state, { process: 'kap', reason: REASON, ...o }),
    changes: ['retirement', ''],
    texts: { reason: 4_000 },
    once: true,
  },
  'an owner': {
    decide: (state, o) => nameOwner(state, { process: 'kap', person: 'anouk', reason: REASON, ...o }),
    changes: ['owner', ''],
    texts: { reason: 4_000 },
  },
  'a diagram': {
    decide: (state, o) => saveDiagram(state, { process: 'kap', diagram: diagram('new'), seen: 2, ...o }),
    changes: ['diagram', ''],
    texts: { note: 4_000 },
    again: { diagram: diagram('newer') },
  },
  'a merge': {
    decide: (state, o) =>
      mergeDiagram(state, {
        process: 'kap',
        base: 1,
        mine: diagram('mine'),
        result: diagram('both'),
        mergedWith: 2,
        choices: [],
        ...o,
      }),
    changes: ['diagram', ''],
    texts: { note: 4_000 },
  },
  'a milestone': {
    decide: (state, o) => nameMilestone(state, { process: 'kap', name: 'Pilot', ...o }),
    changes: ['milestone', 'Pilot'],
    texts: { name: 200 },
  },
  'a knip': {
    decide: (state, o) => decideKnip(state, { ...KNIP, side: 'front', ...o }, 'present'),
    changes: ['knip', 'A'],
    texts: { reason: 4_000 },
  },
  'the withdrawal of a knip': {
    decide: (state, o) => withdrawKnip(state, { ...KNIP, ...o }, 'present'),
    changes: ['knip', 'A'],
    standing: [{ type: 'KnipDecided', data: { elementId: 'A', side: 'front', reason: { text: REASON } } }],
    texts: { reason: 4_000 },
  },
  'the channels of a process': {
    decide: (state, o) =>
      prioritiseChannels(state, { process: 'kap', channels: ['web'], reason: REASON, ...o }, 'present'),
    changes: ['channels', ''],
    texts: { reason: 4_000 },
  },
  'the channels of a step': {
    decide: (state, o) => prioritiseChannels(state, { ...KNIP, channels: ['web'], ...o }, 'present'),
    changes: ['channels', 'A'],
    texts: { reason: 4_000 },
  },
  'a hand-over': {
    decide: (state, o) =>
      agreeHandover(state, { process: 'kap', flowId: 'F', what: 'Het dossier', reason: REASON, ...o }, FLOW),
    changes: ['handover', 'F'],
    texts: { what: 4_000, reason: 4_000 },
  },
  'data that are asked': {
    decide: (state, o) => recordDataRequests(state, { ...KNIP, data: [{ name: 'Adres' }], ...o }, 'present'),
    changes: ['dataRequests', 'A'],
    texts: { reason: 4_000 },
  },
  'a binding': {
    decide: (state, o) => bindStep(state, { ...KNIP, side: 'back', source: 'Awb 10:3', ...o }, 'present'),
    changes: ['binding', 'A'],
    texts: { by: 500, source: 500, reason: 4_000 },
  },
  'the lifting of a binding': {
    decide: (state, o) => liftBinding(state, { ...KNIP, ...o }, 'present'),
    changes: ['binding', 'A'],
    standing: [{ type: 'StepBound', data: { elementId: 'A', source: 'Awb', reason: { text: REASON } } }],
    texts: { reason: 4_000 },
  },
};
const each = Object.entries(DECISIONS).map(([name, decision]) => ({ name, ...decision }));
const TIES: ProcessEvent = { type: 'MilestoneNamed', data: { name: 'Iets anders', version: 1 } };

describe('Every decision', () => {
  it.each(each)('refuses $name after the same changed, and after nothing else', (decision) => {
    const { decide, changes, standing = [], again, once } = decision;
    const before = [...BEGIN, ...standing];
    const seen = before.length;
    expect(decide(given(...before, TIES), { seen })).toHaveLength(1);
    if (once) return;
    const changed = decide(given(...before), {});
    expect(refusalOf(() => decide(given(...before, ...changed), { seen, ...again }))).toMatchObject({
      code: 'seenStale',
      params: {
        resource: `process.${changes[0]}`,
        key: changes[1],
        changed: seen + 1,
        seen,
        name: expect.any(String),
      },
    });
  });

  it.each(each)('refuses $name on a version that nobody can have seen', ({ decide, standing = [] }) => {
    const before = [...BEGIN, ...standing];
    for (const seen of [0, before.length + 1])
      expect(refusalOf(() => decide(given(...before), { seen }))).toMatchObject({ code: 'seenUnknown' });
  });

  it.each(each)('refuses $name on a process that is not there', ({ decide }) =>
    expect(refusalOf(() => decide(given(), {}))).toMatchObject({
      code: 'processUnknown',
      params: { process: 'kap' },
    }),
  );

  it.each(each)('names the text of $name that cannot be taken, and takes the longest', (decision) => {
    const { decide, standing = [], texts } = decision;
    const state = given(...BEGIN, ...standing);
    for (const [field, limit] of Object.entries(texts)) {
      expect(decide(state, { [field]: 'x'.repeat(limit) })).toHaveLength(1);
      for (const wrong of ['', ' \u200b', 'x'.repeat(limit + 1), '\ud83d'])
        expect(refusalOf(() => decide(state, { [field]: wrong }))).toMatchObject({
          code: 'textInvalid',
          params: { field, limit },
        });
    }
  });
});

describe('A list', () => {
  const many = (count: number) => Array.from({ length: count }, (_, n) => `Nummer ${n}`);
  const state = given(...BEGIN);
  it.each<[string, number, (count: number) => ProcessEvent[]]>([
    ['alternatives', 20, (n) => DECISIONS['a knip']!.decide(state, { alternatives: many(n) })],
    [
      'data',
      100,
      (n) => DECISIONS['data that are asked']!.decide(state, { data: many(n).map((name) => ({ name })) }),
    ],
    [
      'choices',
      1_500,
      (n) =>
        DECISIONS['a merge']!.decide(state, {
          choices: many(n).map((conflict) => ({ conflict, take: 'mine' })),
        }),
    ],
  ])('of %s holds %d and no more', (field, limit, decide) => {
    expect(decide(limit)).toHaveLength(1);
    expect(refusalOf(() => decide(limit + 1))).toMatchObject({ code: 'tooMany', params: { field, limit } });
  });

  it('names what cannot be taken in it', () => {
    const wrong = (data: object[]) =>
      refusalOf(() => DECISIONS['data that are asked']!.decide(state, { data }));
    for (const data of [[{ name: '' }], [{ name: 'Adres', registry: '' }]])
      expect(wrong(data)).toMatchObject({ code: 'textInvalid', params: { field: 'data', limit: 200 } });
  });
});

describe('A registration', () => {
  const REGISTER = { process: 'kap', name: 'Kap', domain: 'wmo' };
  it('needs no case type, and says nothing of one that was not given', () => {
    const [registered] = registerProcess(given(), REGISTER);
    expect(Object.keys(registered!.data)).toEqual(['name', 'domain']);
  });
  it('names the text that cannot be taken', () => {
    for (const [field, wrong] of [
      ['name', ''],
      ['caseType', ''],
      ['name', 'x'.repeat(201)],
      ['caseType', 'x'.repeat(201)],
    ] as const)
      expect(refusalOf(() => registerProcess(given(), { ...REGISTER, [field]: wrong }))).toMatchObject({
        code: 'textInvalid',
        params: { field, limit: 200 },
      });
  });
  it('says the name, and apart from it the domain with the case type', () => {
    const state = given(...registerProcess(given(), { ...REGISTER, caseType: 'Kappen' }));
    expect(standing(state, 'name')).toEqual({ name: 'Kap' });
    expect(standing(state, 'domain')).toEqual({ domain: 'wmo', caseType: 'Kappen' });
  });
  it('of an id that is taken names the id', () =>
    expect(refusalOf(() => registerProcess(given(...BEGIN), REGISTER))).toMatchObject({
      code: 'processExists',
      params: { process: 'kap' },
    }));
});

describe('A milestone', () => {
  it('is refused on version 0, and under a reserved name, which the refusal gives', () => {
    const { decide } = DECISIONS['a milestone']!;
    expect(refusalOf(() => decide(given(...BEGIN), { version: 0 }))).toMatchObject({
      code: 'versionUnknown',
      params: { name: 'Kapvergunning', asked: 0, version: 2 },
    });
    expect(refusalOf(() => decide(given(...BEGIN), { name: 'pilot:x' }))).toMatchObject({
      params: { milestone: 'pilot:x' },
    });
  });
});

describe('What is about a step', () => {
  const about = (state: ProcessState, elementId: string, presence: 'absent' | 'ambiguous') => [
    () => decideKnip(state, { ...KNIP, elementId, side: 'front' }, presence),
    () => prioritiseChannels(state, { ...KNIP, elementId, channels: ['web'] }, presence),
    () => recordDataRequests(state, { ...KNIP, elementId, data: [] }, presence),
    () => bindStep(state, { ...KNIP, elementId, by: 'x', source: 'y' }, presence),
    () => withdrawKnip(state, { ...KNIP, elementId }, presence),
    () => liftBinding(state, { ...KNIP, elementId }, presence),
  ];
  it('is refused where the diagram lacks it or has it twice, and says so', () => {
    const state = given(...BEGIN);
    for (const decide of about(state, 'Z', 'absent'))
      expect(refusalOf(decide)).toMatchObject({
        code: 'stepUnknown',
        params: { element: 'Z', name: 'Kapvergunning', version: 2 },
      });
    for (const decide of about(state, 'Z', 'ambiguous'))
      expect(refusalOf(decide)).toMatchObject({ code: 'stepUndecidable', params: { element: 'Z' } });
  });
  it('can be taken back when the step is gone, and not when two steps have its id', () => {
    const state = given(
      ...BEGIN,
      ...DECISIONS['the withdrawal of a knip']!.standing!,
      ...DECISIONS['the lifting of a binding']!.standing!,
    );
    expect(withdrawKnip(state, KNIP, 'absent')).toHaveLength(1);
    expect(liftBinding(state, KNIP, 'absent')).toHaveLength(1);
    for (const decide of [
      () => withdrawKnip(state, KNIP, 'ambiguous'),
      () => liftBinding(state, KNIP, 'ambiguous'),
    ])
      expect(refusalOf(decide)).toMatchObject({ code: 'stepUndecidable' });
  });
});
