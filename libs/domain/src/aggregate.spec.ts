import { describe, expect, it } from '@jest/globals';
import { EVERY_AGGREGATE } from './every-aggregate.js';

describe('The aggregates', () => {
  it('have streams of their own', () => {
    expect(EVERY_AGGREGATE.map(({ name }) => name)).toContain('process');
    expect(new Set(EVERY_AGGREGATE.map(({ prefix }) => prefix)).size).toBe(EVERY_AGGREGATE.length);
  });

  it.each(EVERY_AGGREGATE)(
    'have members that are always free text or never: $name',
    ({ events, freeTexts }) => {
      const members = Object.values(events).flatMap((event) => Object.entries(event.members));
      const plain = members.filter(([, shape]) => !shape.freeText).map(([name]) => name);
      expect(plain.filter((name) => freeTexts.has(name))).toEqual([]);
    },
  );
});
