import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  EVENT_LIMIT,
  openLog,
  openLogForReading,
  type NamedPerson,
  type PeopleStore,
  type StoredEvent,
} from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { copyLog, runsOf, type LogToFill } from '../../apps/api/src/log-tool/copy-log.js';
import { oneByOne, openToFill, type Place } from '../../apps/api/src/log-tool/place.js';
import { startDouble } from '../eventstoredb/double.mjs';
import { contentOf, fill } from './filled-log.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'knipkaart-copy-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fileIn = (name: string = crypto.randomUUID()): Place & { path: string } => ({
  path: join(folder, `${name}.sqlite`),
});
const quietly = { people: false, onProgress: () => undefined };

function inMemory(): LogToFill {
  const events = new MemoryEventStore();
  const names = new Map<string, NamedPerson>();
  const people: PeopleStore = {
    put: async (person) => void names.set(person.id, person),
    get: async (id) => names.get(id),
    all: async () => [...names.values()],
    erase: async (id) => void names.delete(id),
  };
  return { events, people, appendInOrder: oneByOne(events) };
}

async function filled(place: Place, ...recipe: Parameters<typeof fill>[1]): Promise<LogToFill> {
  const log = await openToFill(place);
  await fill(log.events, recipe);
  return log;
}

const recipes = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 7 })), { maxLength: 30 });

describe('A copy of a log', () => {
  it('there and back keeps events, order and root of any log: between memory and file', async () => {
    await fc.assert(
      fc.asyncProperty(recipes, async (recipe) => {
        const [source, there, back] = [inMemory(), await openToFill(fileIn()), inMemory()];
        await fill(source.events, recipe);
        const one = await copyLog(source, there, quietly);
        const two = await copyLog(there, back, quietly);
        expect(one.to).toEqual(one.from);
        expect(two).toEqual(one);
        expect(await contentOf(back)).toEqual(await contentOf(source));
        expect(await contentOf(there)).toEqual(await contentOf(source));
        await there.events.close();
      }),
      { numRuns: 40 },
    );
  });

  it('there and back keeps events, order and root of any log: between file and server', async () => {
    await fc.assert(
      fc.asyncProperty(recipes, async (recipe) => {
        const server = await startDouble();
        const [source, there, back] = [
          await filled(fileIn(), ...recipe),
          await openToFill({ url: server.url }),
          await openToFill(fileIn()),
        ];
        const one = await copyLog(source, there, quietly);
        const two = await copyLog(there, back, quietly);
        expect(one.to).toEqual(one.from);
        expect(two).toEqual(one);
        expect(await contentOf(there)).toEqual(await contentOf(source));
        expect(await contentOf(back)).toEqual(await contentOf(source));
        for (const { events } of [source, there, back]) await events.close();
        await server.stop();
      }),
      { numRuns: 8 },
    );
  });

  it('resumes where it was stopped', async () => {
    const source = await filled(fileIn(), ...Array.from({ length: 300 }, (_, n) => [n % 7, 5] as const));
    const target = await openToFill(fileIn());
    const stop = (): void => {
      throw new Error('stopped');
    };
    await expect(copyLog(source, target, { ...quietly, onProgress: stop })).rejects.toThrow('stopped');
    const left = (await contentOf(target)).length;
    expect(left).toBeGreaterThan(0);
    expect(await copyLog(source, target, quietly)).toMatchObject({
      copied: 1_500 - left,
      from: { events: 1_500 },
      to: { events: 1_500 },
    });
    expect(await contentOf(target)).toEqual(await contentOf(source));
    expect(await copyLog(source, target, quietly)).toMatchObject({ copied: 0 });
    for (const { events } of [source, target]) await events.close();
  });

  it('of a log in use takes the events at its start, and the rest the next time', async () => {
    const source = await filled(fileIn('source'), [1, 700]);
    const target = await openToFill(fileIn());
    const reading = openLogForReading(fileIn('source').path);
    let written: Promise<void> | undefined;
    const onProgress = (): void => {
      written ??= fill(source.events, [
        [2, 3],
        [1, 1],
      ]);
    };
    expect(await copyLog(reading, target, { people: false, onProgress })).toMatchObject({
      copied: 700,
      grown: true,
    });
    await written;
    expect(await copyLog(reading, target, quietly)).toMatchObject({
      copied: 4,
      grown: false,
      to: { events: 704, streams: 2 },
    });
    for (const { events } of [source, target, reading]) await events.close();
  });

  it('to a server that loses answers and restarts has every event once', async () => {
    const source = await filled(fileIn(), ...Array.from({ length: 200 }, (_, n) => [n % 7, 6] as const));
    const server = await startDouble();
    const target = await openToFill({ url: server.url });
    await server.dropAnswers(3);
    let restarted: Promise<void> | undefined;
    const copied = await copyLog(source, target, {
      people: false,
      onProgress: () => void (restarted ??= server.restart()),
    });
    await restarted;
    expect(copied).toMatchObject({ copied: 1_200, from: copied.to });
    expect(await contentOf(target)).toEqual(await contentOf(source));
    for (const { events } of [source, target]) await events.close();
    await server.stop();
  });

  it.each(['a file', 'a server'])(
    'copies the names of people only when asked, and the newest ones: to %s',
    async (kind) => {
      const server = kind === 'a server' ? await startDouble() : undefined;
      const [source, target] = [
        await filled(fileIn(), [1, 2]),
        await openToFill(server ? { url: server.url } : fileIn()),
      ];
      await source.people.put({ id: 'a', name: 'Anna' });
      expect(await copyLog(source, target, quietly)).toMatchObject({ names: 0 });
      expect(await target.people.all()).toEqual([]);
      await target.people.put({ id: 'a', name: 'Anne' });
      expect(await copyLog(source, target, { ...quietly, people: true })).toMatchObject({ names: 1 });
      expect(await target.people.all()).toEqual([{ id: 'a', name: 'Anna' }]);
      expect((await contentOf(target)).join()).not.toMatch(/Ann[ae]/);
      for (const { events } of [source, target]) await events.close();
      await server?.stop();
    },
  );
});

