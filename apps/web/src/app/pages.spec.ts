import { describe, expect, it } from '@jest/globals';
import { pages } from './pages.js';

/** The keys of texts, with what is inside them. */
const keysOf = (texts: object, path = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    value instanceof Object && !Array.isArray(value) ? keysOf(value, `${path}${key}.`) : [path + key],
  );

describe('every page', () => {
  it.each(pages.map((page) => [page.routes[0]!.path!, page] as const))(
    'at %s says the same things in Dutch and in English',
    async (_, { texts }) => {
      const [dutch, english] = [keysOf(await texts.nl()), keysOf(await texts.en())];
      expect(dutch.length).toBeGreaterThan(0);
      expect(english.toSorted()).toEqual(dutch.toSorted());
    },
  );
});
