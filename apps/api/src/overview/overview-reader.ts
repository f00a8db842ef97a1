import type { SideCounts } from '../processes/index.js';
import type { OpenFile } from '../platform/projections/unit/open-file.js';
import { sortName } from '../platform/words/sort-name.js';

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
  /** At most `MOST_WORDS` words that must all occur in the name, whatever their capitals and diacritics. */
  q?: string;
  /** Whether retired processes are listed as well. */
  retired: boolean;
}

/** Words of one search. Each is looked for in every name. */
export const MOST_WORDS = 10;
/** Where they stand among the parameters of a search, after the five others. */
const EACH_WORD = Array.from({ length: MOST_WORDS }, (_, index) => index + 6);

/** The words of a search as names are sorted, each once. */
export const searchWords = (q = ''): string[] => [...new Set(sortName(q).split(/\s+/).filter(Boolean))];

const COUNTS =
  'sum(front) AS front, sum(back) AS back, sum(unknown) AS unknown, sum(undecided) AS undecided, sum(handovers) AS handovers';

/** Reads the overview of all processes. */
export class OverviewReader {
  private readonly statements;

  constructor({ db }: OpenFile) {
    this.statements = {
      page: db.prepare(
        `SELECT o.*, x.version AS parked_version, x.reason AS parked_reason FROM overview o
         LEFT JOIN parked x ON x.stream = o.process
         WHERE (o.sort_name, o.id) > (?1, ?2) AND (?3 IS NULL OR o.domain = ?3) AND (?4 OR o.retired = 0)
           ${EACH_WORD.map((n) => `AND instr(o.sort_name, ?${n})`).join(' ')}
         ORDER BY o.sort_name, o.id LIMIT ?5`,
      ),
      domains: db.prepare(
        `SELECT domain, count(*) AS processes, ${COUNTS} FROM overview WHERE retired = 0 GROUP BY domain`,
      ),
    };
  }

  /** At most `limit` processes in the order of their names. */
  page(filter: OverviewFilter, after: OverviewPlace | undefined, limit: number): OverviewLine[] {
    const words = searchWords(filter.q);
    const rows = this.statements.page.all(
      after?.sortName ?? '',
      after?.id ?? '',
      filter.domain ?? null,
      filter.retired ? 1 : 0,
      limit,
      // An empty word stands in every name.
      ...EACH_WORD.map((_, index) => words[index] ?? ''),
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
