import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** Everything the file holds, in an order and under names that do not depend on how it came there. */
const CONTENT = [
  'SELECT position, first_hash, stream, version, hash FROM checkpoint',
  'SELECT id, version, hash, at, position FROM processes ORDER BY id',
  `SELECT p.id, k.kind, k.key, f.from_version FROM facts f JOIN fact_keys k ON k.no = f.key
   JOIN processes p ON p.no = k.process ORDER BY p.id, k.kind, k.key, f.from_version`,
  `SELECT p.id, h.version, h.type, h.at, h.actor, h.demo, h.data FROM history h
   JOIN processes p ON p.no = h.process ORDER BY p.id, h.version`,
  'SELECT p.id, c.command_id, max(c.version) FROM commands c JOIN processes p ON p.no = c.process GROUP BY p.id, c.command_id ORDER BY p.id, c.command_id',
  'SELECT digest, outline FROM diagrams ORDER BY digest',
  `SELECT id, version, name, sort_name, domain, case_type, owner, retired, front, back, unknown, undecided, handovers
   FROM overview ORDER BY id`,
  'SELECT p.id, x.version, x.reason FROM parked x JOIN processes p ON p.no = x.process ORDER BY p.id',
];

/**
 * SHA-256 (hex) of all that the read model holds: the same, whether it grew with the log or was built from it
 * at once.
 */
export function contentHash(db: DatabaseSync): string {
  const hash = createHash('sha256');
  for (const [table, select] of CONTENT.entries()) {
    for (const row of db.prepare(select).iterate())
      hash.update(`${table} ${JSON.stringify(Object.values(row))}\n`);
  }
  return hash.digest('hex');
}
