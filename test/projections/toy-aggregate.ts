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
  const toy = db.prepare(
    `INSERT INTO toys (toy, id, name, colours) VALUES (?, ?, ${edition > 1 ? 'upper' : ''}(?), 0)`,
  );
  const colour = db.prepare('INSERT INTO toy_colours (toy, version, colour) VALUES (?, ?, ?)');
  const count = db.prepare(
    'UPDATE toys SET colours = (SELECT count(*) FROM toy_colours WHERE toy = ?1) WHERE toy = ?1',
  );
  return {
    apply(event, { no, name: stream }) {
      const { type, data, version } = event as unknown as ToyEvent & { version: number };
      if (!reads.includes(type)) throw new Error('It is too small to read.');
      return type === 'ToyMade'
        ? () => toy.run(no, stream.slice(toyAggregate.prefix.length), data.name)
        : () => colour.run(no, version, data.colour);
    },
    complete(changed: readonly Stream[]) {
      for (const { no } of changed) count.run(no);
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
