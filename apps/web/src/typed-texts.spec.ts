import { beforeEach, describe, expect, it } from '@jest/globals';
import type { OpenWindows } from './open-windows.js';
import type { Typed, TypedStore } from './typed-store.js';
import { TypedTexts } from './typed-texts.js';

type Given = Omit<Typed, 'key' | 'window' | 'at'>;
const typed = (more: Partial<Given> = {}): Given => ({
  person: 'fenna',
  process: 'p',
  form: 'knip',
  element: 'Judge',
  about: 'Beoordelen',
  values: { reason: 'Omdat' },
  ...more,
});

/** A browser that does what it is asked only when the test lets it. */
function slowBrowser() {
  const rows = new Map<string, Typed>();
  const waiting: (() => void)[] = [];
  let full = false;
  const slow = <T>(act: () => T): Promise<T> =>
    new Promise((resolve, reject) => waiting.push(() => (full ? reject(new Error('full')) : resolve(act()))));
  const store: TypedStore = {
    list: (person) => slow(() => [...rows.values()].filter((each) => each.person === person)),
    put: (each) => slow(() => void rows.set(each.key, each)),
    remove: (key) => slow(() => void rows.delete(key)),
  };
  const still = () => new Promise((resolve) => setImmediate(resolve));
  const finishAll = async () => {
    for (await still(); waiting.length > 0; await still()) waiting.shift()!();
  };
  const finish = async (which: 'first' | 'last') => {
    await still();
    (which === 'first' ? waiting.shift() : waiting.pop())!();
    await still();
  };
  return { rows, store, finish, finishAll, fill: () => (full = true) };
}

let browser: ReturnType<typeof slowBrowser>;
let texts: TypedTexts;
let count = 0;
/** The windows that are open, each with who waits until it closes. */
let open: Map<string, (() => void)[]>;

function anotherWindow(): TypedTexts {
  const own = `window ${++count}`;
  open.set(own, []);
  const windows: OpenWindows = {
    own,
    isOpen: async (window) => open.has(window),
    closed: (window) => new Promise((resolve) => open.get(window)!.push(resolve)),
  };
  return new TypedTexts(browser.store, windows, { now: () => ++count, newKey: () => `key ${++count}` });
}
function close(window: string): void {
  const waiting = open.get(window) ?? [];
  open.delete(window);
  for (const resolve of waiting) resolve();
}
const load = async (into: TypedTexts, person = 'fenna') => {
  const loading = into.load(person);
  await browser.finishAll();
  await loading;
};

beforeEach(() => {
  browser = slowBrowser();
  open = new Map();
  texts = anotherWindow();
});

/** As after a reload. */
const again = async (person = 'fenna') => {
  for (const window of open.keys()) close(window);
  texts = anotherWindow();
  await load(texts, person);
};
const only = () => texts.all[0]!;
const reasons = (of = texts) => of.all.map(({ values }) => (values as { reason: string }).reason);

