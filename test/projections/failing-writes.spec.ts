import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EMPTY_STREAM, sealEvents, type NewEvent, type StreamHead } from '#event-store';
import { processStream, type ProcessEvent } from '#domain';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import type { OpenFile } from '../../apps/api/src/platform/projections/unit/open-file.js';
import type { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { until } from '../until.js';
import { chain, knip, readModelIn, record, registered, saved, temporaryFolder, upToDate } from './fixture.js';

class Db {
  constructor(readonly file: OpenFile) {}
}

describe('A transaction that fails half way', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: MemoryEventStore;
  let readModel: ReadModel;
  let db: DatabaseSync;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = new MemoryEventStore();
    await record(store, 'p', registered(), saved(chain('A', 'B')));
    readModel = readModelIn(folder.path);
    await readModel.start(store);
    ({ db } = readModel.reader(Db).file);
  });
  afterEach(async () => {
    await readModel?.stop();
    await folder?.remove();
  });

  /** Both streams are in the log before the read model looks, so it applies all of this at once. */
  async function recordTogether(...streams: [string, ProcessEvent[]][]): Promise<void> {
    const appends: [string, number, ReturnType<typeof sealed>][] = [];
    for (const [process, events] of streams) {
      const last = await store.readLast(processStream(process));
      const head = last
        ? { version: last.version, hash: last.metadata.hash, at: last.metadata.at }
        : EMPTY_STREAM;
      appends.push([processStream(process), head.version, sealed(process, head, events)]);
    }
    await Promise.all(appends.map(([stream, version, events]) => store.append(stream, version, events)));
  }
  const sealed = (process: string, head: StreamHead, events: NewEvent[]) =>
    sealEvents(processStream(process), head, events, {
      commandId: `${process} after ${head.version}`,
      requestDigest: '00',
      schemaVersion: 1,
      actor: 'werkgroep-wmo',
      now: new Date('2026-02-02T09:00:00Z'),
    });

  const phase = (wanted: string) =>
    until(
      () => readModel.phase === wanted,
      () => `The read model is ${readModel.phase}, not ${wanted}.`,
    );

  it.each([
    'INSERT ON streams',
    'INSERT ON history',
    'INSERT ON facts',
    'INSERT ON outlines',
    'INSERT ON commands',
    'UPDATE ON streams',
    'UPDATE ON checkpoint',
    'INSERT ON overview',
  ])('at %s leaves nothing behind, and is done whole when it can be', async (write) => {
    const before = readModel.contentHash();
    const heard: string[] = [];
    readModel.onApplied((events) => {
      // A listener reads an event as soon as it hears of it.
      for (const { stream, version } of events)
        if ((readModel.stream(stream)?.version ?? 0) >= version) heard.push(`${stream} ${version}`);
        else heard.push(`${stream} ${version}, which cannot be read`);
    });
    db.exec(`CREATE TEMP TRIGGER refusing BEFORE ${write} BEGIN SELECT RAISE(ABORT, 'No room.'); END`);
    await recordTogether(
      ['p', [knip('A'), knip('B', 'back')]],
      ['q', [registered('Paspoort'), saved(chain('C', 'D')), knip('C')]],
    );
    await phase('failed');
    expect(readModel.status().failure).toContain('No room.');
    expect(readModel.readable).toBe(true);
    expect(readModel.contentHash()).toBe(before);
    expect(readModel.stream('process-p')?.version).toBe(2);
    expect(readModel.stream('process-q')).toBeUndefined();
    expect(readModel.findCommand('p after 2')).toBeUndefined();
    expect(heard).toEqual([]);
    db.exec('DROP TRIGGER refusing');
    await phase('following');
    await record(store, 'q', knip('D'));
    await upToDate(readModel, store);
    expect(heard.sort()).toEqual([
      ...['process-p 3', 'process-p 4'],
      ...['process-q 1', 'process-q 2', 'process-q 3', 'process-q 4'],
    ]);
    const elsewhere = temporaryFolder();
    const rebuilt = readModelIn(elsewhere.path);
    await rebuilt.start(store);
    expect(readModel.contentHash()).toBe(rebuilt.contentHash());
    expect(readModel.status()).toEqual({ phase: 'following', parked: [] });
    await rebuilt.stop();
  });
});
