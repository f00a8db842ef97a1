import { describe, expect, it } from '@jest/globals';
import type { Outline, OutlineStep } from '#bpmn';
import type { ProcessAnswer, StepAnswer } from '#contract';
import { carriedDecisions } from './carried.js';

const decided = (version: number) => ({ version, at: '2026-01-01T00:00:00Z', actor: { id: 'a', name: 'A' } });
const empty = { considerations: [], dataRequests: [] };

function fileStep(more: Partial<OutlineStep>): OutlineStep {
  return {
    key: 'T',
    id: 'T',
    decidable: true,
    kind: 'task',
    name: 'Intake',
    automatic: false,
    ...empty,
    ...more,
  };
}

function outlineOf(step: Partial<OutlineStep>, more: Partial<Outline> = {}): Outline {
  return { steps: [fileStep(step)], entries: [], lanes: [], flowNodes: 1, drawn: true, ...more };
}

function processWith(step: Partial<StepAnswer>, more: Partial<ProcessAnswer> = {}): ProcessAnswer {
  const { dataRequests: _, ...shown } = fileStep({});
  const only = { ...shown, undecided: true, laneDisagrees: false, considerations: [], ...step } as StepAnswer;
  return {
    id: 'p',
    version: 5,
    latest: 5,
    at: '',
    name: 'P',
    domain: 'wmo',
    steps: [only],
    handovers: [],
    undecided: ['T'],
    counts: { front: 0, back: 0, unknown: 1, undecided: 1, handovers: 0 },
    lapsed: [],
    alsoLapsed: [],
    milestones: [],
    diagram: { digest: '', version: 5, drawn: true },
    may: { edit: true, bind: false, retire: false, nameMilestone: false, nameOwner: false },
    ...more,
  };
}

const knip = {
  side: 'front' as const,
  role: 'generalist' as const,
  reason: 'One intake',
  alternatives: ['Back'],
};

describe('decisions that an uploaded file carries', () => {
  it('are offered with the reason of the file, as ordinary decisions', () => {
    expect(carriedDecisions(outlineOf({ knip }), processWith({}))).toEqual([
      {
        id: 'knip T',
        kind: 'knip',
        stepName: 'Intake',
        carried: knip,
        reason: 'One intake',
        path: '/knips/T',
        body: { side: 'front', role: 'generalist', alternatives: ['Back'] },
      },
    ]);
  });

  it('are not offered when the process says the same', () => {
    const standing = { ...decided(2), side: 'front' as const, role: 'generalist' as const, alternatives: [] };
    expect(carriedDecisions(outlineOf({ knip }), processWith({ knip: standing }))).toEqual([]);
  });

  it('are offered against an older decision, never against one taken after the file was saved', () => {
    const standing = (version: number) => ({ ...decided(version), side: 'back' as const, alternatives: [] });
    expect(carriedDecisions(outlineOf({ knip }), processWith({ knip: standing(3) }))).toHaveLength(1);
    expect(carriedDecisions(outlineOf({ knip }), processWith({ knip: standing(6) }, { version: 6 }))).toEqual(
      [],
    );
  });

  it('are not offered where law binds the step to the other side, or where it cannot be decided on', () => {
    const binding = { ...decided(2), side: 'back' as const, source: 'Awb' };
    expect(carriedDecisions(outlineOf({ knip }), processWith({ binding }))).toEqual([]);
    expect(carriedDecisions(outlineOf({ knip }), processWith({ decidable: false }))).toEqual([]);
  });

  it('include channels of the process and of a step; data requests are shown with the step', () => {
    const outline = outlineOf(
      { channels: { channels: ['desk'] }, dataRequests: [{ name: 'Inkomen', registry: 'BRP' }] },
      { channels: { channels: ['web', 'post'], reason: 'Click first' } },
    );
    expect(
      carriedDecisions(outline, processWith({})).map(({ path, body, reason }) => ({ path, body, reason })),
    ).toEqual([
      { path: '/channel-priority', body: { channels: ['web', 'post'] }, reason: 'Click first' },
      { path: '/channel-priority', body: { channels: ['desk'], elementId: 'T' }, reason: '' },
    ]);
  });

  it('include bindings only for people who may bind', () => {
    const outline = outlineOf({ binding: { side: 'back', source: 'Awb art. 10:3', reason: 'Mandate' } });
    expect(carriedDecisions(outline, processWith({}))).toEqual([]);
    const { may } = processWith({});
    expect(carriedDecisions(outline, processWith({}, { may: { ...may, bind: true } }))).toMatchObject([
      { kind: 'binding', reason: 'Mandate', body: { side: 'back', source: 'Awb art. 10:3' } },
    ]);
  });
});
