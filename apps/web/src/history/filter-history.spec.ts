import { describe, expect, it } from '@jest/globals';
import type { HistoryItem } from '#contract';
import { choicesIn, filterHistory, NO_FILTER } from './filter-history.js';
import { WINDOW, windowOf } from './windows.js';

const item = (
  version: number,
  type: string,
  actor: string,
  more: Partial<HistoryItem> = {},
): HistoryItem => ({
  version,
  type,
  at: '2026-03-04T10:15:00Z',
  actor: { id: actor, name: actor.toUpperCase() },
  ...more,
});
const items = [
  item(1, 'ProcessRegistered', 'a'),
  item(2, 'KnipDecided', 'b', {
    elementId: 'T',
    elementName: 'Oude naam',
    reason: 'De balie kán dit',
    alternatives: ['Specialist vooraan'],
  }),
  item(3, 'BindingLifted', 'a', { elementId: 'T', elementName: 'Nieuwe naam' }),
  item(4, 'HandoverAgreed', 'b', { flowId: 'F' }),
];
const versions = (filter: object) =>
  filterHistory(items, { ...NO_FILTER, ...filter }, (each) => each.type).map((each) => each.version);

describe('the filter of a history', () => {
  it('passes by kind, person and step', () => {
    expect(versions({})).toEqual([1, 2, 3, 4]);
    expect(versions({ kind: 'binding' })).toEqual([3]);
    expect(versions({ kind: 'process' })).toEqual([1]);
    expect(versions({ person: 'b' })).toEqual([2, 4]);
    expect(versions({ step: 'T' })).toEqual([2, 3]);
    expect(versions({ step: 'F' })).toEqual([4]);
  });

  it('offers a step once, and passes what was decided on it under every id', () => {
    const moved = [
      item(2, 'KnipDecided', 'a', { elementId: 'T1', element: 'T2', elementName: 'Aannemen' }),
      item(3, 'KnipDecided', 'a', { elementId: 'T1', element: 'T1@3', elementName: 'Vervallen' }),
      item(5, 'KnipDecided', 'a', { elementId: 'T2', element: 'T2', elementName: 'Aannemen' }),
      item(6, 'KnipDecided', 'a', { elementId: 'T1', element: 'T1', elementName: 'Vaststellen' }),
    ];
    const now = [
      { id: 'T1', name: 'Vaststellen' },
      { id: 'T2', name: 'Aannemen' },
    ];
    expect(choicesIn(moved, now).steps).toEqual([
      { id: 'T2', name: 'Aannemen' },
      { id: 'T1', name: 'Vaststellen' },
      { id: 'T1@3', name: 'Vervallen' },
    ]);
    const passed = filterHistory(moved, { ...NO_FILTER, step: 'T2' }, (each) => each.type);
    expect(passed.map((each) => each.version)).toEqual([2, 5]);
  });

  it('searches sentence, reason and alternatives without accents and capitals', () => {
    expect(versions({ text: 'BALIE kan' })).toEqual([2]);
    expect(versions({ text: 'vooraan' })).toEqual([2]);
    expect(versions({ text: 'handover' })).toEqual([4]);
    expect(versions({ text: 'balie onbekend' })).toEqual([]);
  });

  it('offers every person and step once, the step by its last name', () => {
    const { people, steps } = choicesIn(items.toReversed(), [
      { id: 'T', name: 'Naam van nu' },
      { id: 'U', name: 'Andere stap' },
    ]);
    expect(people.map((each) => each.name)).toEqual(['A', 'B']);
    expect(steps).toEqual([
      { id: 'U', name: 'Andere stap' },
      { id: 'F', name: 'F' },
      { id: 'T', name: 'Nieuwe naam' },
    ]);
  });
});

describe('the windows of a history', () => {
  const all = (latest: number, order: 'newest' | 'oldest') =>
    Array.from({ length: Math.ceil(latest / WINDOW) }, (_, index) => windowOf(index, latest, order));

  it('cover every version once, from either end', () => {
    expect(all(450, 'newest')).toEqual([
      { after: 250, limit: 200 },
      { after: 50, limit: 200 },
      { after: 0, limit: 50 },
    ]);
    expect(all(450, 'oldest')).toEqual([
      { after: 0, limit: 200 },
      { after: 200, limit: 200 },
      { after: 400, limit: 50 },
    ]);
    expect(all(1, 'newest')).toEqual([{ after: 0, limit: 1 }]);
  });
});
