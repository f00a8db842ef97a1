import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Snapshot, StateSource } from './current-states.js';
import { CommandReused } from './first-answer.js';
import { CommandHandler, StreamContended, type Command } from './handle-command.js';
import { ForeignEvent, metadataIn } from './foreign.js';
import { EMPTY_STREAM, verifyChain } from './hash.js';
import { MemoryEventStore } from './contract-tests/memory-event-store.js';
import {
  AppendTooLarge,
  VersionConflict,
  type Appended,
  type EventPlace,
  type SealedEvent,
  type VersionRange,
} from './port.js';
import { identifyRequest } from './request.js';
import { sample } from './contract-tests/sample-events.js';
import type { NewEvent } from './seal.js';

/** A stream of numbers, with their sum as its state. */
const added = (amount: number, text = 'omdat'): NewEvent => ({
  type: 'Added',
  data: { amount, reason: { text } },
});
const command = (commandId: string, amount = 1, text = 'omdat'): Command => ({
  commandId,
  actor: 'werkgroep-wmo',
  now: new Date('2026-03-02T09:00:00Z'),
  ...identifyRequest({ amount, reason: { text } }),
});

class SpyStore extends MemoryEventStore {
  eventsRead = 0;
  /** Runs once before the next append: another writer, or a failure. */
  beforeAppend: (() => Promise<void>) | undefined;

  override async readStream(stream: string, range?: VersionRange) {
    const events = await super.readStream(stream, range);
    this.eventsRead += events.length;
    return events;
  }

  override async append(
    stream: string,
    expectedVersion: number,
    events: readonly SealedEvent[],
  ): Promise<Appended> {
    const first = this.beforeAppend;
    this.beforeAppend = undefined;
    await first?.();
    return super.append(stream, expectedVersion, events);
  }
}

/** A read side that has seen only what the test shows it. */
class Sums implements StateSource<number> {
  readonly schemaVersion = 3;
  readonly initial = 0;
  readonly snapshots = new Map<string, Snapshot<number>>();
  readonly commands = new Map<string, EventPlace>();
  evolve = (sum: number, { data }: { data: object }): number => sum + (data as { amount: number }).amount;
  load = (stream: string) => this.snapshots.get(stream);
  findCommand = (commandId: string) => this.commands.get(commandId);
  isLookedUp: ((event: SealedEvent) => boolean) | undefined;
}

let store: SpyStore;
let sums: Sums;
let handler: CommandHandler<number>;
beforeEach(() => {
  store = new SpyStore();
  sums = new Sums();
  handler = new CommandHandler(store, sums);
});
const add = (commandId: string, amount = 1, text = 'omdat') =>
  handler.handle('s', command(commandId, amount, text), () => [added(amount, text)]);
/** As another program might write it. */
const foreign = { type: 'Note', data: {}, metadata: metadataIn({}) };
const sumOf = async (by = handler): Promise<number> => {
  let seen = 0;
  await by.handle('s', command('look'), (sum) => {
    seen = sum;
    return [];
  });
  return seen;
};

