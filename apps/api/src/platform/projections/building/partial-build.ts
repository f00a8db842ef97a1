import { Applier } from '../applying/applier.js';
import { OpenFile } from '../unit/open-file.js';
import type { ProjectionSet } from '../unit/projection-set.js';
import { prefixOf } from '../unit/stream-name.js';
import type { EventToApply } from '../unit/projection.js';
import { openCompleteFile } from '../file/read-model-file.js';
import { emptyTables, prefixesIn, register } from '../file/registered.js';
import { Writers } from '../applying/writers.js';
import { eventsOf, type Build, type BuildPage } from './build-page.js';

/** Code of the error when a projection cannot read what others hold: its stream must be parked for all. */
export const NOT_ALONE = 'ERR_NOT_ALONE';

/** Builds some projections of a file in one transaction, and leaves the others as they are. */
export class PartialBuild implements Build {
  private readonly file: OpenFile;
  private readonly applier: Applier;
  private readonly writers: Writers;
  /** Kinds of streams that the file holds. Streams of other kinds are new to it. */
  private readonly held: ReadonlySet<string>;

  /** @param names of the projections */
  constructor(path: string, { list }: ProjectionSet, names: readonly string[]) {
    const projections = list.filter(({ name }) => names.includes(name));
    this.file = new OpenFile(openCompleteFile(path));
    const { db } = this.file;
    try {
      db.exec('BEGIN IMMEDIATE');
      this.held = prefixesIn(db);
      emptyTables(db, projections);
      register(db, projections);
      this.writers = new Writers(this.file, projections);
      this.applier = new Applier(this.file, this.writers);
    } catch (error) {
      db.close();
      throw error;
    }
  }

  apply(page: BuildPage): void {
    for (const event of eventsOf(page)) {
      if (this.held.has(prefixOf(event.stream))) this.applyAgain(event);
      else this.applier.applyOne(event);
    }
  }

  complete(): void {
    this.applier.flush();
    this.applier.makeIndexes();
    this.applier.completeAll();
    this.file.db.exec('COMMIT');
    this.close();
  }

  /** Without a commit, the file stays as it was. */
  close(): void {
    if (this.file.db.isOpen) this.file.db.close();
  }

  /** Applies an event that the others hold. Events after a parked one wait until that can be understood. */
  private applyAgain(event: EventToApply): void {
    if (!this.writers.want(event.stream)) return;
    const stream = this.applier.stream(event.stream);
    if (event.version > stream.version) return;
    const understood = this.writers.understand(event, stream);
    if (typeof understood === 'string') throw Object.assign(new Error(understood), { code: NOT_ALONE });
    for (const write of understood.writes) write();
  }
}
