import { describe, expect, it } from '@jest/globals';
import { ProblemException } from './problem-exception.js';
import { problem, problemKinds } from './problem-kind.js';
import { inWords, languageOf } from './words.js';

describe('The sentences of problems', () => {
  it('put in what they are about, and texts in the language of the answer', () => {
    const { lent } = problemKinds({
      lent: problem(409, 'Uitgeleend', 'Lent', '“{toy}” is bij {owner}.', '“{toy}” is with {owner}.'),
    });
    const owner = { nl: 'de lener van {toy}', en: 'the borrower of {toy}' };
    const exception = new ProblemException(lent, { params: { toy: '{owner}<b>', owner } });
    expect(inWords(exception, 'en').detail).toBe('“{owner}<b>” is with the borrower of {owner}<b>.');
    expect(inWords(exception, 'nl').detail).toBe('“{owner}<b>” is bij de lener van {owner}<b>.');
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
    ['nl;q=-1, *', 'nl'],
    ['nl;q=2, *', 'nl'],
    ['nl;q=x, *', 'nl'],
    ['nl;q=1, en;q=1', 'nl'],
    ['en;level=1;q=0.5, nl;q=0.4', 'en'],
    [';;,,q=', 'nl'],
    ['en-GB;q=0.9, en;q=0.1, nl;q=0.5', 'en'],
    ['en;q=0.1, en-GB;q=0.9, nl;q=0.5', 'en'],
  ])('for %p is %s', (header, language) => expect(languageOf(header)).toBe(language));
});
