import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EMPTY_STREAM, sealEvents } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { PolicyLooks } from '../../apps/api/src/platform/policies/policy-looks.js';
import { PolicyRunner } from '../../apps/api/src/platform/policies/policy-runner.js';
import { policyLooks } from '../../apps/api/src/platform/policies/policies.projection.js';
import { openReadModel } from '../../apps/api/src/platform/projections/following/open-read-model.js';
import { ProjectionSet } from '../../apps/api/src/platform/projections/unit/projection-set.js';
import type { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { StaleExplanations } from '../../apps/api/src/platform/writing/stale-explanations.js';
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
  const clock = { now: () => (now === 'real' ? new Date() : new Date(now)) };
  /** What carrying out ends with, where it fails. */
  let failure: Error | undefined;
  let tried: number;
  /** Resolves when the task may end. */
  let held: Promise<void> | undefined;
  /** The days of the tasks, where a test wants others. */
  let days: string[] | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'knipkaart-runner-'));
    store = new MemoryEventStore();
    now = '2027-03-27T22:59:59Z';
    failure = undefined;
    tried = 0;
    held = days = undefined;
  });
  afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  const start = async (projections = PROJECTIONS) => {
    readModel = openReadModel(folder, { projections });
    await readModel.start(store);
    const writers = new StreamWriters(store, readModel, new StaleExplanations(), clock);
    const policy = granting(writers.of(requests), writers.of(shelves), derivedId);
    runner = new PolicyRunner(store, readModel, clock);
    runner.register({
      ...policy,
      policy: (state) =>
        days ? days.map((on) => ({ name: `on ${on}`, cause: 1, on })) : policy.policy(state),
      carryOut: async (...task) => {
        tried += 1;
        await held;
        if (failure) throw failure;
        return policy.carryOut(...task);
      },
    });
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
