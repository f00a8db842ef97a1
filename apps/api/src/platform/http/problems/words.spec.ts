import { describe, expect, it } from '@jest/globals';
import { FIELDS } from './field-texts.js';
import { ProblemException } from './problem-exception.js';
import { PROBLEMS, type ProblemCode, type Texts } from './problem-texts.js';
import { inWords, languageOf } from './words.js';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
const every: [string, Texts][] = [
  ...Object.entries(PROBLEMS).flatMap(([code, { title, detail }]): [string, Texts][] => [
    [`title of ${code}`, title],
    [`detail of ${code}`, detail],
  ]),
  ...Object.entries(FIELDS),
];

describe('The sentences of problems', () => {
  it.each(every)('say the same in Dutch and English: %s', (_, { nl, en }) => {
    expect(nl).toMatch(/\S/);
    expect(en).toMatch(/\S/);
    expect(placeholders(nl)).toEqual(placeholders(en));
  });

  it('have a type that stays, and end as sentences do', () => {
    for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
      const { type, detail } = inWords(new ProblemException(code), 'nl');
      expect(type).toMatch(/^urn:knipkaart:problem:[a-z-]+$/);
      expect(detail).toMatch(/[.}]$/);
    }
  });

  it('put in what they are about, codes as words', () => {
    const problem = new ProblemException('boundToOtherSide', {
      params: { element: '{side}<b>', side: 'back', source: 'Awb 10:3' },
    });
    expect(inWords(problem, 'en').detail).toBe(
      'The step “{side}<b>” is bound by law to the back office (Awb 10:3). Lift the binding first, with a reason.',
    );
    const stale = new ProblemException('seenStale', {
      params: { resource: 'knip', key: 'Toetsen', name: 'Kap', changed: 4, seen: 2 },
    });
    expect(inWords(stale, 'nl').detail).toContain('De knip van “Toetsen” van “Kap” is gewijzigd in versie 4');
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
