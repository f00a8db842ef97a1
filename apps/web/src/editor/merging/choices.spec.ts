import { describe, expect, it } from '@jest/globals';
import type { MergeConflict } from '#contract';
import { everywhere, sentChoices, stillFitting, unchosen } from './choices.js';

const conflict = (id: string): MergeConflict => ({
  id,
  elementId: id,
  elementName: '',
  elementType: 'task',
  kind: 'changed',
  base: null,
  mine: null,
  theirs: null,
});

describe('what was chosen on each point', () => {
  it('is kept where somebody saved again, as far as the point is still the same', () => {
    expect(stillFitting({ a: 'mine', b: 'theirs' }, [conflict('b'), conflict('c')])).toStrictEqual({
      b: 'theirs',
    });
  });

  it('is complete when no point is left', () => {
    const both = [conflict('a'), conflict('b')];
    expect(unchosen({ a: 'mine' }, both).map(({ id }) => id)).toEqual(['b']);
    expect(unchosen(everywhere('theirs', both), both)).toEqual([]);
    expect(sentChoices({ a: 'mine' })).toEqual([{ conflict: 'a', take: 'mine' }]);
  });
});
