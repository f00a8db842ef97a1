import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertShape } from './json-shape.js';
import { assertNoInheritedNames } from './known-names.js';

const check = (text: string, jsonValues = 5_000, jsonDepth = 20) =>
  assertShape(Buffer.from(text), { jsonValues, jsonDepth });
const fits = (text: string, values?: number, depth?: number): boolean => {
  try {
    check(text, values, depth);
    return true;
  } catch {
    return false;
  }
};
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
  ])('may be %s and no more', (_, within, tooMuch) => {
    expect(fits(JSON.stringify(within))).toBe(true);
    expect(fits(JSON.stringify(tooMuch))).toBe(false);
  });

  it('is counted as it was sent: a name that stands there twice counts twice', () => {
    expect(fits(`{${'"a":1,'.repeat(4_999)}"a":1}`)).toBe(true);
    expect(fits(`{${'"a":1,'.repeat(5_000)}"a":1}`)).toBe(false);
  });

  it('is counted outside its texts alone', () => {
    for (const text of ['[{,'.repeat(9_000), '\\"[{,'.repeat(9_000), '\\\\', '\\', '"', '[\\'])
      expect(fits(JSON.stringify({ text, after: [text] }), 3, 2)).toBe(true);
    for (const text of ['\\', '\\\\', '\\"'])
      expect(fits(JSON.stringify({ text, after: [1, 2, 3] }), 4, 2)).toBe(false);
  });

  it('is counted alike whatever it holds', () => {
    const members = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? Math.max(
            1,
            Object.values(value).reduce((sum: number, member) => sum + 1 + members(member), 0),
          )
        : 0;
    const atLeast = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? Object.values(value).reduce((sum: number, member) => sum + 1 + atLeast(member), 0)
        : 0;
    fc.assert(
      fc.property(fc.object({ maxDepth: 6 }), fc.constantFrom(undefined, 1), (value, space) => {
        const text = JSON.stringify(value, null, space);
        const parsed: unknown = JSON.parse(text);
        expect(fits(text, members(parsed), 100)).toBe(true);
        if (atLeast(parsed) > 0) expect(fits(text, atLeast(parsed) - 1, 100)).toBe(false);
      }),
    );
  });

  it('that is no JSON ends the count as well', () => {
    for (const text of ['"', '"\\', '{"a', ']]]]', '{"a":"\\"', '', '\u0000']) expect(fits(text)).toBe(true);
  });

  it('names nothing that only the language knows, however deep', () => {
    expect(() => assertNoInheritedNames({ side: 'front', list: [{ reason: 'x' }] })).not.toThrow();
    for (const body of ['{"constructor":1}', '{"a":{"__proto__":1}}', '{"a":[{"toString":1}]}'])
      expect(() => assertNoInheritedNames(JSON.parse(body) as object)).toThrow();
  });
});
