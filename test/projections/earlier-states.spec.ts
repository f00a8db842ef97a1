import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { EarlierStates } from '../../apps/api/src/diagrams/earlier-states.js';
import { NotCaughtUp, type ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { chain, knip, readModelIn, record, registered, saved, temporaryFolder } from './fixture.js';

let folder: ReturnType<typeof temporaryFolder>;
let store: MemoryEventStore;
let readModel: ReadModel;
beforeEach(async () => {
  folder = temporaryFolder();
  store = new MemoryEventStore();
  readModel = readModelIn(folder.path);
  await readModel.start(store);
});
afterEach(async () => {
  await readModel?.stop();
  folder.remove();
});

it('A decision that looks back waits until what another instance just made can be read here', async () => {
  await record(store, 'p', registered(), saved(chain('A', 'B')), knip('A'), saved(chain('B', 'A')));
  const state = await new EarlierStates(store, readModel).of('p', 3);
  expect(state.version).toBe(3);
  expect(state.diagram.get('')?.value.version).toBe(2);
  expect(state.knip.size).toBe(1);
});

it('A decision that looks back at what this instance cannot read is not made', async () => {
  await record(store, 'p', registered(), saved('no diagram'));
  await expect(new EarlierStates(store, readModel).of('p', 2)).rejects.toThrow(NotCaughtUp);
});
