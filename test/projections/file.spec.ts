import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { EventStore } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import type { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { SCHEMA_VERSION } from '../../apps/api/src/platform/projections/file/schema.js';
import { OverviewReader } from '../../apps/api/src/overview/overview-reader.js';
import {
  chain,
  knip,
  readModelIn,
  record,
  registered,
  saved,
  stateOf,
  temporaryFolder,
  upToDate,
} from './fixture.js';

describe('The file of the read model', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: EventStore;
  let readModel: ReadModel;
  let sound: string;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = new MemoryEventStore();
    await record(store, 'p', registered(), saved(chain('A', 'B')), knip('A', 'back'));
    for (let n = 0; n < 300; n++) await record(store, 'p', knip('B'));
    await start();
    sound = readModel.contentHash();
    await readModel.stop();
  });
  afterEach(() => folder.remove());
  const start = async () => {
    readModel = readModelIn(folder.path);
    await readModel.start(store);
  };
  const path = () => join(folder.path, 'read-model.sqlite');
  const isSound = async () => {
    expect(readModel.contentHash()).toBe(sound);
    await record(store, 'p', knip('A'));
    await upToDate(readModel, store);
    expect(stateOf(readModel, 'p')?.version).toBe(304);
    await readModel.stop();
  };

  it('is used as it is when it belongs to the log', async () => {
    const marked = new DatabaseSync(path());
    marked.exec(`UPDATE overview SET name = 'Gemerkt'`);
    marked.close();
    await start();
    expect(readModel.reader(OverviewReader).page({ retired: false }, undefined, 1)[0]?.name).toBe('Gemerkt');
    await readModel.stop();
  });

  it.each<[string, () => void]>([
    ['is missing', () => folder.remove()],
    [
      'is not a database',
      () => writeFileSync(path(), 'This is not SQLite, whatever it is called. '.repeat(400)),
    ],
    ['is empty', () => truncateSync(path(), 0)],
    ['was cut off', () => truncateSync(path(), Math.floor(statSync(path()).size / 2))],
    [
      'is damaged in the middle',
      () => {
        const bytes = readFileSync(path());
        bytes.fill(0xa5, Math.floor(bytes.length * 0.3), Math.floor(bytes.length * 0.7));
        writeFileSync(path(), bytes);
      },
    ],
    [
      'has another schema',
      () => {
        const db = new DatabaseSync(path());
        db.exec('PRAGMA user_version = 0; DROP TABLE facts;');
        db.close();
      },
    ],
    [
      'is another database that says it has our version',
      () => {
        folder.remove();
        folder = temporaryFolder();
        const db = new DatabaseSync(path());
        db.exec(`CREATE TABLE other (a); PRAGMA user_version = ${SCHEMA_VERSION};`);
        db.close();
      },
    ],
    [
      'lacks a column',
      () => {
        const db = new DatabaseSync(path());
        db.exec('ALTER TABLE overview DROP COLUMN handovers');
        db.close();
      },
    ],
    [
      'lacks the indexes that are made last',
      () => {
        const db = new DatabaseSync(path());
        db.exec('DROP INDEX commands_by_id; DROP INDEX history_by_version; DROP INDEX facts_by_version');
        db.close();
      },
    ],
  ])('is rebuilt when it %s', async (_, spoil) => {
    spoil();
    if (_ === 'is missing') folder = temporaryFolder();
    await start();
    await isSound();
  });

  it('is rebuilt when it belongs to another log, or to one that was put back to an earlier day', async () => {
    const other = new MemoryEventStore();
    await record(other, 'p', registered('Paspoort'), knip('Z'));
    readModel = readModelIn(folder.path);
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await readModel.start(other);
    expect(String(said.mock.calls[0]?.[0])).toContain('event 303 of process-p is not there');
    expect(stateOf(readModel, 'p')?.name.get('')?.value.name).toBe('Paspoort');
    expect(stateOf(readModel, 'p')?.version).toBe(2);
    await readModel.stop();
    await start();
    said.mockRestore();
    await isSound();
  });

  it('is rebuilt while the service runs when a read meets damage', async () => {
    await start();
    await readModel.rebuild();
    expect(readModel.status().phase).toBe('following');
    await isSound();
  });
});
