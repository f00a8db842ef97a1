import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Typed, TypedStore } from './typed-store.js';
import { TypedTexts } from './typed-texts.js';

const typed = (more: Partial<Typed> = {}): Typed => ({
  key: 'a',
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
  return { rows, store, finishAll, fill: () => (full = true) };
}

let browser: ReturnType<typeof slowBrowser>;
let texts: TypedTexts;

beforeEach(() => {
  browser = slowBrowser();
  texts = new TypedTexts(browser.store);
});

/** As after a reload. */
const again = async (person = 'fenna') => {
  texts = new TypedTexts(browser.store);
  const loading = texts.load(person);
  await browser.finishAll();
  await loading;
};

describe('What was typed', () => {
  it('is there again after a reload, for its own person only', async () => {
    texts.put(typed());
    await browser.finishAll();
    await again('anouk');
    expect(texts.all).toEqual([]);
    await again();
    expect(texts.all).toEqual([typed()]);
  });

  it('is said to be from before until it is seen', async () => {
    texts.put(typed());
    expect(texts.isFromBefore('a')).toBe(false);
    await browser.finishAll();
    await again();
    expect(texts.isFromBefore('a')).toBe(true);
    texts.see('a');
    expect(texts.isFromBefore('a')).toBe(false);
  });

  it('is lost by leaving only until the browser has the last change', async () => {
    texts.put(typed());
    texts.put(typed({ values: { reason: 'Omdat het moet' } }));
    expect(texts.losesOnLeaving).toBe(true);
    await browser.finishAll();
    expect(texts.losesOnLeaving).toBe(false);
    expect(browser.rows.get('a')?.values).toEqual({ reason: 'Omdat het moet' });
  });

  it('stays on the page where the browser keeps nothing, and leaving would lose it until it is recorded', async () => {
    browser.fill();
    texts.put(typed());
    await browser.finishAll();
    expect(texts.get('a')).toEqual(typed());
    expect(texts.losesOnLeaving).toBe(true);
    texts.remove('a');
    await browser.finishAll();
    expect(texts.losesOnLeaving).toBe(false);
  });

  it('does not come back once it is recorded, however slow the browser is', async () => {
    texts.put(typed());
    texts.remove('a');
    await browser.finishAll();
    expect(browser.rows.size).toBe(0);
    await again();
    expect(texts.all).toEqual([]);
  });

  it('is not replaced by what the browser had when more is typed before that is read', async () => {
    texts.put(typed());
    await browser.finishAll();
    texts = new TypedTexts(browser.store);
    const loading = texts.load('fenna');
    texts.put(typed({ values: { reason: 'Nieuw' } }));
    await browser.finishAll();
    await loading;
    expect(texts.get('a')?.values).toEqual({ reason: 'Nieuw' });
    expect(texts.all).toHaveLength(1);
  });

  it('tells who listens, of every change', () => {
    let told = 0;
    const stop = texts.subscribe(() => told++);
    texts.put(typed());
    const before = texts.all;
    texts.put(typed({ values: { reason: 'Anders' } }));
    expect(texts.all).not.toBe(before);
    texts.remove('a');
    stop();
    texts.put(typed());
    expect(told).toBe(3);
  });
});
