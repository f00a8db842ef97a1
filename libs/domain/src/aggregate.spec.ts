import { describe, expect, it } from '@jest/globals';
import { AGGREGATES } from '../aggregates.js';
import * as domain from '../index.js';

describe('The aggregates', () => {
  it('are all in the list that says where the log is', () => {
    const exported = Object.values<object | string>(domain).filter(
      (value) => typeof value === 'object' && 'schemaVersion' in value,
    );
    expect(AGGREGATES).toEqual(exported);
  });

  it('have streams of their own', () => {
    expect(AGGREGATES.map(({ name }) => name)).toContain('process');
    expect(new Set(AGGREGATES.map(({ prefix }) => prefix)).size).toBe(AGGREGATES.length);
  });

  it.each(AGGREGATES)('have members that are always free text or never: $name', ({ events, freeTexts }) => {
    const members = Object.values(events).flatMap((event) => Object.entries(event.members));
    const plain = members.filter(([, shape]) => !shape.freeText).map(([name]) => name);
    expect(plain.filter((name) => freeTexts.has(name))).toEqual([]);
  });
});
