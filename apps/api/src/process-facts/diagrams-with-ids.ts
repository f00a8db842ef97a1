import type { OpenFile } from '../platform/projections/unit/open-file.js';

/** The newest diagram of a process before a version that has one of some ids. */
const LAST_DIAGRAM_WITH = `
  SELECT f.from_version AS version FROM fact_keys k
  CROSS JOIN facts f ON f.key = k.no AND f.from_version < ?2
  CROSS JOIN history h ON h.stream = k.process AND h.version = f.from_version
  CROSS JOIN outlines o ON o.digest = json_extract(h.data, '$.diagram.digest')
  WHERE k.process = ?1 AND k.kind = 'diagram' AND k.key = ''
    AND EXISTS (
      SELECT 1 FROM json_each(o.outline, '$.ids') own WHERE own.value IN (SELECT word.value FROM json_each(?3) word))
  ORDER BY f.from_version DESC LIMIT 1`;

/** Looks up which diagrams of a process have some id. */
export class DiagramsWithIds {
  private readonly statement;

  constructor({ db }: OpenFile) {
    this.statement = db.prepare(LAST_DIAGRAM_WITH);
  }

  /** The newest version before another one that saved a diagram with one of the ids, if any did. */
  lastBefore(no: number, version: number, ids: readonly string[]): number | undefined {
    return this.statement.get(no, version, JSON.stringify(ids))?.['version'] as number | undefined;
  }
}