describe('handling a command', () => {
  it('decides on the current state and answers with version, position and events', async () => {
    await add('c1', 3);
    const outcome = await handler.handle('s', command('c2'), async (sum) => [added(sum), added(sum)]);
    expect(outcome).toMatchObject({
      kind: 'recorded',
      version: 3,
      position: '3',
      events: [{ data: { amount: 3 } }, { data: { amount: 3 } }],
    });
    expect(await sumOf()).toBe(9);
    expect((await store.readLast('s'))!.metadata.schemaVersion).toBe(sums.schemaVersion);
    expect(verifyChain(await store.readStream('s'))).toBeUndefined();
  });

  it('makes later decisions wait for an event that they may look up', async () => {
    sums.isLookedUp = ({ data }) => data['amount'] === 5;
    const inLog: string[] = [];
    const look = (commandId: string) =>
      handler.handle('s', command(commandId), async (sum) => {
        inLog.push(`${sum}: ${(await store.readStream('s')).length}`);
        return [added(1)];
      });
    await Promise.all([add('c0'), add('c1'), look('c2'), add('c3', 5), look('c4'), look('c5')]);
    expect(inLog).toEqual(['2: 1', '8: 4', '9: 4']);
  });

  it('appends nothing when the decision returns no events', async () => {
    await add('c1');
    expect(await handler.handle('s', command('c2'), () => [])).toEqual({ kind: 'unchanged', version: 1 });
    expect(await store.readStream('s')).toHaveLength(1);
  });

  it('passes a refusal on and does not remember it', async () => {
    const refuse = (): never => {
      throw new Error('not allowed');
    };
    await expect(handler.handle('s', command('c1'), refuse)).rejects.toThrow('not allowed');
    expect(await add('c1')).toMatchObject({ kind: 'recorded', version: 1 });
  });

  it('reads only the tail, so the cost does not grow with the history', async () => {
    for (let n = 1; n <= 300; n++) await add(`c${n}`);
    store.eventsRead = 0;
    await add('next');
    expect(store.eventsRead).toBeLessThanOrEqual(1);

    const last = await store.readLast('s');
    sums.snapshots.set('s', {
      state: 301,
      version: 301,
      hash: last?.metadata.hash ?? null,
      at: last?.metadata.at,
    });
    store.eventsRead = 0;
    expect(await sumOf(new CommandHandler(store, sums))).toBe(301);
    expect(store.eventsRead).toBe(0);
    sums.snapshots.clear();
    expect(await sumOf(new CommandHandler(store, sums))).toBe(301);
  });

  it('handles 64 commands on one stream at once without a conflict', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 64 }, (_, n) => handler.handle('s', command(`c${n}`), (sum) => [added(sum + 1)])),
    );
    expect(outcomes.map(({ version }) => version)).toEqual(outcomes.map((_, n) => n + 1));
    expect(verifyChain(await store.readStream('s'))).toBeUndefined();
  });

  it('shares the next append among commands that arrive meanwhile, even with a refusal', async () => {
    let appends = 0;
    const { append } = store;
    store.append = (...args) => {
      appends++;
      return append.apply(store, args);
    };
    const refuse = (): never => {
      throw new Error('not allowed');
    };
    const results = await Promise.allSettled([
      add('c0'),
      ...Array.from({ length: 20 }, (_, n) =>
        handler.handle('s', command(`c${n + 1}`), n === 7 ? refuse : (sum) => [added(sum), added(0)]),
      ),
    ]);
    expect(appends).toBe(2);
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([
      { status: 'rejected', reason: new Error('not allowed') },
    ]);
    expect(
      results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.version] : [])),
    ).toEqual([1, ...Array.from({ length: 19 }, (_, n) => 2 * n + 3)]);
    expect(await sumOf()).toBe(2 ** 19);
    expect(verifyChain(await store.readStream('s'))).toBeUndefined();
  });

  it('fails only the command whose event is too large', async () => {
    const results = await Promise.allSettled([
      add('c0'),
      add('c1'),
      add('c2', 1, 'x'.repeat(1_000_000)),
      add('c3'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await store.readStream('s')).toHaveLength(3);
  });

  it('splits what is too much for one append, in order, and at the commands', async () => {
    const appends: string[][] = [];
    const { append } = store;
    store.append = (...args) => {
      appends.push(args[2].map(({ metadata }) => metadata.commandId));
      return append.apply(store, args);
    };
    const text = 'x'.repeat(200 * 1024);
    const asked = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'];
    const outcomes = await Promise.all(asked.map((id) => add(id, 1, id === 'c5' ? 'omdat' : text)));
    expect(appends).toEqual([['c0'], ['c1', 'c2'], ['c3', 'c4', 'c5']]);
    expect(outcomes.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(verifyChain(await store.readStream('s'))).toBeUndefined();
  });

  it('stores nothing of a command that got an error, and all of one that did not', async () => {
    const text = 'x'.repeat(200 * 1024);
    const { append } = store;
    let failing = true;
    store.append = async (...args) => {
      if (failing && args[2].some(({ metadata }) => metadata.commandId === 'c1')) {
        failing = false;
        throw new Error('disk full');
      }
      return append.apply(store, args);
    };
    for (const lookedUp of [false, true]) {
      failing = true;
      sums.isLookedUp = ({ metadata }) => lookedUp && metadata.commandId === 'c1';
      const by = new CommandHandler(store, sums);
      const stream = `s ${lookedUp}`;
      const asked = ['c0', 'c1', 'c2', 'c3'].map((id) =>
        by.handle(stream, command(id, 1, id === 'c0' ? 'omdat' : text), () => [
          added(1, id === 'c0' ? 'omdat' : text),
        ]),
      );
      const told = (await Promise.allSettled(asked)).map(({ status }) => status === 'fulfilled');
      const stored = (await store.readStream(stream)).map(({ metadata }) => metadata.commandId);
      expect(stored).toEqual(['c0', 'c1', 'c2', 'c3'].filter((_, n) => told[n]));
      expect(told).toEqual([true, false, lookedUp, true]);
    }
  });

  it('keeps the order in which commands came when another writer was first', async () => {
    const order: string[] = [];
    const large = (id: string, size: (sum: number) => number) =>
      handler.handle('s', command(id, 1, 'x'), (sum) => [added(1, 'x'.repeat(size(sum)))]);
    const { append } = store;
    store.append = async (...args) => {
      const appended = await append.apply(store, args);
      order.push(...args[2].map(({ metadata }) => metadata.commandId));
      return appended;
    };
    const blocked = add('c0');
    const asked = [
      // On the state that the other writer leaves, the second no longer fits beside the first.
      large('c1', (sum) => (sum > 5 ? 400_000 : 10)),
      large('c2', () => 200_000),
      large('c3', () => 400_000),
    ];
    await blocked;
    store.beforeAppend = async () => {
      await new CommandHandler(store, sums).handle('s', command('rival', 10), () => [added(10)]);
    };
    await Promise.all(asked);
    expect(order).toEqual(['c0', 'rival', 'c1', 'c2', 'c3']);
  });

  /** Notes which commands each append holds. */
  const noteAppends = (before: (ids: string[]) => void = () => undefined): string[][] => {
    const appends: string[][] = [];
    const { append } = store;
    store.append = async (...args) => {
      const ids = args[2].map(({ metadata }) => metadata.commandId);
      before(ids);
      const appended = await append.apply(store, args);
      appends.push(ids);
      return appended;
    };
    return appends;
  };

  it('serves a command that had to wait before one that arrives meanwhile', async () => {
    sums.isLookedUp = ({ data }) => data['amount'] === 5;
    const late: Promise<unknown>[] = [];
    const appends = noteAppends((ids) => void (ids.includes('c1') && late.push(add('c3'))));
    const asked = [add('c0'), handler.handle('s', command('c1'), () => [added(5), added(1)]), add('c2')];
    await Promise.all(asked);
    await Promise.all(late);
    expect(appends).toEqual([['c0'], ['c1', 'c1'], ['c2', 'c3']]);
  });

  it('keeps the order where each command of an append is written by itself', async () => {
    const late: Promise<unknown>[] = [];
    const tried: string[][] = [];
    noteAppends((ids) => {
      tried.push(ids);
      if (ids.length === 1) return;
      late.push(add('c4'));
      throw new AppendTooLarge(ids.length, 1);
    });
    const answers = await Promise.all(['c0', 'c1', 'c2', 'c3'].map((id) => add(id)));
    await Promise.all(late);
    expect(tried).toEqual([['c0'], ['c1', 'c2', 'c3'], ['c1'], ['c2'], ['c3'], ['c4']]);
    expect(answers.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  });

  it('never goes back in time where the clocks of commands in one append do', async () => {
    const asked = ['09', '11', '10'].map((hour) =>
      handler.handle('s', { ...command(hour), now: new Date(`2026-03-02T${hour}:00:00Z`) }, () => [added(1)]),
    );
    await Promise.all(asked);
    const times = (await store.readStream('s')).map(({ metadata }) => metadata.at.slice(11, 13));
    expect(times).toEqual(['09', '11', '11']);
  });

  it('lets go of the states of streams that were not used lately', async () => {
    const loaded: string[] = [];
    sums.load = (stream) => void loaded.push(stream) as undefined;
    const use = (stream: string) => handler.handle(stream, command('look'), () => []);
    for (let n = 0; n <= 500; n++) await use(`s${n}`);
    loaded.length = 0;
    await use('s500');
    expect(loaded).toEqual([]);
    await use('s0');
    expect(loaded).toEqual(['s0']);
  });

  it('takes at most 64 commands in one append', async () => {
    const sizes: number[] = [];
    const { append } = store;
    store.append = (...args) => {
      sizes.push(args[2].length);
      return append.apply(store, args);
    };
    await Promise.all(Array.from({ length: 131 }, (_, n) => add(`c${n}`)));
    expect(sizes).toEqual([1, 64, 64, 2]);
  });

  it('goes on with the next command after one whose read fails', async () => {
    const { readStream } = store;
    store.readStream = async () => {
      throw new Error('connection lost');
    };
    await expect(add('c1')).rejects.toThrow('connection lost');
    store.readStream = readStream;
    expect(await add('c2')).toMatchObject({ kind: 'recorded', version: 1 });
  });

  it('tells the newest state', async () => {
    expect((await handler.newest('s')).state).toBe(0);
    await add('c1', 4);
    await add('c2', 3);
    expect((await handler.newest('s')).state).toBe(7);
  });

  it('decides a refusal again when the events it depended on could not be appended', async () => {
    await add('c1', 5);
    const once = (sum: number): NewEvent[] => {
      if (sum > 10) throw new Error('above ten');
      return [added(10)];
    };
    const blocked = add('c2', 0);
    const raced = [handler.handle('s', command('c3'), once), handler.handle('s', command('c4'), once)];
    const { append } = store;
    store.append = async (stream, version, events) => {
      if (events.some(({ metadata }) => metadata.commandId === 'c3')) throw new Error('disk full');
      return append.call(store, stream, version, events);
    };
    await Promise.allSettled([blocked]);
    const reasons = (await Promise.allSettled(raced)).map((result) =>
      String((result as PromiseRejectedResult).reason),
    );
    expect(reasons).toEqual(['Error: disk full', 'Error: disk full']);
    expect(await sumOf()).toBe(5);
  });

  it('does not make one stream wait for another', async () => {
    let release = (): void => undefined;
    const waiting = handler.handle(
      'slow',
      command('c1'),
      () => new Promise((resolve) => (release = () => resolve([added(1)]))),
    );
    expect(await add('c2')).toMatchObject({ version: 1 });
    release();
    expect(await waiting).toMatchObject({ version: 1 });
  });
});

describe('a command sent twice', () => {
  it('gets the first answer from memory, from the read side, and after a restart', async () => {
    const first = await handler.handle('s', command('c1'), () => [added(1), added(0, 'ook')].slice(0, 1));
    await add('c2');
    expect(await add('c1')).toEqual({ kind: 'repeated', version: first.version, position: '1' });
    expect(await new CommandHandler(store, sums).handle('s', command('c1'), () => [added(1)])).toMatchObject({
      kind: 'repeated',
      version: 1,
    });
    const last = await store.readLast('s');
    sums.snapshots.set('s', {
      state: 2,
      version: 2,
      hash: last?.metadata.hash ?? null,
      at: last?.metadata.at,
    });
    sums.commands.set('c1', { stream: 's', version: 1 });
    expect(await new CommandHandler(store, sums).handle('s', command('c1'), () => [added(1)])).toMatchObject({
      kind: 'repeated',
      version: 1,
    });
    expect(await store.readStream('s')).toHaveLength(2);
  });

  it('is answered with its last event, no matter which of its events the read side saw', async () => {
    const three = {
      ...command('c2'),
      ...identifyRequest({ reasons: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] }),
    };
    const decide = () => [added(1, 'a'), added(1, 'b'), added(1, 'c')];
    await add('c1');
    await handler.handle('s', three, decide);
    await add('c3');
    const { hash, at } = (await store.readLast('s'))!.metadata;
    sums.snapshots.set('s', { state: 5, version: 5, hash, at });
    for (const version of [2, 3, 4]) {
      sums.commands.set('c2', { stream: 's', version });
      // It never read these events itself, so it can only know the command from the read side.
      const restarted = new CommandHandler(store, sums);
      expect(await restarted.handle('s', three, decide)).toEqual({
        kind: 'repeated',
        version: 4,
        position: '4',
      });
    }
  });

  it('is answered alike when it made many events, and found by any of them', async () => {
    const texts = Array.from({ length: 11 }, (_, n) => `${n}`);
    const many = { ...command('c2'), ...identifyRequest({ reasons: texts.map((text) => ({ text })) }) };
    const decide = () => texts.map((text) => added(1, text));
    for (const id of ['c0', 'c1']) await add(id);
    await handler.handle('s', many, decide);
    for (const id of ['c3', 'c4', 'c5']) await add(id);
    const { hash, at } = (await store.readLast('s'))!.metadata;
    sums.snapshots.set('s', { state: 16, version: 16, hash, at });
    for (let version = 3; version <= 13; version++) {
      sums.commands.set('c2', { stream: 's', version });
      const answer = await new CommandHandler(store, sums).handle('s', many, decide);
      expect(answer).toEqual({ kind: 'repeated', version: 13, position: '13' });
    }
  });

  it('is refused when it is another request: a different word in its reason, or another stream', async () => {
    await add('c1', 1, 'omdat');
    await expect(add('c1', 2, 'omdat')).rejects.toThrow(CommandReused);
    await expect(add('c1', 1, 'daarom')).rejects.toThrow(CommandReused);
    sums.commands.set('c1', { stream: 's', version: 1 });
    await expect(handler.handle('other', command('c1'), () => [added(1)])).rejects.toThrow(CommandReused);
    expect(await store.readAll(undefined, 9)).toHaveLength(1);
  });

  it('is recognised even when both arrive at the same moment', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => add('c1')));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual([
      'recorded',
      ...Array<string>(7).fill('repeated'),
    ]);
  });

  it('is remembered while the read side lags far behind, and forgotten once it has caught up', async () => {
    for (let n = 1; n <= 150; n++) await add(`c${n}`);
    expect(await add('c1')).toMatchObject({ kind: 'repeated', version: 1 });
    for (let n = 1; n <= 150; n++) sums.commands.set(`c${n}`, { stream: 's', version: n });
    expect(await add('c1')).toMatchObject({ kind: 'repeated', version: 1 });
    expect(await add('c150')).toMatchObject({ kind: 'repeated', version: 150 });
    expect(await store.readStream('s')).toHaveLength(150);
    sums.commands.clear();
    expect(await add('c1')).toMatchObject({ kind: 'recorded' });
    expect(await add('c150')).toMatchObject({ kind: 'repeated', version: 150 });
  });

  it('is remembered where the read side lacks it, though it knows older ones', async () => {
    const { commands } = sums;
    sums.findCommand = (async (id: string) => commands.get(id)) as never;
    for (let n = 1; n <= 150; n++) await add(`c${n}`);
    for (let n = 1; n <= 20; n++) sums.commands.set(`c${n}`, { stream: 's', version: n });
    await add('c150');
    expect(await add('c21')).toMatchObject({ kind: 'repeated', version: 21 });
    expect(await add('c20')).toMatchObject({ kind: 'repeated', version: 20 });
  });

  it('is answered as it was, also when it comes between others that are new', async () => {
    await add('c1', 4);
    const outcomes = await Promise.all([add('c2'), add('c3'), add('c1', 4), add('c4'), add('c3'), add('c5')]);
    expect(outcomes.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      'recorded 2',
      'recorded 3',
      'repeated 1',
      'recorded 4',
      'repeated 3',
      'recorded 5',
    ]);
  });
});

