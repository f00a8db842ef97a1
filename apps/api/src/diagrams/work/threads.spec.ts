import { afterEach, describe, expect, it } from '@jest/globals';
import { Threads, type Piece, type ThreadBounds } from './threads.js';

/**
 * A real thread that does each piece when its gate opens, and says then in which order it did them. `eat`
 * takes memory without end.
 */
const SCRIPT = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ name, gate, order }) => {
      if (name === 'fails') return parentPort.postMessage({ failed: 'It went wrong.' });
      if (name === 'eat') { const eaten = []; for (;;) eaten.push(new Array(100_000).fill({ name })); }
      if (name === 'ends') process.exit();
      Atomics.wait(gate, 0, 0);
      parentPort.postMessage({ done: [name, Atomics.add(order, 0, 1)] });
    });`)}`,
);
const BOUNDS: ThreadBounds = { threads: 2, seconds: 600, mib: 64, waiting: 10, waitingOfPerson: 5 };

let threads: Threads;
afterEach(() => threads.end());
const start = (bounds: Partial<ThreadBounds> = {}) => {
  threads = new Threads(SCRIPT, { ...BOUNDS, ...bounds });
};
const order = new Int32Array(new SharedArrayBuffer(4));
const gates = new Map<string, Int32Array<SharedArrayBuffer>>();

/** Asks for a piece that begins when there is a thread, and ends when its gate opens. */
function ask(person: string, name: string, more: Partial<Piece> = {}): Promise<unknown> {
  const gate = new Int32Array(new SharedArrayBuffer(4));
  gates.set(name, gate);
  return threads.do({ person, order: { name, gate, order }, isHeavy: true, ...more });
}
function open(name: string): void {
  Atomics.store(gates.get(name)!, 0, 1);
  Atomics.notify(gates.get(name)!, 0);
}
const notDone = (reason: string) => expect.objectContaining({ reason });

describe('Work on large diagrams', () => {
  it('of one person does not keep another waiting until all of it is done', async () => {
    start();
    const done: string[] = [];
    const asked = [
      ...['anouk 1', 'anouk 2', 'anouk 3', 'anouk 4'].map((name) => ask('anouk', name)),
      ask('bilal', 'bilal 1'),
      ask('carla', 'carla 1'),
    ].map((each) => each.then((answer) => done.push((answer as [string])[0])));
    expect(threads.count).toEqual({ waiting: 5, running: 1 });
    for (const name of gates.keys()) open(name);
    await Promise.all(asked);
    expect(done).toEqual(['anouk 1', 'bilal 1', 'carla 1', 'anouk 2', 'anouk 3', 'anouk 4']);
    expect(threads.count).toEqual({ waiting: 0, running: 0 });
    expect(threads.ended.done).toBe(6);
  });

  it('leaves a thread to light work of somebody else', async () => {
    start();
    const heavy = ask('anouk', 'heavy');
    const other = ask('bilal', 'other heavy');
    const own = ask('anouk', 'own light', { isHeavy: false });
    expect(threads.count).toEqual({ waiting: 2, running: 1 });
    const light = ask('bilal', 'light', { isHeavy: false });
    expect(threads.count).toEqual({ waiting: 2, running: 2 });
    open('light');
    expect(await light).toEqual(['light', expect.any(Number)]);
    for (const name of ['heavy', 'other heavy', 'own light']) open(name);
    await Promise.all([heavy, other, own]);
  });

  it('is done one after the other where there is one thread', async () => {
    start({ threads: 1 });
    const asked = ['a', 'b', 'c'].map((name) => ask(name, name));
    for (const name of ['c', 'b', 'a']) open(name);
    const told = (await Promise.all(asked)) as [string, number][];
    expect([...told].sort((x, y) => x[1] - y[1]).map(([name]) => name)).toEqual(['a', 'b', 'c']);
  });

  it('that nobody waits for any more is not begun, and is broken off when it was', async () => {
    start({ threads: 1 });
    const [first, second] = [new AbortController(), new AbortController()];
    const running = ask('anouk', 'running', { gone: first.signal });
    const waiting = ask('anouk', 'waiting', { gone: second.signal });
    const next = ask('anouk', 'next');
    second.abort();
    await expect(waiting).rejects.toEqual(notDone('gone'));
    expect(threads.count).toEqual({ waiting: 1, running: 1 });
    first.abort();
    await expect(running).rejects.toEqual(notDone('gone'));
    open('next');
    expect(await next).toEqual(['next', expect.any(Number)]);
    await expect(ask('anouk', 'late', { gone: first.signal })).rejects.toEqual(notDone('gone'));
    expect(threads.ended).toMatchObject({ gone: 3, done: 1 });
  });

  it('that takes too long is broken off, and the next is done by another thread', async () => {
    start({ threads: 1, seconds: 0.05 });
    await expect(ask('anouk', 'slow')).rejects.toEqual(notDone('too-long'));
    start({ threads: 1 });
    const next = ask('anouk', 'next');
    open('next');
    await next;
  });

  it('that takes too much memory ends alone', async () => {
    start({ threads: 1, mib: 16 });
    const eats = expect(ask('anouk', 'eat')).rejects.toEqual(notDone('too-much-memory'));
    const next = ask('bilal', 'next');
    open('next');
    await eats;
    expect(await next).toEqual(['next', expect.any(Number)]);
  });

  it('that goes wrong, or ends its thread, goes wrong for its own asker', async () => {
    start({ threads: 1 });
    await expect(ask('anouk', 'fails')).rejects.toThrow('It went wrong.');
    await expect(ask('anouk', 'ends')).rejects.toThrow('ended');
    expect(threads.ended).toMatchObject({ failed: 2, done: 0 });
    const next = ask('anouk', 'next');
    open('next');
    await next;
  });

  it('is refused where too much waits already, of one person or of all', async () => {
    start({ threads: 1, waiting: 3, waitingOfPerson: 2 });
    const asked = ['running', 'one', 'two'].map((name) => ask('anouk', name));
    await expect(ask('anouk', 'three')).rejects.toEqual(notDone('too-many-of-person'));
    asked.push(ask('bilal', 'his'));
    await expect(ask('carla', 'hers')).rejects.toEqual(notDone('too-many'));
    expect(threads.ended).toMatchObject({ 'too-many-of-person': 1, 'too-many': 1 });
    for (const name of gates.keys()) open(name);
    await Promise.all(asked);
  });
});
