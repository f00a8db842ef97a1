import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { READ_MODEL_FILE } from '../../apps/api/src/platform/environment/data-folder.js';
import { beginBuild } from '../../apps/api/src/platform/projections/building/begin-build.js';
import { PageMaker } from '../../apps/api/src/platform/projections/building/build-page.js';
import { contentHash } from '../../apps/api/src/platform/projections/file/content-hash.js';
import { completeReadModelFile } from '../../apps/api/src/platform/projections/file/read-model-file.js';
import { seal } from '../../apps/api/src/platform/projections/file/seal.js';
import { Tables } from '../../apps/api/src/platform/projections/following/tables.js';
import { PROJECTIONS } from '../../apps/api/src/projections.js';
import { chain, knip, readModelIn, record, registered, saved, temporaryFolder } from './fixture.js';

// What the thread that builds does, without the thread: that one runs what was built before.
describe('A read model built of several pages', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: MemoryEventStore;
  let grown: string;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = new MemoryEventStore();
    await record(store, 'p', registered(), saved(chain('A', 'B')), knip('A', 'back'));
    await record(store, 'q', registered('Paspoort'));
    await record(store, 'p', knip('B'));
    const elsewhere = temporaryFolder();
    const readModel = readModelIn(elsewhere.path);
    await readModel.start(store);
    grown = readModel.contentHash();
    await readModel.stop();
    await elsewhere.remove();
  });
  afterEach(() => folder.remove());
  const path = () => join(folder.path, READ_MODEL_FILE);
  const pages = async (...sizes: number[]) => {
    const maker = new PageMaker();
    const events = await store.readAllRaw(undefined, 99);
    return sizes.map((size) => maker.make(events.splice(0, size)));
  };

  it.each([[[5]], [[1, 4]], [[2, 2, 1]], [[1, 1, 1, 1, 1]]])(
    'of %j events is that of the log: it is used as it is, and holds the same',
    async (sizes) => {
      const build = beginBuild({ path: path() }, PROJECTIONS);
      for (const page of await pages(...sizes)) build.apply(page);
      build.complete();
      seal(path());
      const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
      const readModel = readModelIn(folder.path);
      const built = readModel.contentHash();
      await readModel.start(store);
      expect([built, readModel.contentHash()]).toEqual([grown, grown]);
      // Of another log, it would be built again, and an administrator told.
      expect(said).not.toHaveBeenCalled();
      said.mockRestore();
      await readModel.stop();
    },
  );

  it('counts for nothing when it was closed before it was complete', async () => {
    const build = beginBuild({ path: path() }, PROJECTIONS);
    for (const page of await pages(2, 2)) build.apply(page);
    build.close();
    build.close();
    const readModel = readModelIn(folder.path);
    expect(readModel.position()).toBeUndefined();
    await readModel.start(store);
    expect(readModel.contentHash()).toBe(grown);
    await readModel.stop();
  });

  it('has a part of it built again beside the rest, or nothing of it', async () => {
    const readModel = readModelIn(folder.path);
    await readModel.start(store);
    await readModel.stop();
    for (const only of PROJECTIONS.list.map(({ name }) => [name])) {
      const broken = beginBuild({ path: path(), only }, PROJECTIONS);
      const [first, second] = await pages(2, 3);
      broken.apply(first!);
      broken.close();
      const build = beginBuild({ path: path(), only }, PROJECTIONS);
      build.apply(first!);
      build.apply(second!);
      build.complete();
      seal(path());
      const again = readModelIn(folder.path);
      expect({ only, hash: again.contentHash() }).toEqual({ only, hash: grown });
      await again.stop();
    }
  });

  it.each([false, true])(
    'misses nothing where the log was followed before the catching up was complete, also after a crash: %s',
    async (crashed) => {
      const events = await store.readAll(undefined, 99);
      let tables = new Tables(path(), PROJECTIONS);
      // Of the two processes, only the first has an event that comes later.
      tables.apply(events.slice(0, 4), false);
      completeReadModelFile(tables.file.db);
      if (crashed) {
        tables.close();
        tables = new Tables(path(), PROJECTIONS);
      }
      expect(tables.checkpoint).toMatchObject({ stream: 'process-q', version: 1 });
      tables.apply(events.slice(4), true);
      tables.complete();
      expect(contentHash(tables.file.db, PROJECTIONS)).toBe(grown);
      tables.close();
    },
  );
});
