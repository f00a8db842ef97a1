import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { OpenConnections } from '../../apps/api/src/platform/http/protocol/open-connections.js';
import { LogProbe } from '../../apps/api/src/platform/log/log-probe.js';
import { Names } from '../../apps/api/src/platform/http/access/names.js';
import type { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { Inbox } from '../../apps/api/src/updates/inbox.js';
import { UpdateFeed, type PlacedUpdate } from '../../apps/api/src/updates/update-feed.js';
import { knip, readModelIn, record, recordIn, registered, temporaryFolder } from './fixture.js';
import { PATIENCE_MS } from '../until.js';

describe('What a listener gets', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: MemoryEventStore;
  let readModel: ReadModel;
  let feed: UpdateFeed;
  let connections: OpenConnections;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = new MemoryEventStore();
    readModel = readModelIn(folder.path);
    await record(store, 'p', registered());
    await readModel.start(store);
    connections = new OpenConnections(createServer());
    feed = new UpdateFeed(readModel, store, new Names(new Map()), new LogProbe(store), connections);
  });
  afterEach(async () => {
    await readModel?.stop();
    folder.remove();
  });
  const told = ({ position, update }: PlacedUpdate) => `${update.process}@${update.version} ${position}`;
  /** What comes until the first pause. */
  const untilPause = async (after: string | undefined, stream?: string) => {
    const heard: string[] = [];
    for await (const placed of feed.follow(stream, after, 50)) {
      if (!placed) return heard;
      heard.push(told(placed));
    }
    return heard;
  };

  it('is nothing old, and a sign of life when nothing comes', async () => {
    expect(await untilPause(undefined)).toEqual([]);
  });

  it('after a short absence is every version, after a long one the newest of each process', async () => {
    await record(store, 'q', registered(), knip('A'));
    await readModel.caughtUp('3', PATIENCE_MS);
    expect(await untilPause('1')).toEqual(['q@1 2', 'q@2 3']);
    await record(store, 'p', ...Array.from({ length: 1_100 }, () => knip('A')));
    await record(store, 'q', knip('B'));
    await readModel.caughtUp('1104', PATIENCE_MS);
    const heard = await untilPause('3');
    expect(heard).toHaveLength(1_002);
    expect(heard.slice(-3)).toEqual(['p@1001 1003', 'p@1101 1103', 'q@3 1104']);
    expect(await untilPause('3', 'process-q')).toEqual(['q@3 1104']);
  });

  it('after an absence is nothing that cannot be shown', async () => {
    await record(store, 'q', registered());
    await recordIn(store, 'process-q', { type: 'FromALaterVersion', data: {} });
    await record(store, 'p', knip('A'));
    await readModel.caughtUp('4', PATIENCE_MS);
    expect(await untilPause('1')).toEqual(['q@1 2', 'p@2 4']);
  });

  it('is only what comes after that, for somebody who has seen more than this instance shows', async () => {
    const following = feed.follow(undefined, '3', PATIENCE_MS);
    const next = following.next();
    await record(store, 'p', knip('A'), knip('B'), knip('C'), knip('D'));
    expect([told((await next).value!), told((await following.next()).value!)]).toEqual(['p@4 4', 'p@5 5']);
    await following.return(undefined);
  });

  it('ends for a client that does not listen: a later connection tells what was missed', async () => {
    const inbox = new Inbox();
    inbox.put(Array.from({ length: 5_001 }, () => ({}) as StoredEvent));
    expect(await inbox.take(10)).toBeUndefined();
  });

  it('ends when the service stops', async () => {
    const following = feed.follow(undefined, undefined, 60_000);
    const next = following.next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await connections.end({ sendingMs: 0, boundMs: 0 });
    expect(await next).toEqual({ done: true, value: undefined });
    const late = feed.follow(undefined, undefined, 60_000);
    expect(await late.next()).toEqual({ done: true, value: undefined });
  });
});
