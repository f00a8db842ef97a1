import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

/** So many rows go into one statement: each call of the engine costs about as much as a row. */
const ROWS = 100;

/** Puts rows at the end of one table, many with one statement; they stand there after `flush`. */
export class BulkInsert {
  private readonly insert: (rows: number) => StatementSync;
  private readonly one;
  private many: StatementSync | undefined;
  private readonly width;
  private waiting: SQLInputValue[] = [];

  constructor(db: DatabaseSync, table: string, columns: readonly string[]) {
    this.insert = (rows) => {
      const row = `(${columns.map(() => '?').join(', ')})`;
      return db.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`,
      );
    };
    this.one = this.insert(1);
    this.width = columns.length;
  }

  /** @param row a value for each column @returns whether all that was added stands there now */
  add(...row: SQLInputValue[]): boolean {
    this.waiting.push(...row);
    if (this.waiting.length < ROWS * this.width) return false;
    // Hardly anybody who follows a log live ever needs it.
    this.many ??= this.insert(ROWS);
    this.many.run(...this.waiting);
    this.waiting = [];
    return true;
  }

  flush(): void {
    for (let at = 0; at < this.waiting.length; at += this.width)
      this.one.run(...this.waiting.slice(at, at + this.width));
    this.waiting = [];
  }

  /** Drops what was not written yet. */
  forget(): void {
    this.waiting = [];
  }
}
