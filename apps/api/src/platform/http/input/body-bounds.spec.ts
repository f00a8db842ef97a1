import { describe, expect, it } from '@jest/globals';
import { assertBounded } from './body-bounds.js';

const deep = (depth: number): object => (depth === 1 ? { end: 1 } : { in: deep(depth - 1) });
const wide = (values: number): object => ({ list: Array.from({ length: values - 1 }, (_, n) => n) });

describe('A body', () => {
  it.each([
    ['twenty deep', deep(20), deep(21)],
    ['of five thousand values', wide(5_000), wide(5_001)],
    [
      'of five thousand values in several objects',
      { a: wide(2_499), b: wide(2_499) },
      { a: wide(2_500), b: wide(2_499) },
    ],
  ])('may be %s and no more', (_, fits, tooMuch) => {
    expect(() => assertBounded(fits)).not.toThrow();
    expect(() => assertBounded(tooMuch)).toThrow();
  });

  it('names nothing that only the language knows, however deep', () => {
    expect(() => assertBounded({ side: 'front', list: [{ reason: 'x' }] })).not.toThrow();
    for (const body of ['{"constructor":1}', '{"a":{"__proto__":1}}', '{"a":[{"toString":1}]}'])
      expect(() => assertBounded(JSON.parse(body) as object)).toThrow();
  });
});
