import { expect, it } from '@jest/globals';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { progressTo } from '../../apps/api/src/platform/projections/unit/progress.js';

const toldOf = (end: string | undefined, ...pages: [events: number, first: string, last: string][]) => {
  const told: string[] = [];
  const tell = progressTo(new MemoryEventStore(), end, ({ events, share }) =>
    told.push(`${events} ${share}`),
  );
  for (const page of pages) tell(...page);
  return told;
};

it('The progress counts events, and says how much of the way from the first of them is done', () => {
  expect(toldOf('11', [4, '1', '6'], [3, '7', '9'], [2, '10', '11'], [1, '12', '12'])).toEqual([
    '4 0.5',
    '7 0.8',
    '9 1',
    '10 1',
  ]);
  expect(toldOf('5', [1, '5', '5'])).toEqual(['1 1']);
  expect(toldOf(undefined, [1, '1', '1'])).toEqual([]);
});
