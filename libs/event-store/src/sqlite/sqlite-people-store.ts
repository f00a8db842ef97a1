import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { NamedPerson, PeopleStore } from '../people.js';
import { asLogError } from './log-errors.js';

const RETRY_MS = 50;

/** Names of people, in a table of the log file. */
export class SqlitePeopleStore implements PeopleStore {
  constructor(
    private readonly path: string,
    private readonly db: DatabaseSync,
  ) {}

  async put({ id, name }: NamedPerson): Promise<void> {
    this.#withLogErrors(() =>
      this.db
        .prepare('INSERT INTO people (id, name) VALUES (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name')
        .run(id, name),
    );
  }

  async get(id: string): Promise<NamedPerson | undefined> {
    return this.#withLogErrors(() => this.db.prepare('SELECT id, name FROM people WHERE id = ?').get(id)) as
      | NamedPerson
      | undefined;
  }

  async all(): Promise<NamedPerson[]> {
    return this.#withLogErrors(() =>
      this.db.prepare('SELECT id, name FROM people ORDER BY id').all(),
    ) as unknown as NamedPerson[];
  }

  async erase(id: string): Promise<void> {
    this.#withLogErrors(() => this.db.prepare('DELETE FROM people WHERE id = ?').run(id));
    // The write-ahead log keeps older copies of the page as long as a reader needs them, for example a
    // running backup.
    while (
      this.#withLogErrors(() => this.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get())?.['busy'] !== 0
    )
      await pause(RETRY_MS);
  }

  #withLogErrors<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw asLogError(error, this.path);
    }
  }
}
