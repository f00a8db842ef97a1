import type { Aggregate } from '#domain';
import type { Metadata, StoredEvent } from '#event-store';
import type { OpenFile } from './open-file.js';

/** What the read side takes of an event of the log. */
export interface EventToApply extends Omit<StoredEvent, 'metadata'> {
  metadata: Pick<Metadata, 'hash' | 'at' | 'actor' | 'commandId' | 'demo' | 'schemaVersion'> & {
    /** Undefined where it is known to be that of the event before it. */
    previousHash: Metadata['previousHash'] | undefined;
  };
  /** Its data as JSON, where that is at hand. */
  text?: string;
  /** What was prepared of it elsewhere, by name of the projection. */
  prepared?: ReadonlyMap<string, Prepared>;
}

/** An event in its current shape. */
export interface CurrentEvent {
  type: string;
  data: object;
  /** `data` as JSON, where that is at hand. */
  text: string | undefined;
  version: number;
  at: string;
  /** Pseudonymous id of who acted. */
  actor: string;
  demo: Metadata['demo'];
}

/** The streams of one aggregate, as far as projections look at them. */
export type StreamKind = Pick<Aggregate, 'prefix' | 'schemaVersion' | 'current'>;

/** A stream as the platform's table `streams` knows it. */
export interface Stream {
  /** The number by which tables refer to it. */
  readonly no: number;
  readonly name: string;
  /** What `prefixOf` makes of the name. */
  readonly prefix: string;
  /** Its newest version that was applied. */
  readonly version: number;
}

/** The result of work done ahead: a text, or why it failed. */
export type Prepared = { text: string } | { failure: string };

/**
 * What a feature keeps of the log, in tables of its own. The platform does the rest: it follows the log,
 * writes data and checkpoint in one transaction, parks streams, and rebuilds the tables when it has to.
 *
 * A projection may read the platform's tables `streams` and `parked`, and those of the projections that it
 * needs.
 */
export interface Projection {
  readonly name: string;
  /** Raised whenever its tables or the meaning of a column change: it is then rebuilt alone. */
  readonly version: number;
  /** The kinds of streams whose events it gets. */
  readonly streams: readonly StreamKind[];
  /** The types of events that `apply` gets; all of them where this is left out. */
  readonly types?: ReadonlySet<string>;
  /** Names of the projections whose tables it reads. They come before it in the list. */
  readonly needs?: readonly string[];
  /** `CREATE TABLE` and `CREATE INDEX` statements. */
  readonly tables: string;
  /**
   * `CREATE INDEX IF NOT EXISTS` statements, for when the tables have caught up. Rows that are only added at
   * the end are then sorted once, for a fraction of the cost.
   */
  readonly lateIndexes?: string;
  /** `SELECT` statements for the content hash: sorted, and without numbers of rows, which may differ. */
  readonly contentHash: readonly string[];
  /**
   * Work on an event that takes long and needs no table, such as reading a document. Another thread may do
   * it, before the event is applied. A projection that prepares names its `types`.
   * @throws Error when the event cannot be understood
   */
  prepare?(event: CurrentEvent): string;
  /** Makes what fills its tables in an opened file. */
  open(file: OpenFile): ProjectionWriter;
}

/** Fills the tables of one projection. */
export interface ProjectionWriter {
  /**
   * Understands one event and writes nothing yet. When any projection throws here, the stream is parked.
   * It sees only the event and its own rows, not what other projections hold.
   * @param prepared what `prepare` made of the event
   * @returns what writes it
   * @throws Error when the event cannot be understood
   */
  apply?(event: CurrentEvent, stream: Stream, prepared: () => string): (() => void) | undefined;
  /** Writes the rows that wait to be written together. */
  flush?(): void;
  /** Drops what it remembers of a transaction that was rolled back. */
  forget?(): void;
  /**
   * Makes what follows from the tables as they are now, for the streams that changed. By then every event is
   * applied, the late indexes exist, and the projections that it needs are complete.
   */
  complete?(changed: readonly Stream[]): void;
}
