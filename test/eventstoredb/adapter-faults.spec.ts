import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, jest } from '@jest/globals';
import { EMPTY_STREAM, openEventStoreDb, verifyChain, type SealedEvent, type StoredEvent } from '#event-store';
import { headAfter, newStream, sample } from '../../libs/event-store/src/contract/sample-events.js';
import { describeOnDouble } from './describe-on-double.js';
import { startDouble } from './double.mjs';

jest.setTimeout(60_000);

describeOnDouble('a program with its log on a server', () => {
  it('lives on while the connections to two servers break again and again under load, and each append is stored once', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['test/eventstoredb/cut-connections.mjs'], { timeout: 50_000 });
    const { acknowledged, stored, told } = JSON.parse(stdout) as Record<string, number>;
    expect(acknowledged).toBeGreaterThanOrEqual(64);
    expect([stored, told]).toEqual([acknowledged, acknowledged]);
  });

  it('loses no acknowledged event and tells none twice when the leader of a cluster is killed, and goes on within seconds', async () => {
    const cluster = await startDouble({ ports: [0, 0, 0] });
    const { events: log } = await openEventStoreDb(cluster.url);
    const told: StoredEvent[] = [];
    log.subscribe(undefined, (events) => void told.push(...events), (error) => told.push(error as StoredEvent));
    let writing = true;
    let longest = 0;
    const acknowledged: SealedEvent[] = [];
    const write = async (stream: string): Promise<void> => {
      for (let head = EMPTY_STREAM; writing; ) {
        const [events, began] = [sample(stream, head), performance.now()];
        await log.append(stream, head.version, events);
        longest = Math.max(longest, performance.now() - began);
        acknowledged.push(...events);
        head = headAfter(head, events);
      }
    };
    const writers = Array.from({ length: 8 }, () => write(newStream()));
    await pause(500);
    const leader = await cluster.leader();
    await cluster.killNode(leader);
    await pause(6_000);
    await cluster.startNode(leader);
    await pause(500);
    writing = false;
    await Promise.all(writers);
    while (told.length < acknowledged.length) await pause(20);
    const idsOf = (events: readonly SealedEvent[]) => events.map(({ metadata }) => metadata.eventId);
    expect(idsOf(told).sort()).toEqual(idsOf(acknowledged).sort());
    expect(verifyChain(told)).toBeUndefined();
    expect(longest).toBeGreaterThan(1_000);
    expect(longest).toBeLessThan(10_000);
    await log.close();
    await cluster.stop();
  });

  it('appends again once a cluster that had lost its majority has it back', async () => {
    const cluster = await startDouble({ ports: [0, 0, 0] });
    const { events: log } = await openEventStoreDb(cluster.url);
    const stream = newStream();
    await log.append(stream, 0, sample(stream));
    const others = [0, 1, 2].filter((node) => node !== 0);
    for (const node of others) await cluster.killNode(node);
    const next = sample(stream, headAfter(EMPTY_STREAM, await log.readStream(stream)));
    await expect(log.append(stream, 1, next)).rejects.toThrow(`The log on ${cluster.ports.map((port) => `127.0.0.1:${port}`).join(',')} cannot be reached`);
    for (const node of others) await cluster.startNode(node);
    expect(await log.append(stream, 1, next)).toMatchObject({ version: 2 });
    await log.close();
    await cluster.stop();
  });
});
