import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { standing } from '../facts.js';
import { refusalOf } from '../refusal-of.js';
import { CHANNELS, type ProcessEvent, type Side } from './events.js';
import { given } from './given.js';
import {
  agreeHandover,
  bindStep,
  decideKnip,
  liftBinding,
  prioritiseChannels,
  recordDataRequests,
  withdrawKnip,
  type DecideKnip,
} from './step-decisions.js';
import { evolveProcess } from './state.js';

const REGISTERED: ProcessEvent = {
  type: 'ProcessRegistered',
  data: { name: 'Kapvergunning', domain: 'vergunningen' },
};
const REASON = { reason: { text: 'Zo is het.' } };
const knip = (side: Side, elementId = 'Toetsen'): ProcessEvent => ({
  type: 'KnipDecided',
  data: { elementId, side, ...REASON },
});
const bound = (side?: Side): ProcessEvent => ({
  type: 'StepBound',
  data: { elementId: 'Toetsen', ...(side && { side }), by: 'de burgemeester', source: 'Awb 10:3', ...REASON },
});
const WITHDRAWN: ProcessEvent = { type: 'KnipWithdrawn', data: { elementId: 'Toetsen', ...REASON } };
const LIFTED: ProcessEvent = { type: 'BindingLifted', data: { elementId: 'Toetsen', ...REASON } };
const RETIRED: ProcessEvent = { type: 'ProcessRetired', data: REASON };
const STEP = { process: 'kap', elementId: 'Toetsen', reason: 'De inwoner is nog aan de lijn.' };
const FRONT: DecideKnip = { ...STEP, side: 'front' };

