import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Update } from './update.answer.js';
import { processStream } from '#domain';
import { LogUnreachable, type EventStore, type Position, type StoredEvent } from '#event-store';
import { Settings } from '../platform/environment/settings.js';
import { LogProbe } from '../platform/log/log-probe.js';
import { Names } from '../platform/http/access/names.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import type { NewestEvent } from '../platform/projections/following/stream-reader.js';
import { EVENT_STORE } from '../platform/log/event-store.token.js';
import { Inbox } from './inbox.js';

/** A version that can be read here, and its place in the log. */
export interface PlacedUpdate {
  position: Position;
  update: Update;
}

/** Whom updates are for, and which. */
export interface Listening {
  /** Only this one; all if left out. */
  stream: string | undefined;
  /** Position after which to begin; only what is new if left out. */
  after: Position | undefined;
  /** After so long without news an empty list is handed out. */
  pauseMs: number;
  /** Ends it. */
  until: AbortSignal;
}

/**
 * A listener who comes back gets at most this many events one by one, else only the newest of each stream.
 */
const TOLD_ONE_BY_ONE = 1_000;
const PAGE = 200;
/** Pages of the log that are kept, so that all who come back at one time share them. */
const PAGES_KEPT = 50;
const PROCESS_PREFIX = processStream('');

/**
 * Tells listeners which stream got which version: each once, in order, and only when it can be read here. A
 * stream that no projection follows is not told. What is told to several is made once for all of them.
 */
@Injectable()
export class UpdateFeed {
  private readonly made = new WeakMap<StoredEvent, PlacedUpdate>();
  private readonly pages = new LRUCache<Position, NewestEvent[]>({ max: PAGES_KEPT });
  private newest: { at: Position; updates: readonly PlacedUpdate[] } | undefined;

  constructor(
    private readonly readModel: ReadModel,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly names: Names,
    private readonly probe: LogProbe,
    private readonly settings: Settings,
  ) {}

  /** Hands out news in lists, each as much as goes into one piece of an answer. */
  async *follow({ stream, after, pauseMs, until }: Listening): AsyncGenerator<readonly PlacedUpdate[]> {
    const inbox = new Inbox(this.settings.bounds.waitingUpdates);
    const unsubscribe = this.readModel.onApplied((events) => inbox.put(events));
    const close = () => inbox.close();
    until.addEventListener('abort', close);
    if (until.aborted) close();
    try {
      const here = this.readModel.position();
      let told = after ?? here;
      for await (const missed of after === undefined || here === undefined
        ? []
        : this.missed(stream, after, here)) {
        if (until.aborted) return;
        told = missed.at(-1)!.position;
        yield missed;
      }
      if (here !== undefined && (told === undefined || this.isAfter(here, told))) told = here;
      for (let events = await inbox.take(pauseMs); events; events = await inbox.take(pauseMs)) {
        const news: PlacedUpdate[] = [];
        for (const event of events) {
          if (told !== undefined && !this.isAfter(event.position, told)) continue;
          told = event.position;
          if (isAbout(event, stream)) news.push(this.updateOf(event));
        }
        if (news.length > 0 || events.length === 0) yield news;
      }
    } finally {
      unsubscribe();
      until.removeEventListener('abort', close);
    }
  }

  /** What came between two positions, in lists that are not empty. */
  private async *missed(
    stream: string | undefined,
    after: Position,
    until: Position,
  ): AsyncGenerator<readonly PlacedUpdate[]> {
    if (!this.isAfter(until, after)) return;
    let begin = after;
    if (stream === undefined) {
      // Where more streams have news than are told one by one, the events before need not be read at all.
      const { at, updates } = this.newestOfAll(after);
      const news = this.listAfter(updates, after);
      if (news.length > TOLD_ONE_BY_ONE) {
        yield* inPieces(news);
        begin = at;
      }
    } else if (!this.readModel.newest(stream).some(({ position }) => this.isAfter(position, after))) return;
    for (let told = 0; told < TOLD_ONE_BY_ONE; told += PAGE) {
      if (!this.isAfter(until, begin)) return;
      const page = await this.read(begin);
      if (!page) break;
      const end = page.findIndex(({ position }) => this.isAfter(position, until));
      const news = (end === -1 ? page : page.slice(0, end))
        .filter((event) => isAbout(event, stream) && this.isShown(event))
        .map((event) => this.placed(event));
      if (news.length > 0) yield news;
      if (end !== -1 || page.length < PAGE) return;
      begin = page.at(-1)!.position;
    }
    const newest =
      stream === undefined
        ? this.newestOfAll(until).updates
        : this.readModel.newest(stream).map((event) => this.placed(event));
    yield* inPieces(this.listAfter(newest, begin));
  }

  /** The newest event of each stream, in order, as it was at some moment at or after a position. */
  private newestOfAll(notBefore: Position): { at: Position; updates: readonly PlacedUpdate[] } {
    if (this.newest && !this.isAfter(notBefore, this.newest.at)) return this.newest;
    const at = this.readModel.position()!;
    const events = this.readModel.newest();
    events.sort((one, other) => this.store.comparePositions(one.position, other.position));
    this.newest = { at, updates: events.map((event) => this.placed(event)) };
    return this.newest;
  }

  private listAfter(updates: readonly PlacedUpdate[], after: Position): readonly PlacedUpdate[] {
    const first = updates.findIndex(({ position }) => this.isAfter(position, after));
    return first === -1 ? [] : updates.slice(first);
  }

  /** Undefined while the log does not answer: the newest of each stream is known all the same. */
  private async read(after: Position): Promise<NewestEvent[] | undefined> {
    const kept = this.pages.get(after);
    if (kept) return kept;
    try {
      const page = (await this.probe.whileAnswering(this.store.readAll(after, PAGE))).map(newestOf);
      // One that is not full yet will be another later.
      if (page.length === PAGE) this.pages.set(after, page);
      return page;
    } catch (error) {
      if (error instanceof LogUnreachable) return undefined;
      throw error;
    }
  }

  /** An event of a parked stream, or of one that nothing follows, is in the log but cannot be shown. */
  private isShown({ stream, version }: NewestEvent): boolean {
    return version <= (this.readModel.stream(stream)?.version ?? 0);
  }

  private isAfter(one: Position, other: Position): boolean {
    return this.store.comparePositions(one, other) > 0;
  }

  private updateOf(event: StoredEvent): PlacedUpdate {
    const made = this.made.get(event) ?? this.placed(newestOf(event));
    this.made.set(event, made);
    return made;
  }

  private placed({ position, actor, ...event }: NewestEvent): PlacedUpdate {
    return { position, update: updateOf({ ...event, actor: this.names.of(actor) }) };
  }
}

function* inPieces(updates: readonly PlacedUpdate[]): Generator<readonly PlacedUpdate[]> {
  for (let begin = 0; begin < updates.length; begin += PAGE) yield updates.slice(begin, begin + PAGE);
}

const isAbout = (event: Pick<StoredEvent, 'stream'>, stream: string | undefined): boolean =>
  stream === undefined || event.stream === stream;

const newestOf = ({ stream, version, type, metadata, position }: StoredEvent): NewestEvent => ({
  stream,
  version,
  type,
  actor: metadata.actor,
  position,
});

/** Of a process the update names the id too. */
function updateOf({ stream, ...update }: Omit<Update, 'process'>): Update {
  const isProcess = stream.startsWith(PROCESS_PREFIX);
  return { ...(isProcess && { process: stream.slice(PROCESS_PREFIX.length) }), stream, ...update };
}
