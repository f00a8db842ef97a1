import type { DatabaseSync } from 'node:sqlite';
import type { Projection } from '../unit/projection.js';
import type { ProjectionSet } from '../unit/projection-set.js';
import { madeBy, statementsIn } from './schema.js';

/** Records which projections a file holds, and which kinds of streams they get. */
export function register(db: DatabaseSync, projections: readonly Projection[]): void {
  const kind = db.prepare('INSERT OR REPLACE INTO kinds (prefix, version) VALUES (?, ?)');
  const projection = db.prepare(
    'INSERT OR REPLACE INTO projections (name, version, streams, tables) VALUES (?, ?, ?, ?)',
  );
  for (const { name, version, streams, tables } of projections) {
    for (const stream of streams) kind.run(stream.prefix, stream.schemaVersion);
    projection.run(name, version, prefixesOf(streams), JSON.stringify(tablesOf(tables)));
  }
}

/**
 * Whether everything in a file belongs to the set. If not, the file cannot be used: a projection was taken
 * out, or older events have another current shape.
 */
export function belongsTo(db: DatabaseSync, { kinds, list }: ProjectionSet): boolean {
  const names = new Set(list.map(({ name }) => name));
  return (
    db
      .prepare('SELECT prefix, version FROM kinds')
      .all()
      .every(({ prefix, version }) => kinds.get(prefix as string)?.schemaVersion === version) &&
    db
      .prepare('SELECT name FROM projections')
      .all()
      .every(({ name }) => names.has(name as string))
  );
}

/** The projections that a file lacks or holds in another version or form, and those that need one of them. */
export function outdatedIn(db: DatabaseSync, { list }: ProjectionSet): Projection[] {
  const standing = statementsIn(db);
  const registered = db.prepare('SELECT 1 FROM projections WHERE name = ? AND version = ? AND streams = ?');
  const outdated = new Set<string>();
  for (const { name, version, streams, tables, needs = [] } of list) {
    const stands =
      registered.get(name, version, prefixesOf(streams)) &&
      [...madeBy(tables)].every(([made, sql]) => standing.get(made) === sql);
    if (!stands || needs.some((needed) => outdated.has(needed))) outdated.add(name);
  }
  return list.filter(({ name }) => outdated.has(name));
}

/** The kinds of streams whose rows a file holds. */
export function prefixesIn(db: DatabaseSync): Set<string> {
  return new Set(
    db
      .prepare('SELECT prefix FROM kinds')
      .all()
      .map(({ prefix }) => prefix as string),
  );
}

/** Drops the tables of projections and creates them empty. */
export function emptyTables(db: DatabaseSync, projections: readonly Projection[]): void {
  const known = db.prepare('SELECT tables FROM projections WHERE name = ?');
  for (const { name, tables } of projections) {
    const before = JSON.parse((known.get(name)?.['tables'] as string | undefined) ?? '[]') as string[];
    for (const table of new Set([...before, ...tablesOf(tables)])) db.exec(`DROP TABLE IF EXISTS "${table}"`);
    db.exec(tables);
  }
}

const prefixesOf = (streams: Projection['streams']): string =>
  streams
    .map(({ prefix }) => prefix)
    .sort()
    .join(' ');

const tablesOf = (sql: string): string[] =>
  [...madeBy(sql)].flatMap(([name, made]) => (/^CREATE TABLE/i.test(made) ? [name] : []));
