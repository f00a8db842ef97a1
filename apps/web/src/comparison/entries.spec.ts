import { describe, expect, it } from '@jest/globals';
import type { ComparisonAnswer, DiagramChange } from '#contract';
import { comparisonWords } from '../process/sentences/words-for-tests.js';
import { entriesOf, entryAbout, leftOutOf, marksOf } from './entries.js';
import { nowhere, placesIn } from '../process/sentences/places.js';

const counts = { front: 0, back: 0, unknown: 0, undecided: 0 };
const change = (kind: DiagramChange['kind'], elementId: string): DiagramChange => ({
  kind,
  elementId,
  elementName: elementId,
  elementType: 'userTask',
});
const answer = (more: Partial<ComparisonAnswer>): ComparisonAnswer => ({
  summary: {
    semantic: 0,
    layout: 0,
    decisions: 0,
    steps: { before: counts, after: counts },
    handovers: { before: 0, after: 0, added: [], removed: [] },
  },
  changes: [],
  renamedIds: [],
  layout: { moved: [] },
  decisions: [],
  lapsed: [],
  ...more,
});
const entries = (more: Partial<ComparisonAnswer>, withLayout = false, places = nowhere) =>
  entriesOf(answer(more), places, comparisonWords('nl'), withLayout);
const knip = {
  version: 7,
  type: 'KnipDecided',
  at: '2026-03-04T10:15:00Z',
  actor: { id: 'a', name: 'A' },
  elementId: 'B',
  elementName: 'B',
  side: 'front' as const,
};

describe('the list of differences', () => {
  const all = entries({
    decisions: [
      { kind: 'owner', change: 'added', after: { ...knip, type: 'ProcessOwnerNamed' } },
      { kind: 'knip', change: 'added', after: knip },
    ],
    changes: [
      change('renamed', 'A'),
      change('removed', 'C'),
      change('movedLane', 'A'),
      change('added', 'D'),
      change('typeChanged', 'A'),
    ],
    layout: { moved: [{ elementId: 'B', kind: 'moved' }] },
    renamedIds: [{ before: 'A-old', after: 'A' }],
  });

  it('begins with the knip, has all about one element together, and leaves the layout out until it is asked for', () => {
    expect(all.map(({ number, symbol, after, before }) => [number, symbol, before, after])).toEqual([
      [1, 'decided', 'B', 'B'],
      [2, 'decided', 'B', 'B'],
      [3, 'changed', 'A-old', 'A'],
      [4, 'moved', 'A-old', 'A'],
      [5, 'changed', 'A-old', 'A'],
      [6, 'removed', 'C', undefined],
      [7, 'added', undefined, 'D'],
    ]);
    expect(
      entries({ layout: { moved: [{ elementId: 'B', kind: 'moved' }] } }, true).map(({ symbol }) => symbol),
    ).toEqual(['drawn']);
  });

  it('marks both drawings with the numbers of its lines, by the id that each knows', () => {
    expect(marksOf(all, 'before')).toEqual([
      { id: 'B', symbol: 'decided', numbers: '1–2' },
      { id: 'A-old', symbol: 'changed', numbers: '3, 5' },
      { id: 'A-old', symbol: 'moved', numbers: '4' },
      { id: 'C', symbol: 'removed', numbers: '6' },
    ]);
    expect(marksOf(all, 'after').map(({ id }) => id)).toEqual(['B', 'A', 'A', 'D']);
  });

  it('is entered from the drawing, line after line where one element has more of them', () => {
    const numbers = [undefined, 3, 4, 5].map((current) => entryAbout(all, 'after', 'A', current)?.number);
    expect(numbers).toEqual([3, 4, 5, 3]);
    expect(entryAbout(all, 'after', 'C', undefined)).toBeUndefined();
  });

  it('shows what a message says at the event that waits for it', () => {
    const places =
      placesIn(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><message id="M" name="Aanvraag"/><process id="P">
      <startEvent id="S"><messageEventDefinition id="D" messageRef="M"/></startEvent></process></definitions>`);
    expect(
      entries(
        {
          changes: [
            {
              kind: 'renamed',
              elementId: 'M',
              elementName: 'Aanvraag',
              elementType: 'message',
              before: 'Verzoek',
              after: 'Aanvraag',
            },
          ],
        },
        false,
        places,
      )[0],
    ).toMatchObject({ before: 'S', after: 'S' });
  });
});

it('The differences that an answer has no room for are counted, each once', () => {
  expect(leftOutOf(answer({}))).toBe(0);
  const { summary } = answer({});
  const changes = [change('removed', 'A')];
  // Three stand on a next page, and two on none.
  const leftOut = { changes: 2, decisions: 10, moved: 100 };
  expect(leftOutOf(answer({ summary: { ...summary, semantic: 6 }, changes, next: 1, leftOut }))).toBe(115);
});
