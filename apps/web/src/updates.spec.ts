import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Session, Update } from '#contract';
import { keys, queryClient } from './query-client.js';
import { listenToUpdates } from './updates.js';

/** The connections that this window opened, each with the way to send on it. */
const opened: { after: string | null; over: AbortSignal; say(update: Partial<Update>): void }[] = [];
let place = 0;
/** What the window knows of being seen. */
const seen = Object.assign(new EventTarget(), { hidden: false });
const stops: (() => void)[] = [];

const session = (id: string) => ({ person: { id, name: id, domains: [] }, demo: true }) as unknown as Session;
const signedIn = (here: string, now = here) => {
  queryClient.setQueryData(keys.session, session(here));
  queryClient.setQueryData(keys.sessionNow, session(now));
};
const show = (hidden: boolean) => {
  seen.hidden = hidden;
  seen.dispatchEvent(new Event('visibilitychange'));
};
/** Waits for what other parts of the browser do on their own turn. */
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
};
const listen = (process?: string) => {
  const heard = { updates: [] as (string | undefined)[], returned: 0 };
  stops.push(
    listenToUpdates(
      ({ stream }) => heard.updates.push(stream),
      process,
      () => (heard.returned += 1),
    ),
  );
  return heard;
};

beforeEach(() => {
  opened.length = 0;
  seen.hidden = false;
  Object.assign(globalThis, { document: seen });
  // Of every test another one: a window that comes back as the same person goes on where it was.
  signedIn(crypto.randomUUID());
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    const over = init!.signal!;
    const after = new Headers(init!.headers).get('Last-Event-ID');
    let send: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (send = controller) });
    over.addEventListener('abort', () => send.error(new DOMException('Over.', 'AbortError')));
    const line = (text: string) => send.enqueue(new TextEncoder().encode(text));
    line(`retry: 2000\nid: ${place}\n\n`);
    const say = (update: Partial<Update>) => {
      place += 1;
      line(`event: version\nid: ${place}\ndata: ${JSON.stringify(update)}\n\n`);
    };
    opened.push({ after, over, say });
    return new Response(body);
  });
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  jest.restoreAllMocks();
});

describe('The news in a window', () => {
  it('is told to each who listens, of all or of one process, until they stop', async () => {
    const [all, one, other] = [listen(), listen('kap'), listen('wmo')];
    await until(() => opened.length === 1);
    opened[0]!.say({ stream: 'process-kap', process: 'kap' });
    opened[0]!.say({ stream: 'pilot-x' });
    opened[0]!.say({ stream: 'process-wmo', process: 'wmo' });
    await until(() => other.updates.length === 1);
    expect([all.updates, one.updates, other.updates]).toEqual([
      ['process-kap', 'pilot-x', 'process-wmo'],
      ['process-kap'],
      ['process-wmo'],
    ]);
    stops[0]!();
    opened[0]!.say({ stream: 'process-kap', process: 'kap' });
    await until(() => one.updates.length === 2);
    expect(all.updates).toHaveLength(3);
    expect(opened).toHaveLength(1);
  });

  it('comes over a connection only while somebody listens and the window is seen', async () => {
    show(true);
    const heard = listen();
    expect(opened).toEqual([]);
    show(false);
    await until(() => opened.length === 1);
    show(true);
    expect(opened[0]!.over.aborted).toBe(true);
    // It comes back to where it was, and what came meanwhile is told.
    show(false);
    await until(() => opened.length === 2);
    expect(opened[1]!.after).toBe(String(place));
    opened[1]!.say({ stream: 'process-kap', process: 'kap' });
    await until(() => heard.updates.length === 1);
    stops[0]!();
    expect(opened[1]!.over.aborted).toBe(true);
    expect(getEventListeners(seen, 'visibilitychange')).toEqual([]);
    show(true);
    show(false);
    signedIn('somebody');
    await new Promise((resolve) => setImmediate(resolve));
    expect(opened).toHaveLength(2);
  });

  it('ends when the browser is signed in as somebody else, and begins anew for them', async () => {
    listen();
    await until(() => opened.length === 1);
    const [me, other] = [crypto.randomUUID(), crypto.randomUUID()];
    signedIn(me);
    await until(() => opened.length === 2);
    expect(opened[0]!.over.aborted).toBe(true);
    // What one person was told last says nothing to the next.
    expect(opened[1]!.after).toBeNull();
    queryClient.setQueryData(keys.sessionNow, session(other));
    await until(() => opened[1]!.over.aborted);
    queryClient.setQueryData(keys.sessionNow, null);
    await new Promise((resolve) => setImmediate(resolve));
    expect(opened).toHaveLength(2);
    queryClient.setQueryData(keys.sessionNow, session(me));
    await until(() => opened.length === 3);
    expect(opened[2]!.after).toBe(String(place));
  });

  it('stops when the service says that nobody is signed in, and the page stays of its person', async () => {
    jest.mocked(globalThis.fetch).mockImplementation(async () => new Response('{}', { status: 401 }));
    listen();
    await until(() => queryClient.getQueryData(keys.sessionNow) === null);
    expect(queryClient.getQueryData(keys.session)).not.toBeNull();
  });
});
