import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore, Position, StoredEvent } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { NotCaughtUp } from '../../apps/api/src/platform/projections/following/read-model.js';
import type { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { knip, readModelIn, record, registered, stateOf, temporaryFolder, upToDate } from './fixture.js';
import { PATIENCE_MS, until } from '../until.js';

describe('Following the log', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: EventStore;
  let readModel: ReadModel;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = new MemoryEventStore();
    await record(store, 'p', registered());
    readModel = readModelIn(folder.path);
  });
  afterEach(async () => {
    await readModel?.stop();
    folder.remove();
  });

  it('shows a write to readers that wait for its position, and lets go those that wait in vain', async () => {
    await readModel.start(store);
    await readModel.caughtUp('1', PATIENCE_MS);
    const waiting = readModel.caughtUp('2', PATIENCE_MS);
    await record(store, 'p', knip('A'));
    await waiting;
    expect(stateOf(readModel, 'p')?.version).toBe(2);
    await expect(readModel.caughtUp('3', 20)).rejects.toThrow(NotCaughtUp);
    await expect(readModel.caughtUp('not a position', 20)).rejects.toThrow(RangeError);
  });

  it('shows at a start what was written while it was stopped', async () => {
    await readModel.start(store);
    await readModel.stop();
    await record(store, 'p', knip('A'), knip('B'));
    readModel = readModelIn(folder.path);
    await readModel.start(store);
    expect(stateOf(readModel, 'p')?.version).toBe(3);
  });

  it('knows what a command did', async () => {
    await record(store, 'p', knip('A'));
    await readModel.start(store);
    expect(readModel.findCommand('p 2')).toEqual({ stream: 'process-p', version: 2 });
    expect(readModel.findCommand('p 3')).toBeUndefined();
  });

  it('tells listeners each event once it can be read, in order', async () => {
    const told: number[] = [];
    await readModel.start(store);
    const end = readModel.onApplied((events) => {
      for (const event of events) {
        expect(stateOf(readModel, 'p')?.version).toBeGreaterThanOrEqual(event.version);
        told.push(event.version);
      }
    });
    await record(store, 'p', knip('A'), knip('B'), knip('A'));
    await upToDate(readModel, store);
    end();
    await record(store, 'p', knip('B'));
    await upToDate(readModel, store);
    expect(told).toEqual([2, 3, 4]);
  });

  it('tells listeners nothing of what came before it followed the log', async () => {
    await readModel.start(store);
    await readModel.stop();
    await record(store, 'p', knip('A'));
    readModel = readModelIn(folder.path);
    const told: number[] = [];
    readModel.onApplied((events) => told.push(...events.map(({ version }) => version)));
    await readModel.start(store);
    await record(store, 'p', knip('B'));
    await upToDate(readModel, store);
    expect(told).toEqual([3]);
  });

  it('goes on by itself after the log could not be read for a while, with nothing lost or twice, and shows till then what it has', async () => {
    let broken = true;
    const phase = (wanted: string) =>
      until(
        () => readModel.phase === wanted,
        () => `The read model is ${readModel.phase}, not ${wanted}.`,
      );
    class LosesConnections extends MemoryEventStore {
      override subscribe(
        after: Position | undefined,
        onEvents: (events: StoredEvent[]) => Promise<void> | void,
        onFailure: (error: unknown) => void,
      ) {
        return super.subscribe(
          after,
          (events) => {
            if (broken) throw new Error('The connection was lost.');
            return onEvents(events);
          },
          onFailure,
        );
      }
    }
    store = new LosesConnections();
    await record(store, 'p', registered());
    await readModel.start(store);
    const told: number[] = [];
    readModel.onApplied((events) => told.push(...events.map(({ version }) => version)));
    await record(store, 'p', knip('A'));
    await phase('failed');
    expect(readModel.status()).toMatchObject({ phase: 'failed', failure: 'The connection was lost.' });
    await readModel.caughtUp('1', PATIENCE_MS);
    await expect(readModel.caughtUp('2', 10)).rejects.toThrow(NotCaughtUp);
    broken = false;
    await record(store, 'p', knip('B'));
    await readModel.caughtUp('3', PATIENCE_MS);
    await phase('following');
    expect(readModel.status()).toEqual({ phase: 'following', parked: [] });
    expect(stateOf(readModel, 'p')?.version).toBe(3);
    await record(store, 'p', knip('A'));
    await readModel.caughtUp('4', PATIENCE_MS);
    expect(told).toEqual([2, 3, 4]);
  });
});
