import type { DatabaseSync } from 'node:sqlite';

/** A class that reads from the tables of one opened file. */
export type Reader<R> = new (file: OpenFile) => R;

/** An opened file with the readers on it. When the file is replaced, they go with it. */
export class OpenFile {
  private readonly readers = new Map<Reader<unknown>, unknown>();

  constructor(readonly db: DatabaseSync) {}

  /** The one reader of a class on this file. */
  reader<R>(Reader: Reader<R>): R {
    const known = this.readers.get(Reader);
    if (known) return known as R;
    const made = new Reader(this);
    this.readers.set(Reader, made);
    return made;
  }
}
