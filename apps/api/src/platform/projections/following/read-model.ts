import type { EventPlace, EventStore, Position, StoredEvent } from '#event-store';
import { contentHash } from '../file/content-hash.js';
import { LogFollower, type Phase } from './log-follower.js';
import type { Reader } from '../unit/open-file.js';
import type { ProjectionSet } from '../unit/projection-set.js';
import { StreamReader, type KnownStream, type NewestEvent, type ParkedStream } from './stream-reader.js';
import type { OnProgress } from '../unit/progress.js';
import type { ParkedAt } from '../unit/parked.js';
import { Tables } from './tables.js';
import { Waiting } from './waiting.js';

export type { KnownStream, NewestEvent } from './stream-reader.js';
export type { ParkedAt } from '../unit/parked.js';
export { NotCaughtUp } from './waiting.js';

export interface ReadModelSettings {
  /** Path of the file. */
  path: string;
  projections: ProjectionSet;
  onProgress?: OnProgress;
}

export interface ReadModelStatus {
  phase: Phase;
  /** Why following the log failed, until it goes on. */
  failure?: string;
  parked: ParkedStream[];
}

/** What the projections know of the log, in one disposable file that follows it. */
export class ReadModel {
  private readonly tables: Tables;
  private follower: LogFollower | undefined;
  private store: EventStore | undefined;
  private readonly waiting = new Waiting();
  private readonly listeners = new Set<(events: StoredEvent[]) => void>();

  /** @throws Error when the folder of the file cannot be written */
  constructor(private readonly settings: ReadModelSettings) {
    this.tables = new Tables(settings.path, settings.projections);
  }

  /**
   * Catches up with the log, then follows it; resolves when all that the log held at the start can be read.
   */
  async start(store: EventStore): Promise<void> {
    this.store = store;
    const onApplied = (events: StoredEvent[]) => this.seen(events);
    this.follower = new LogFollower(store, this.tables, onApplied, this.settings.onProgress ?? (() => {}));
    await this.follower.start();
  }

  async stop(): Promise<void> {
    await this.follower?.stop();
    this.waiting.stop();
    this.tables.close();
  }

  /**
   * The reader of this class on the current file. Ask for it each time: a new file gets a new reader.
   */
  reader<R>(Reader: Reader<R>): R {
    return this.tables.file.reader(Reader);
  }

  /** The newest version of a stream, or undefined when nothing of it can be read. */
  stream(name: string): KnownStream | undefined {
    return this.reader(StreamReader).known(name);
  }

  /** The newest event of every stream, or of one. */
  newest(name?: string): NewestEvent[] {
    return this.reader(StreamReader).newest(name);
  }

  /** What a command did, if it was carried out before: its stream, and that stream's version after it. */
  findCommand(commandId: string): EventPlace | undefined {
    return this.reader(StreamReader).command(commandId);
  }

  /** Whether, and why, a stream is stale. */
  parked(stream: string): ParkedAt | undefined {
    return this.reader(StreamReader).parked(stream);
  }

  /**
   * Resolves when everything up to a position can be read here.
   * @throws NotCaughtUp when that takes longer than `timeoutMs`
   * @throws RangeError when it is not a position of this log
   */
  async caughtUp(position: Position, timeoutMs: number): Promise<void> {
    this.store?.comparePositions(position, position);
    await this.waiting.until(() => this.holds(position), position, timeoutMs);
  }

  /** The newest event that can be read here. */
  position(): Position | undefined {
    return this.tables.checkpoint?.position;
  }

  /** Calls back with events as soon as they can be read here, in order. @returns what ends it */
  onApplied(listener: (events: StoredEvent[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get phase(): Phase {
    return this.follower?.phase ?? 'starting';
  }

  /** Whether the tables can be read, even if they lag behind the log. */
  get readable(): boolean {
    return this.follower?.readable ?? false;
  }

  status(): ReadModelStatus {
    const { phase } = this;
    const failure = this.follower?.failure;
    return { phase, ...(failure !== undefined && { failure }), parked: this.tables.parked() };
  }

  /** Rebuilds everything from the log, for a read that met damage. */
  async rebuild(): Promise<void> {
    await this.follower?.rebuild();
  }

  /** SHA-256 (hex) of the content. Equal contents have equal hashes, however they were made. */
  contentHash(): string {
    return contentHash(this.tables.file.db, this.settings.projections);
  }

  private holds(position: Position): boolean {
    const here = this.position();
    return this.readable && here !== undefined && this.store!.comparePositions(here, position) >= 0;
  }

  private seen(events: StoredEvent[]): void {
    this.waiting.check();
    if (events.length > 0) for (const listener of this.listeners) listener(events);
  }
}
