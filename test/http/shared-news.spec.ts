import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Update } from '#contract';
import { SharedNews, type Connect } from '../../apps/web/src/shared-news.js';
import { until } from '../until.js';
import { startApp, type TestApp } from './start-app.js';

/** A window that takes part in the news of its browser. */
class Window {
  readonly told: number[] = [];
  missed = 0;
  signedOut = 0;
  leave: () => void = () => undefined;
  private readonly news: SharedNews;

  constructor(browser: string, connect: Connect) {
    this.news = new SharedNews(browser, connect, {
      onUpdate: ({ version }: Update) => this.told.push(version),
      onMissed: () => this.missed++,
      onSignedOut: () => this.signedOut++,
    });
  }

  join(): void {
    this.leave = this.news.join();
  }
}

describe('The windows of one browser', () => {
  let app: TestApp;
  let process: string;
  let version = 2;
  /** The windows of the browser know each other by it. */
  let group: string;
  let first: Window;
  let second: Window;
  /** As whom the browser asks, the line that can break, what it asked after, and whether the log moved. */
  const browser = {
    token: 'demo:auditor',
    line: new AbortController(),
    asked: [] as (string | undefined)[],
    moved: false,
  };
  const connect: Connect = (after, signal) => {
    browser.asked.push(after);
    const place = browser.moved ? 'C:1/P:1' : after;
    return fetch(`${app.url}/api/v1/updates`, {
      headers: {
        Authorization: `Bearer ${browser.token}`,
        ...(after !== undefined && { 'Last-Event-ID': place }),
      },
      signal: AbortSignal.any([signal, browser.line.signal]),
    });
  };
  /** Breaks the connection there is. */
  const cut = () => {
    const { line } = browser;
    browser.line = new AbortController();
    line.abort();
  };

  const decide = async (times = 1): Promise<number[]> => {
    const made = [];
    for (let time = 0; time < times; time++) {
      await app
        .as('procesverantwoordelijke')
        .put(`/processes/${process}/channel-priority`)
        .send({ channels: ['web'], reason: `Besluit ${version}` })
        .expect(200);
      made.push(++version);
    }
    return made;
  };
  const untilTold = (window: Window, versions: number[]) =>
    until(
      () => versions.every((each) => window.told.includes(each)),
      () => `Told ${window.told.join(', ')} but not all of ${versions.join(', ')}`,
    );

  beforeEach(async () => {
    // Made once: each test goes on in a browser of its own.
    app ??= await startApp();
    process ??= await app.process();
    browser.token = 'demo:auditor';
    browser.asked.length = 0;
    browser.moved = false;
    group = crypto.randomUUID();
    [first, second] = [new Window(group, connect), new Window(group, connect)];
    first.join();
    await until(
      () => first.missed === 1,
      () => 'The first window is not connected.',
    );
    second.join();
    await until(
      () => second.missed === 1,
      () => 'The second window was not told where the news is.',
    );
  });
  afterEach(() => {
    first.leave();
    second.leave();
  });

  it('have one connection, and each gets every new version once', async () => {
    const made = await decide(3);
    await untilTold(first, made);
    await untilTold(second, made);
    expect([first.told, second.told]).toEqual([made, made]);
    expect(browser.asked).toHaveLength(1);
  });

  it('lose nothing when the one with the connection leaves: the next goes on from where the news was', async () => {
    const before = await decide();
    await untilTold(second, before);
    first.leave();
    const made = await decide(3);
    await untilTold(second, made);
    expect(second.told).toEqual([...before, ...made]);
    expect(second.missed).toBe(1);
    expect(browser.asked.map((after) => after !== undefined)).toEqual([false, true]);
  });

  it('look again when they come back to others who went on', async () => {
    second.leave();
    const made = await decide();
    await untilTold(first, made);
    expect(second.told).toEqual([]);
    second.join();
    await until(
      () => second.missed === 2,
      () => 'The second window was not told that it missed something.',
    );
    const later = await decide();
    await untilTold(second, later);
    expect(second.told).toEqual(later);
  });

  it('look again when news comes before they know where it is', async () => {
    const name = crypto.randomUUID();
    const late = new Window(name, connect);
    const other = new BroadcastChannel(name);
    await navigator.locks.request(name, async () => {
      late.join();
      other.postMessage({ id: '7', update: { version: 7 } });
      other.postMessage({ id: '8', update: { version: 8 } });
      other.postMessage({ id: '8' });
      await untilTold(late, [7, 8]);
      expect(late.missed).toBe(1);
      late.leave();
      late.join();
      other.postMessage({ id: '10', update: { version: 10 } });
      await untilTold(late, [10]);
      late.leave();
      expect(late.missed).toBe(2);
    });
    other.close();
  });

  it('are told where the news is by the one with the connection alone', async () => {
    const heard: { id: string; update?: Update }[] = [];
    const asking = new BroadcastChannel(group);
    asking.onmessage = ({ data }) => heard.push(data as { id: string });
    asking.postMessage('where');
    await until(
      () => heard.length > 0,
      () => 'Nobody told where the news is.',
    );
    const made = await decide();
    await untilTold(second, made);
    asking.close();
    expect(heard.filter(({ update }) => update === undefined)).toHaveLength(1);
  });

  it('get what they missed when nobody had a connection meanwhile', async () => {
    const before = await decide();
    await untilTold(second, before);
    first.leave();
    second.leave();
    const made = await decide(2);
    second.join();
    await untilTold(second, made);
    expect(second.told).toEqual([...before, ...made]);
    expect(second.missed).toBe(1);
  });

  it('go on after a broken connection, with what came meanwhile', async () => {
    const before = await decide();
    await untilTold(second, before);
    cut();
    const made = await decide(2);
    await untilTold(first, made);
    await untilTold(second, made);
    expect([first.told, second.told]).toEqual([
      [...before, ...made],
      [...before, ...made],
    ]);
    expect([first.missed, second.missed]).toEqual([1, 1]);
  });

  it('look again when the service does not know the place any more, as after the log moved', async () => {
    browser.moved = true;
    cut();
    await until(
      () => browser.asked.length === 3,
      () => `Asked ${browser.asked.length} times, not 3`,
    );
    expect(browser.asked.map((after) => after !== undefined)).toEqual([false, true, false]);
    await until(
      () => first.missed === 2 && second.missed === 2,
      () => 'Not every window looks again.',
    );
    const made = await decide();
    await untilTold(first, made);
    await untilTold(second, made);
  });

  it('say so when nobody is signed in any more', async () => {
    browser.token = 'demo:nobody';
    cut();
    await until(
      () => first.signedOut > 0,
      () => 'The first window was not told that nobody is signed in.',
    );
    expect(second.signedOut).toBe(0);
  });
});

describe('The windows of a browser for whose news the service has no place', () => {
  it('look by themselves, as soon as they are told so', async () => {
    const app = await startApp({ bounds: { streamsOfPerson: 1 } });
    const connect: Connect = (_, signal) =>
      fetch(`${app.url}/api/v1/updates`, { headers: { Authorization: 'Bearer demo:auditor' }, signal });
    const elsewhere = new AbortController();
    expect((await connect(undefined, elsewhere.signal)).status).toBe(200);
    const group = crypto.randomUUID();
    const windows = await navigator.locks.request(group, () => {
      const both = [new Window(group, connect), new Window(group, connect)];
      for (const each of both) each.join();
      return both;
    });
    await until(
      () => windows.every(({ missed }) => missed === 1),
      () => 'Not every window looks again.',
    );
    for (const each of windows) each.leave();
    elsewhere.abort();
    await app.stop();
  });
});
