import { describe, expect, it } from '@jest/globals';
import type { ProcessAnswer } from '#contract';
import type { Typed } from '../../typed-store.js';
import { isReachable, keyOf, writtenIn } from './reachable.js';

const typed = (form: Typed['form'], place: string | undefined = 'Judge') => ({ form, place });
const step = { key: 'judge', id: 'Judge', decidable: true, name: 'Beoordelen' };
const withStep = (more: object = {}) =>
  ({
    steps: [{ ...step, ...more }],
    handovers: [{ flow: 'f', flowId: 'F2' }],
    lapsed: [],
  }) as unknown as ProcessAnswer;
const empty = {
  steps: [],
  handovers: [],
  lapsed: [{ elementId: 'Judge' }],
} as unknown as ProcessAnswer;

describe('What was typed', () => {
  it.each(['knip', 'bind', 'channels', 'data', 'again'] as const)(
    'in the form "%s" has its form as long as its step is there and can be decided on',
    (form) => {
      expect(isReachable(typed(form), withStep(), true)).toBe(true);
      expect(isReachable(typed(form), withStep({ decidable: false }), true)).toBe(false);
      expect(isReachable(typed(form), empty, true)).toBe(false);
      expect(isReachable(typed(form), withStep(), false)).toBe(false);
    },
  );

  it('about a step that is gone has no form', () => {
    expect(isReachable({ form: 'knip', place: undefined }, withStep(), true)).toBe(false);
    expect(keyOf({ form: 'knip', place: undefined }, withStep())).toBeUndefined();
  });

  it('about what holds has its form only while it holds', () => {
    expect(isReachable(typed('withdraw'), withStep({ knip: {} }), true)).toBe(true);
    expect(isReachable(typed('withdraw'), withStep(), true)).toBe(false);
    expect(isReachable(typed('lift'), withStep({ binding: {} }), true)).toBe(true);
    expect(isReachable(typed('lift'), withStep(), true)).toBe(false);
    expect(isReachable(typed('lapsed'), empty, true)).toBe(true);
    expect(isReachable(typed('lapsed'), withStep(), true)).toBe(false);
  });

  it('about a hand-over has its form, and its place, as long as the flow crosses the knip', () => {
    expect(isReachable(typed('handover', 'F2'), withStep(), true)).toBe(true);
    expect(isReachable(typed('handover', 'F2'), empty, true)).toBe(false);
    expect(keyOf(typed('handover', 'F2'), withStep())).toBe('f');
    expect(keyOf(typed('knip'), withStep())).toBe('judge');
    expect(keyOf(typed('channels', ''), withStep())).toBeUndefined();
  });

  it('about the process as a whole has its form, whatever is drawn', () => {
    expect(isReachable(typed('channels', ''), empty, true)).toBe(true);
    expect(isReachable(typed('takeOver', ''), empty, true)).toBe(true);
    expect(isReachable(typed('rename', ''), empty, false)).toBe(true);
  });

  it('is copied with the reason first, without what was chosen and not written', () => {
    const values = {
      side: 'front',
      alternatives: ['De postkamer', ' '],
      data: [{ name: 'Inkomen', registry: 'BRP' }],
      reason: ' Omdat ',
    };
    expect(writtenIn(values)).toBe('Omdat\nDe postkamer\nInkomen\nBRP');
    expect(writtenIn({ side: 'back', channels: ['web'], reason: '' })).toBe('');
  });
});
