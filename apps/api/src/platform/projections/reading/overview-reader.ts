import type { DatabaseSync } from 'node:sqlite';
import type { SideCounts } from '#contract';
import { sortName } from '../sort-name.js';

/** One process in the overview, persons by id. */
export interface OverviewLine {
  /** The number under which the tables know it. */
  no: number;
  id: string;
  version: number;
  name: string;
  domain: string;
  caseType?: string;
  owner?: string;
  retired: boolean;
  counts: SideCounts;
  parked?: { version: number; reason: string };
  /** Where the page after this line begins. */
  place: OverviewPlace;
}

/** A place in the overview: after it come the names that sort after it. */
export interface OverviewPlace {
  sortName: string;
  id: string;
}

export interface OverviewFilter {
  domain?: string;
  /** Words that must all occur in the name, without regard to capitals and diacritics. */
  q?: string;
  /** Whether retired processes are listed as well. */
  retired: boolean;
}

const COUNTS =
  'sum(front) AS front, sum(back) AS back, sum(unknown) AS unknown, sum(undecided) AS undecided, sum(handovers) AS handovers';

/** Reads the overview of all processes. */
export class OverviewReader {
  private readonly statements;

  constructor(db: DatabaseSync) {
    this.statements = {
      page: db.prepare(
        `SELECT o.*, x.version AS parked_version, x.reason AS parked_reason FROM overview o
         LEFT JOIN parked x ON x.process = o.process
         WHERE (o.sort_name, o.id) > (?1, ?2) AND (?3 IS NULL OR o.domain = ?3) AND (?4 OR o.retired = 0)
           AND NOT EXISTS (SELECT 1 FROM json_each(?5) word WHERE instr(o.sort_name, word.value) = 0)
         ORDER BY o.sort_name, o.id LIMIT ?6`,
      ),
      domains: db.prepare(
        `SELECT domain, count(*) AS processes, ${COUNTS} FROM overview WHERE retired = 0 GROUP BY domain`,
      ),
      positions: db.prepare(
        `SELECT p.id, p.version, p.position, h.type, h.actor FROM processes p
         CROSS JOIN history h ON h.process = p.no AND h.version = p.version WHERE ?1 IS NULL OR p.id = ?1`,
      ),
    };
  }

  /** At most `limit` processes in the order of their names. */
  page(filter: OverviewFilter, after: OverviewPlace | undefined, limit: number): OverviewLine[] {
    const words = sortName(filter.q ?? '')
      .split(/\s+/)
      .filter(Boolean);
    const rows = this.statements.page.all(
      after?.sortName ?? '',
      after?.id ?? '',
      filter.domain ?? null,
      filter.retired ? 1 : 0,
      JSON.stringify(words),
      limit,
    );
    return (rows as unknown as OverviewRow[]).map(toLine);
  }

  /** Numbers of each domain that has processes, retired ones left out. */
  domains(): { domain: string; processes: number; counts: SideCounts }[] {
    const rows = this.statements.domains.all() as unknown as (SideCounts & {
      domain: string;
      processes: number;
    })[];
    return rows.map(({ domain, processes, ...counts }) => ({ domain, processes, counts }));
  }

  /** The newest version of every process, or of one, and where it stands in the log. */
  newest(
    id: string | undefined,
  ): { id: string; version: number; position: string; type: string; actor: string }[] {
    return this.statements.positions.all(id ?? null) as {
      id: string;
      version: number;
      position: string;
      type: string;
      actor: string;
    }[];
  }
}

interface OverviewRow extends SideCounts {
  process: number;
  id: string;
  version: number;
  name: string;
  sort_name: string;
  domain: string;
  case_type: string | null;
  owner: string | null;
  retired: number;
  parked_version: number | null;
  parked_reason: string | null;
}

function toLine(row: OverviewRow): OverviewLine {
  const { process: no, id, version, name, domain, front, back, unknown, undecided, handovers } = row;
  return {
    no,
    id,
    version,
    name,
    domain,
    ...(row.case_type !== null && { caseType: row.case_type }),
    ...(row.owner !== null && { owner: row.owner }),
    retired: row.retired !== 0,
    counts: { front, back, unknown, undecided, handovers },
    ...(row.parked_version !== null && {
      parked: { version: row.parked_version, reason: row.parked_reason ?? '' },
    }),
    place: { sortName: row.sort_name, id },
  };
}