describe('What was typed', () => {
  it('is there again after a reload, for its own person only', async () => {
    texts.put(typed());
    await browser.finishAll();
    await again('anouk');
    expect(texts.all).toEqual([]);
    await again();
    expect(texts.all).toMatchObject([typed()]);
  });

  it('is said to be from before until it is seen, and again when the person comes back', async () => {
    texts.put(typed());
    expect(texts.isFromBefore(only().key)).toBe(false);
    await browser.finishAll();
    await again();
    expect(texts.isFromBefore(only().key)).toBe(true);
    texts.see(only().key);
    expect(texts.isFromBefore(only().key)).toBe(false);
    texts.comeBack('anouk', 'p');
    texts.comeBack('fenna', 'other');
    expect(texts.isFromBefore(only().key)).toBe(false);
    texts.comeBack('fenna', 'p');
    expect(texts.isFromBefore(only().key)).toBe(true);
  });

  it('is lost by leaving only until the browser has the last change', async () => {
    texts.put(typed());
    texts.put(typed({ values: { reason: 'Omdat het moet' } }), only());
    expect(texts.losesOnLeaving).toBe(true);
    await browser.finish('first');
    expect([...browser.rows.values()]).toMatchObject([{ values: { reason: 'Omdat' } }]);
    expect(texts.losesOnLeaving).toBe(true);
    await browser.finishAll();
    expect(texts.losesOnLeaving).toBe(false);
    expect([...browser.rows.values()]).toMatchObject([{ values: { reason: 'Omdat het moet' } }]);
  });

  it('stays on the page where the browser keeps nothing, and leaving would lose it until it is recorded', async () => {
    browser.fill();
    texts.put(typed());
    await browser.finishAll();
    expect(texts.all).toMatchObject([typed()]);
    expect(texts.losesOnLeaving).toBe(true);
    texts.remove(only().key);
    await browser.finishAll();
    expect(texts.losesOnLeaving).toBe(false);
  });

  it('does not come back once it is recorded, however slow the browser is', async () => {
    texts.put(typed());
    texts.remove(only().key);
    await browser.finishAll();
    expect(browser.rows.size).toBe(0);
    await again();
    expect(texts.all).toEqual([]);
  });

  it('does not come back once it is recorded, where the browser is read before it has forgotten it', async () => {
    texts.put(typed());
    await browser.finishAll();
    await again();
    texts.remove(only().key);
    const loading = texts.load('fenna');
    // Both readings come before the removal, which was asked for first.
    await browser.finish('first');
    await browser.finish('last');
    await loading;
    expect([browser.rows.size, texts.all]).toEqual([1, []]);
    await browser.finishAll();
    expect([browser.rows.size, texts.all]).toEqual([0, []]);
  });

  it('is in its form rather than what the browser had, when that is read later', async () => {
    texts.put(typed());
    await browser.finishAll();
    open.clear();
    texts = anotherWindow();
    const loading = texts.load('fenna');
    texts.put(typed({ values: { reason: 'Nieuw' } }));
    await browser.finishAll();
    await loading;
    expect(reasons()).toEqual(['Omdat', 'Nieuw']);
  });

  it('tells who listens, of every change', () => {
    let told = 0;
    const stop = texts.subscribe(() => told++);
    texts.put(typed());
    const before = texts.all;
    texts.put(typed({ values: { reason: 'Anders' } }), only());
    expect(texts.all).not.toBe(before);
    texts.remove(only().key);
    stop();
    texts.put(typed());
    expect(told).toBe(3);
  });
});

describe('What was typed in two windows', () => {
  let other: TypedTexts;
  beforeEach(async () => {
    other = anotherWindow();
    texts.put(typed({ values: { reason: 'Hier' } }));
    other.put(typed({ values: { reason: 'Daar' } }));
    await browser.finishAll();
  });

  it('is kept twice, and each window has its own as long as both are open', async () => {
    await load(texts);
    await load(other);
    expect([reasons(), reasons(other)]).toEqual([['Hier'], ['Daar']]);
    await again();
    expect(reasons()).toEqual(['Hier', 'Daar']);
    expect(new Set(texts.all.map(({ key }) => key)).size).toBe(2);
  });

  it('is taken over by the window that is left when the other closes, and does not displace its own', async () => {
    await load(texts);
    close(other.all[0]!.window);
    await browser.finishAll();
    expect(reasons()).toEqual(['Daar', 'Hier']);
    expect(texts.isFromBefore(only().key)).toBe(true);
  });

  it('goes one by one, and the one that is preferred comes last', async () => {
    await again();
    texts.prefer(only().key);
    expect(reasons()).toEqual(['Daar', 'Hier']);
    texts.remove(only().key);
    await browser.finishAll();
    await again();
    expect(reasons()).toEqual(['Hier']);
  });

  it('and is gone on with in two more stays kept twice', async () => {
    for (const window of [...open.keys()]) close(window);
    const [one, two] = [anotherWindow(), anotherWindow()];
    await load(one);
    await load(two);
    one.put(typed({ values: { reason: 'Hier en een' } }), one.all[0]);
    two.put(typed({ values: { reason: 'Hier en twee' } }), two.all[0]);
    await browser.finishAll();
    await again();
    expect(reasons().toSorted()).toEqual(['Daar', 'Hier en een', 'Hier en twee']);
  });
});
