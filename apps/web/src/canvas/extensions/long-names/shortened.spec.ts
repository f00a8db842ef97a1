import { describe, expect, it } from '@jest/globals';
import { shortened } from './shortened.js';

const task = { width: 100, height: 80 };

describe('names on the drawing', () => {
  it('stay whole when they fit', () => {
    expect(shortened('Volledigheid van de aanvraag toetsen', task)).toBe(
      'Volledigheid van de aanvraag toetsen',
    );
    expect(shortened('', task)).toBe('');
  });

  it('end in dots when they are longer than the step they stand in', () => {
    const drawn = shortened('woord '.repeat(20_000), task);
    expect(drawn.length).toBeLessThan(90);
    expect(drawn.endsWith('…')).toBe(true);
  });

  it('are never cut through the middle of an emoji, nor below sixty characters', () => {
    expect(shortened('👍'.repeat(500), { width: 10, height: 10 })).toBe(`${'👍'.repeat(59)}…`);
    expect([...shortened('x'.repeat(1000))]).toHaveLength(240);
  });
});
