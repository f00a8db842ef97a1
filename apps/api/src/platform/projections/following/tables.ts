import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EventStore, Position } from '#event-store';
import { Applier } from '../applying/applier.js';
import { buildFromLog, type OnPage } from '../building/build.js';
import { NOT_ALONE } from '../building/partial-build.js';
import { OpenFile } from '../unit/open-file.js';
import type { EventToApply } from '../unit/projection.js';
import type { ProjectionSet } from '../unit/projection-set.js';
import {
  adoptDraft,
  completeReadModelFile,
  createReadModelFile,
  draftOf,
  openCompleteFile,
  openReadModelFile,
} from '../file/read-model-file.js';
import { seal } from '../file/seal.js';
import { outdatedIn } from '../file/registered.js';
import { StreamReader, type ParkedStream } from './stream-reader.js';
import { Writers } from '../applying/writers.js';

/** The last event that the tables hold, and the first of the log they were built from. */
export interface Checkpoint {
  position: Position;
  firstHash: string;
  stream: string;
  version: number;
  hash: string;
}

const NEWEST = 'SELECT position, first_hash AS firstHash, stream, version, hash FROM checkpoint';

/** The tables in the file of the read model. A rebuild replaces the file. */
export class Tables {
  file: OpenFile;
  checkpoint: Checkpoint | undefined;
  private opened: Applier | undefined;
  private newest: StatementSync;

  /** @throws Error when the folder of the file cannot be written */
  constructor(
    private readonly path: string,
    private readonly projections: ProjectionSet,
  ) {
    this.file = new OpenFile(openReadModelFile(path, projections));
    this.newest = this.file.db.prepare(NEWEST);
    this.checkpoint = this.readCheckpoint();
  }

  /**
   * Applies the next events of the log.
   * @param live whether the projections are completed at once
   * @returns the events that can be seen now
   */
  apply<Event extends EventToApply>(events: readonly Event[], live: boolean): Event[] {
    const applied = this.applier.apply(events, live);
    this.checkpoint = this.readCheckpoint();
    return applied;
  }

  /** Makes what was put off while catching up: late indexes, and what `complete` of the projections makes. */
  complete(): void {
    this.applier.complete();
    completeReadModelFile(this.file.db);
  }

  /** The streams that are parked, and the version to go on from. */
  parked(): ParkedStream[] {
    return this.file.reader(StreamReader).allParked();
  }

  /** Tries the events of a parked stream again. */
  retry(stream: string, events: readonly EventToApply[]): void {
    this.applier.retry(stream, events);
  }

  /** Empties everything. */
  reset(): void {
    this.replace(() => createReadModelFile(this.path, this.projections));
  }

  /** Fills the empty tables from the whole log. */
  async build(store: EventStore, onPage: OnPage): Promise<void> {
    const { path, projections } = this;
    const made = await buildFromLog(store, { path: draftOf(path), projections, onPage });
    // It may have been stopped meanwhile.
    if (made && this.file.db.isOpen) this.replace(() => adoptDraft(path));
  }

  /** Builds the projections alone that are new or changed, from the log up to the checkpoint. */
  async rebuildOutdated(store: EventStore, onPage: OnPage): Promise<void> {
    const { path, projections, checkpoint } = this;
    const only = outdatedIn(this.file.db, projections).map(({ name }) => name);
    if (only.length === 0) return;
    if (!checkpoint) return this.reset();
    try {
      const until = checkpoint.position;
      const made = await buildFromLog(store, { path, only, projections, until, onPage });
      if (made && this.file.db.isOpen) this.replace(() => openCompleteFile(path));
    } catch (error) {
      if ((error as { code?: unknown }).code !== NOT_ALONE) throw error;
      this.reset();
    }
  }

  close(): void {
    if (!this.file.db.isOpen) return;
    this.file.db.close();
    seal(this.path);
  }

  /** Made when it is first needed, because outdated projections are built before. */
  private get applier(): Applier {
    this.opened ??= new Applier(this.file, new Writers(this.file, this.projections.list));
    return this.opened;
  }

  private replace(open: () => DatabaseSync): void {
    this.file.db.close();
    this.file = new OpenFile(open());
    this.opened = undefined;
    this.newest = this.file.db.prepare(NEWEST);
    this.checkpoint = this.readCheckpoint();
  }

  private readCheckpoint(): Checkpoint | undefined {
    return this.newest.get() as unknown as Checkpoint | undefined;
  }
}
