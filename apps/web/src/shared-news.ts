import type { Problem, Update } from '#contract';
import { sentEvents } from './event-stream.js';

/**
 * Asks for the news.
 * @param after the last position: the events since then are sent first; only new ones if left out
 */
export type Connect = (after: string | undefined, signal: AbortSignal) => Promise<Response>;

/** Receives the news. */
export interface Receiver {
  onUpdate(update: Update): void;
  /** Some news may be missing: what is shown must be read again. */
  onMissed(): void;
  /** Nobody is signed in any more. */
  onSignedOut(): void;
}

/** What the windows tell each other. */
type Told =
  /** A new version, and where the news is after it. */
  | { id: string; update: Update }
  /** Where the news is. */
  | { id: string; update?: undefined }
  /** A window that came asks where the news is. */
  | 'where'
  /** Nobody knows any more where the news is. */
  | 'lost'
  /** There is no news for now: what is shown must be read again. */
  | 'none';

const AGAIN_MS = 2_000;
/** The service tells as many listeners what happens as it may. */
const FULL = /:too-many-streams(-of-person)?$/;

/**
 * One of the windows of a browser that share the news. A browser has only six connections to the service for
 * all its windows together. So one window has the connection and passes the news on to the others. When it
 * closes, the window that waited longest takes over, from the last position.
 */
export class SharedNews {
  /** The `Log-Position` of the last news that any window passed on. */
  #last: string | undefined;
  /** Whether the next news follows `#last`, with nothing missing in between. */
  #follows = false;

  constructor(
    /** Windows of the same group share the connection. */
    private readonly group: string,
    private readonly connect: Connect,
    private readonly receiver: Receiver,
  ) {}

  /** Takes part until the returned function is called. A window that comes back gets what it missed. */
  join(): () => void {
    const over = new AbortController();
    const channel = new BroadcastChannel(this.group);
    let leads = false;
    this.#follows = false;
    const tell = (told: Told) => over.signal.aborted || channel.postMessage(told);
    channel.onmessage = (message) => {
      const told = message.data as Told;
      if (told === 'lost') this.#last = undefined;
      else if (told === 'none') this.receiver.onMissed();
      else if (told !== 'where') this.#receive(told);
      else if (leads && this.#last !== undefined) tell({ id: this.#last });
    };
    tell('where');
    const lead = async () => {
      leads = true;
      this.#follows = true;
      await this.#follow(over.signal, tell);
    };
    // Only a page that did not come over https has no locks: there every window has its own connection.
    void (navigator.locks?.request(this.group, { signal: over.signal }, lead) ?? lead()).catch(
      () => undefined,
    );
    return () => {
      over.abort();
      channel.close();
    };
  }

  #receive({ id, update }: Exclude<Told, string>): void {
    const missed = update ? !this.#follows : id !== this.#last;
    this.#follows = true;
    this.#last = id;
    if (missed) this.receiver.onMissed();
    if (update) this.receiver.onUpdate(update);
  }

  /** Keeps a connection, and makes a broken one again. */
  async #follow(over: AbortSignal, tell: (told: Told) => void): Promise<void> {
    while (!over.aborted) {
      const waitMs = await this.#connection(over, tell).catch(() => AGAIN_MS);
      if (!over.aborted) await pause(over, waitMs);
    }
  }

  /** @returns how long to wait before the next one */
  async #connection(over: AbortSignal, tell: (told: Told) => void): Promise<number> {
    const response = await this.connect(this.#last, over);
    const { ok, status, body } = response;
    if (status === 401) this.receiver.onSignedOut();
    // A log that moved to another place counts its positions from the start.
    if (status === 400) {
      this.#last = undefined;
      tell('lost');
    }
    if (!ok) {
      // While others take all the places, the windows look by themselves as often as the service allows.
      if (FULL.test(((await response.json()) as Partial<Problem>).type ?? '')) {
        tell('none');
        this.receiver.onMissed();
      }
      return Math.max(AGAIN_MS, Number(response.headers.get('Retry-After') ?? 0) * 1_000);
    }
    for await (const { id, data } of sentEvents(body!)) {
      if (id === undefined) continue;
      const told = { id, ...(data !== undefined && { update: JSON.parse(data) as Update }) };
      tell(told);
      this.#receive(told);
    }
    return AGAIN_MS;
  }
}

/** Waits before the next try, or until this window leaves. */
const pause = (over: AbortSignal, waitMs: number): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      over.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, waitMs);
    over.addEventListener('abort', end);
  });
