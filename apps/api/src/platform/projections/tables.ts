import type { DatabaseSync } from 'node:sqlite';
import type { Checkpoint } from './log-follower.js';
import type { OutlineText } from './outline-text.js';
import { Outlines } from './outlines.js';
import { completeReadModelFile } from './read-model-file.js';
import { HistoryReader } from './reading/history-reader.js';
import { OverviewReader } from './reading/overview-reader.js';
import { StateReader } from './reading/state-reader.js';
import { LATE_INDEXES } from './schema.js';
import type { EventToDigest } from './writing/digest-event.js';
import { OverviewWriter } from './writing/overview-writer.js';
import { Projection } from './writing/projection.js';

/** All that reads and writes one opened file; given up together when the file is replaced. */
export class Tables {
  readonly outlines: Outlines;
  readonly states: StateReader;
  readonly history: HistoryReader;
  readonly overview: OverviewReader;
  readonly projection: Projection;
  /** The last event that stands in the tables. */
  checkpoint: Checkpoint | undefined;
  private readonly newest;

  constructor(
    readonly db: DatabaseSync,
    outlineText: OutlineText,
  ) {
    this.outlines = new Outlines(db);
    this.states = new StateReader(db);
    this.history = new HistoryReader(db, this.outlines);
    this.overview = new OverviewReader(db);
    this.projection = new Projection(
      db,
      new OverviewWriter(db, (digest) => this.outlines.get(digest)),
      outlineText,
    );
    this.newest = db.prepare(
      'SELECT position, first_hash AS firstHash, stream, version, hash FROM checkpoint',
    );
    this.checkpoint = this.readCheckpoint();
  }

  /** @returns the events that can be seen now */
  apply<Event extends EventToDigest>(events: readonly Event[], live: boolean): Event[] {
    const applied = this.projection.apply(events, live);
    this.checkpoint = this.readCheckpoint();
    return applied;
  }

  /** @param events the next ones, for a file in the making: it holds them when it is complete */
  fill(events: readonly EventToDigest[]): void {
    this.projection.fill(events);
  }

  /** Makes what is put off while catching up. */
  complete(): void {
    this.projection.settle();
    this.db.exec(LATE_INDEXES);
    this.projection.refreshOverview();
    completeReadModelFile(this.db);
  }

  private readCheckpoint(): Checkpoint | undefined {
    return this.newest.get() as unknown as Checkpoint | undefined;
  }
}