describe('when another writer is first', () => {
  const rival = (events: number) => async (): Promise<void> => {
    await new CommandHandler(store, sums).handle('s', command('rival', 10), () =>
      Array.from({ length: events }, () => added(10)),
    );
  };

  it('decides again on the new state', async () => {
    await add('c1');
    store.beforeAppend = rival(2);
    expect(await handler.handle('s', command('c2'), (sum) => [added(sum)])).toMatchObject({
      version: 4,
      events: [{ data: { amount: 21 } }],
    });
  });

  it('gives the same answer as the other instance when both got the same command', async () => {
    store.beforeAppend = async () =>
      void (await new CommandHandler(store, sums).handle('s', command('c1'), () => [added(1)]));
    expect(await add('c1')).toEqual({ kind: 'repeated', version: 1, position: '1' });
  });

  it('gives up with a clear error when the others are always first', async () => {
    let attempts = 0;
    store.append = async (stream, expectedVersion) => {
      attempts++;
      throw new VersionConflict(stream, expectedVersion, expectedVersion + 1);
    };
    await expect(add('c1')).rejects.toThrow(new StreamContended('s'));
    expect(attempts).toBe(20);
  });
});

describe('when it is unknown whether an append was stored', () => {
  it.each([true, false])('builds on what the log says (stored: %s)', async (stored) => {
    await add('c1');
    const { append } = store;
    store.append = async (...args) => {
      if (stored) await append.apply(store, args);
      throw new Error('connection lost');
    };
    await expect(add('c2')).rejects.toThrow('connection lost');
    store.append = append;
    expect(await sumOf()).toBe(stored ? 2 : 1);
    expect(await add('c2')).toMatchObject({ kind: stored ? 'repeated' : 'recorded', version: 2 });
    expect(verifyChain(await store.readStream('s'))).toBeUndefined();
  });

  it('handles the next command after a failed one', async () => {
    store.beforeAppend = async () => {
      throw new Error('disk full');
    };
    const results = await Promise.allSettled([add('c1'), add('c2')]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    await store.append('t', 0, sample('t'));
    expect(await store.readStream('s')).toHaveLength(1);
  });
});

describe('A stream with a foreign event', () => {
  it('takes no command, whether the event stood there before or comes while one is handled', async () => {
    await add('first');
    store.beforeAppend = async () => void (await store.append('s', 1, [foreign]));
    const refused = new ForeignEvent('s', 2, 'another program wrote it');
    await expect(add('second')).rejects.toThrow(refused);
    await expect(new CommandHandler(store, sums).handle('s', command('third'), () => [])).rejects.toThrow(
      refused,
    );
  });

  it('takes none behind an event of ours that follows on another one', async () => {
    await store.append('s', 0, sample('s', EMPTY_STREAM, 2).reverse());
    await expect(add('third')).rejects.toThrow(ForeignEvent);
  });
});
