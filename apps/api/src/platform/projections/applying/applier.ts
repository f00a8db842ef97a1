import { whyForeign } from '#event-store';
import { inTransaction } from '../file/in-transaction.js';
import type { OpenFile } from '../unit/open-file.js';
import type { EventToApply, Stream } from '../unit/projection.js';
import { LATE_INDEXES } from '../file/schema.js';
import { StreamRows, type StreamRow } from './stream-rows.js';
import type { Writers } from './writers.js';

/**
 * Applies events. Data and checkpoint are written in one transaction, so neither is ever ahead of the other.
 */
export class Applier {
  private readonly rows: StreamRows;
  /** Streams that changed since the projections were complete, or undefined when that is not known. */
  private behind: Set<Stream> | undefined;
  /** The last event that `fill` applied. */
  private filled: { firstHash: string; last: EventToApply } | undefined;

  constructor(
    private readonly file: OpenFile,
    private readonly writers: Writers,
  ) {
    this.rows = new StreamRows(file.db);
    this.behind = this.rows.isComplete ? new Set() : undefined;
  }

  /**
   * Applies the next events of the log. An event that cannot be understood parks its stream. Any other
   * failure leaves everything as it was.
   * @param live whether to complete the projections now; while catching up, `complete` does that later
   * @returns the events that can be seen now
   */
  apply<Event extends EventToApply>(events: readonly Event[], live: boolean): Event[] {
    const last = events.at(-1);
    if (!last) return [];
    return this.whole(() => {
      const applied = events.filter((event) => this.applyOne(event));
      this.rows.writeCheckpoint(events[0]!.metadata.hash, last, live);
      const changed = this.flush();
      if (live) this.writers.complete(changed);
      else for (const stream of changed) this.behind?.add(stream);
      return applied;
    });
  }

  /**
   * Applies the next events to a file that cannot be used before it is complete. All of it is one
   * transaction, which `complete` ends.
   */
  fill(events: readonly EventToApply[]): void {
    if (!this.file.db.isTransaction) this.file.db.exec('BEGIN');
    for (const event of events) this.applyOne(event);
    this.filled = { firstHash: this.filled?.firstHash ?? events[0]!.metadata.hash, last: events.at(-1)! };
  }

  /** Makes what was put off while catching up. */
  complete(): void {
    this.endFilling();
    this.makeIndexes();
    this.whole(() => {
      if (this.rows.isComplete) return;
      this.writers.complete([...(this.behind ?? this.rows.all())]);
      this.rows.markComplete();
    });
    this.behind = new Set();
  }

  /** Tries the events of a parked stream again, from the one that could not be understood. */
  retry(name: string, events: readonly EventToApply[]): void {
    this.whole(() => {
      this.rows.unpark(this.stream(name));
      for (const event of events) this.applyOne(event);
      this.writers.complete(this.flush());
    });
  }

  /** The row of a stream, made where there is none. */
  stream(name: string): StreamRow {
    return this.rows.known(name) ?? this.rows.stream(name);
  }

  /** @returns whether it can be seen now */
  applyOne(stored: EventToApply): boolean {
    const stream =
      this.rows.known(stored.stream) ??
      (this.writers.want(stored.stream) ? this.rows.stream(stored.stream) : undefined);
    if (!stream || stream.parked || stored.version <= stream.version) return false;
    const foreign = whyForeign(stored, stream.version === 0 ? null : stream.hash);
    if (foreign !== undefined && stored.version === stream.version + 1) {
      this.rows.park(stream, { version: stored.version, reason: foreign, foreign: true });
      return false;
    }
    const understood =
      stored.version === stream.version + 1
        ? this.writers.understand(stored, stream)
        : `${stored.type}: Version ${stream.version + 1} is missing.`;
    if (typeof understood === 'string') {
      this.rows.park(stream, { version: stored.version, reason: understood });
      return false;
    }
    const { event, writes } = understood;
    for (const write of writes) write();
    this.rows.advance(stream, event.type, stored);
    return true;
  }

  /** Writes the rows that wait. @returns the streams that have new versions */
  flush(): StreamRow[] {
    const changed = this.rows.flush();
    this.writers.flush();
    return changed;
  }

  /** Makes the indexes that were put off. */
  makeIndexes(): void {
    const indexes = this.writers.projections.map(({ lateIndexes = '' }) => lateIndexes);
    for (const statements of [LATE_INDEXES, ...indexes]) this.file.db.exec(statements);
  }

  /** Completes the projections for every stream. */
  completeAll(): void {
    this.writers.complete(this.rows.all());
  }

  private endFilling(): void {
    if (!this.filled) return;
    this.rows.writeCheckpoint(this.filled.firstHash, this.filled.last, false);
    this.flush();
    this.file.db.exec('COMMIT');
    this.filled = undefined;
    this.behind = undefined;
  }

  private whole<Result>(work: () => Result): Result {
    try {
      return inTransaction(this.file.db, work);
    } catch (error) {
      this.rows.forget();
      this.writers.forget();
      this.behind = undefined;
      throw error;
    }
  }
}
