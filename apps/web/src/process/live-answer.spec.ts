import { describe, expect, it } from '@jest/globals';
import type { Outline, OutlineStep } from '#bpmn';
import type { ProcessAnswer, StepAnswer } from '#contract';
import { savedElements, withDrawing } from './live-answer.js';

const decided = {
  version: 3,
  at: '2026-01-05T09:00:00Z',
  actor: { id: 'werkgroep-wmo', name: 'Werkgroep WMO' },
  reason: 'Zo afgesproken',
};
const lane = { id: 'L1', name: 'KCC', side: 'front' as const };

function drawnStep(id: string, more: Partial<OutlineStep> = {}): OutlineStep {
  return {
    key: id,
    id,
    decidable: true,
    kind: 'userTask',
    name: id,
    automatic: false,
    lane,
    considerations: [],
    dataRequests: [],
    ...more,
  };
}

function savedStep(id: string, more: Partial<StepAnswer> = {}): StepAnswer {
  return {
    key: id,
    id,
    decidable: true,
    name: id,
    kind: 'userTask',
    automatic: false,
    undecided: true,
    laneDisagrees: false,
    considerations: [],
    ...more,
  };
}

function answer(more: Partial<ProcessAnswer>): ProcessAnswer {
  return {
    id: 'p',
    version: 3,
    latest: 3,
    at: decided.at,
    name: 'Proces',
    domain: 'wmo',
    steps: [],
    handovers: [],
    undecided: [],
    lapsed: [],
    alsoLapsed: [],
    milestones: [],
    counts: { front: 0, back: 0, unknown: 0, undecided: 0, handovers: 0 },
    may: { edit: true, bind: false, retire: false, nameMilestone: false, nameOwner: false },
    ...more,
  };
}

function outline(steps: OutlineStep[], entries: Outline['entries'] = []): Outline {
  return { steps, entries, lanes: [], flowNodes: steps.length, drawn: true };
}

