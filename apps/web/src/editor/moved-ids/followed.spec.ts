import { describe, expect, it } from '@jest/globals';
import type { HistoryItem } from '#contract';
import { followedIn, recordedTogether } from './followed.js';
import type { MovedIds } from './said-of-ids.js';

const FENNA = { id: 'werkgroep-vergunningen', name: 'Fenna Hoekstra' };
const BRAM = { id: 'werkgroep-wmo', name: 'Bram' };

const item = (version: number, type: string, more: Partial<HistoryItem> = {}): HistoryItem =>
  ({ version, type, at: '2026-03-04T10:15:00.000Z', actor: FENNA, ...more }) as HistoryItem;

const moved = (
  changedHands: [id: string, wentTo?: string][],
  renamed: [id: string, wentTo?: string][] = [],
): MovedIds => {
  const ids = (pairs: [string, string?][]) =>
    pairs.map(([id, wentTo]) => ({ id, ...(wentTo && { wentTo }) }));
  return { changedHands: ids(changedHands), renamed: ids(renamed) } as unknown as MovedIds;
};

describe('What became of decisions that were to follow their steps', () => {
  it('is nothing where the save ended no decision', () => {
    const items = [item(3, 'DiagramSaved'), item(4, 'KnipDecided', { elementId: 'T2' })];
    expect(followedIn(items, moved([['T1', 'T2']]))).toBeUndefined();
  });

  it('tells how many went along, of every kind', () => {
    const items = [
      item(3, 'DiagramSaved'),
      item(4, 'KnipWithdrawn', { elementId: 'T1', carriedTo: 'T2' }),
      item(5, 'BindingLifted', { elementId: 'T1', carriedTo: 'T2' }),
      item(6, 'DecisionEnded', { flowId: 'F1', kind: 'handover', carriedTo: 'F2' }),
      item(7, 'KnipDecided', { elementId: 'T2' }),
    ];
    expect(followedIn(items, moved([['T1', 'T2']]))).toEqual({ along: 3, gone: [], replaced: [] });
  });

  it('tells a step that is gone from one that has a decision of its own', () => {
    const gone = item(4, 'KnipWithdrawn', { elementId: 'T1' });
    const replaced = item(5, 'BindingLifted', { elementId: 'T3' });
    const renamed = item(6, 'DecisionEnded', { flowId: 'F5', kind: 'handover' });
    const goneFlow = item(7, 'DecisionEnded', { flowId: 'F7', kind: 'handover' });
    const items = [item(3, 'DiagramSaved'), gone, replaced, renamed, goneFlow];
    expect(followedIn(items, moved([['T1'], ['T3', 'T4'], ['F7']], [['F5', 'F6']]))).toEqual({
      along: 0,
      gone: [gone, goneFlow],
      replaced: [replaced, renamed],
    });
  });
});

describe('The events that were recorded with the last one', () => {
  /** The history of a process, and every question that is asked of it. */
  const reading = (history: readonly HistoryItem[]) => {
    const asked: [after: number, limit: number][] = [];
    const read = async (after: number, limit: number) => {
      asked.push([after, limit]);
      return history.filter(({ version }) => version > after && version <= after + limit);
    };
    return { asked, read };
  };
  const versions = (items: readonly HistoryItem[]) =>
    items.map(({ version }) => version).sort((a, b) => a - b);
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

  it('have its moment and its person', async () => {
    const { read } = reading([
      item(1, 'KnipDecided', { at: '2026-03-04T10:14:00.000Z' }),
      item(2, 'KnipDecided', { actor: BRAM }),
      item(3, 'DiagramSaved'),
      item(4, 'KnipWithdrawn'),
    ]);
    expect(versions(await recordedTogether(4, read))).toEqual([3, 4]);
  });

  it('are those up to the version of the save, whatever came later', async () => {
    const { read } = reading(range(1, 5).map((version) => item(version, 'KnipDecided')));
    expect(versions(await recordedTogether(3, read))).toEqual([1, 2, 3]);
  });

  it('are found where they are more than one answer holds', async () => {
    const history = range(1, 450).map((version) =>
      item(version, 'KnipDecided', version <= 10 ? { actor: BRAM } : {}),
    );
    const { asked, read } = reading(history);
    expect(versions(await recordedTogether(450, read))).toEqual(range(11, 450));
    expect(asked).toEqual([
      [250, 200],
      [50, 200],
      [0, 50],
    ]);
  });

  it('are not looked for further back than they go', async () => {
    const history = range(1, 450).map((version) =>
      item(version, 'KnipDecided', version < 300 ? { actor: BRAM } : {}),
    );
    const { asked, read } = reading(history);
    expect(versions(await recordedTogether(450, read))).toEqual(range(300, 450));
    expect(asked).toEqual([[250, 200]]);
  });
});
