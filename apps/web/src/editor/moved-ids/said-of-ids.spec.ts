import { describe, expect, it } from '@jest/globals';
import type { ElementDecisionKind, ProcessAnswer } from '#contract';
import { historyWords } from '../../process/sentences/words-for-tests.js';
import { decisionLines } from './decision-lines.js';
import { movedIdsOf, SaidOfIds, type MovedIds } from './said-of-ids.js';

const moved = (id: string): MovedIds => ({
  changedHands: [{ id, had: { kind: 'task' }, has: { kind: 'task' }, decisions: ['knip'] }],
  renamed: [],
});

describe('What a person says of ids that changed hands', () => {
  it('counts for these ids alone, and once', () => {
    const said = new SaidOfIds();
    expect(said.done()).toBeUndefined();
    said.say(moved('T1'), 'follow');
    expect([said.about(moved('T1')), said.about(moved('T2'))]).toEqual(['follow', undefined]);
    expect(said.done()).toEqual({ moved: moved('T1'), ids: 'follow' });
    expect([said.about(moved('T1')), said.done()]).toEqual([undefined, undefined]);
  });

  it('is asked for only where the service asks', () => {
    expect(movedIdsOf({})).toBeUndefined();
    expect(movedIdsOf({ renamed: [] })).toBeUndefined();
    expect(movedIdsOf({ changedHands: moved('T1').changedHands })).toEqual(moved('T1'));
  });
});

describe('What was decided on an element', () => {
  const lines = (decisions: ElementDecisionKind[], process: Partial<ProcessAnswer>) =>
    decisionLines(
      { id: 'T1', decisions },
      { steps: [], handovers: [], lapsed: [], alsoLapsed: [], ...process } as unknown as ProcessAnswer,
      historyWords('nl'),
    );
  const said = { version: 2, at: '2026-11-30T12:00:00.000Z', actor: { id: 'a', name: 'Anouk' } };
  const knip = (side: string, about = 'T1') => ({ ...said, elementId: about, side, reason: 'x' });

  it('stands in a line for each kind, of a step or of a flow', () => {
    const steps = [
      { id: 'T2', knip: knip('back', 'T2') },
      { id: 'T1', knip: knip('front') },
    ];
    const handovers = [{ flowId: 'T1', agreement: { ...said, flowId: 'T1', what: 'Het dossier' } }];
    expect(lines(['knip'], { steps } as never)).toEqual([expect.stringMatching(/^Knip: frontoffice/)]);
    expect(lines(['handover'], { handovers } as never)).toEqual([
      expect.stringMatching(/^Overdracht.*: .*Het dossier/),
    ]);
  });

  it('is found where it lapsed, and its kind alone where nothing is known of it', () => {
    const alsoLapsed = [{ kind: 'binding', ...knip('front'), source: 'Awb 10:3' }];
    const lapsed = [knip('front', 'T2'), knip('back')];
    const process = { lapsed, alsoLapsed } as never;
    expect(lines(['binding'], process)).toEqual([expect.stringContaining('Awb 10:3')]);
    expect(lines(['knip'], process)).toEqual([expect.stringMatching(/^Knip: backoffice/)]);
    expect(lines(['knip'], {})).toEqual(['Knip']);
  });
});
