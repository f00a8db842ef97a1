import { describe, expect, it } from '@jest/globals';
import {
  freeText,
  listOf,
  object,
  oneOf,
  optional,
  positiveInteger,
  text,
  unchecked,
  type TypeOf,
} from './shapes.js';

describe('A shape', () => {
  const pilot = object({
    name: text,
    side: optional(oneOf(['front', 'back'])),
    weeks: listOf(positiveInteger),
    motive: unchecked(optional(freeText)),
  });
  const valid: TypeOf<typeof pilot> = { name: 'Zomer', weeks: [1, 2] };

  it('fits a value that has its members, and may have more', () => {
    expect(pilot.fits(valid)).toBe(true);
    expect(pilot.fits({ ...valid, side: 'back', motive: { text: 'Drukte' }, later: 1 })).toBe(true);
  });
  it.each([
    ['a missing member', { weeks: [] }],
    ['a member of another type', { ...valid, name: 3 }],
    ['null for an optional member', { ...valid, side: null }],
    ['a value outside a fixed list', { ...valid, side: 'middle' }],
    ['a wrong entry in a list', { ...valid, weeks: [1, 0] }],
    ['null', null],
    ['a text', 'Zomer'],
  ])('does not fit %s', (_, value) => expect(pilot.fits(value)).toBe(false));
  it('does not depend on an unchecked member', () => {
    expect(pilot.fits({ ...valid, motive: 3 })).toBe(true);
    expect(pilot.members.motive.fits(3)).toBe(false);
  });
  it('takes free text as it was written, and what is left of it when it was erased', () => {
    for (const value of [{ text: 'x' }, { text: 'x', salt: 'y' }, { digest: 'z' }])
      expect({ value, fits: freeText.fits(value) }).toEqual({ value, fits: true });
    for (const value of ['x', {}, { text: 1 }, { salt: 'y' }])
      expect({ value, fits: freeText.fits(value) }).toEqual({ value, fits: false });
  });
});
