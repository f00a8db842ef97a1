import { describe, expect, it } from '@jest/globals';
import { bodyOf, sideError, startOf, type KnipDraft } from './knip-draft.js';

const decided = { version: 3, at: '2026-01-01T00:00:00Z', actor: { id: 'a', name: 'A' } };
const draft: KnipDraft = {
  side: 'front',
  role: 'generalist',
  reason: ' One intake ',
  alternatives: ['', ' Back office does it '],
};

describe('the form of a knip', () => {
  it('chooses no side for an undecided step: nobody decided by accident', () => {
    expect(startOf({})).toEqual({ side: undefined, role: undefined, reason: '', alternatives: [] });
  });

  it('starts with the standing knip, and asks for a new reason', () => {
    const knip = {
      ...decided,
      side: 'back' as const,
      role: 'specialist' as const,
      reason: 'Old',
      alternatives: ['Front'],
    };
    expect(startOf({ knip })).toEqual({
      side: 'back',
      role: 'specialist',
      reason: '',
      alternatives: ['Front'],
    });
  });

  it('asks for a side', () => {
    expect(sideError(startOf({}), {})).toBe('sideMissing');
    expect(sideError(draft, {})).toBeUndefined();
  });

  it('refuses the side that law does not allow, and allows the other', () => {
    const binding = { ...decided, side: 'back' as const, source: 'Awb art. 10:3' };
    expect(sideError(draft, { binding })).toBe('sideBound');
    expect(sideError({ side: 'back' }, { binding })).toBeUndefined();
    expect(sideError(draft, { binding: { ...decided, by: 'ABS', source: 'BW 1:18' } })).toBeUndefined();
  });

  it('sends no empty alternatives and no role that was not chosen', () => {
    expect(bodyOf(draft)).toEqual({
      side: 'front',
      role: 'generalist',
      alternatives: ['Back office does it'],
    });
    expect(bodyOf({ side: 'back', reason: 'R', alternatives: [' '] })).toEqual({ side: 'back' });
  });
});
