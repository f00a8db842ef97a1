import type { DatabaseSync } from 'node:sqlite';
import { cut, type Outline } from '#bpmn';
import type { FactKind, FactValues } from '#domain';
import { factValue, type FactRow } from '../reading/fact-value.js';
import { sortName } from '../sort-name.js';

/** A process whose line in the overview is to be made. */
export interface OutdatedProcess {
  no: number;
  id: string;
  version: number;
}

type CurrentFacts = { [K in FactKind]: Map<string, FactValues[K]> };

/** What the line of a process needs; everything else is left unread. */
const KINDS = [
  'name',
  'domain',
  'retirement',
  'owner',
  'diagram',
  'knip',
  'binding',
] as const satisfies readonly FactKind[];

/** Keeps one line for each process: its name, its numbers, its newest version. */
export class OverviewWriter {
  private readonly statements;

  /** @param outline what was read from the diagram of a digest */
  constructor(
    db: DatabaseSync,
    private readonly outline: (digest: string) => Outline | undefined,
  ) {
    this.statements = {
      outdated: db.prepare(
        'SELECT p.no, p.id, p.version FROM processes p LEFT JOIN overview o ON o.process = p.no WHERE p.version > 0 AND p.version IS NOT o.version',
      ),
      facts: db.prepare(
        `SELECT k.kind, k.key, h.version, h.type, h.data FROM fact_keys k
         CROSS JOIN facts f ON f.key = k.no AND f.from_version = (SELECT max(from_version) FROM facts WHERE key = k.no)
         CROSS JOIN history h ON h.process = k.process AND h.version = f.from_version
         WHERE k.process = ? AND k.kind IN (${KINDS.map((kind) => `'${kind}'`).join(', ')})`,
      ),
      write: db.prepare(
        `INSERT OR REPLACE INTO overview
           (process, id, version, name, sort_name, domain, case_type, owner, retired, front, back, unknown, undecided, handovers)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
    };
  }

  /** The processes that changed since their line was made. */
  outdated(): OutdatedProcess[] {
    return this.statements.outdated.all() as unknown as OutdatedProcess[];
  }

  refresh(processes: readonly OutdatedProcess[]): void {
    for (const process of processes) this.write(process);
  }

  private write({ no, id, version }: OutdatedProcess): void {
    const facts = this.current(no);
    const name = facts.name.get('')?.name ?? id;
    const { domain, caseType } = facts.domain.get('') ?? { domain: '' };
    const digest = facts.diagram.get('')?.digest;
    const outline = digest === undefined ? undefined : this.outline(digest);
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
