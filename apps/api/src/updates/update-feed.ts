import { Inject, Injectable } from '@nestjs/common';
import type { Update } from './update.answer.js';
import { processStream } from '#domain';
import { LogUnreachable, type EventStore, type Position, type StoredEvent } from '#event-store';
import { OpenConnections } from '../platform/http/protocol/open-connections.js';
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

/**
 * A listener who comes back gets at most this many events one by one, else only the newest of each stream.
 */
const TOLD_ONE_BY_ONE = 1_000;
const PAGE = 200;
const PROCESS_PREFIX = processStream('');

/**
 * Tells listeners which stream got which version: each once, in order, and only when it can be read here. A
 * stream that no projection follows is not told.
 */
@Injectable()
export class UpdateFeed {
  private readonly inboxes = new Set<Inbox>();

  constructor(
    private readonly readModel: ReadModel,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly names: Names,
    private readonly probe: LogProbe,
    private readonly connections: OpenConnections,
  ) {
    connections.ending.addEventListener('abort', () => {
      for (const inbox of this.inboxes) inbox.close();
    });
  }

  /**
   * @param stream only this one
   * @param after position after which to begin; only what is new if left out
   * @param pauseMs after so long without news, undefined is handed out
   */
  async *follow(
    stream: string | undefined,
    after: Position | undefined,
    pauseMs: number,
  ): AsyncGenerator<PlacedUpdate | undefined> {
    const inbox = new Inbox();
    const unsubscribe = this.readModel.onApplied((events) => inbox.put(events));
    this.inboxes.add(inbox);
    if (this.connections.ending.aborted) inbox.close();
    try {
      const here = this.readModel.position();
      let told = after ?? here;
      for await (const placed of after === undefined || here === undefined
        ? []
        : this.missed(stream, after, here)) {
        told = placed.position;
        yield placed;
      }
      if (here !== undefined && (told === undefined || this.store.comparePositions(here, told) > 0))
        told = here;
      for (let events = await inbox.take(pauseMs); events; events = await inbox.take(pauseMs)) {
        if (events.length === 0) yield undefined;
        for (const event of events) {
          if (told !== undefined && this.store.comparePositions(event.position, told) <= 0) continue;
          told = event.position;
          if (isAbout(event, stream)) yield this.placed(newestOf(event));
        }
      }
    } finally {
      unsubscribe();
      this.inboxes.delete(inbox);
    }
  }

  /** What came between two positions. */
  private async *missed(
    stream: string | undefined,
    after: Position,
    until: Position,
  ): AsyncGenerator<PlacedUpdate> {
    if (this.store.comparePositions(after, until) >= 0) return;
    let begin = after;
    for (let told = 0; told < TOLD_ONE_BY_ONE; told += PAGE) {
      const page = await this.read(begin);
      if (!page) break;
      for (const event of page) {
        if (this.store.comparePositions(event.position, until) > 0) return;
        if (isAbout(event, stream) && this.isShown(event)) yield this.placed(newestOf(event));
      }
      if (page.length < PAGE) return;
      begin = page.at(-1)!.position;
    }
    const newest = this.readModel
      .newest(stream)
      .filter(({ position }) => this.store.comparePositions(position, begin) > 0);
    newest.sort((one, other) => this.store.comparePositions(one.position, other.position));
    for (const event of newest) yield this.placed(event);
  }

  /** Undefined while the log does not answer: the newest of each stream is known all the same. */
  private async read(after: Position): Promise<StoredEvent[] | undefined> {
    try {
      return await this.probe.whileAnswering(this.store.readAll(after, PAGE));
    } catch (error) {
      if (error instanceof LogUnreachable) return undefined;
      throw error;
    }
  }

  /** An event of a parked stream, or of one that nothing follows, is in the log but cannot be shown. */
  private isShown({ stream, version }: StoredEvent): boolean {
    return version <= (this.readModel.stream(stream)?.version ?? 0);
  }

  private placed({ position, actor, ...event }: NewestEvent): PlacedUpdate {
    return { position, update: updateOf({ ...event, actor: this.names.of(actor) }) };
  }
}

const isAbout = (event: StoredEvent, stream: string | undefined): boolean =>
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
