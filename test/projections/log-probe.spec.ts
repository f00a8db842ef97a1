import { describe, expect, it, jest } from '@jest/globals';
import { LogUnreachable } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { LogProbe } from '../../apps/api/src/platform/log/log-probe.js';

/** A log whose answers are given by hand. */
class AnsweringStore extends MemoryEventStore {
  readonly looks: { signal: AbortSignal; answer(): void; fail(error: unknown): void }[] = [];
  override reach(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.looks.push({ signal: signal!, answer: resolve, fail: reject });
    });
  }
}

describe('A probe of the log', () => {
  it('leaves no timer behind once it has its answer', async () => {
    const store = new AnsweringStore();
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    const asking = new LogProbe(store).failure();
    expect(timers()).toBe(before + 1);
    store.looks[0]!.answer();
    await asking;
    expect(timers()).toBe(before);
  });

  it('shares one question among all who ask at once, and asks anew later', async () => {
    const store = new AnsweringStore();
    const probe = new LogProbe(store);
    const asking = [probe.failure(), probe.failure(), probe.failure()];
    expect(store.looks).toHaveLength(1);
    store.looks[0]!.answer();
    expect(await Promise.all(asking)).toEqual([undefined, undefined, undefined]);
    const again = probe.failure();
    expect(store.looks).toHaveLength(2);
    store.looks[1]!.fail(new Error('The server is away.'));
    expect(await again).toBe('The server is away.');
    const last = probe.failure();
    store.looks[2]!.fail('away');
    expect(await last).toBe('away');
  });

  it('says that no answer comes, and then ends its question, unless somebody still waits for it', async () => {
    const ends: (() => void)[] = [];
    const waits = jest.spyOn(globalThis, 'setTimeout').mockImplementation(((late: () => void) => {
      ends.push(late);
      return undefined;
    }) as unknown as typeof setTimeout);
    const store = new AnsweringStore();
    const probe = new LogProbe(store);
    const [one, other] = [probe.failure(), probe.failure()];
    expect(waits.mock.calls.map(([, within]) => within)).toEqual([2_000, 2_000]);
    ends[0]!();
    expect(await one).toBe('no answer within 2 seconds.');
    expect(store.looks[0]!.signal.aborted).toBe(false);
    ends[1]!();
    expect(await other).toBe('no answer within 2 seconds.');
    expect(store.looks[0]!.signal.aborted).toBe(true);
    const later = probe.failure();
    expect(store.looks).toHaveLength(2);
    store.looks[1]!.answer();
    expect(await later).toBeUndefined();
    const position = probe.position();
    waits.mockRestore();
    expect(await position).toBeUndefined();
    store.lastPosition = () => new Promise(() => undefined);
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(((late: () => void) => {
      late();
      return undefined;
    }) as unknown as typeof setTimeout);
    expect(await probe.position()).toBe('late');
    jest.restoreAllMocks();
  });

  it('gives a read up as soon as it is known that the log does not answer, and no sooner', async () => {
    const store = new AnsweringStore();
    const probe = new LogProbe(store);
    const never = probe.whileAnswering(new Promise(() => undefined));
    store.looks[0]!.fail(new Error('The server is away.'));
    await expect(never).rejects.toThrow(LogUnreachable);
    let give = (_: string) => {};
    const slow = probe.whileAnswering(new Promise<string>((resolve) => (give = resolve)));
    store.looks[1]!.answer();
    await new Promise((resolve) => setImmediate(resolve));
    give('read');
    expect(await slow).toBe('read');
    expect(await probe.whileAnswering(Promise.resolve('at once'))).toBe('at once');
    const failing = probe.whileAnswering(Promise.reject(new Error('No such stream.')));
    await expect(failing).rejects.toThrow('No such stream.');
  });

  it('does not find the newest position where the log fails', async () => {
    const store = new AnsweringStore();
    store.lastPosition = async () => {
      throw new Error('The server is away.');
    };
    expect(await new LogProbe(store).position()).toBe('late');
  });
});
