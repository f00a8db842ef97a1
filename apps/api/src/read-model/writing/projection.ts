import type { DatabaseSync } from 'node:sqlite';
import type { Fact, StoredDiagram } from '#domain';
import type { StoredEvent } from '#event-store';
import type { OutlineText } from '../outline-text.js';
import { digestEvent, type DigestedEvent, type EventToDigest } from './digest-event.js';
import { inTransaction } from './in-transaction.js';
import type { OverviewWriter } from './overview-writer.js';
import { ProjectionRows, type ProcessRow } from './projection-rows.js';

const PROCESS_STREAM = 'process-';

/** Writes what events say into the tables: the data and the checkpoint in one transaction, so that neither is ever ahead of the other. */
export class Projection {
  private readonly rows: ProjectionRows;

  constructor(
    private readonly db: DatabaseSync,
    private readonly overview: OverviewWriter,
    private readonly outlineText: OutlineText,
  ) {
    this.rows = new ProjectionRows(db);
  }

  /**
   * Applies the next events of the log. One that cannot be understood parks its process; any other failure leaves everything as it was.
   * @param live whether the overview shall follow at once; while catching up it is made at the end
   * @returns the events that can be seen now
   */
  apply(events: readonly EventToDigest[], live: boolean): StoredEvent[] {
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

  /** Makes the overview of every process that changed since it was last made. */
  refreshOverview(): void {
    this.whole(() => this.overview.refresh(this.overview.outdated()));
  }

  /** Ids of the processes that are parked, and the version to go on from. */
  parked(): { id: string; version: number }[] {
    return this.rows.parked();
  }

  /** Tries the events of a parked process again, from the one that could not be read. */
  retry(id: string, events: readonly StoredEvent[]): StoredEvent[] {
    return this.whole(() => {
      this.rows.unpark(this.rows.process(id));
      const applied = events.filter((event) => this.applyOne(event));
      this.overview.refresh(this.rows.flush());
      return applied;
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
    this.write(event, process, read);
    return true;
  }

  /** All that can go wrong with one event goes wrong here, before anything of it is written. */
  private read(event: EventToDigest, process: ProcessRow): (DigestedEvent & { outline?: string }) | { failure: string } {
    try {
      if (event.version !== process.version + 1) throw new Error(`Version ${process.version + 1} is missing.`);
      const digested = digestEvent(event);
      return { ...digested, ...(digested.diagram && this.unknownOutline(digested.diagram)) };
    } catch (error) {
      return { failure: `${event.type}: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  private unknownOutline(diagram: StoredDiagram): { outline?: string } {
    return this.rows.hasOutline(diagram.digest) ? {} : { outline: this.outlineText(diagram) };
  }

  private write(event: StoredEvent, process: ProcessRow, read: DigestedEvent & { outline?: string }): void {
    if (read.diagram && read.outline) this.rows.writeOutline(read.diagram.digest, read.outline);
    for (const fact of read.facts as readonly Fact[]) this.rows.addFact(process, fact, event.version);
    this.rows.addHistory(process, event, read);
    this.rows.advance(process, event);
  }
}

