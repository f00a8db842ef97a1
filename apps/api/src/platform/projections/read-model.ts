import type { DatabaseSync } from 'node:sqlite';
import type { Outline } from '#bpmn';
import type { Actor } from '#contract';
import { processStream, type ProcessState } from '#domain';
import type { EventStore, Position, StoredEvent } from '#event-store';
import { buildFromLog } from './building/build.js';
import { contentHash } from './content-hash.js';
import { LogFollower, type Followed, type ParkedStream, type Phase, type Progress } from './log-follower.js';
import { outlineText, type OutlineText, type ReadOutline } from './outline-text.js';
import { adoptDraft, createReadModelFile, draftOf, openReadModelFile } from './read-model-file.js';
import type { HistoryReader } from './reading/history-reader.js';
import type { OverviewReader } from './reading/overview-reader.js';
import type { StateReader } from './reading/state-reader.js';
import { Tables } from './tables.js';
import { Waiting } from './waiting.js';

export { NotCaughtUp } from './waiting.js';

/** A process as the read side knows it, with what the next event of it must follow on. */
export interface KnownProcess {
  state: ProcessState;
  /** Hash of its newest event, hex. */
  hash: string;
  /** Time of its newest event. */
  at: string;
}

/** A stream as it can be read here, with what the next event of it must follow on. */
export interface KnownStream {
  version: number;
  /** Hash of its newest event, hex. */
  hash: string;
  /** Time of its newest event. */
  at: string;
}

export interface KnownCommand {
  stream: string;
  /** The stream's version after the command. */
  version: number;
}

/** Why a stream is shown as it stood before an event that could not be read. */
export interface Parked {
  /** Version of the event that could not be read. */
  version: number;
  reason: string;
}

export interface ReadModelSettings {
  /** The file. */
  path: string;
  readOutline: ReadOutline;
  /** Name of a person, if it is known. */
  nameOf: (id: string) => string | undefined;
  onProgress?: (progress: Progress) => void;
}

export interface ReadModelStatus {
  phase: Phase;
  /** Why following the log failed, until it goes on. */
  failure?: string;
  parked: ParkedStream[];
}

/** What is known of all processes, kept in one disposable file that follows the log. */
export class ReadModel {
  private readonly outlineText: OutlineText;
  private tables: Tables;
  private follower: LogFollower | undefined;
  private store: EventStore | undefined;
  private readonly waiting = new Waiting();
  private readonly listeners = new Set<(events: StoredEvent[]) => void>();

  /** @throws Error when the folder of the file cannot be written */
  constructor(private readonly settings: ReadModelSettings) {
    this.outlineText = outlineText(settings.readOutline);
    this.tables = new Tables(openReadModelFile(settings.path), this.outlineText);
  }

  /**
   * Catches up with the log, then follows it; resolves when all that the log held at the start can be read.
   */
  async start(store: EventStore): Promise<void> {
    this.store = store;
    this.follower = new LogFollower(
      store,
      this.followed(),
      (events) => this.seen(events),
      this.settings.onProgress ?? (() => {}),
    );
    await this.follower.start();
  }

  async stop(): Promise<void> {
    await this.follower?.stop();
    this.waiting.stop();
    if (this.tables.db.isOpen) this.tables.db.close();
  }

  /** The newest version of a stream, or undefined when nothing of it can be read. */
  stream(name: string): KnownStream | undefined {
    const newest = isProcess(name) ? this.states.newest(idOf(name)) : undefined;
    return newest && { version: newest.version, hash: newest.hash, at: newest.at };
  }

  /** The newest state of a process, or undefined when there is none. */
  processState(id: string): KnownProcess | undefined {
    const newest = this.states.newest(id);
    return (
      newest && { state: this.states.asOf(newest.no, newest.version).state, hash: newest.hash, at: newest.at }
    );
  }

  /** What a command did, if it was carried out before. */
  findCommand(commandId: string): KnownCommand | undefined {
    const command = this.states.command(commandId);
    return command && { stream: processStream(command.id), version: command.version };
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

  /** What was read from the diagram with these bytes (SHA-256, hex). */
  outline(digest: string): Outline | undefined {
    return this.tables.outlines.get(digest);
  }

  /** Id and name of a person; the id twice where the name is unknown or erased. */
  person(id: string): Actor {
    return { id, name: this.settings.nameOf(id) ?? id };
  }

  /** Whether, and why, a stream is stale. */
  parked(stream: string): Parked | undefined {
    return isProcess(stream) ? this.states.parked(idOf(stream)) : undefined;
  }

  get states(): StateReader {
    return this.tables.states;
  }

  get history(): HistoryReader {
    return this.tables.history;
  }

  get overview(): OverviewReader {
    return this.tables.overview;
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

  /** Whether what is here can be shown, if not the newest of the log. */
  get readable(): boolean {
    return this.follower?.readable ?? false;
  }

  status(): ReadModelStatus {
    const { phase } = this;
    const failure = this.follower?.failure;
    return { phase, ...(failure !== undefined && { failure }), parked: this.tables.projection.parked() };
  }

  /** Builds everything anew from the log: for whoever meets damage while reading. */
  async rebuild(): Promise<void> {
    await this.follower?.rebuild();
  }

  /** SHA-256 (hex) of all that is held: equal contents have equal hashes, however they came about. */
  contentHash(): string {
    return contentHash(this.tables.db);
  }

  private holds(position: Position): boolean {
    const here = this.position();
    return this.readable && here !== undefined && this.store!.comparePositions(here, position) >= 0;
  }

  private seen(events: StoredEvent[]): void {
    this.waiting.check();
    if (events.length > 0) for (const listener of this.listeners) listener(events);
  }

  private followed(): Followed {
    return {
      checkpoint: () => this.tables.checkpoint,
      apply: (events, live) => this.tables.apply(events, live),
      complete: () => this.tables.complete(),
      parked: () => this.tables.projection.parked(),
      retry: (id, events) => this.tables.projection.retry(id, events),
      reset: () => this.replace(createReadModelFile),
      build: async (onPage) => {
        const {
          settings: { path },
          outlineText,
        } = this;
        const made = await buildFromLog(this.store!, { path: draftOf(path), outlineText, onPage });
        // Stopped while the last of it was made, nobody wants it any more.
        if (made && this.tables.db.isOpen) this.replace(adoptDraft);
      },
    };
  }

  private replace(open: (path: string) => DatabaseSync): void {
    this.tables.db.close();
    this.tables = new Tables(open(this.settings.path), this.outlineText);
  }
}

const isProcess = (stream: string): boolean => stream.startsWith(processStream(''));
const idOf = (stream: string): string => stream.slice(processStream('').length);
