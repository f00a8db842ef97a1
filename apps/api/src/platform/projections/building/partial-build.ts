import { Applier } from '../applying/applier.js';
import { OpenFile } from '../open-file.js';
import { prefixOf, type ProjectionSet } from '../projection-set.js';
import type { EventToApply } from '../projection.js';
import { openCompleteFile } from '../file/read-model-file.js';
import { emptyTables, prefixesIn, register } from '../file/registered.js';
import { Writers } from '../applying/writers.js';
import { eventsOf, type Build, type BuildPage } from './build-page.js';

/** A projection cannot read what others hold already, so its stream has to be parked for all of them. */
export const NOT_ALONE = 'ERR_NOT_ALONE';

/** Some projections of a file in the making, while all others stay as they are: one transaction. */
export class PartialBuild implements Build {
  private readonly file: OpenFile;
  private readonly applier: Applier;
  private readonly writers: Writers;
  /** Kinds of streams that the file holds; those of any other kind come for the first time. */
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

  /** What was not committed is gone with it. */
  close(): void {
    if (this.file.db.isOpen) this.file.db.close();
  }

  /** An event that the others hold; one after a stream was parked is left for when it is read again. */
  private applyAgain(event: EventToApply): void {
    if (!this.writers.want(event.stream)) return;
    const stream = this.applier.stream(event.stream);
    if (event.version > stream.version) return;
    const understood = this.writers.understand(event, stream);
    if (typeof understood === 'string') throw Object.assign(new Error(understood), { code: NOT_ALONE });
    for (const write of understood.writes) write();
  }
}