describe('A copy is refused', () => {
  const refusal = async (source: LogToFill, target: LogToFill): Promise<string> => {
    const before = await contentOf(target);
    const said = await copyLog(source, target, quietly).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(await contentOf(target)).toEqual(before);
    return said;
  };

  it('when the target holds something else, naming the first event that differs', async () => {
    const [source, other, longer, elsewhere] = [inMemory(), inMemory(), inMemory(), inMemory()];
    await fill(source.events, [
      [1, 2],
      [2, 1],
    ]);
    await copyLog(source, longer, quietly);
    await fill(longer.events, [[1, 1]]);
    await fill(elsewhere.events, [[2, 1]]);
    await fill(other.events, [[1, 1]]);
    expect(await refusal(source, other)).toMatch(/: event 1 of process-1 has another content\.$/);
    expect(await refusal(source, elsewhere)).toMatch(
      /: event 1 of process-2 stands where the source has event 1 of process-1\.$/,
    );
    expect(await refusal(source, longer)).toMatch(
      /: it holds event 3 of process-1, where the source ends\.$/,
    );
    expect(await refusal(inMemory(), other)).toMatch(
      /: it holds event 1 of process-1, where the source ends\.$/,
    );
  });

  it('when the target has the same events in another order', async () => {
    const [source, target] = [inMemory(), inMemory()];
    await fill(source.events, [
      [1, 1],
      [2, 1],
    ]);
    const [one, two] = (await source.events.readAll(undefined, 2)) as [StoredEvent, StoredEvent];
    await target.appendInOrder(runsOf([two, one]));
    expect(await refusal(source, target)).toMatch(
      /: event 1 of process-2 stands where the source has event 1 of process-1\.$/,
    );
  });

  it('at an event that was changed in the source, naming it', async () => {
    const place = fileIn('source');
    await (await filled(place, [1, 600])).events.close();
    const file = new DatabaseSync(place.path);
    file.exec(`UPDATE events SET data = replace(data, 'Reden', 'Raden') WHERE version = 560`);
    file.close();
    const [source, target] = [openLogForReading(place.path), inMemory()];
    await expect(copyLog(source, target, quietly)).rejects.toThrow(
      'event 560 of process-1 does not verify, its content does not match its hash',
    );
    expect((await contentOf(target)).length).toBeLessThan(560);
    await source.events.close();
  });

  it('while another program also writes to the target', async () => {
    const source = await filled(fileIn(), [1, 1_200]);
    const server = await startDouble();
    const target = await openToFill({ url: server.url });
    let meddled: Promise<void> | undefined;
    const appendInOrder: LogToFill['appendInOrder'] = async (appends) => {
      await (meddled ??= fill(target.events, [[9, 1]]));
      await target.appendInOrder(appends);
    };
    await expect(copyLog(source, { ...target, appendInOrder }, quietly)).rejects.toThrow(
      'event 1 of process-9 stands where the source has event 1 of process-1',
    );
    for (const { events } of [source, target]) await events.close();
    await server.stop();
  });
});

describe('Events that share an append', () => {
  it('follow each other in one stream and stay below the limit of the strictest server', async () => {
    const source = openLog(fileIn().path);
    await fill(source.events, [
      [1, 3],
      [2, 1],
      [1, 2],
    ]);
    const events = await source.events.readAll(undefined, 9);
    expect(
      runsOf(events).map(({ stream, expectedVersion, events: run }) => [stream, expectedVersion, run.length]),
    ).toEqual([
      ['process-1', 0, 3],
      ['process-2', 0, 1],
      ['process-1', 3, 2],
    ]);
    const large = events.slice(0, 3).map((event) => ({ ...event, data: { bulk: 'é'.repeat(200_000) } }));
    const runs = runsOf(large);
    expect(runs.map(({ expectedVersion, events: run }) => [expectedVersion, run.length])).toEqual([
      [0, 2],
      [2, 1],
    ]);
    for (const { events: run } of runs)
      expect(Buffer.byteLength(JSON.stringify(run))).toBeLessThan(EVENT_LIMIT);
    await source.events.close();
  });
});
