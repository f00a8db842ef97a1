import { setImmediate } from 'node:timers/promises';
import type { EventStore, Position, StoredEvent, Subscription } from '#event-store';
import { logError } from '../../console/log-line.js';
import type { OnPage } from '../building/build.js';
import { saysDamaged } from '../file/read-model-file.js';
import { progressTo, type OnProgress } from '../unit/progress.js';
import type { Checkpoint, Tables } from './tables.js';

export type Phase = 'starting' | 'catching-up' | 'following' | 'failed' | 'stopped';

const PAGE = 1_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

/**
 * Brings the tables up to date with the log, and keeps them so. A failure is shown, and tried again later.
 */
export class LogFollower {
  phase: Phase = 'starting';
  failure: string | undefined;
  private subscription: Subscription | undefined;
  private retryTimer: NodeJS.Timeout | undefined;
  private retryMs = FIRST_RETRY_MS;
  private hasFollowed = false;
  private isWhole = false;
  /** Streams whose foreign event was reported. */
  private readonly told = new Set<string>();

  /**
   * @param onApplied told of events once they can be read, in order
   * @param onProgress told while catching up
   */
  constructor(
    private readonly store: EventStore,
    private readonly tables: Tables,
    private readonly onApplied: (events: StoredEvent[]) => void,
    private readonly onProgress: OnProgress,
  ) {}

  /** Resolves when the tables hold everything that the log held at the start. */
  async start(): Promise<void> {
    try {
      await this.catchUp();
    } catch (error) {
      if (!saysDamaged(error)) throw error;
      this.reset();
      await this.catchUp();
    }
  }

  /**
   * Whether the tables hold all of the log up to their checkpoint. That is also so while following fails, as
   * on a full disk.
   */
  get readable(): boolean {
    return this.isWhole;
  }

  /** Rebuilds everything, because a read met damage. */
  async rebuild(): Promise<void> {
    if (this.phase !== 'following') return;
    this.phase = 'catching-up';
    await this.subscription?.stop();
    if (this.stopped()) return;
    this.reset();
    await this.catchUp().catch((error: unknown) => this.fail(error));
  }

  async stop(): Promise<void> {
    this.phase = 'stopped';
    clearTimeout(this.retryTimer);
    await this.subscription?.stop();
  }

  private async catchUp(): Promise<void> {
    this.phase = 'catching-up';
    const { checkpoint } = this.tables;
    const place = checkpoint && (await this.placeInLog(checkpoint));
    if (this.stopped()) return;
    // Either an older copy was restored on purpose, or the log lost its end: an administrator has to know.
    if (place === 'none')
      logError(
        'the log lacks events that the read model had read; the read model is built again',
        `event ${checkpoint!.version} of ${checkpoint!.stream} is not there`,
      );
    if (checkpoint && place !== 'same') this.reset();
    await this.rebuildOutdated();
    if (this.stopped()) return;
    await this.readToTheEnd();
    if (this.stopped()) return;
    this.tables.complete();
    for (const { stream, version } of this.tables.parked()) {
      const events = await this.store.readStream(stream, { from: version });
      if (this.stopped()) return;
      this.tables.retry(stream, events);
    }
    this.tellForeign();
    this.phase = 'following';
    this.hasFollowed = true;
    this.isWhole = true;
    this.failure = undefined;
    this.subscription = this.store.subscribe(
      this.tables.checkpoint?.position,
      (events) => {
        const applied = this.tables.apply(events, true);
        this.tellForeign();
        this.retryMs = FIRST_RETRY_MS;
        this.onApplied(applied);
      },
      (error) => this.fail(error),
    );
    this.onApplied([]);
  }

  /** Reports each foreign event once, because an administrator has to know. */
  private tellForeign(): void {
    for (const { stream, version, foreign } of this.tables.parked()) {
      if (foreign === undefined || this.told.has(stream)) continue;
      this.told.add(stream);
      logError('an event is foreign, so its stream is parked', foreign, { stream, version });
    }
  }

  private rebuildOutdated(): Promise<void> {
    const end = this.tables.checkpoint?.position;
    return this.tables.rebuildOutdated(this.store, this.onPage(end));
  }

  private async readToTheEnd(): Promise<void> {
    const end = await this.store.lastPosition();
    const begin = this.tables.checkpoint?.position;
    if (end === undefined) return;
    if (begin === undefined) return this.tables.build(this.store, this.onPage(end));
    // Listeners from before the log was out of reach get the events since then.
    const live = this.hasFollowed;
    const tell = progressTo(this.store, end, this.onProgress);
    for (let after = begin; !this.stopped(); ) {
      const page = await this.store.readAll(after, PAGE);
      const last = page.at(-1);
      if (!last || this.stopped()) return;
      const applied = this.tables.apply(page, live);
      if (live) this.onApplied(applied);
      after = last.position;
      tell(page.length, page[0]!.position, after);
      await setImmediate();
    }
  }

  private onPage(end: Position | undefined): OnPage {
    const tell = progressTo(this.store, end, this.onProgress);
    return (page) => {
      tell(page.length, page[0]![2], page.at(-1)![2]);
      return !this.stopped();
    };
  }

  /**
   * Where the last applied event is in this log: at the same position, at another one because the log was
   * moved, or nowhere.
   */
  private async placeInLog(checkpoint: Checkpoint): Promise<'same' | 'moved' | 'none'> {
    const [first] = await this.store.readAll(undefined, 1);
    const [last] = await this.store.readStream(checkpoint.stream, { from: checkpoint.version, limit: 1 });
    if (first?.metadata.hash !== checkpoint.firstHash || last?.metadata.hash !== checkpoint.hash)
      return 'none';
    return last.position === checkpoint.position ? 'same' : 'moved';
  }

  private fail(error: unknown): void {
    if (this.stopped()) return;
    this.phase = 'failed';
    this.failure = error instanceof Error ? error.message : String(error);
    if (saysDamaged(error)) this.reset();
    this.retryTimer = setTimeout(
      () => void this.catchUp().catch((again: unknown) => this.fail(again)),
      this.retryMs,
    );
    this.retryTimer.unref();
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
  }

  private reset(): void {
    this.isWhole = false;
    this.tables.reset();
  }

  private stopped(): boolean {
    return this.phase === 'stopped';
  }
}
