import { Applier } from '../applying/applier.js';
import { OpenFile } from '../unit/open-file.js';
import type { ProjectionSet } from '../unit/projection-set.js';
import { completeReadModelFile, createReadModelFile } from '../file/read-model-file.js';
import { Writers } from '../applying/writers.js';
import { eventsOf, type Build, type BuildPage } from './build-page.js';

/**
 * A read model in the making. The code that follows the log fills it from the first event on. It cannot be
 * used until it is complete.
 */
export class FreshBuild implements Build {
  private readonly file: OpenFile;
  private readonly applier: Applier;

  /** @param path of the file, which is replaced */
  constructor(path: string, projections: ProjectionSet) {
    this.file = new OpenFile(createReadModelFile(path, projections));
    this.applier = new Applier(this.file, new Writers(this.file, projections.list));
  }

  apply(page: BuildPage): void {
    this.applier.fill(eventsOf(page));
  }

  complete(): void {
    this.applier.complete();
    completeReadModelFile(this.file.db);
    this.close();
  }

  close(): void {
    if (this.file.db.isOpen) this.file.db.close();
  }
}
