import { beforeEach, expect, it } from '@jest/globals';
import { emptyProcess, evolveProcess, type ProcessState } from '#domain';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { USUAL_BOUNDS } from '../../apps/api/src/platform/environment/bounds.js';
import { DiagramWork } from '../../apps/api/src/diagrams/work/diagram-work.js';
import { DiagramComparisons } from '../../apps/api/src/comparison/diagram-comparisons.js';
import { StoredDiagrams } from '../../apps/api/src/diagrams/stored-diagrams.js';
import { LogProbe } from '../../apps/api/src/platform/log/log-probe.js';
import { atEnd } from '../at-end.js';
import { chain, knip, readModelIn, record, registered, saved, temporaryFolder } from './fixture.js';

/** A log that counts how often it is read, and can be out of reach. */
class WatchedStore extends MemoryEventStore {
  reads = 0;
  reachable = true;

  override async readStream(...asked: Parameters<MemoryEventStore['readStream']>) {
    this.reads += 1;
    if (!this.reachable) throw new Error('out of reach');
    return super.readStream(...asked);
  }
}

const EVENTS = [registered(), saved(chain('A', 'B')), knip('A'), saved(chain('A', 'B', 'C'))];
/** The process after so many events. */
const at = (version: number): ProcessState => EVENTS.slice(0, version).reduce(evolveProcess, emptyProcess());
let store: WatchedStore;
let comparisons: DiagramComparisons;
beforeEach(async () => {
  store = new WatchedStore();
  await record(store, 'p', ...EVENTS);
  store.reads = 0;
  // It holds nothing yet, so that all comes from the log.
  const readModel = readModelIn(temporaryFolder().path);
  atEnd(() => readModel.stop());
  comparisons = new DiagramComparisons(
    new StoredDiagrams(store, readModel),
    new LogProbe(store),
    new DiagramWork(USUAL_BOUNDS),
  );
});

it('Two diagrams are read and compared once, however often and by however many the comparison is asked for', async () => {
  const [one, other] = await Promise.all([
    comparisons.between('p', at(2), at(4)),
    comparisons.between('p', at(3), at(4)),
  ]);
  expect(other).toBe(one);
  expect(one.changes.map(({ kind, elementId }) => [kind, elementId])).toContainEqual(['added', 'C']);
  expect(await comparisons.between('p', at(2), at(4))).toBe(one);
  expect(store.reads).toBe(2);
});

it('A diagram is not read to be compared with itself', async () => {
  expect(await comparisons.between('p', at(2), at(3))).toEqual({
    changes: [],
    renamedIds: [],
    layout: { moved: [] },
    movedIds: [],
  });
  expect(store.reads).toBe(0);
});

it('A comparison that failed is made again', async () => {
  store.reachable = false;
  await expect(comparisons.between('p', at(2), at(4))).rejects.toThrow('out of reach');
  store.reachable = true;
  expect((await comparisons.between('p', at(2), at(4))).changes).not.toEqual([]);
});
