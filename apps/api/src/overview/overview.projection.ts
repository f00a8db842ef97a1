import { cut } from '#bpmn';
import { processAggregate, type ProcessFactKind, type ProcessFactValues } from '#domain';
import { HISTORY } from '../event-history/index.js';
import type { OpenFile } from '../platform/projections/unit/open-file.js';
import type { Projection, ProjectionWriter, Stream } from '../platform/projections/unit/projection.js';
import { sortName } from '../platform/words/sort-name.js';
import { factValue, FACTS, Outlines, type FactRow } from '../process-facts/index.js';

/** One line for each process: its name, its numbers, its newest version. */
export const OVERVIEW: Projection = {
  name: 'overview',
  version: 1,
  streams: [processAggregate],
  needs: [HISTORY.name, 'outlines', FACTS.name],
  tables: `
    CREATE TABLE overview (
      process INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      name TEXT NOT NULL,
      sort_name TEXT NOT NULL,
      domain TEXT NOT NULL,
      case_type TEXT,
      owner TEXT,
      retired INTEGER NOT NULL,
      front INTEGER NOT NULL,
      back INTEGER NOT NULL,
      unknown INTEGER NOT NULL,
      undecided INTEGER NOT NULL,
      handovers INTEGER NOT NULL
    );
    CREATE INDEX overview_by_name ON overview (sort_name, id);
  `,
  contentHash: [
    `SELECT id, version, name, sort_name, domain, case_type, owner, retired, front, back, unknown, undecided, handovers
     FROM overview ORDER BY id`,
  ],
  open: (file) => new OverviewWriter(file),
};

type CurrentFacts = { [K in ProcessFactKind]: Map<string, ProcessFactValues[K]> };

/** What the line of a process needs; everything else is left unread. */
const KINDS = [
  'name',
  'domain',
  'retirement',
  'owner',
  'diagram',
  'knip',
  'binding',
] as const satisfies readonly ProcessFactKind[];

class OverviewWriter implements ProjectionWriter {
  private readonly outlines;
  private readonly statements;

  constructor(file: OpenFile) {
    const { db } = file;
    this.outlines = file.reader(Outlines);
    this.statements = {
      facts: db.prepare(
        `SELECT k.kind, k.key, h.version, h.type, h.data FROM fact_keys k
         CROSS JOIN facts f ON f.key = k.no AND f.from_version = (SELECT max(from_version) FROM facts WHERE key = k.no)
         CROSS JOIN history h ON h.stream = k.process AND h.version = f.from_version
         WHERE k.process = ? AND k.kind IN (${KINDS.map((kind) => `'${kind}'`).join(', ')})`,
      ),
      write: db.prepare(
        `INSERT OR REPLACE INTO overview
           (process, id, version, name, sort_name, domain, case_type, owner, retired, front, back, unknown, undecided, handovers)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
    };
  }

  complete(changed: readonly Stream[]): void {
    for (const process of changed) this.write(process);
  }

  private write({ no, name: stream, version }: Stream): void {
    const id = stream.slice(processAggregate.prefix.length);
    const facts = this.current(no);
    const name = facts.name.get('')?.name ?? id;
    const { domain, caseType } = facts.domain.get('') ?? { domain: '' };
    const digest = facts.diagram.get('')?.digest;
    const outline = digest === undefined ? undefined : this.outlines.get(digest);
    const counts = outline
      ? cut(outline, {
          knip: (elementId) => facts.knip.get(elementId)?.side,
          boundSide: (elementId) => facts.binding.get(elementId)?.side,
        }).counts
      : { front: 0, back: 0, unknown: 0, undecided: 0, handovers: 0 };
    this.statements.write.run(
      no,
      id,
      version,
      name,
      sortName(name),
      domain,
      caseType ?? null,
      facts.owner.get('')?.person ?? null,
      facts.retirement.size,
      counts.front,
      counts.back,
      counts.unknown,
      counts.undecided,
      counts.handovers,
    );
  }

  private current(no: number): CurrentFacts {
    const facts = Object.fromEntries(KINDS.map((kind) => [kind, new Map<string, unknown>()])) as CurrentFacts;
    for (const row of this.statements.facts.all(no) as unknown as FactRow[]) {
      const value = factValue(row);
      if (value !== null) (facts[row.kind] as Map<string, unknown>).set(row.key, value);
    }
    return facts;
  }
}
