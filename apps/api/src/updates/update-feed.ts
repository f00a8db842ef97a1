import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Update } from '#contract';
import { processStream } from '#domain';
import type { EventStore, Position, StoredEvent } from '#event-store';
import { ReadModel } from '../platform/projections/read-model.js';
import { EVENT_STORE } from '../platform/log/event-store.token.js';
import { Inbox } from './inbox.js';

/** A version that can be read here, and its place in the log. */
export interface PlacedUpdate {
  position: Position;
  update: Update;
}

/**
 * So many events are told one by one to somebody who comes back; beyond it only the newest of each process.
 */
const TOLD_ONE_BY_ONE = 1_000;
const PAGE = 200;
const STREAM_PREFIX = processStream('');

/**
 * Tells whoever listens which process got which version: each once, in order, and only when it can be read
 * here.
 */
@Injectable()
export class UpdateFeed implements OnModuleDestroy {
  private readonly inboxes = new Set<Inbox>();

  constructor(
    private readonly readModel: ReadModel,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  onModuleDestroy(): void {
    for (const inbox of this.inboxes) inbox.close();
  }

  /**
   * @param process only this one
   * @param after position after which to begin; only what is new if left out
   * @param pauseMs after so long without news, undefined is handed out
   */
  async *follow(
    process: string | undefined,
    after: Position | undefined,
    pauseMs: number,
  ): AsyncGenerator<PlacedUpdate | undefined> {
    const inbox = new Inbox();
    const unsubscribe = this.readModel.onApplied((events) => inbox.put(events));
    this.inboxes.add(inbox);
    try {
      const here = this.readModel.position();
      let told = after ?? here;
      for await (const placed of after === undefined || here === undefined
        ? []
        : this.missed(process, after, here)) {
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
          if (isAbout(event, process)) yield this.placed(event);
        }
      }
    } finally {
      unsubscribe();
      this.inboxes.delete(inbox);
    }
  }

  /** What came between two positions. */
  private async *missed(
    process: string | undefined,
    after: Position,
    until: Position,
  ): AsyncGenerator<PlacedUpdate> {
    let begin = after;
    for (let told = 0; told < TOLD_ONE_BY_ONE; told += PAGE) {
      const page = await this.store.readAll(begin, PAGE);
      for (const event of page) {
        if (this.store.comparePositions(event.position, until) > 0) return;
        if (isAbout(event, process) && this.isShown(event)) yield this.placed(event);
      }
      if (page.length < PAGE) return;
      begin = page.at(-1)!.position;
    }
    const newest = this.readModel
      .newest(process === undefined ? undefined : processStream(process))
      .filter(
        ({ stream, position }) =>
          stream.startsWith(STREAM_PREFIX) && this.store.comparePositions(position, begin) > 0,
      );
    newest.sort((one, other) => this.store.comparePositions(one.position, other.position));
    for (const { stream, version, type, actor, position } of newest) {
      const update = { process: stream.slice(STREAM_PREFIX.length), version, type };
      yield { position, update: { ...update, actor: this.readModel.person(actor) } };
    }
  }

  /** An event of a parked process is in the log but cannot be shown. */
  private isShown({ stream, version }: StoredEvent): boolean {
    return version <= (this.readModel.stream(stream)?.version ?? 0);
  }

  private placed({ stream, version, type, metadata, position }: StoredEvent): PlacedUpdate {
    return {
      position,
      update: {
        process: stream.slice(STREAM_PREFIX.length),
        version,
        type,
        actor: this.readModel.person(metadata.actor),
      },
    };
  }
}

function isAbout({ stream }: StoredEvent, process: string | undefined): boolean {
  return process === undefined ? stream.startsWith(STREAM_PREFIX) : stream === processStream(process);
}
