import { beforeAll, describe, expect, it } from '@jest/globals';
import { EMPTY_STREAM, openEventStoreDb, type Log, type Position, type StoredEvent } from '#event-store';
import { LogProbe } from '../../apps/api/src/platform/log/log-probe.js';
import { newStream, sample } from '../../libs/event-store/src/contract-tests/sample-events.js';
import { atEnd } from '../at-end.js';
import { until } from '../until.js';
import { startDouble, type Double, type Read } from './double.mjs';

const OURS = 30;
const BLOCK = 200_000;

/** What was read of the whole server. */
const ofAll = (reads: Read[]) => reads.filter(({ stream }) => stream === '$all');
/** One entry of any program. After two seconds without an answer, there is one more look. */
const isLook = ({ filter, limit }: Read): boolean => filter === undefined && limit === 1;
const deliveredBy = (reads: Read[]): number => reads.reduce((sum, { delivered }) => sum + delivered, 0);

describe('A neighbour on the same server that writes much more than we do', () => {
  let double: Double;
  let log: Log;
  let ours: Position;
  beforeAll(async () => {
    double = await startDouble({ slowness: 1 });
    atEnd(() => double.stop());
    log = await openEventStoreDb(double.url);
    atEnd(() => log.events.close());
    await double.writeForeign(20_000);
    const stream = newStream();
    ours = (await log.events.append(stream, 0, sample(stream, EMPTY_STREAM, OURS))).position;
    await double.writeForeign(BLOCK);
  });

  it('makes a fresh reader read no events but ours', async () => {
    const { events } = await openEventStoreDb(double.url);
    await double.takeReads();
    expect(await events.lastPosition()).toBe(ours);
    expect(await events.readAll(undefined, 1_000)).toHaveLength(OURS);
    const told: StoredEvent[] = [];
    const subscription = events.subscribe(
      undefined,
      (some) => void told.push(...some),
      () => undefined,
    );
    await until(
      () => told.length === OURS,
      () => 'The subscription did not tell all.',
    );
    await subscription.stop();
    const reads = ofAll(await double.takeReads());
    expect(deliveredBy(reads.filter((read) => !isLook(read)))).toBe(1 + 2 * OURS);
    for (const { filter } of reads.filter((read) => !isLook(read))) expect(filter).toContain('process-');
    await events.close();
  });

  it('is passed over once: a second look for the newest event begins where the first one ended', async () => {
    await log.events.lastPosition();
    await double.writeForeign(100);
    await double.takeReads();
    expect(await log.events.lastPosition()).toBe(ours);
    const searches = ofAll(await double.takeReads()).filter((read) => !isLook(read));
    expect(searches).toEqual([expect.objectContaining({ backwards: false, delivered: 0 })]);
    const stream = newStream();
    ours = (await log.events.append(stream, 0, sample(stream, EMPTY_STREAM, 100))).position;
    expect(await log.events.lastPosition()).toBe(ours);
    expect(deliveredBy(ofAll(await double.takeReads()))).toBeLessThan(100);
  });

  it('is looked at together by all who ask for the newest event at one time', async () => {
    await double.writeForeign(100);
    await double.takeReads();
    const asked = Array.from({ length: 10 }, () => log.events.lastPosition());
    expect(new Set(await Promise.all(asked))).toEqual(new Set([ours]));
    // A look and a search. On a slow machine there may be one more look.
    expect((await double.takeReads()).length).toBeLessThanOrEqual(3);
  });

  it('keeps no probe from its answer: ten at once share one look at one event, without a search', async () => {
    const probe = new LogProbe(log.events);
    await double.beBusy(2_000);
    await double.takeReads();
    const failures = await Promise.all(Array.from({ length: 10 }, () => probe.failure()));
    await double.beBusy(0);
    expect(failures).toEqual(Array(10).fill(undefined));
    const reads = await double.takeReads();
    expect(reads.length).toBeLessThanOrEqual(2);
    expect(reads.every((read) => isLook(read) && read.delivered === 1)).toBe(true);
  });

  it('is searched to its end, however long the server says nothing while it does', async () => {
    const slow = await startDouble({ slowness: 3 });
    const { events } = await openEventStoreDb(slow.url);
    const stream = newStream();
    const { position } = await events.append(stream, 0, sample(stream));
    await slow.writeForeign(BLOCK);
    await slow.takeReads();
    expect(await events.lastPosition()).toBe(position);
    const searches = ofAll(await slow.takeReads()).filter(({ filter }) => filter !== undefined);
    expect(searches).toHaveLength(1);
    await events.close();
    await slow.stop();
  });

  it('leaves a look that nobody waits for any more without another attempt', async () => {
    let look: Promise<void> | undefined;
    const reach = (signal?: AbortSignal) => (look = log.events.reach(signal));
    const probe = new LogProbe({ reach, lastPosition: () => log.events.lastPosition() });
    await double.stall();
    expect(await probe.failure()).toMatch(/no answer/);
    await expect(look).rejects.toThrow('cannot be reached');
    await double.takeReads();
    await double.resume();
    expect(await probe.failure()).toBeUndefined();
    expect((await double.takeReads()).every(isLook)).toBe(true);
  });
});
