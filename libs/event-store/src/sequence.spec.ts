import { describe, expect, it } from '@jest/globals';
import { positionOf, sequenceOf } from './sequence.js';

describe('The position of an event in a log with one sequence', () => {
  it('is read as it was written, and nothing is the beginning', () => {
    for (const sequence of [1, 9, 10, 123_456, 999_999_999_999_999])
      expect(sequenceOf(positionOf(sequence))).toBe(sequence);
    expect(sequenceOf(undefined)).toBe(0);
  });

  it.each(['', '0', '01', '-1', '1.5', '1e3', ' 1', '1 ', '1234567890123456', 'x1', '1x'])(
    'is not %p',
    (position) => {
      expect(() => sequenceOf(position)).toThrow(
        new RangeError(`${JSON.stringify(position)} is not a position of this log.`),
      );
    },
  );
});
