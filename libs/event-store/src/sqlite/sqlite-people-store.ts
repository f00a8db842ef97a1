import type { DatabaseSync } from 'node:sqlite';
import type { NamedPerson, PeopleStore } from '../people.js';
import { asLogError } from './log-errors.js';

/** Names of people in a table of the log's own file. */
export class SqlitePeopleStore implements PeopleStore {
  constructor(private readonly path: string, private readonly db: DatabaseSync) {}

  async put({ id, name }: NamedPerson): Promise<void> {
    this.#write('INSERT INTO people (id, name) VALUES (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name', id, name);
  }

  async get(id: string): Promise<NamedPerson | undefined> {
    return this.db.prepare('SELECT id, name FROM people WHERE id = ?').get(id) as NamedPerson | undefined;
  }

  async all(): Promise<NamedPerson[]> {
    return this.db.prepare('SELECT id, name FROM people ORDER BY id').all() as unknown as NamedPerson[];
  }

  async erase(id: string): Promise<void> {
    this.#write('DELETE FROM people WHERE id = ?', id);
    // The write-ahead log still holds older copies of the page.
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  #write(sql: string, ...values: string[]): void {
    try {
      this.db.prepare(sql).run(...values);
    } catch (error) {
      throw asLogError(error, this.path);
    }
  }
}
