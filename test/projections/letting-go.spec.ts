import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Position, StoredEvent, Subscription } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { USUAL_BOUNDS } from '../../apps/api/src/platform/environment/bounds.js';
import type { Settings } from '../../apps/api/src/platform/environment/settings.js';
import { LogProbe } from '../../apps/api/src/platform/log/log-probe.js';
import { Names } from '../../apps/api/src/platform/http/access/names.js';
import type { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { Inbox } from '../../apps/api/src/updates/inbox.js';
import { UpdateFeed } from '../../apps/api/src/updates/update-feed.js';
import { PATIENCE_MS } from '../until.js';
import { knip, readModelIn, record, registered, temporaryFolder, upToDate } from './fixture.js';

const settings = { bounds: USUAL_BOUNDS } as Settings;
const listening = (until = new AbortController().signal) => ({
  stream: undefined,
  after: '1',
  pauseMs: 10,
  until,
});

/** Counts who follows it. */
class CountingStore extends MemoryEventStore {
  followers = 0;
  override subscribe(
    after: Position | undefined,
    onEvents: (events: StoredEvent[]) => Promise<void> | void,
    onFailure: (error: unknown) => void,
  ): Subscription {
    const subscription = super.subscribe(after, onEvents, onFailure);
    this.followers++;
    return {
      stop: async () => {
        this.followers--;
        await subscription.stop();
      },
    };
  }
}

describe('What nobody waits for any more', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: CountingStore;
  let readModel: ReadModel;
  let feed: UpdateFeed;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = new CountingStore();
    await record(store, 'p', registered());
    readModel = readModelIn(folder.path);
    await readModel.start(store);
    feed = new UpdateFeed(readModel, store, new Names(new Map()), new LogProbe(store), settings);
  });
  afterEach(async () => {
    await readModel?.stop();
    await folder?.remove();
  });
  const kept = () => readModel['listeners'].size;
  const waiting = () => readModel['waiting']['waiters'].size;

  it('is let go when a listener leaves, before, in and after what it missed', async () => {
    await record(store, 'p', knip('A'), knip('B'));
    await upToDate(readModel, store);
    for (const told of [1, 2, 3]) {
      const following = feed.follow(listening());
      for (let n = 0; n < told; n++) await following.next();
      expect(kept()).toBe(1);
      await following.return(undefined);
      expect(kept()).toBe(0);
    }
  });

  it('is let go when telling it fails', async () => {
    const names = {
      of: () => {
        throw new Error('no names');
      },
    } as unknown as Names;
    const broken = new UpdateFeed(readModel, store, names, new LogProbe(store), settings);
    await record(store, 'p', knip('A'));
    await upToDate(readModel, store);
    await expect(broken.follow(listening()).next()).rejects.toThrow('no names');
    expect(readModel['listeners'].size).toBe(0);
  });

  it('does not fill the inbox of a listener who is let go', async () => {
    const events = (count: number) => Array.from({ length: count }, () => ({}) as StoredEvent);
    const inbox = new Inbox(5_000);
    inbox.put(events(5_000));
    expect(await inbox.take(10)).toHaveLength(5_000);
    inbox.put(events(5_001));
    inbox.put(events(10));
    expect(inbox['waiting'].length).toBe(0);
    expect(await inbox.take(10)).toBeUndefined();
    const closed = new Inbox(5_000);
    closed.put(events(1));
    closed.close();
    closed.put(events(10));
    expect(closed['waiting'].length).toBe(0);
  });

  it('hands out what comes while somebody waits for it, each thing once', async () => {
    const inbox = new Inbox(5_000);
    const [one, two] = [{ version: 1 } as StoredEvent, { version: 2 } as StoredEvent];
    const taking = inbox.take(PATIENCE_MS);
    inbox.put([one]);
    expect(await taking).toEqual([one]);
    inbox.put([two]);
    expect(await inbox.take(PATIENCE_MS)).toEqual([two]);
    expect(await inbox.take(1)).toEqual([]);
  });

  it('is let go when a wait for a position ends: reached, in vain, and when the service stops', async () => {
    const reached = readModel.caughtUp('2', PATIENCE_MS);
    expect(waiting()).toBe(1);
    await record(store, 'p', knip('A'));
    await reached;
    expect(waiting()).toBe(0);
    await expect(readModel.caughtUp('3', 1)).rejects.toThrow('has not reached position 3');
    expect(waiting()).toBe(0);
    const never = expect(readModel.caughtUp('4', PATIENCE_MS)).rejects.toThrow('shutting down');
    await readModel.stop();
    await never;
    expect(waiting()).toBe(0);
  });

  it('is not tried again after the service stopped', async () => {
    await readModel.stop();
    readModel = readModelIn(folder.path);
    store.subscribe = (_after, _onEvents, onFailure) => {
      onFailure(new Error('The connection was lost.'));
      return { stop: async () => {} };
    };
    await readModel.start(store);
    expect(readModel.phase).toBe('failed');
    await readModel.stop();
    let asked = 0;
    store.readAll = async () => {
      asked++;
      return [];
    };
    // Longer than the first pause before a try.
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect([asked, readModel.phase]).toEqual([0, 'stopped']);
  });

  it('does not follow the log any more when it is stopped or built anew', async () => {
    expect(store.followers).toBe(1);
    await readModel.rebuild();
    expect(store.followers).toBe(1);
    await readModel.stop();
    expect(store.followers).toBe(0);
  });
});
