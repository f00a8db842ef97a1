import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { seal } from '../../apps/api/src/platform/projections/file/seal.js';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { processStream } from '#domain';
import { EMPTY_STREAM, sealEvents, type EventStore } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import type { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import type { OpenFile } from '../../apps/api/src/platform/projections/unit/open-file.js';
import {
  adoptDraft,
  completeReadModelFile,
  createReadModelFile,
  draftOf,
} from '../../apps/api/src/platform/projections/file/read-model-file.js';
import { PROJECTIONS } from '../../apps/api/src/projections.js';
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

class Db {
  constructor(readonly file: OpenFile) {}
}

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
    seal(path());
    await start();
    expect(readModel.reader(OverviewReader).page({ retired: false }, undefined, 1)[0]?.name).toBe('Gemerkt');
    await readModel.stop();
  });

  it.each([
    ['', () => undefined],
    [', and took its note away', () => rmSync(`${path()}.sha256`)],
  ])('is rebuilt, loudly, when somebody changed it while the service was down%s', async (_, andMore) => {
    await start();
    const hash = readModel.contentHash();
    await readModel.stop();
    const changed = new DatabaseSync(path());
    changed.exec(`UPDATE overview SET name = 'Vervalst'`);
    changed.close();
    andMore();
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await start();
    const [told] = said.mock.calls.flat();
    said.mockRestore();
    expect(told).toContain('the read model was changed while the service was down');
    expect(readModel.contentHash()).toBe(hash);
    await readModel.stop();
  });

  it('has another hash when anything in it is other, of the platform or of a projection', async () => {
    await start();
    const { db } = readModel.reader(Db).file;
    const hashes = [readModel.contentHash()];
    for (const change of [
      "UPDATE streams SET actor = 'x'",
      "UPDATE overview SET name = 'x'",
      'DELETE FROM commands WHERE version = 7',
      "UPDATE checkpoint SET hash = 'x'",
    ]) {
      db.exec(change);
      hashes.push(readModel.contentHash());
    }
    expect(new Set(hashes).size).toBe(5);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    await readModel.stop();
  });

  it('that grew with the log from nothing is used as it is too', async () => {
    const grown = temporaryFolder();
    store = new MemoryEventStore();
    readModel = readModelIn(grown.path);
    await readModel.start(store);
    const stream = processStream('p');
    // Both come at once, so the newest event is not the first.
    const events = [registered(), knip('A')];
    const context = { commandId: 'c', requestDigest: '00', schemaVersion: 1, actor: 'x', now: new Date(0) };
    await store.append(stream, 0, sealEvents(stream, EMPTY_STREAM, events, context));
    await upToDate(readModel, store);
    await readModel.stop();
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    readModel = readModelIn(grown.path);
    const { db } = readModel.reader(Db).file;
    await readModel.start(store);
    expect(readModel.reader(Db).file.db).toBe(db);
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
    await readModel.stop();
  });

  it('survives a power cut as it says, whether it is found, built anew or made of a draft', async () => {
    const settings = (): object =>
      Object.assign(
        {},
        ...['journal_mode', 'synchronous', 'user_version'].map((name) =>
          readModel.reader(Db).file.db.prepare(`PRAGMA ${name}`).get(),
        ),
      );
    // With a journal beside the file, 1 (NORMAL) loses no part of a commit.
    const safe = { journal_mode: 'wal', synchronous: 1, user_version: SCHEMA_VERSION };
    await start();
    expect(settings()).toEqual(safe);
    await readModel.rebuild();
    expect(settings()).toEqual(safe);
    await readModel.stop();
    folder.remove();
    folder = temporaryFolder();
    await start();
    expect(settings()).toEqual(safe);
    await readModel.stop();
  });

  it('that a draft replaces leaves nothing behind that SQLite would put into the new one', async () => {
    await start();
    await record(store, 'p', knip('A'));
    await upToDate(readModel, store);
    // As after a crash: what was written last stands beside the file.
    const written = readFileSync(`${path()}-wal`);
    expect(written.length).toBeGreaterThan(0);
    await readModel.stop();
    const draft = createReadModelFile(draftOf(path()), PROJECTIONS);
    completeReadModelFile(draft);
    draft.close();
    writeFileSync(`${path()}-wal`, written);
    writeFileSync(`${path()}-journal`, 'left by a crash');
    const adopted = adoptDraft(path());
    expect(adopted.prepare('PRAGMA quick_check(1)').get()).toEqual({ quick_check: 'ok' });
    expect(adopted.prepare('SELECT count(*) AS n FROM overview').get()).toEqual({ n: 0 });
    adopted.close();
  });

  it('with nothing in it yet survives one as well', async () => {
    const empty = temporaryFolder();
    readModel = readModelIn(empty.path);
    await readModel.start(new MemoryEventStore());
    const { db } = readModel.reader(Db).file;
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 1 });
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
      'has a damaged page that no read meets at first',
      () => {
        const db = new DatabaseSync(path());
        const pageOf = (name: string, pragma: string) => Number(db.prepare(name).get()?.[pragma]);
        const size = pageOf('PRAGMA page_size', 'page_size');
        const root = pageOf(
          "SELECT rootpage FROM sqlite_schema WHERE name = 'diagrams_in_force'",
          'rootpage',
        );
        db.close();
        const bytes = readFileSync(path());
        bytes.fill(0xff, (root - 1) * size, root * size);
        writeFileSync(path(), bytes);
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
    seal(path());
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
