import type { DatabaseSync } from 'node:sqlite';
import type { StoredDiagram } from '#domain';
import type { ParkedStream } from '../log-follower.js';
import type { OutlineText } from '../outline-text.js';
import { digestEvent, type DigestedEvent, type EventToDigest } from './digest-event.js';
import { inTransaction } from './in-transaction.js';
import type { OverviewWriter } from './overview-writer.js';
import { ProjectionRows, type ProcessRow } from './projection-rows.js';

const PROCESS_STREAM = 'process-';

/**
 * Writes what events say into the tables: the data and the checkpoint in one transaction, so that neither is
 * ever ahead of the other.
 */
export class Projection {
  private readonly rows: ProjectionRows;
  /** What `fill` has come to. */
  private filled: { firstHash: string; last: EventToDigest } | undefined;

  constructor(
    private readonly db: DatabaseSync,
    private readonly overview: OverviewWriter,
    private readonly outlineText: OutlineText,
  ) {
    this.rows = new ProjectionRows(db);
  }

  /**
   * Applies the next events of the log. One that cannot be understood parks its process; any other failure
   * leaves everything as it was.
   * @param live whether the overview shall follow at once; while catching up it is made at the end
   * @returns the events that can be seen now
   */
  apply<Event extends EventToDigest>(events: readonly Event[], live: boolean): Event[] {
    const last = events.at(-1);
    if (!last) return [];
    return this.whole(() => {
      const applied = events.filter((event) => this.applyOne(event));
      this.rows.writeCheckpoint(events[0]!.metadata.hash, last);
      const advanced = this.rows.flush();
      if (live) this.overview.refresh(advanced);
      return applied;
    });
  }

  /**
   * Applies the next events to a file that nobody reads before it is complete: all of it is one transaction,
   * which `settle` ends.
   */
  fill(events: readonly EventToDigest[]): void {
    if (!this.db.isTransaction) this.db.exec('BEGIN');
    for (const event of events) this.applyOne(event);
    this.filled = { firstHash: this.filled?.firstHash ?? events[0]!.metadata.hash, last: events.at(-1)! };
  }

  /** Ends what `fill` began, if it began anything. */
  settle(): void {
    if (!this.filled) return;
    this.rows.writeCheckpoint(this.filled.firstHash, this.filled.last);
    this.rows.flush();
    this.db.exec('COMMIT');
    this.filled = undefined;
  }

  /** Makes the overview of every process that changed since it was last made. */
  refreshOverview(): void {
    this.whole(() => this.overview.refresh(this.overview.outdated()));
  }

  /** The streams that are parked, and the version to go on from. */
  parked(): ParkedStream[] {
    return this.rows.parked().map(({ id, version }) => ({ stream: PROCESS_STREAM + id, version }));
  }

  /** Tries the events of a parked stream again, from the one that could not be read. */
  retry(stream: string, events: readonly EventToDigest[]): void {
    this.whole(() => {
      this.rows.unpark(this.rows.process(stream.slice(PROCESS_STREAM.length)));
      for (const event of events) this.applyOne(event);
      this.overview.refresh(this.rows.flush());
    });
  }

  private whole<Result>(work: () => Result): Result {
    try {
      return inTransaction(this.db, work);
    } catch (error) {
      this.rows.forget();
      throw error;
    }
  }

  private applyOne(event: EventToDigest): boolean {
    if (!event.stream.startsWith(PROCESS_STREAM)) return false;
    const process = this.rows.process(event.stream.slice(PROCESS_STREAM.length));
    if (process.parked || event.version <= process.version) return false;
    const read = this.read(event, process);
    if ('failure' in read) {
      this.rows.park(process, event.version, read.failure);
      return false;
    }
    const { digested, outline } = read;
    if (outline !== undefined) this.rows.addOutline(digested.diagram!.digest, outline);
    for (const fact of digested.facts) this.rows.addFact(process, fact, event.version);
    this.rows.addHistory(process, event, digested);
    this.rows.advance(process, event);
    return true;
  }

  /** All that can go wrong with one event goes wrong here, before anything of it is written. */
  private read(
    event: EventToDigest,
    process: ProcessRow,
  ): { digested: DigestedEvent; outline?: string | undefined } | { failure: string } {
    try {
      if (event.version !== process.version + 1)
        throw new Error(`Version ${process.version + 1} is missing.`);
      const digested = digestEvent(event);
      return { digested, outline: digested.diagram && this.unknownOutline(digested.diagram) };
    } catch (error) {
      return { failure: `${event.type}: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  private unknownOutline(diagram: StoredDiagram): string | undefined {
    return this.rows.hasOutline(diagram.digest) ? undefined : this.outlineText(diagram);
  }
}
