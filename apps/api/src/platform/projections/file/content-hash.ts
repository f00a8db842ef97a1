import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ProjectionSet } from '../unit/projection-set.js';
import { CONTENT } from './schema.js';

/**
 * SHA-256 (hex) of all that the read model holds, in the tables of the platform and of the projections. It is
 * the same whether the file grew with the log or was built from it at once.
 */
export function contentHash(db: DatabaseSync, { list }: ProjectionSet): string {
  const hash = createHash('sha256');
  for (const select of [...CONTENT, ...list.flatMap((projection) => projection.contentHash)]) {
    hash.update(`${select}\n`);
    for (const row of db.prepare(select).iterate()) hash.update(`${JSON.stringify(Object.values(row))}\n`);
  }
  return hash.digest('hex');
}
