import type { DatabaseSync } from 'node:sqlite';
import type { OpenFile } from '../../apps/api/src/platform/projections/open-file.js';
import type {
  Projection,
  ProjectionWriter,
  Stream,
  StreamKind,
} from '../../apps/api/src/platform/projections/projection.js';

// All that the read side needs to know of another aggregate: its kind of stream, one projection, one reader.

export type ToyEvent =
  | { type: 'ToyMade'; data: { name: string } }
  | { type: 'ToyPainted'; data: { colour: string } };

interface Edition {
  /** Version of the projection; from the second on, names are kept in capitals. */
  version?: number;
  /** Types of events that can be read. */
  reads?: readonly string[];
}

/** One line for each toy, and each colour that it ever had. */
export function toys({ version = 1, reads = ['ToyMade', 'ToyPainted'] }: Edition = {}): Projection {
  const kind: StreamKind = {
    prefix: 'toy-',
    version: 1,
    current: ({ type, data }) => {
      if (type !== 'ToyMade' && type !== 'ToyPainted') throw new Error(`Unknown event type ${type}.`);
      return { type, data };
    },
  };
  return {
    name: 'toys',
    version,
    streams: [kind],
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
      for (const { no, name } of changed) line.run(no, name.slice('toy-'.length));
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
