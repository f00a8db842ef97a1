import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LogUnreachable, type StoredEvent } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { USUAL_BOUNDS } from '../../apps/api/src/platform/environment/bounds.js';
import type { Settings } from '../../apps/api/src/platform/environment/settings.js';
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
  let ending: AbortController;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = new MemoryEventStore();
    readModel = readModelIn(folder.path);
    await record(store, 'p', registered());
    await readModel.start(store);
    ending = new AbortController();
    feed = new UpdateFeed(readModel, store, new Names(new Map()), new LogProbe(store), {
      bounds: USUAL_BOUNDS,
    } as Settings);
  });
  afterEach(async () => {
    await readModel?.stop();
    folder.remove();
  });
  const told = ({ position, update }: PlacedUpdate) => `${update.process}@${update.version} ${position}`;
  const follow = (after: string | undefined, pauseMs: number, stream?: string) =>
    feed.follow({ stream, after, pauseMs, until: ending.signal });
  /** What comes until the first pause. */
  const untilPause = async (after: string | undefined, stream?: string) => {
    const heard: string[] = [];
    for await (const news of follow(after, 50, stream)) {
      if (news.length === 0) return heard;
      heard.push(...news.map(told));
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

  it('after an absence in which very many processes changed is the newest of each, and the log is not read', async () => {
    const many = Array.from({ length: 1_200 }, (_, n) => `r${n}`);
    for (const process of many) await record(store, process, registered());
    await readModel.caughtUp('1201', PATIENCE_MS);
    const readAll = jest.spyOn(store, 'readAll');
    const everyone = await Promise.all(Array.from({ length: 20 }, () => untilPause('1')));
    // The read model looks for what is new in pages of another size.
    expect(readAll.mock.calls.filter(([, limit]) => limit === 200)).toEqual([]);
    for (const heard of everyone) expect(heard).toEqual(many.map((process, n) => `${process}@1 ${n + 2}`));
    // What came since is told after that, to those who come back later.
    await record(store, 'r0', knip('A'), knip('B'));
    await readModel.caughtUp('1203', PATIENCE_MS);
    const heard = await untilPause('1');
    expect([heard.length, ...heard.slice(-3)]).toEqual([1_202, 'r1199@1 1201', 'r0@2 1202', 'r0@3 1203']);
    expect((await untilPause('1201')).slice(-2)).toEqual(['r0@2 1202', 'r0@3 1203']);
    readAll.mockRestore();
  });

  it('after an absence is nothing that cannot be shown', async () => {
    await record(store, 'q', registered());
    await recordIn(store, 'process-q', { type: 'FromALaterVersion', data: {} });
    await record(store, 'p', knip('A'));
    await readModel.caughtUp('4', PATIENCE_MS);
    expect(await untilPause('1')).toEqual(['q@1 2', 'p@2 4']);
  });

  it('is only what comes after that, for somebody who has seen more than this instance shows', async () => {
    const following = follow('3', PATIENCE_MS);
    const next = following.next();
    await record(store, 'p', knip('A'), knip('B'), knip('C'), knip('D'));
    const heard = ((await next).value as PlacedUpdate[]).map(told);
    while (heard.length < 2) heard.push(...((await following.next()).value as PlacedUpdate[]).map(told));
    expect(heard).toEqual(['p@4 4', 'p@5 5']);
    await following.return(undefined);
  });

  it('ends for a client that does not listen: a later connection tells what was missed', async () => {
    const inbox = new Inbox(5_000);
    inbox.put(Array.from({ length: 5_001 }, () => ({}) as StoredEvent));
    expect(await inbox.take(10)).toBeUndefined();
  });

  it('ends when the service stops', async () => {
    const following = follow(undefined, 60_000);
    const next = following.next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    ending.abort();
    expect(await next).toEqual({ done: true, value: undefined });
    const late = follow(undefined, 60_000);
    expect(await late.next()).toEqual({ done: true, value: undefined });
  });

  it('after an absence has also what came since others came back from the same place', async () => {
    await record(store, 'p', knip('A'));
    await readModel.caughtUp('2', PATIENCE_MS);
    expect(await untilPause('1')).toEqual(['p@2 2']);
    await record(store, 'p', knip('B'));
    await readModel.caughtUp('3', PATIENCE_MS);
    expect(await untilPause('1')).toEqual(['p@2 2', 'p@3 3']);
  });

  it('after an absence is read from the log once for all who come back from the same place', async () => {
    await record(store, 'p', ...Array.from({ length: 250 }, () => knip('A')));
    await readModel.caughtUp('251', PATIENCE_MS);
    const readAll = jest.spyOn(store, 'readAll');
    for (let times = 0; times < 3; times++) expect(await untilPause('1')).toHaveLength(250);
    expect(readAll.mock.calls.filter(([after, limit]) => after === '1' && limit === 200)).toHaveLength(1);
    readAll.mockRestore();
  });

  it('after an absence is the newest of each process where the log does not answer, and a failure if it fails', async () => {
    await record(store, 'q', registered(), knip('A'));
    await record(store, 'p', knip('A'), knip('B'));
    await readModel.caughtUp('5', PATIENCE_MS);
    const readAll = jest.spyOn(store, 'readAll');
    readAll.mockRejectedValue(new LogUnreachable('its server', 'nothing listens there'));
    expect(await untilPause('1')).toEqual(['q@2 3', 'p@3 5']);
    expect(await untilPause('1', 'process-q')).toEqual(['q@2 3']);
    readAll.mockRejectedValue(new Error('The log is damaged.'));
    await expect(untilPause('1')).rejects.toThrow('The log is damaged.');
    readAll.mockRestore();
  });

  it('leaves nothing at the signal that would have ended it', async () => {
    const following = follow(undefined, 10);
    await following.next();
    expect(getEventListeners(ending.signal, 'abort')).toHaveLength(1);
    await following.return(undefined);
    expect(getEventListeners(ending.signal, 'abort')).toHaveLength(0);
  });

  it('ends in the middle of what was missed when the client goes', async () => {
    await record(store, 'p', ...Array.from({ length: 450 }, () => knip('A')));
    await readModel.caughtUp('451', PATIENCE_MS);
    const following = follow('1', PATIENCE_MS);
    expect((await following.next()).value).toHaveLength(200);
    ending.abort();
    expect(await following.next()).toEqual({ done: true, value: undefined });
  });
});
