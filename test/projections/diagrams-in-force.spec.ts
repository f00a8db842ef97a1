import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { StoredDiagram } from '#domain';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { DIAGRAMS_IN_FORCE } from '../../apps/api/src/diagrams/diagrams-in-force.projection.js';
import { DiagramsInForce } from '../../apps/api/src/diagrams/diagrams-in-force.js';
import { OpenFile } from '../../apps/api/src/platform/projections/unit/open-file.js';
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

it('What is written, or undone, is not kept in memory and written again', () => {
  const db = new DatabaseSync(':memory:');
  db.exec(DIAGRAMS_IN_FORCE.tables);
  const writer = DIAGRAMS_IN_FORCE.open(new OpenFile(db));
  const apply = (no: number, diagram: string) => {
    const { type, data } = saved(diagram);
    const event = { type, data, text: undefined, version: 2, at: '', actor: '', demo: undefined };
    writer.apply!(event, { no, name: `process-${no}`, prefix: 'process-', version: 1 }, () => '')?.();
  };
  const streams = () => {
    const rows = db.prepare('SELECT stream FROM diagrams_in_force').all();
    db.exec('DELETE FROM diagrams_in_force');
    return rows.map(({ stream }) => stream);
  };
  apply(1, OLD);
  writer.flush!();
  expect(streams()).toEqual([1]);
  apply(2, NEW);
  writer.forget!();
  apply(3, NEW);
  writer.flush!();
  expect(streams()).toEqual([3]);
  writer.flush!();
  expect(streams()).toEqual([]);
});
