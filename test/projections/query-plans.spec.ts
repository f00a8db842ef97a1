import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { openLog } from '#event-store';
import { chain, knip, readModelIn, record, registered, saved, temporaryFolder, upToDate } from './fixture.js';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  jest.restoreAllMocks();
  folder.remove();
});

/** Tables that have a row for each process, person or domain at most, or one row. */
const SMALL = new Set([
  'people',
  'streams',
  's',
  'overview',
  'o',
  'parked',
  'p',
  'x',
  'kinds',
  'projections',
  'checkpoint',
  'word',
  'sqlite_schema',
]);

it('No question to the log or the read model reads through a table that grows with every event', async () => {
  const prepare = DatabaseSync.prototype.prepare;
  const asked = new Map<string, DatabaseSync>();
  jest.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (
    this: DatabaseSync,
    sql: string,
  ) {
    asked.set(sql, this);
    return prepare.call(this, sql);
  });
  const { events: store } = openLog(join(folder.path, 'log.sqlite'));
  const readModel = readModelIn(folder.path);
  await readModel.start(store);
  await record(store, 'p', registered(), saved(chain('A', 'B')), knip('A', 'back'));
  await upToDate(readModel, store);

  const scanned = [...asked]
    .filter(([sql, db]) => db.isOpen && /^\s*(SELECT|UPDATE|DELETE)/i.test(sql))
    .flatMap(([sql, db]) =>
      prepare
        .call(db, `EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => /^SCAN (\w+)/.exec(String(detail))?.[1])
        .filter((table) => table !== undefined && !SMALL.has(table))
        .map((table) => `${table}: ${sql}`),
    );
  expect(asked.size).toBeGreaterThan(25);
  expect(scanned).toEqual([]);
  await readModel.stop();
  await store.close();
});