describe('A knip', () => {
  it('is decided with side, role, alternatives and reason', () =>
    expect(
      decideKnip(
        given(REGISTERED),
        { ...FRONT, role: 'generalist', alternatives: ['Vakafdeling'] },
        'present',
      ),
    ).toEqual([
      {
        type: 'KnipDecided',
        data: {
          elementId: 'Toetsen',
          side: 'front',
          role: 'generalist',
          alternatives: [{ text: 'Vakafdeling' }],
          reason: { text: STEP.reason },
        },
      },
    ]));
  it('says nothing of alternatives where none was weighed', () => {
    const [decided] = decideKnip(given(REGISTERED), { ...FRONT, alternatives: [] }, 'present');
    expect(Object.keys(decided!.data)).toEqual(['elementId', 'side', 'reason']);
  });
  it('is recorded again when it is decided again with another reason', () =>
    expect(
      decideKnip(given(REGISTERED, knip('front')), { ...FRONT, reason: 'Nog steeds.' }, 'present'),
    ).toHaveLength(1));
  it('is refused on a step that the diagram lacks, or has twice', () => {
    expect(refusalOf(() => decideKnip(given(REGISTERED), FRONT, 'absent'))).toMatchObject({
      code: 'stepUnknown',
      params: { element: 'Toetsen', name: 'Kapvergunning', version: 1 },
    });
    expect(refusalOf(() => decideKnip(given(REGISTERED), FRONT, 'ambiguous'))).toMatchObject({
      code: 'stepUndecidable',
      params: { element: 'Toetsen' },
    });
  });
  it('is refused against a side that law binds, and the refusal names the source', () =>
    expect(refusalOf(() => decideKnip(given(REGISTERED, bound('back')), FRONT, 'present'))).toMatchObject({
      code: 'boundToOtherSide',
      params: { element: 'Toetsen', side: 'back', source: 'Awb 10:3' },
    }));
  it('may say what law says, may go where law only says who, and goes anywhere once the binding is lifted', () => {
    expect(decideKnip(given(REGISTERED, bound('front')), FRONT, 'present')).toHaveLength(1);
    expect(decideKnip(given(REGISTERED, bound()), FRONT, 'present')).toHaveLength(1);
    expect(decideKnip(given(REGISTERED, bound('back'), LIFTED), FRONT, 'present')).toHaveLength(1);
  });
  it('does not overwrite a knip that was decided since, and minds no other step', () => {
    const state = given(REGISTERED, knip('back'), knip('front', 'Versturen'));
    expect(refusalOf(() => decideKnip(state, { ...FRONT, seen: 1 }, 'present'))).toMatchObject({
      code: 'seenStale',
      params: { resource: 'process.knip', key: 'Toetsen', changed: 2 },
    });
    expect(decideKnip(state, { ...FRONT, seen: 2 }, 'present')).toHaveLength(1);
    expect(
      refusalOf(() =>
        decideKnip(given(REGISTERED, knip('back'), WITHDRAWN), { ...FRONT, seen: 2 }, 'present'),
      ),
    ).toMatchObject({ code: 'seenStale', params: { changed: 3 } });
  });
  it('takes at most twenty alternatives, none of them empty', () => {
    expect(
      refusalOf(() =>
        decideKnip(
          given(REGISTERED),
          { ...FRONT, alternatives: Array.from({ length: 21 }, () => 'x') },
          'present',
        ),
      ),
    ).toMatchObject({ code: 'tooMany' });
    expect(
      refusalOf(() => decideKnip(given(REGISTERED), { ...FRONT, alternatives: [' '] }, 'present')),
    ).toMatchObject({ code: 'textInvalid', params: { field: 'alternatives' } });
  });
  it('is withdrawn only where it stands, also when its step is no longer drawn', () => {
    expect(withdrawKnip(given(REGISTERED, knip('front')), STEP, 'present')).toEqual([
      { type: 'KnipWithdrawn', data: { elementId: 'Toetsen', reason: { text: STEP.reason } } },
    ]);
    expect(withdrawKnip(given(REGISTERED, knip('front')), STEP, 'absent')).toHaveLength(1);
    expect(refusalOf(() => withdrawKnip(given(REGISTERED), STEP, 'present'))).toMatchObject({
      code: 'knipAbsent',
    });
    expect(
      refusalOf(() => withdrawKnip(given(REGISTERED, knip('front'), WITHDRAWN), STEP, 'present')),
    ).toMatchObject({ code: 'knipAbsent' });
    expect(refusalOf(() => withdrawKnip(given(REGISTERED), STEP, 'absent'))).toMatchObject({
      code: 'stepUnknown',
    });
  });
  it('never stands against a bound side, whatever is decided in whatever order', () => {
    const sides = fc.constantFrom<Side>('front', 'back');
    const commands = fc.array(
      fc.record({ what: fc.constantFrom('knip', 'withdraw', 'bind', 'lift'), side: sides }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(commands, (list) => {
        let state = given(REGISTERED);
        for (const { what, side } of list) {
          const decide = {
            knip: () => decideKnip(state, { ...STEP, side }, 'present'),
            withdraw: () => withdrawKnip(state, STEP, 'present'),
            bind: () => bindStep(state, { ...STEP, side, source: 'Awb 10:3' }, 'present'),
            lift: () => liftBinding(state, STEP, 'present'),
          }[what]!;
          try {
            state = decide().reduce(evolveProcess, state);
          } catch {
            // Refusals leave everything as it was.
          }
          const [decided, binding] = [
            standing(state, 'knip', 'Toetsen')?.side,
            standing(state, 'binding', 'Toetsen')?.side,
          ];
          expect(decided === undefined || binding === undefined || decided === binding).toBe(true);
        }
      }),
    );
  });
});

describe('A binding', () => {
  const BINDING = { ...STEP, side: 'back' as const, source: 'Awb 10:3' };
  it('fixes a side, or who may do it, with its source', () => {
    expect(bindStep(given(REGISTERED), BINDING, 'present')).toEqual([
      {
        type: 'StepBound',
        data: { elementId: 'Toetsen', side: 'back', source: 'Awb 10:3', reason: { text: STEP.reason } },
      },
    ]);
    expect(
      bindStep(given(REGISTERED), { ...STEP, by: 'de burgemeester', source: 'APV 2:25' }, 'present'),
    ).toHaveLength(1);
    expect(
      refusalOf(() => bindStep(given(REGISTERED), { ...STEP, source: 'APV 2:25' }, 'present')),
    ).toMatchObject({ code: 'bindingEmpty', params: { element: 'Toetsen' } });
  });
  it('is refused against a knip that stands, and not against one that agrees or was withdrawn', () => {
    expect(refusalOf(() => bindStep(given(REGISTERED, knip('front')), BINDING, 'present'))).toMatchObject({
      code: 'knipAgainstBinding',
      params: { side: 'front' },
    });
    expect(bindStep(given(REGISTERED, knip('back')), BINDING, 'present')).toHaveLength(1);
    expect(bindStep(given(REGISTERED, knip('front'), WITHDRAWN), BINDING, 'present')).toHaveLength(1);
  });
  it('is lifted only where it stands', () => {
    expect(liftBinding(given(REGISTERED, bound('back')), STEP, 'present')).toEqual([
      { type: 'BindingLifted', data: { elementId: 'Toetsen', reason: { text: STEP.reason } } },
    ]);
    expect(
      refusalOf(() => liftBinding(given(REGISTERED, bound('back'), LIFTED), STEP, 'present')),
    ).toMatchObject({ code: 'bindingAbsent' });
  });
});

describe('Channels', () => {
  it('are put in order for the process or for one step', () => {
    expect(
      prioritiseChannels(
        given(REGISTERED),
        { process: 'kap', channels: ['web', 'desk'], reason: 'Zo.' },
        'absent',
      ),
    ).toEqual([
      { type: 'ChannelsPrioritised', data: { channels: ['web', 'desk'], reason: { text: 'Zo.' } } },
    ]);
    expect(prioritiseChannels(given(REGISTERED), { ...STEP, channels: ['phone'] }, 'present')).toMatchObject([
      { data: { elementId: 'Toetsen' } },
    ]);
    expect(
      refusalOf(() => prioritiseChannels(given(REGISTERED), { ...STEP, channels: ['phone'] }, 'absent')),
    ).toMatchObject({ code: 'stepUnknown' });
  });
  it('are taken exactly when there is one and none stands twice', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CHANNELS), { maxLength: 7 }), (channels) => {
        const decide = () =>
          prioritiseChannels(given(REGISTERED), { process: 'kap', channels, reason: 'Zo.' }, 'present');
        if (channels.length > 0 && new Set(channels).size === channels.length)
          expect(decide()).toHaveLength(1);
        else expect(refusalOf(decide)).toMatchObject({ code: 'channelsInvalid' });
      }),
    ));
});

