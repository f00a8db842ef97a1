import { describe, expect, it } from '@jest/globals';
import { ProblemException } from './problem-exception.js';
import { problem, problemKinds } from './problem-kind.js';
import { inWords, languageOf } from './words.js';

describe('The sentences of problems', () => {
  it('put in what they are about, and texts in the language of the answer', () => {
    const { bound } = problemKinds({
      bound: problem(409, 'Gebonden', 'Bound', '“{step}” is van {side}.', '“{step}” belongs to {side}.'),
    });
    const side = { nl: 'de backoffice van {step}', en: 'the back office of {step}' };
    const exception = new ProblemException(bound, { params: { step: '{side}<b>', side } });
    expect(inWords(exception, 'en').detail).toBe('“{side}<b>” belongs to the back office of {side}<b>.');
    expect(inWords(exception, 'nl').detail).toBe('“{side}<b>” is van de backoffice van {side}<b>.');
  });
});

describe('The language of an answer', () => {
  it.each([
    [undefined, 'nl'],
    ['', 'nl'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['nl, en', 'nl'],
    ['en, nl', 'nl'],
    ['en, nl;q=0.9', 'en'],
    ['nl;q=0.1, en;q=0.2', 'en'],
    ['de, *;q=0.5', 'nl'],
    ['nl;q=0, *', 'en'],
    ['en;q=2', 'nl'],
    [';;,,q=', 'nl'],
  ])('for %p is %s', (header, language) => expect(languageOf(header)).toBe(language));
});
