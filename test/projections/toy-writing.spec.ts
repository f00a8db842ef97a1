import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CommandReused, EMPTY_STREAM, sealEvents, VersionConflict } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { DEMO_PEOPLE } from '../../apps/api/src/accounts/demo-people.js';
import { createApp } from '../../apps/api/src/create-app.js';
import { People } from '../../apps/api/src/platform/http/access/people.js';
import { Opening } from '../../apps/api/src/platform/http/input/opening.js';
import type { ProblemException } from '../../apps/api/src/platform/http/problems/problem-exception.js';
import { inWords } from '../../apps/api/src/platform/http/problems/words.js';
import { Names } from '../../apps/api/src/platform/http/access/names.js';
import { openReadModel } from '../../apps/api/src/platform/projections/following/open-read-model.js';
import { ProjectionSet } from '../../apps/api/src/platform/projections/unit/projection-set.js';
import { NotCaughtUp, type ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { Settings } from '../../apps/api/src/platform/environment/settings.js';
import { StaleExplanations } from '../../apps/api/src/platform/writing/stale-explanations.js';
import { StreamWriters, type StreamWriter } from '../../apps/api/src/platform/writing/stream-writer.js';
import type { SubjectKind } from '../../apps/api/src/platform/writing/subject.js';
import { PROJECTIONS } from '../../apps/api/src/projections.js';
import { Listener } from '../http/listener.js';
import { record, recordIn, registered, temporaryFolder, upToDate } from './fixture.js';
import { toyAggregate, ToyReader, toys, type Toy, type ToyEvent } from './toy-aggregate.js';

const TOY: SubjectKind<Toy> = {
  aggregate: toyAggregate,
  called: { nl: 'dit speelgoed', en: 'this toy' },
  collection: 'toys',
};

class TooLate extends Error {}

describe('An aggregate that only its own file knows, with the service around it', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: MemoryEventStore;
  let readModel: ReadModel;
  let app: NestFastifyApplication;
  let opening: Opening;
  let writer: StreamWriter<Toy>;
  let listener: Listener;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = new MemoryEventStore();
    readModel = openReadModel(folder.path, {
      projections: new ProjectionSet(import.meta.url, [...PROJECTIONS.list, toys()]),
    });
    const settings = new Settings({
      port: 0,
      dataDir: folder.path,
      demoData: false,
      sessionKey: 'x'.repeat(32),
    });
    opening = new Opening();
    const names = new Names(new Map(['maker', 'werkgroep-wmo'].map((id) => [id, `Name of ${id}`])));
    app = await createApp({ settings, store, readModel, people: new People(DEMO_PEOPLE), names, opening });
    await app.listen(0, '127.0.0.1');
    await readModel.start(store);
    opening.done = true;
    writer = app.get(StreamWriters).of({
      kind: TOY,
      assertId: async (id) => {
        if (await store.readLast(`lost-${id}`)) throw new Error(`${id} was lost.`);
      },
      refuseParked: (id, { version, foreign }) =>
        new Error(`${id} is parked at ${version}${foreign ? ', by others' : ''}.`),
    });
    listener = new Listener();
  });
  afterEach(async () => {
    await listener.close();
    await app.close();
    await readModel.stop();
    folder.remove();
  });

  interface Said {
    made?: { id: string; path: string };
    heldSince?: number;
    commandId?: string;
    seen?: number;
    cause?: { stream: string; version: number };
    demo?: { now: Date };
  }
  /** Makes a toy, or paints it: which toy has which colour is all that there is to decide. */
  const write = (id: string, event: ToyEvent, { made, heldSince, ...said }: Said = {}) =>
    writer.write(
      { subject: { kind: TOY, id }, actor: { id: 'maker' }, commandId: crypto.randomUUID(), ...said },
      {
        ...(made && { made }),
        ...(heldSince !== undefined && { heldSince: () => heldSince }),
        name: event.type,
        content: event.data,
        assertMay: (state) => {
          if (state.colour === 'gold') throw new Error('Nobody paints gold.');
        },
        decide: (state) => {
          if (said.seen !== undefined && said.seen < state.version) throw new TooLate();
          return event.type === 'ToyPainted' && event.data.colour === state.colour ? [] : [event];
        },
      },
    );
  const made = (name: string): ToyEvent => ({ type: 'ToyMade', data: { name } });
  const painted = (colour: string): ToyEvent => ({ type: 'ToyPainted', data: { colour } });
  const api = (path: string) =>
    `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}/api/v1${path}`;
  const url = (query = '') => api(`/updates${query}`);
  const told = () =>
    listener.blocks
      .filter((block) => block.startsWith('event: version'))
      .map((block) => JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as { stream: string; version: number });

  it('is written to, and shows what was written before that is answered', async () => {
    await write('bear', made('Bear'));
    const cause = { stream: 'process-p', version: 1 };
    const result = await write('bear', painted('brown'), { cause });
    expect(result).toMatchObject({ id: 'bear', version: 2, recorded: true, address: '/api/v1/toys/bear' });
    expect(readModel.reader(ToyReader).lines()).toEqual(['bear Bear 1']);
    expect((await store.readLast('toy-bear'))?.metadata).toMatchObject({ actor: 'maker', cause });
    const again = await write('bear', painted('brown'), { made: { id: 'coat-1', path: 'coats/coat-1' } });
    // Nothing was made, so it is about the toy; who reads there sees what is held.
    expect(again).toMatchObject({ id: 'bear', version: 2, recorded: false, address: '/api/v1/toys/bear' });
    expect(again.position).toBe(await store.lastPosition());
    expect(again.position).toBe(result.position);
    // It may stand further on than what this instance shows.
    const behind = jest.spyOn(readModel, 'position').mockReturnValue(undefined);
    expect((await write('bear', painted('brown'))).position).toBe(result.position);
    behind.mockRestore();
    expect(await writer.state('bear')).toEqual({ version: 2, colour: 'brown' });
    expect(await writer.state('top')).toEqual({ version: 0 });
  });

  it('is read, but not written to by anybody, while the service opens', async () => {
    opening.done = false;
    const ask = async (method: string, more: object = {}) => {
      const headers = {
        Authorization: 'Bearer demo:procesverantwoordelijke',
        'Content-Type': 'application/json',
      };
      const { status, headers: said } = await fetch(api('/processes'), { method, headers, ...more });
      return [status, said.get('Retry-After')];
    };
    const write = { body: JSON.stringify({ name: 'Kapvergunning', domain: 'vergunningen' }) };
    expect(await ask('POST', write)).toEqual([503, '1']);
    for (const method of ['GET', 'HEAD']) expect(await ask(method)).toEqual([200, null]);
    expect(await store.readAll(undefined, 10)).toEqual([]);
    opening.done = true;
    expect(await ask('POST', write)).toEqual([201, null]);
  });

  it('is written to in a time of its own by the demonstration story alone, and that is marked', async () => {
    const now = new Date('2020-02-03T04:05:06Z');
    await write('bear', made('Bear'), { demo: { now } });
    await write('bear', painted('brown'));
    const [shown, real] = (await store.readStream('toy-bear')).map(({ metadata }) => metadata);
    expect(shown).toMatchObject({ at: '2020-02-03T04:05:06.000Z', demo: true });
    expect(real).not.toHaveProperty('demo');
    expect(real!.at > '2026').toBe(true);
  });

  it('is named when too many write to it at once, as a process is', async () => {
    store.append = async (stream, expected) => {
      throw new VersionConflict(stream, expected, expected + 1);
    };
    const refused = await write('bear', made('Bear')).catch((error: unknown) => error as ProblemException);
    expect(inWords(refused as ProblemException, 'nl').detail).toBe(
      'Te veel mensen besluiten tegelijk over dit speelgoed; probeer het zo opnieuw.',
    );
    const answer = await fetch(url().replace('updates', 'processes'), {
      method: 'POST',
      headers: { Authorization: 'Bearer demo:procesverantwoordelijke', 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'Kap', domain: 'vergunningen' }),
    });
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await answer.json()).toEqual({
      type: 'urn:knipkaart:problem:busy',
      title: 'Te druk',
      status: 503,
      detail: 'Te veel mensen besluiten tegelijk over dit proces; probeer het zo opnieuw.',
    });
  });

  it('is sealed with its own schema version, and read from the one before', async () => {
    await recordIn(store, 'toy-bear', { type: 'ToyBuilt', data: { name: 'Bear' } });
    await upToDate(readModel, store);
    await write('bear', painted('brown'));
    const versions = (await store.readStream('toy-bear')).map(({ metadata }) => metadata.schemaVersion);
    expect(versions).toEqual([1, 2]);
    expect(readModel.reader(ToyReader).lines()).toEqual(['bear Bear 1']);
  });

  it('answers with what was made below it, also when asked again', async () => {
    await write('bear', made('Bear'));
    const said = { commandId: 'c', made: { id: 'coat-1', path: 'coats/coat-1' } };
    const first = await write('bear', painted('brown'), said);
    expect(first).toMatchObject({ id: 'coat-1', version: 2, address: '/api/v1/toys/bear/coats/coat-1' });
    expect(await write('bear', painted('brown'), said)).toEqual(first);
  });

  it('answers what changes nothing with the version that holds it, and what does with the new one', async () => {
    await write('bear', made('Bear'));
    await write('bear', painted('brown'));
    expect(await write('bear', painted('brown'))).toMatchObject({ version: 2, recorded: false });
    expect(await write('bear', painted('brown'), { heldSince: 1 })).toMatchObject({ version: 1 });
    expect(await write('bear', painted('red'), { heldSince: 1 })).toMatchObject({
      version: 3,
      recorded: true,
    });
  });

  it('answers a repeated command as the first time, and another one under its id never', async () => {
    await write('bear', made('Bear'));
    const first = await write('bear', painted('brown'), { commandId: 'c' });
    await write('bear', painted('red'));
    expect(await write('bear', painted('brown'), { commandId: 'c' })).toEqual(first);
    await expect(write('bear', painted('blue'), { commandId: 'c' })).rejects.toThrow(CommandReused);
    await expect(write('top', painted('brown'), { commandId: 'c' })).rejects.toThrow(CommandReused);
    expect(await store.readStream('toy-bear')).toHaveLength(3);
  });

  it('refuses who may not, and explains a write that came too late as its feature says', async () => {
    const told = (error: unknown) => (error instanceof TooLate ? new Error('It was painted since.') : error);
    app.get(StaleExplanations).register(TOY, async (error) => told(error));
    await write('bear', made('Bear'));
    await write('bear', painted('gold'));
    await expect(write('bear', painted('red'))).rejects.toThrow('Nobody paints gold.');
    // Who may not is told that, and not what they came too late for.
    await expect(write('bear', painted('red'), { seen: 1 })).rejects.toThrow('Nobody paints gold.');
    await write('top', made('Top'));
    await write('top', painted('red'));
    await expect(write('top', painted('blue'), { seen: 1 })).rejects.toThrow('It was painted since.');
  });

  it('is decided on when what earlier decisions made can be looked up in the log', async () => {
    const careful = app.get(StreamWriters).of({
      kind: TOY,
      assertId: () => undefined,
      refuseParked: (id) => new Error(`${id} is parked.`),
      isLookedUp: ({ type }) => type === 'ToyMade',
    });
    const seen: (number | undefined)[] = [];
    const decide = (commandId: string, id: string, event: ToyEvent) =>
      careful.write(
        { subject: { kind: TOY, id }, actor: { id: 'maker' }, commandId },
        {
          name: event.type,
          content: event.data,
          assertMay: () => undefined,
          decide: async () => {
            seen.push((await store.readLast(`toy-${id}`))?.version);
            return [event];
          },
        },
      );
    // The first is under way when the others arrive, so those are taken together.
    await Promise.all([
      decide('a', 'bear', painted('red')),
      decide('b', 'bear', made('Bear')),
      decide('c', 'bear', painted('blue')),
      decide('d', 'bear', painted('green')),
    ]);
    expect(seen).toEqual([undefined, 1, 2, 2]);
  });

  it('is answered as recorded when this instance does not show it in time', async () => {
    const waiting = jest.spyOn(readModel, 'caughtUp').mockRejectedValueOnce(new NotCaughtUp('1'));
    expect(await write('bear', made('Bear'))).toMatchObject({ version: 1, position: '1', recorded: true });
    waiting.mockRejectedValueOnce(new Error('The service is shutting down.'));
    await expect(write('bear', painted('brown'))).rejects.toThrow('The service is shutting down.');
    waiting.mockRestore();
  });

  it('is refused as parked when the log alone knows yet that an event is foreign', async () => {
    await write('bear', made('Bear'));
    const context = { commandId: 'f', requestDigest: '00', schemaVersion: 2, actor: 'x', now: new Date(0) };
    const [event] = sealEvents('toy-bear', EMPTY_STREAM, [painted('black')], context);
    await store.append('toy-bear', 1, [event!]);
    const parked = jest.spyOn(readModel, 'parked').mockReturnValue(undefined);
    await expect(write('bear', painted('red'))).rejects.toThrow('bear is parked at 2, by others.');
    parked.mockRestore();
  });

  describe('to which somebody may not write, as they are told before they send anything,', () => {
    const refusal = (id: string, commandId?: string) =>
      writer.refusal({ id, commandId }, ({ colour }) =>
        colour === 'red' ? new Error('Not red.') : undefined,
      );
    beforeEach(async () => {
      await write('bear', made('Bear'));
      await write('bear', painted('red'), { commandId: 'c' });
    });

    it('says why, by the newest state in the log', async () => {
      expect((await refusal('bear'))?.message).toBe('Not red.');
      expect((await refusal('bear', 'another'))?.message).toBe('Not red.');
      await recordIn(store, 'toy-bear', painted('blue'));
      expect(await refusal('bear')).toBeUndefined();
      expect(await refusal('top')).toBeUndefined();
    });

    it('lets a repeated write come, to be answered as the first time', async () => {
      expect(await refusal('bear', 'c')).toBeUndefined();
      const shown = jest.spyOn(readModel, 'findCommand').mockReturnValue(undefined);
      // This instance wrote it, and does not show it yet.
      expect(await refusal('bear', 'c')).toBeUndefined();
      shown.mockRestore();
      // This one reads no events of it, since what it shows is as new.
      const { version, hash, at } = readModel.stream('toy-bear')!;
      const restarted = app.get(StreamWriters).of({
        kind: TOY,
        assertId: () => undefined,
        refuseParked: (id) => new Error(`${id} is parked.`),
        load: () => ({ version, hash, at, state: { version, colour: 'red' } }),
      });
      const notRed = ({ colour }: Toy) => (colour === 'red' ? new Error('Not red.') : undefined);
      expect(await restarted.refusal({ id: 'bear', commandId: 'c' }, notRed)).toBeUndefined();
      expect(await restarted.refusal({ id: 'bear', commandId: 'd' }, notRed)).toEqual(new Error('Not red.'));
    });

    it('leaves it to the write to say that its stream is parked', async () => {
      const parked = jest.spyOn(readModel, 'parked').mockReturnValue({ version: 2, reason: 'x' } as never);
      expect(await refusal('bear')).toBeUndefined();
      parked.mockRestore();
    });

    it('leaves it to the write to find a foreign event that the log alone knows yet', async () => {
      const context = { commandId: 'f', requestDigest: '00', schemaVersion: 2, actor: 'x', now: new Date(0) };
      const [event] = sealEvents('toy-bear', EMPTY_STREAM, [painted('black')], context);
      await store.append('toy-bear', 2, [event!]);
      const parked = jest.spyOn(readModel, 'parked').mockReturnValue(undefined);
      expect(await refusal('bear')).toBeUndefined();
      parked.mockRestore();
    });

    it('fails with the log', async () => {
      const reading = jest.spyOn(store, 'readStream').mockRejectedValue(new Error('The log is away.'));
      await expect(refusal('bear')).rejects.toThrow('The log is away.');
      reading.mockRestore();
    });
  });

  it('is refused by what only the log knows', async () => {
    await recordIn(store, 'lost-bear', { type: 'ToyLost', data: {} });
    await expect(write('bear', made('Bear'))).rejects.toThrow('bear was lost.');
    expect(await store.readStream('toy-bear')).toEqual([]);
  });

  it('is not written to while its stream is parked; others are', async () => {
    await write('bear', made('Bear'));
    await recordIn(store, 'toy-bear', { type: 'ToyBroken', data: {} });
    await upToDate(readModel, store);
    await expect(write('bear', painted('red'))).rejects.toThrow('bear is parked at 2.');
    await recordIn(store, 'toy-car', { type: 'ToyBroken', data: {} });
    await recordIn(store, 'lost-car', { type: 'ToyLost', data: {} });
    await upToDate(readModel, store);
    await expect(write('car', painted('red'))).rejects.toThrow('car is parked at 1.');
    await write('top', made('Top'));
  });

  it('is sent over HTTP as it changes, by its stream and version', async () => {
    await listener.open(url());
    await listener.until(() => listener.blocks.length >= 1);
    await recordIn(store, 'ghost-1', made('Nobody follows this'));
    await write('bear', made('Bear'));
    await record(store, 'p', registered());
    await listener.until(() => told().length === 2);
    const actor = (id: string) => ({ id, name: `Name of ${id}` });
    expect(told()).toEqual([
      { stream: 'toy-bear', version: 1, type: 'ToyMade', actor: actor('maker') },
      {
        process: 'p',
        stream: 'process-p',
        version: 1,
        type: 'ProcessRegistered',
        actor: actor('werkgroep-wmo'),
      },
    ]);
  });

  describe('to those who come back', () => {
    let seen: string;
    beforeEach(async () => {
      await write('bear', made('Bear'));
      seen = readModel.position()!;
      await recordIn(store, 'ghost-1', made('Nobody follows this'));
      await write('bear', painted('brown'));
      await record(store, 'p', registered());
      await upToDate(readModel, store);
    });

    it('gets what they missed', async () => {
      await listener.open(url(), { 'Last-Event-ID': seen });
      await listener.until(() => told().length === 2);
      expect(told().map(({ stream, version }) => `${stream}@${version}`)).toEqual([
        'toy-bear@2',
        'process-p@1',
      ]);
    });

    it('is not told where they follow one process', async () => {
      await listener.open(url('?process=p'), { 'Last-Event-ID': seen });
      await listener.until(() => told().length === 1);
      expect(told()).toMatchObject([{ process: 'p', stream: 'process-p' }]);
    });
  });
});
