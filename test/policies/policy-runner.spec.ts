import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EMPTY_STREAM, sealEvents } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { PolicyLooks } from '../../apps/api/src/platform/policies/policy-looks.js';
import type { Automatic, RegisteredPolicy } from '../../apps/api/src/platform/policies/registered-policy.js';
import { PolicyRunner } from '../../apps/api/src/platform/policies/policy-runner.js';
import { policyLooks } from '../../apps/api/src/platform/policies/policies.projection.js';
import { openReadModel } from '../../apps/api/src/platform/projections/following/open-read-model.js';
import { ProjectionSet } from '../../apps/api/src/platform/projections/unit/projection-set.js';
import type { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { StaleExplanations } from '../../apps/api/src/platform/writing/stale-explanations.js';
import type { SubjectKind } from '../../apps/api/src/platform/writing/subject.js';
import { StreamWriters } from '../../apps/api/src/platform/writing/stream-writer.js';
import { derivedId } from '../../apps/api/src/platform/writing/writing.js';
import { granting, REQUEST_STREAMS, requests, SHELF_PROJECTION, shelves } from './toy.js';

const PROJECTIONS = new ProjectionSet(import.meta.url, [policyLooks(1, [REQUEST_STREAMS]), SHELF_PROJECTION]);
const OTHER_STREAMS = { ...REQUEST_STREAMS, prefix: 'other-' };

describe('The runner of policies', () => {
  let folder: string;
  let store: MemoryEventStore;
  let readModel: ReadModel;
  let runner: PolicyRunner;
  /** The time of day in this test. */
  let now: string;
  const clock = {
    now: () => {
      if (now === 'broken') throw new Error('The clock is broken.');
      return now === 'real' ? new Date() : new Date(now);
    },
  };
  /** What carrying out ends with, where it fails. */
  let failure: Error | string | undefined;
  let tried: number;
  /** Resolves when the task may end. */
  let held: Promise<void> | undefined;
  /** The days of the tasks, where a test wants others. */
  let days: string[] | undefined;
  /** The event that the tasks on these days name. */
  let cause: number;
  /** What each task was carried out with. */
  let carried: { task: string; id: string; by: Automatic }[];
  /** Runs after a task was carried out. */
  let afterwards: (() => Promise<void>) | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'knipkaart-runner-'));
    store = new MemoryEventStore();
    now = '2027-03-27T22:59:59Z';
    failure = undefined;
    tried = 0;
    held = days = afterwards = undefined;
    cause = 1;
    carried = [];
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await stop();
    rmSync(folder, { recursive: true });
  });

  const start = async (projections = PROJECTIONS, ...others: RegisteredPolicy[]) => {
    readModel = openReadModel(folder, { projections });
    await readModel.start(store);
    const writers = new StreamWriters(store, readModel, new StaleExplanations(), clock);
    const policy = granting(writers.of(requests), writers.of(shelves), derivedId);
    runner = new PolicyRunner(store, readModel, clock);
    runner.register({
      ...policy,
      policy: (state) => (days ? days.map((on) => ({ name: `on ${on}`, cause, on })) : policy.policy(state)),
      carryOut: async (task, id, by) => {
        tried += 1;
        carried.push({ task: task.name, id, by });
        await held;
        if (failure) throw failure;
        await policy.carryOut(task, id, by);
        await afterwards?.();
      },
    });
    for (const other of others) runner.register(other);
    runner.start();
  };
  const stop = async () => {
    await runner.onModuleDestroy();
    await readModel.stop();
  };
  const record = async (id: string, type: string, data: { on?: string } = {}) => {
    const stream = `request-${id}`;
    const last = await store.readLast(stream);
    const head = last
      ? { version: last.version, hash: last.metadata.hash, at: last.metadata.at }
      : EMPTY_STREAM;
    const said = {
      commandId: `${id} ${head.version}`,
      requestDigest: '00',
      schemaVersion: 1,
      actor: 'a',
      now: clock.now(),
    };
    await store.append(stream, head.version, sealEvents(stream, head, [{ type, data }], said));
  };
  const types = async () => (await store.readAll(undefined, 100)).map(({ type }) => type);
  const until = async (condition: () => boolean | Promise<boolean>) => {
    while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const looks = () => readModel.reader(PolicyLooks);

  it('carries out what an event asks for as soon as it is there', async () => {
    await start();
    await record('a', 'Requested');
    await until(async () => (await types()).includes('Granted'));
    expect(await types()).toEqual(['Requested', 'Placed', 'Granted']);
    expect((await store.readLast('request-a'))?.metadata.actor).toBe('a');
  });

  it('wakes by itself when a pause is over', async () => {
    now = 'real';
    failure = new Error('The shelf is full.');
    await start();
    await record('a', 'Requested');
    await until(() => tried === 1);
    failure = undefined;
    await until(async () => (await types()).includes('Granted'));
    expect(tried).toBe(2);
  });

  it('waits for the day, which begins at midnight in the municipality', async () => {
    await start();
    await record('a', 'Requested', { on: '2027-03-28' });
    await until(() => looks().nextAt()?.toISOString() === '2027-03-27T23:00:00.000Z');
    runner.wake();
    expect(await types()).toEqual(['Requested']);
    now = '2027-03-27T23:00:00Z';
    runner.wake();
    await until(async () => (await types()).includes('Granted'));
    await until(() => looks().nextAt() === undefined);
    expect((await store.readLast('request-a'))?.metadata.actor).toBe('knipkaart');
  });

  it('goes by the newest day when that was moved', async () => {
    await start();
    await record('a', 'Requested', { on: '2027-03-28' });
    await record('a', 'Requested', { on: '2027-07-01' });
    await until(() => looks().nextAt()?.toISOString() === '2027-06-30T22:00:00.000Z');
    expect(await types()).toEqual(['Requested', 'Requested']);
  });

  it('looks again on the earliest of several days', async () => {
    days = ['2027-07-01', '2027-03-28', '2027-05-05'];
    await start();
    await record('a', 'Requested');
    await until(() => looks().nextAt()?.toISOString() === '2027-03-27T23:00:00.000Z');
    expect(tried).toBe(0);
  });

  it('carries out what is due today, and looks again on the day of what is not', async () => {
    days = ['2027-07-01', '2027-03-27'];
    await start();
    await record('a', 'Requested');
    await until(() => looks().nextAt()?.toISOString() === '2027-06-30T22:00:00.000Z');
    expect(carried.map(({ task }) => task)).toEqual(['on 2027-03-27', 'on 2027-03-27']);
  });

  it('gives each task a command id of its own, the same at every try', async () => {
    days = ['2027-03-26', '2027-03-27'];
    await start();
    await record('a', 'Requested');
    await record('b', 'Requested');
    await until(() => carried.length >= 8 && looks().nextAt() === undefined);
    const ids = new Map<string, Set<string>>();
    for (const { task, id, by } of carried) {
      const own = ids.get(`${id} ${task}`) ?? new Set();
      ids.set(`${id} ${task}`, own.add(by.commandId));
      expect(by).toMatchObject({
        actor: { id: 'knipkaart' },
        cause: { stream: `request-${id}`, version: 1 },
      });
    }
    expect([...ids.values()].map(({ size }) => size)).toEqual([1, 1, 1, 1]);
    expect(new Set([...ids.values()].flatMap((own) => [...own])).size).toBe(4);
  });

  it('tells tasks of one name apart by their policy and their day', async () => {
    const ids: string[] = [];
    const same = (name: string): RegisteredPolicy => ({
      name,
      kind: requests.kind as SubjectKind,
      policy: () => ['2027-03-26', '2027-03-27'].map((on) => ({ name: 'same', cause: 1, on })),
      state: async () => undefined,
      carryOut: async (_task, _id, by) => ids.push(by.commandId),
    });
    days = [];
    await start(PROJECTIONS, same('one'), same('two'));
    await record('a', 'Requested');
    await until(() => ids.length >= 4);
    expect(new Set(ids).size).toBe(4);
  });

  it('looks again when the stream got a new version while a task ran', async () => {
    afterwards = async () => {
      await until(() => looks().next(clock.now())?.version === 2);
      days = ['2027-07-01'];
    };
    await start();
    await record('a', 'Requested');
    await until(() => looks().nextAt()?.toISOString() === '2027-06-30T22:00:00.000Z');
    expect(tried).toBe(1);
  });

  it('looks at the streams of each policy only, and goes on with the others where one fails', async () => {
    const seen: string[] = [];
    const looking = (name: string, kind: SubjectKind, failing: boolean): RegisteredPolicy => ({
      name,
      kind,
      policy: () => [],
      state: async (id) => {
        seen.push(`${name}: ${id}`);
        if (failing) throw new Error(`${name} cannot look.`);
      },
      carryOut: async () => undefined,
    });
    failure = new Error('The shelf is full.');
    const both = new ProjectionSet(import.meta.url, [
      policyLooks(1, [REQUEST_STREAMS, shelves.kind.aggregate]),
      SHELF_PROJECTION,
    ]);
    await start(
      both,
      looking('second', requests.kind as SubjectKind, true),
      looking('third', requests.kind as SubjectKind, false),
      looking('ofShelves', shelves.kind as SubjectKind, false),
    );
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await record('a', 'Requested');
    for (let count = 1; runner.parked().length === 0; count += 1) {
      await until(() => (tried === count && looks().nextAt()! > clock.now()) || runner.parked().length > 0);
      now = (looks().nextAt() ?? clock.now()).toISOString();
      runner.wake();
    }
    expect(new Set(seen)).toEqual(new Set(['second: a', 'third: a']));
    expect(runner.parked()).toEqual([{ stream: 'request-a', reason: 'The shelf is full.' }]);
    const said = { commandId: 'c', requestDigest: '00', schemaVersion: 1, actor: 'a', now: clock.now() };
    const placed = [{ type: 'Placed', data: { request: 'b' } }];
    await store.append('shelf-all', 0, sealEvents('shelf-all', EMPTY_STREAM, placed, said));
    await until(() => seen.at(-1) === 'ofShelves: all');
  });

  it('says it when it cannot look at all, and looks again later', async () => {
    await start();
    await until(() => looks().nextAt() === undefined);
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    now = 'broken';
    runner.wake();
    await until(() => said.mock.calls.length > 0);
    expect(JSON.parse(String(said.mock.calls[0]![0]))).toMatchObject({
      message: expect.stringContaining('the policies could not be looked at'),
    });
    now = '2027-03-27T22:59:59Z';
    await record('a', 'Requested');
    await until(async () => (await types()).includes('Granted'));
  });

  it('sleeps until the next look is due, but never long', async () => {
    days = ['2027-07-01'];
    await start();
    const sleeps = jest.spyOn(globalThis, 'setTimeout');
    const slept = () =>
      sleeps.mock.calls.flatMap(([wake, ms]) => (String(wake).includes('this.wake()') ? [ms] : []));
    await record('a', 'Requested');
    await until(() => slept().length > 0 && looks().nextAt() !== undefined);
    runner.wake();
    await until(() => slept().at(-1) === 30_000);
    failure = new Error('The shelf is full.');
    days = undefined;
    await record('b', 'Requested');
    await until(() => slept().at(-1) === 1_000);
    expect(slept().every((ms) => ms! <= 30_000)).toBe(true);
  });

  it('sleeps once, however often it was woken, and not at all once it stopped', async () => {
    await start();
    const [sleeps, ends] = [jest.spyOn(globalThis, 'setTimeout'), jest.spyOn(globalThis, 'clearTimeout')];
    const slept = () =>
      sleeps.mock.calls.flatMap(([wake], nth) =>
        String(wake).includes('this.wake()') ? [sleeps.mock.results[nth]!.value] : [],
      );
    for (const times of [1, 2, 3]) {
      runner.wake();
      await until(() => slept().length >= times);
    }
    await runner.onModuleDestroy();
    const ended = new Set<unknown>(ends.mock.calls.map(([timer]) => timer));
    expect(slept().filter((timer) => !ended.has(timer))).toEqual([]);
  });

  it('looks at nothing once the read model has stopped', async () => {
    await start();
    await until(() => looks().nextAt() === undefined);
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await readModel.stop();
    runner.wake();
    await new Promise((resolve) => setImmediate(resolve));
    await runner.onModuleDestroy();
    expect(said).not.toHaveBeenCalled();
    expect(runner.parked()).toEqual([]);
  });

  it('does nothing where there are no policies', async () => {
    readModel = openReadModel(folder, {
      projections: new ProjectionSet(import.meta.url, [SHELF_PROJECTION]),
    });
    await readModel.start(store);
    runner = new PolicyRunner(store, readModel, clock);
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    runner.start();
    runner.wake();
    await new Promise((resolve) => setImmediate(resolve));
    await runner.onModuleDestroy();
    expect(runner.parked()).toEqual([]);
    expect(said).not.toHaveBeenCalled();
  });

  it('ends only when the task that runs has ended, and begins no other', async () => {
    let release = () => {};
    held = new Promise((resolve) => (release = resolve));
    await start();
    await record('a', 'Requested');
    await record('b', 'Requested');
    await until(() => tried === 1);
    let ended = false;
    const ending = runner.onModuleDestroy().then(() => (ended = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ended).toBe(false);
    release();
    await ending;
    expect(await types()).toEqual(['Requested', 'Requested', 'Placed', 'Granted']);
    runner.wake();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(tried).toBe(1);
  });

  describe('where a task fails', () => {
    /** Lets every pause pass, until it gives up. */
    const giveUp = async () => {
      failure = new Error('The shelf is full.');
      await record('a', 'Requested');
      const pauses: number[] = [];
      for (let count = 1; count < 10; count += 1) {
        await until(() => tried === count && looks().nextAt()! > clock.now());
        const next = looks().nextAt()!;
        pauses.push((next.getTime() - clock.now().getTime()) / 1_000);
        now = next.toISOString();
        runner.wake();
      }
      await until(() => runner.parked().length === 1);
      return pauses;
    };

    it('tries again after growing pauses, then gives up where it can be seen', async () => {
      await start();
      const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
      expect(await giveUp()).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256]);
      const lines = said.mock.calls.map(([line]) => JSON.parse(String(line)) as object);
      said.mockRestore();
      expect(lines).toMatchObject([
        { message: expect.stringContaining('failed too often'), stream: 'request-a', attempts: 10 },
      ]);
      expect(runner.parked()).toEqual([{ stream: 'request-a', reason: 'The shelf is full.' }]);
      expect(looks().nextAt()).toBeUndefined();
      expect(tried).toBe(10);
    });

    it('still looks on the day of another task', async () => {
      days = ['2027-03-27', '2027-07-01'];
      await start();
      const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
      await giveUp();
      expect(said).toHaveBeenCalledTimes(1);
      expect(looks().nextAt()?.toISOString()).toBe('2027-06-30T22:00:00.000Z');
      now = '2027-07-01T00:00:00Z';
      runner.wake();
      await until(() => tried === 11);
    });

    it.each<[string, string, () => void]>([
      [
        'an event that is not there',
        'The policy grantRequests names event 7 of request-a, which is not there.',
        () => void ([cause, days] = [7, ['2027-03-27']]),
      ],
      ['what was thrown', 'no error but a text', () => void (failure = 'no error but a text')],
    ])('says why: %s', async (_, reason, prepare) => {
      prepare();
      await start();
      jest.spyOn(process.stderr, 'write').mockReturnValue(true);
      await record('a', 'Requested');
      while (runner.parked().length === 0) {
        now = (looks().nextAt() ?? clock.now()).toISOString();
        runner.wake();
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      expect(runner.parked()).toEqual([{ stream: 'request-a', reason }]);
    });

    it('still shows that after a restart, which tries once more', async () => {
      await start();
      await giveUp();
      await stop();
      await start();
      await until(() => tried === 11);
      await stop();
      await start();
      expect(runner.parked()).toEqual([{ stream: 'request-a', reason: 'The shelf is full.' }]);
      failure = undefined;
      await until(() => runner.parked().length === 0);
      expect(await types()).toEqual(['Requested', 'Placed', 'Granted']);
    });

    it('tries once more when something new happened, and goes on with other streams meanwhile', async () => {
      await start();
      await giveUp();
      failure = undefined;
      await record('b', 'Requested');
      await until(async () => (await types()).includes('Granted'));
      expect(runner.parked()).toHaveLength(1);
      await record('a', 'Requested');
      await until(() => runner.parked().length === 0);
      expect((await types()).filter((type) => type === 'Placed')).toHaveLength(2);
    });
  });

  it.each([
    ['none at all', [SHELF_PROJECTION]],
    ['one for other streams', [policyLooks(1, [OTHER_STREAMS]), SHELF_PROJECTION]],
  ])('refuses to start where no projection lists the streams of a policy: %s', async (_, projections) => {
    await expect(start(new ProjectionSet(import.meta.url, projections))).rejects.toThrow(
      'does not list the streams of the policy grantRequests',
    );
  });
});
