import type { DatabaseSync } from 'node:sqlite';
import { aggregate, object, text } from '#domain';
import type { OpenFile } from '../../apps/api/src/platform/projections/unit/open-file.js';
import type {
  Projection,
  ProjectionWriter,
  Stream,
} from '../../apps/api/src/platform/projections/unit/projection.js';

// All that the service needs to know of another aggregate: its declaration, one projection, one reader.

export type ToyEvent =
  | { type: 'ToyMade'; data: { name: string } }
  | { type: 'ToyPainted'; data: { colour: string } };

/** A toy as decisions see it. */
export interface Toy {
  version: number;
  colour?: string;
}

export const toyAggregate = aggregate({
  name: 'toy',
  events: { ToyMade: object({ name: text }), ToyPainted: object({ colour: text }) },
  // The first release said that a toy was built.
  older: [new Map([['ToyBuilt', (data) => ({ type: 'ToyMade', data: data as object })]])],
  initial: { version: 0 } as Toy,
  evolve: ({ version }, { type, data }): Toy => ({
    version: version + 1,
    ...(type === 'ToyPainted' && { colour: data.colour }),
  }),
});

interface Edition {
  /** Version of the projection; from the second on, names are kept in capitals. */
  version?: number;
  /** Types of events that can be read. */
  reads?: readonly string[];
}

/** One line for each toy, and each colour that it ever had. */
export function toys({ version = 1, reads = ['ToyMade', 'ToyPainted'] }: Edition = {}): Projection {
  return {
    name: 'toys',
    version,
    streams: [toyAggregate],
    tables: `
      CREATE TABLE toy_colours (toy INTEGER NOT NULL, version INTEGER NOT NULL, colour TEXT NOT NULL);
      CREATE TABLE toys (toy INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, colours INTEGER NOT NULL);
    `,
    lateIndexes: 'CREATE UNIQUE INDEX IF NOT EXISTS toy_colours_by_version ON toy_colours (toy, version);',
    contentHash: [
      'SELECT id, name, colours FROM toys ORDER BY id',
      'SELECT s.name, c.version, c.colour FROM toy_colours c JOIN streams s ON s.no = c.toy ORDER BY s.name, c.version',
    ],
    open: ({ db }) => toysWriter(db, version, reads),
  };
}

function toysWriter(db: DatabaseSync, edition: number, reads: readonly string[]): ProjectionWriter {
  const colour = db.prepare('INSERT INTO toy_colours (toy, version, colour) VALUES (?, ?, ?)');
  const line = db.prepare(`
    INSERT OR REPLACE INTO toys (toy, id, name, colours)
    SELECT ?1, ?2, ${edition > 1 ? 'upper' : ''}(json_extract(data, '$.name')),
      (SELECT count(*) FROM toy_colours WHERE toy = ?1)
    FROM events WHERE stream = ?1 AND version = 1`);
  return {
    apply({ type, data, version }, { no }) {
      if (!reads.includes(type)) throw new Error('It is too small to read.');
      if (type !== 'ToyPainted') return undefined;
      return () => colour.run(no, version, (data as { colour: string }).colour);
    },
    complete(changed: readonly Stream[]) {
      for (const { no, name } of changed) line.run(no, name.slice(toyAggregate.prefix.length));
    },
  };
}

export class ToyReader {
  private readonly all;

  constructor({ db }: OpenFile) {
    this.all = db.prepare('SELECT id, name, colours FROM toys ORDER BY id');
  }

  /** Each toy as `id name colours`. */
  lines(): string[] {
    return this.all.all().map(({ id, name, colours }) => `${id} ${name} ${colours}`);
  }
}
