import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandBus } from '@nestjs/cqrs';
import { Refusal } from '#domain';
import { EMPTY_STREAM, openLog, sealEvents, type StoredEvent } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { DEMO_PEOPLE } from '../../apps/api/src/accounts/demo-people.js';
import { People } from '../../apps/api/src/platform/http/access/people.js';
import { genericProcesses } from '../../apps/api/src/demo-data/generic-processes.js';
import { loadDemoData } from '../../apps/api/src/demo-data/load-demo-data.js';
import { storyEntries } from '../../apps/api/src/demo-data/story.js';
import { startService } from '../../apps/api/src/start-service.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-test-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function startOnce(
  demoData = true,
  onProgress: (what: string, share: number) => void = () => {},
): Promise<StoredEvent[]> {
  const service = await startService({ port: 0, dataDir, demoData }, onProgress);
  const events = await service.log.events.readAll(undefined, 10_000);
  await service.stop();
  return events;
}

describe('The demonstration', () => {
  it('loads every generic process and plays the whole story, in a time of its own and marked as such', async () => {
    const events = await startOnce();
    const generic = genericProcesses();
    expect(
      events
        .filter(({ type }) => type === 'ProcessRegistered')
        .map(({ stream }) => stream)
        .sort(),
    ).toEqual(generic.map(({ id }) => `process-${id}`).sort());
    expect(events).toHaveLength(
      2 * generic.length + generic.flatMap(({ bindings }) => bindings).length + storyEntries().length,
    );
    expect(events.every(({ metadata }) => metadata.demo === true && metadata.at.startsWith('2026-0'))).toBe(
      true,
    );
    expect(JSON.stringify(events)).not.toContain('Fenna');
  });

  it('is loaded once', async () => {
    const first = await startOnce();
    expect(await startOnce()).toEqual(first);
  });

  it('goes on where a loading was broken off, with the same result', async () => {
    let seen = 0;
    await expect(
      startOnce(true, (_, share) => {
        seen = share;
        if (share > 0.3) throw new Error('broken off');
      }),
    ).rejects.toThrow('broken off');
    expect(seen).toBeLessThan(0.5);
    const begun = await eventsOf(dataDir);
    const whole = await startOnce();
    expect(whole.slice(0, begun.length)).toEqual(begun);
    expect(whole).toHaveLength(
      2 * genericProcesses().length +
        genericProcesses().flatMap(({ bindings }) => bindings).length +
        storyEntries().length,
    );
  });

  it('stays away when it is not wanted, and from a log that somebody works in', async () => {
    expect(await startOnce(false)).toEqual([]);
    const service = await startService({ port: 0, dataDir, demoData: false }, () => {});
    await fetch(`${service.url}/api/v1/processes`, {
      method: 'POST',
      body: JSON.stringify({ name: 'Eigen', domain: 'wmo' }),
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer demo:werkgroep-wmo' },
    });
    await service.stop();
    expect(await startOnce()).toHaveLength(1);
  });
});

describe('A demonstration that cannot be loaded', () => {
  it('leaves alone what another edition of it began', async () => {
    const { events } = openLog(join(dataDir, 'log.sqlite'));
    const context = {
      commandId: 'of-an-older-edition',
      requestDigest: '',
      schemaVersion: 1,
      actor: 'werkgroep-wmo',
      now: new Date('2026-03-02T08:00:00Z'),
      demo: true,
    };
    const registered = { type: 'ProcessRegistered', data: { name: 'Vervoersvoorziening', domain: 'wmo' } };
    await events.append(
      'process-vervoersvoorziening',
      0,
      sealEvents('process-vervoersvoorziening', EMPTY_STREAM, [registered], context),
    );
    await events.close();
    expect(await startOnce()).toHaveLength(1);
  });

  it('says in one sentence which process is refused, and why', async () => {
    const refusing = {
      execute: () =>
        Promise.reject(new Refusal('stepUnknown', { element: 'Toetsen', name: 'Kapvergunning', version: 2 })),
    } as unknown as CommandBus;
    const loading = loadDemoData(new MemoryEventStore(), refusing, new People(DEMO_PEOPLE), () => {});
    await expect(loading).rejects.toThrow(
      /^The generic process [\w-]+ cannot be loaded: [^{}]*Toetsen[^{}]*\.$/,
    );
  });
});

async function eventsOf(folder: string): Promise<StoredEvent[]> {
  const log = openLog(join(folder, 'log.sqlite'));
  const events = await log.events.readAll(undefined, 10_000);
  await log.events.close();
  return events;
}
