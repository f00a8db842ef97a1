import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

/** Rows in one statement. A call of the engine costs about as much as a row. */
const ROWS = 100;

/** Adds rows at the end of one table, many per statement. All of them are there after `flush`. */
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

  /** @param row a value for each column @returns whether every added row is in the table now */
  add(...row: SQLInputValue[]): boolean {
    this.waiting.push(...row);
    if (this.waiting.length < ROWS * this.width) return false;
    // Following a log live hardly ever needs it.
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

  /** Drops the rows that are not written yet. */
  forget(): void {
    this.waiting = [];
  }
}