describe('the process with an unsaved drawing', () => {
  it('counts a step that was just drawn as undecided, on the side of its lane', () => {
    const live = withDrawing(answer({}), outline([drawnStep('A')]));
    expect(live.steps[0]).toMatchObject({ key: 'A', side: 'front', sideFrom: 'lane', undecided: true });
    expect(live.undecided).toEqual(['A']);
    expect(live.counts.undecided).toBe(1);
  });

  it('keeps the knip of a step that moved to another lane, and says that they disagree', () => {
    const saved = answer({
      steps: [savedStep('A', { knip: { ...decided, side: 'back', alternatives: [] } })],
    });
    const live = withDrawing(saved, outline([drawnStep('A')]));
    expect(live.steps[0]).toMatchObject({
      side: 'back',
      sideFrom: 'knip',
      undecided: false,
      laneDisagrees: true,
    });
  });

  it('lets a lapsed knip hold again as soon as its step is back in the drawing', () => {
    const live = withDrawing(
      answer({ lapsed: [{ ...decided, elementId: 'A', side: 'back' }] }),
      outline([drawnStep('A')]),
    );
    expect(live.steps[0]).toMatchObject({ side: 'back', undecided: false });
    expect(live.lapsed).toEqual([]);
  });

  it('lets every other decision that lapsed hold again as well', () => {
    const alsoLapsed = [
      { ...decided, kind: 'binding', elementId: 'A', side: 'back', source: 'Awb' },
      { ...decided, kind: 'channels', elementId: 'A', channels: ['web'] },
      { ...decided, kind: 'dataRequests', elementId: 'A', data: [{ name: 'Adres' }] },
      { ...decided, kind: 'binding', elementId: 'weg', source: 'Awb' },
    ] as ProcessAnswer['alsoLapsed'];
    const live = withDrawing(answer({ alsoLapsed }), outline([drawnStep('A')]));
    expect(live.steps[0]).toMatchObject({
      side: 'back',
      sideFrom: 'binding',
      binding: { source: 'Awb' },
      channels: { channels: ['web'] },
      dataRequests: { data: [{ name: 'Adres' }] },
    });
    expect(live.alsoLapsed.map(({ elementId }) => elementId)).toEqual(['weg']);
    const moved = withDrawing(answer({ alsoLapsed }), outline([drawnStep('A')]), new Set(['A']));
    expect(moved.steps[0]).not.toHaveProperty('binding');
  });

  it('lets a lapsed agreement hold again where its flow crosses the knip again, and lists it until then', () => {
    const steps = [drawnStep('A'), drawnStep('B', { lane: { id: 'L2', name: 'Vak', side: 'back' } })];
    const entry = {
      flow: 'F',
      flowId: 'F',
      decidable: true,
      kind: 'sequence' as const,
      into: 'B',
      nearest: ['A'],
    };
    const alsoLapsed = [
      { ...decided, kind: 'handover', elementId: 'F', what: 'Het dossier' },
      // Of a flow, although a step is called the same.
      { ...decided, kind: 'handover', elementId: 'A', what: 'Iets' },
    ] as ProcessAnswer['alsoLapsed'];
    const saved = answer({ alsoLapsed });
    const live = withDrawing(saved, outline(steps, [entry]));
    expect(live.handovers).toMatchObject([
      { agreement: { what: 'Het dossier', before: ['A'], after: ['B'], outdated: false } },
    ]);
    expect(live.alsoLapsed.map(({ elementId }) => elementId)).toEqual(['A']);
    expect(withDrawing(saved, outline(steps)).alsoLapsed).toEqual(alsoLapsed);
    const moved = withDrawing(saved, outline(steps, [entry]), new Set(['F']));
    expect(moved.handovers[0]).not.toHaveProperty('agreement');
  });

  it('shows a new hand-over, and asks to agree again where the steps around an agreed one changed', () => {
    const steps = [
      drawnStep('A'),
      drawnStep('X'),
      drawnStep('B', { lane: { id: 'L2', name: 'Vak', side: 'back' } }),
    ];
    const entry = {
      flow: 'F',
      flowId: 'F',
      decidable: true,
      kind: 'sequence' as const,
      into: 'B',
      nearest: ['A', 'X'],
    };
    const agreement = { ...decided, what: 'Het dossier', before: ['A'], after: ['B'], outdated: false };
    const saved = answer({
      handovers: [
        {
          flow: 'F',
          flowId: 'F',
          decidable: true,
          before: ['A'],
          after: 'B',
          from: 'front',
          to: 'back',
          agreement,
        },
      ],
    });
    const live = withDrawing(saved, outline(steps, [entry]));
    expect(live.handovers).toHaveLength(1);
    expect(live.handovers[0]?.agreement?.outdated).toBe(true);
    expect(live.counts).toMatchObject({ front: 2, back: 1, handovers: 1 });
    expect([...savedElements(saved)]).toEqual(['F']);
  });

  it('knows which steps the service can already decide on', () => {
    expect(savedElements(answer({ steps: [savedStep('A')] })).has('B')).toBe(false);
  });

  it('shows nothing of what was decided under an id that stands on another element', () => {
    const knip = { ...decided, side: 'front' as const, alternatives: [] };
    const saved = answer({
      steps: [savedStep('A', { knip, undecided: false }), savedStep('B', { knip, undecided: false })],
      lapsed: [{ ...decided, elementId: 'C', side: 'back' }],
    });
    const drawn = outline([drawnStep('A'), drawnStep('B'), drawnStep('C')]);
    const live = withDrawing(saved, drawn, new Set(['A', 'C']));
    expect(live.steps.map((step) => step.knip?.side)).toEqual([undefined, 'front', undefined]);
    expect(withDrawing(saved, drawn).steps.map((step) => step.knip?.side)).toEqual([
      'front',
      'front',
      'back',
    ]);
  });
});
