import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { StoredDiagram } from '#domain';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { DiagramsInForce } from '../../apps/api/src/diagrams/diagrams-in-force.js';
import type { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import {
  chain,
  knip,
  merged,
  readModelIn,
  record,
  registered,
  saved,
  temporaryFolder,
  upToDate,
} from './fixture.js';

let folder: ReturnType<typeof temporaryFolder>;
let store: MemoryEventStore;
let readModel: ReadModel;
beforeEach(async () => {
  folder = temporaryFolder();
  store = new MemoryEventStore();
  readModel = readModelIn(folder.path);
});
afterEach(async () => {
  await readModel?.stop();
  await folder.remove();
});

/** What `DiagramSaved` and `DiagramMerged` hold of it. */
const stored = (diagram: string): StoredDiagram => saved(diagram).data.diagram;
const kept = (process: string, diagram: string): StoredDiagram | undefined =>
  readModel.reader(DiagramsInForce).get(`process-${process}`, stored(diagram).digest);
const [OLD, NEW, MERGED] = [chain('A'), chain('A', 'B'), chain('A', 'B', 'C')];

it.each(['as it changes', 'when all is there already'])(
  'Of each process the diagram that it has now is kept, whole, and no older one: %s',
  async (when) => {
    if (when === 'as it changes') await readModel.start(store);
    await record(store, 'p', registered(), saved(OLD), knip('A'), saved(NEW), knip('B'));
    await record(store, 'q', registered(), saved(NEW), merged(MERGED));
    await record(store, 'r', registered());
    if (when !== 'as it changes') await readModel.start(store);
    await upToDate(readModel, store);
    expect(kept('p', NEW)).toEqual(stored(NEW));
    expect(kept('q', MERGED)).toEqual(stored(MERGED));
    expect([kept('p', OLD), kept('q', NEW), kept('r', NEW)]).toEqual([undefined, undefined, undefined]);
  },
);
