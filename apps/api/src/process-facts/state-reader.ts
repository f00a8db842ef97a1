import { PROCESS_FACT_KINDS, type ProcessFactKind, type ProcessState } from '#domain';
import type { OpenFile } from '../platform/projections/unit/open-file.js';
import { factValue, type FactRow } from './fact-value.js';

/** Who made a version, and when. */
export interface Made {
  at: string;
  /** Pseudonymous id. */
  actor: string;
}

/** A process as it stood after one of its versions. */
export interface StateAt {
  state: ProcessState;
  /** Of each version that a fact of the state goes back to, and of the version itself. */
  made: ReadonlyMap<number, Made>;
  /** Of each version that recorded a decision again, because ids changed: the version that decided it. */
  decidedIn: ReadonlyMap<number, number>;
}

/** One look-up for each fact that the process ever had: its last row that begins at or before the version. */
export const FACTS_AS_OF = `
  SELECT k.kind, k.key, h.version, h.type, h.data, h.at, h.actor
  FROM fact_keys k
  CROSS JOIN facts f ON f.key = k.no
    AND f.from_version = (SELECT max(earlier.from_version) FROM facts earlier WHERE earlier.key = k.no AND earlier.from_version <= ?2)
  CROSS JOIN history h ON h.stream = k.process AND h.version = f.from_version
  WHERE k.process = ?1`;

/** Of these, what says who may write to the process. */
export const RIGHTS_AS_OF = `${FACTS_AS_OF} AND k.kind IN ('name', 'domain', 'owner')`;

/** Who made a version, and when. */
export const MADE = 'SELECT at, actor FROM history WHERE stream = ? AND version = ?';

/** Who made a version and when, and the version that its decision was carried from. */
const CARRIED = `
  SELECT at, actor, json_extract(data, '$.carriedFrom.version') AS "from" FROM history
  WHERE stream = ? AND version = ?`;

/** Reads the state of a process at any version or moment. */
export class StateReader {
  private readonly statements;

  constructor({ db }: OpenFile) {
    this.statements = {
      made: db.prepare(MADE),
      carried: db.prepare(CARRIED),
      facts: db.prepare(FACTS_AS_OF),
      rights: db.prepare(RIGHTS_AS_OF),
      last: db.prepare('SELECT version FROM streams WHERE no = ?'),
    };
  }

  /**
   * The newest version made at or before a moment. No version is older than the one before it, so a binary
   * search finds it without an index of moments.
   * @param at UTC, RFC 3339 with milliseconds and `Z`
   */
  versionAt(no: number, at: string): number | undefined {
    let found = 0;
    for (let beyond = (this.statements.last.get(no)!['version'] as number) + 1; beyond - found > 1; ) {
      const middle = Math.floor((found + beyond) / 2);
      if (this.made(no, middle).at <= at) found = middle;
      else beyond = middle;
    }
    return found || undefined;
  }

  /** @param version an existing one */
  asOf(no: number, version: number): StateAt {
    return this.stateOf(no, version, this.statements.facts.all(no, version));
  }

  /** What says who may write to a process, and nothing else of its state. @param version an existing one */
  rightsAsOf(no: number, version: number): ProcessState {
    return this.stateOf(no, version, this.statements.rights.all(no, version)).state;
  }

  private stateOf(no: number, version: number, rows: readonly object[]): StateAt {
    const tables = Object.fromEntries(PROCESS_FACT_KINDS.map((kind) => [kind, new Map()])) as Record<
      ProcessFactKind,
      Map<string, unknown>
    >;
    const changed = new Map<string, number>();
    const made = new Map([[version, this.made(no, version)]]);
    const decidedIn = new Map<number, number>();
    for (const row of rows as (FactRow & Made)[]) {
      changed.set(`${row.kind} ${row.key}`, row.version);
      const value = factValue(row);
      if (value === null) continue;
      tables[row.kind].set(row.key, { value, version: row.version });
      made.set(row.version, { at: row.at, actor: row.actor });
      if (!('carriedFrom' in value)) continue;
      const first = this.firstOf(no, row.version);
      if (!first) continue;
      decidedIn.set(row.version, first.version);
      made.set(first.version, first);
    }
    return { state: { version, changed, ...tables } as unknown as ProcessState, made, decidedIn };
  }

  /** The version that decided what a later one recorded again, however often that was. */
  private firstOf(no: number, version: number): (Made & { version: number }) | undefined {
    let first: (Made & { version: number }) | undefined;
    for (let at = version; ; ) {
      const row = this.statements.carried.get(no, at) as unknown as (Made & { from: unknown }) | undefined;
      if (!row) return first;
      if (at < version) first = { version: at, at: row.at, actor: row.actor };
      // A decision is carried from an earlier version, so this ends.
      if (typeof row.from !== 'number' || row.from >= at) return first;
      at = row.from;
    }
  }

  /** Who made a version, and when. @param version an existing one */
  made(no: number, version: number): Made {
    return this.statements.made.get(no, version) as unknown as Made;
  }
}
