import { describe, expect, it } from '@jest/globals';
import { standing } from '../facts.js';
import { refusalOf } from '../refusal-of.js';
import type { ProcessEvent, StoredDiagram } from './events.js';
import { given } from './given.js';
import { diagramToMergeWith, mergeDiagram, type MergeDiagram } from './merging.js';

const REGISTERED: ProcessEvent = {
  type: 'ProcessRegistered',
  data: { name: 'Kapvergunning', domain: 'vergunningen' },
};
const RENAMED: ProcessEvent = {
  type: 'ProcessRenamed',
  data: { name: 'Bomen kappen', reason: { text: 'Korter' } },
};
const RETIRED: ProcessEvent = { type: 'ProcessRetired', data: { reason: { text: 'Vervallen' } } };
const diagram = (digest: string): StoredDiagram => ({ digest, encoding: 'br', bytes: '' });
const saved = (digest: string): ProcessEvent => ({
  type: 'DiagramSaved',
  data: { diagram: diagram(digest) },
});
/** Made on version 2, when a colleague had saved version 3. */
const SAVED_SINCE = [REGISTERED, saved('base'), saved('theirs')];
const MERGE: MergeDiagram = {
  process: 'kap',
  base: 2,
  mine: diagram('mine'),
  result: diagram('both'),
  mergedWith: 3,
  choices: [],
};

describe('A merge', () => {
  it('records what was made, on which version, with which version it was brought together, what was chosen, and what came of it', () => {
    const choices = [{ conflict: 'c1', take: 'theirs' as const }];
    const [merged, ...more] = mergeDiagram(given(...SAVED_SINCE), { ...MERGE, choices, note: 'Samen' });
    expect(more).toEqual([]);
    expect(merged).toEqual({
      type: 'DiagramMerged',
      data: {
        base: 2,
        mergedWith: 3,
        mine: diagram('mine'),
        diagram: diagram('both'),
        choices,
        note: { text: 'Samen' },
      },
    });
    expect(standing(given(...SAVED_SINCE, merged!), 'diagram')).toEqual({ digest: 'both', version: 4 });
  });
  it('is made with the diagram in force, whatever else was decided since', () =>
    expect(diagramToMergeWith(given(...SAVED_SINCE, RENAMED), MERGE)).toEqual({
      digest: 'theirs',
      version: 3,
    }));
  it('never overwrites a diagram that it was not made with', () =>
    expect(refusalOf(() => mergeDiagram(given(...SAVED_SINCE, saved('later')), MERGE))).toMatchObject({
      code: 'seenStale',
      params: { resource: 'process.diagram', changed: 4, seen: 3 },
    }));
  it('whose result is there already records nothing', () => {
    expect(mergeDiagram(given(...SAVED_SINCE), { ...MERGE, result: diagram('theirs') })).toEqual([]);
    expect(
      mergeDiagram(given(...SAVED_SINCE), {
        ...MERGE,
        mine: diagram('theirs'),
        result: diagram('theirs'),
        seen: 2,
      }),
    ).toEqual([]);
  });
  it('can be made on the newest version', () =>
    expect(diagramToMergeWith(given(...SAVED_SINCE), { ...MERGE, base: 3 })).toMatchObject({ version: 3 }));
  it('on a version that does not exist is refused', () => {
    for (const base of [0, 4]) {
      expect(refusalOf(() => diagramToMergeWith(given(...SAVED_SINCE), { ...MERGE, base }))).toMatchObject({
        code: 'versionUnknown',
        params: { asked: base, version: 3 },
      });
    }
  });
  it('is refused when the diagram changed after the version that the person saw', () => {
    expect(refusalOf(() => diagramToMergeWith(given(...SAVED_SINCE), { ...MERGE, seen: 2 }))).toMatchObject({
      code: 'seenStale',
    });
    expect(diagramToMergeWith(given(...SAVED_SINCE, RENAMED), { ...MERGE, seen: 3 })).toBeDefined();
  });
  it('needs a process that takes decisions', () => {
    expect(refusalOf(() => diagramToMergeWith(given(), MERGE))).toMatchObject({ code: 'processUnknown' });
    expect(refusalOf(() => diagramToMergeWith(given(...SAVED_SINCE, RETIRED), MERGE))).toMatchObject({
      code: 'processRetired',
    });
  });
  it('takes no more choices than an event holds', () => {
    const choices = Array.from({ length: 1_501 }, (_, n) => ({ conflict: `c${n}`, take: 'mine' as const }));
    expect(refusalOf(() => mergeDiagram(given(...SAVED_SINCE), { ...MERGE, choices }))).toMatchObject({
      code: 'tooMany',
      params: { field: 'choices', limit: 1_500 },
    });
  });
});
