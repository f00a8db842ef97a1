import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { seal } from '../../apps/api/src/platform/projections/file/seal.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '#event-store';
import { HISTORY } from '../../apps/api/src/event-history/index.js';
import { Outlines } from '../../apps/api/src/process-facts/index.js';
import { HistoryReader } from '../../apps/api/src/history/history-reader.js';
import { openReadModel } from '../../apps/api/src/platform/projections/following/open-read-model.js';
import type { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import type { Projection } from '../../apps/api/src/platform/projections/unit/projection.js';
import { ProjectionSet } from '../../apps/api/src/platform/projections/unit/projection-set.js';
import { PROJECTIONS } from '../../apps/api/src/projections.js';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { chain, knip, record, recordIn, registered, saved, temporaryFolder, upToDate } from './fixture.js';
import { toyAggregate, toys } from './toy-aggregate.js';

describe('The history', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: EventStore;
  let readModel: ReadModel;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = new MemoryEventStore();
    await record(store, 'p', registered(), saved(chain('A', 'C')), knip('A', 'back'));
  });
  afterEach(async () => {
    await readModel?.stop();
    folder.remove();
  });

  const others = PROJECTIONS.list.filter(({ name }) => name !== HISTORY.name);
  const withToys: Projection = { ...HISTORY, streams: [...HISTORY.streams, toyAggregate] };

  /** Starts on the file that stands there. */
  async function start(history = HISTORY, ...more: Projection[]): Promise<void> {
    await readModel?.stop();
    readModel = await startIn(folder.path, [history, ...others, ...more]);
  }
  async function startIn(path: string, projections: readonly Projection[]): Promise<ReadModel> {
    const opened = openReadModel(path, { projections: new ProjectionSet(import.meta.url, projections) });
    await opened.start(store);
    return opened;
  }
  /** The content hash of a file that is built from the log at once. */
  async function rebuilt(history = HISTORY, ...more: Projection[]): Promise<string> {
    const elsewhere = temporaryFolder();
    const other = await startIn(elsewhere.path, [history, ...others, ...more]);
    const hash = other.contentHash();
    await other.stop();
    await elsewhere.remove();
    return hash;
  }
  /** Works on the file while nobody has it open. */
  async function whileStopped<Result>(work: (db: DatabaseSync) => Result): Promise<Result> {
    await readModel.stop();
    const db = new DatabaseSync(join(folder.path, 'read-model.sqlite'));
    const result = work(db);
    db.close();
    seal(join(folder.path, 'read-model.sqlite'));
    return result;
  }
  const kept = (stream: string) =>
    whileStopped((db) =>
      db
        .prepare(
          `SELECT h.version, h.type, h.at, h.actor, h.data FROM history h JOIN streams s ON s.no = h.stream
           WHERE s.name = ? ORDER BY h.version`,
        )
        .all(stream)
        .map(({ data, ...row }) => ({ ...row, data: JSON.parse(data as string) as unknown })),
    );

  it('has no name for a step that has none', async () => {
    const { diagram } = saved(chain('A', 'C').replace('name="Stap C"', '')).data;
    await record(store, 'p', { type: 'DiagramSaved', data: { diagram } });
    await start();
    const outlines = readModel.reader(Outlines);
    expect(outlines.elementName(diagram.digest, 'A')).toBe('Stap A');
    expect(outlines.elementName(diagram.digest, 'C')).toBeUndefined();
  });

  it('keeps what an event says, with who and when, and leaves the bytes of diagrams in the log', async () => {
    await start();
    const [, second] = await kept('process-p');
    const { digest, encoding } = saved(chain('A', 'C')).data.diagram;
    expect(second).toEqual({
      version: 2,
      type: 'DiagramSaved',
      at: '2026-01-05T09:01:00.000Z',
      actor: 'werkgroep-wmo',
      data: { diagram: { digest, encoding } },
    });
  });

  it.each<[string, string, Projection]>([
    ['has another version', '', { ...HISTORY, version: HISTORY.version + 1 }],
    ['lacks its table', 'DROP TABLE history', HISTORY],
  ])('is built alone with what needs it when it %s', async (_, spoil, after) => {
    await start();
    await whileStopped((db) => {
      db.exec(`${spoil || 'DELETE FROM history'}; DELETE FROM facts; UPDATE overview SET name = 'Old';
        INSERT INTO outlines VALUES ('kept', '{}')`);
    });
    await start(after);
    const outlines = await whileStopped((db) =>
      db.prepare(`DELETE FROM outlines WHERE digest = 'kept'`).run(),
    );
    expect(outlines.changes).toBe(1);
    await start(after);
    await record(store, 'p', knip('C'));
    await upToDate(readModel, store);
    expect(readModel.contentHash()).toBe(await rebuilt(after));
    const { no } = readModel.stream('process-p')!;
    expect(readModel.reader(HistoryReader).page(no, 2, 9, {})).toMatchObject([
      { version: 3, type: 'KnipDecided', elementName: 'Stap A' },
      { version: 4, type: 'KnipDecided', elementName: 'Stap C' },
    ]);
  });

  it.each<[string, Projection[]]>([
    ['is new to the file', []],
    ['another projection gets already', [toys()]],
  ])('takes in another kind of streams that %s, in its current shape', async (_, more) => {
    await recordIn(store, 'toy-bear', { type: 'ToyBuilt', data: { name: 'Bear' } });
    await start(HISTORY, ...more);
    expect(await kept('toy-bear')).toEqual([]);
    await start(withToys, ...more);
    await recordIn(store, 'toy-bear', { type: 'ToyPainted', data: { colour: 'brown' } });
    await upToDate(readModel, store);
    expect(readModel.contentHash()).toBe(await rebuilt(withToys, ...more));
    expect(await kept('toy-bear')).toMatchObject([
      { version: 1, type: 'ToyMade', data: { name: 'Bear' } },
      { version: 2, type: 'ToyPainted', data: { colour: 'brown' } },
    ]);
  });

  it('stands before the facts, which take their values from it', () => {
    expect(() => new ProjectionSet('', others)).toThrow('The projection facts needs history');
  });
});