describe('A hand-over', () => {
  const AGREED = {
    process: 'kap',
    flowId: 'Naar_back',
    what: 'Zaaknummer',
    within: { amount: 2, unit: 'workingDays' as const },
    reason: 'Anders raakt het kwijt.',
  };
  const handover = { before: ['Aannemen'], after: ['Toetsen'] };
  it('is agreed on a flow over the knip, for the steps before and after', () =>
    expect(agreeHandover(given(REGISTERED), AGREED, { presence: 'present', handover })).toEqual([
      {
        type: 'HandoverAgreed',
        data: {
          flowId: 'Naar_back',
          ...handover,
          what: { text: 'Zaaknummer' },
          within: AGREED.within,
          reason: { text: AGREED.reason },
        },
      },
    ]));
  it('is refused on a flow that is not there, is there twice, or stays on one side', () => {
    expect(refusalOf(() => agreeHandover(given(REGISTERED), AGREED, { presence: 'absent' }))).toMatchObject({
      code: 'flowUnknown',
      params: { flow: 'Naar_back' },
    });
    expect(
      refusalOf(() => agreeHandover(given(REGISTERED), AGREED, { presence: 'ambiguous', handover })),
    ).toMatchObject({ code: 'flowUndecidable' });
    expect(refusalOf(() => agreeHandover(given(REGISTERED), AGREED, { presence: 'present' }))).toMatchObject({
      code: 'flowNoHandover',
    });
  });
});

describe('The data a step asks', () => {
  it('are recorded with the registry that holds them, also when there are none', () => {
    expect(
      recordDataRequests(
        given(REGISTERED),
        { ...STEP, data: [{ name: 'Adres', registry: 'BRP' }, { name: 'Inkomen' }] },
        'present',
      ),
    ).toMatchObject([{ data: { data: [{ name: 'Adres', registry: 'BRP' }, { name: 'Inkomen' }] } }]);
    expect(recordDataRequests(given(REGISTERED), { ...STEP, data: [] }, 'present')).toHaveLength(1);
    expect(
      refusalOf(() =>
        recordDataRequests(given(REGISTERED), { ...STEP, data: [{ name: 'a\nb' }] }, 'present'),
      ),
    ).toMatchObject({ code: 'textInvalid' });
  });
});

it('Nothing is decided about the steps of a retired process', () => {
  const state = given(REGISTERED, knip('front'), bound(), RETIRED);
  for (const decide of [
    () => decideKnip(state, FRONT, 'present'),
    () => withdrawKnip(state, STEP, 'present'),
    () => liftBinding(state, STEP, 'present'),
    () => bindStep(state, { ...STEP, by: 'x', source: 'y' }, 'present'),
    () => prioritiseChannels(state, { ...STEP, channels: ['web'] }, 'present'),
    () => recordDataRequests(state, { ...STEP, data: [] }, 'present'),
    () => agreeHandover(state, { ...STEP, flowId: 'F', what: 'x' }, { presence: 'present' }),
  ])
    expect(refusalOf(decide)).toMatchObject({ code: 'processRetired' });
});
