import { LRUCache } from 'lru-cache';
import {
  PROCESS_FACT_KINDS,
  processNameOf,
  standing,
  type ProcessFactKind,
  type ProcessState,
} from '#domain';
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

/** What says who may write to a process, as it is now. */
export interface Rights {
  name: string;
  /** Undefined where there is no process. */
  domain: string | undefined;
  /** Who owns it; undefined where it names nobody yet. */
  owner: string | undefined;
}

/** One look-up for each fact that the process ever had: its last event at or before the version. */
export const FACTS_AS_OF = `
  SELECT k.kind, k.key, h.version, h.type, h.data, h.at, h.actor
  FROM fact_keys k
  CROSS JOIN history h ON h.stream = k.process
    AND h.version = (SELECT max(f.from_version) FROM facts f WHERE f.key = k.no AND f.from_version <= ?2)
  WHERE k.process = ?1`;

/** The facts that say who may write to a process, found by the name of its stream. */
export const RIGHTS = `
  SELECT k.kind, k.key, h.version, h.type, h.data
  FROM streams s
  CROSS JOIN fact_keys k ON k.process = s.no AND k.kind IN ('name', 'domain', 'owner') AND k.key = ''
  CROSS JOIN history h ON h.stream = s.no
    AND h.version = (SELECT max(f.from_version) FROM facts f WHERE f.key = k.no)
  WHERE s.name = ? AND s.version > 0`;

/** Who made a version, and when. */
export const MADE = 'SELECT at, actor FROM history WHERE stream = ? AND version = ?';

/** Who made a version and when, and the version that its decision was carried from. */
const CARRIED = `
  SELECT at, actor, json_extract(data, '$.carriedFrom.version') AS "from" FROM history
  WHERE stream = ? AND version = ?`;

/** Rows as lists cost a quarter less than rows as objects. */
type FactAsOf = [
  kind: ProcessFactKind,
  key: string,
  version: number,
  type: string,
  data: string,
  at: string,
  actor: string,
];

/** What says in a state who may write to the process. */
export const rightsIn = (state: ProcessState): Rights => ({
  name: processNameOf(state),
  domain: standing(state, 'domain')?.domain,
  owner: standing(state, 'owner')?.person,
});

/** So many facts are kept in memory, in states: most people look at the newest ones. */
const KEPT_FACTS = 20_000;

/** Reads the state of a process at any version or moment. */
export class StateReader {
  private readonly statements;
  /** By process and version. What is decided never changes. */
  private readonly kept = new LRUCache<string, StateAt>({
    maxSize: KEPT_FACTS,
    sizeCalculation: ({ state }) => 1 + state.changed.size,
  });

  constructor({ db }: OpenFile) {
    this.statements = {
      made: db.prepare(MADE),
      carried: db.prepare(CARRIED),
      facts: db.prepare(FACTS_AS_OF),
      rights: db.prepare(RIGHTS),
      last: db.prepare('SELECT version FROM streams WHERE no = ?'),
    };
    this.statements.facts.setReturnArrays(true);
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
    const key = `${no} ${version}`;
    const known = this.kept.get(key);
    if (known) return known;
    const read = this.read(no, version);
    this.kept.set(key, read);
    return read;
  }

  private read(no: number, version: number): StateAt {
    const tables = Object.fromEntries(PROCESS_FACT_KINDS.map((kind) => [kind, new Map()])) as Record<
      ProcessFactKind,
      Map<string, unknown>
    >;
    const changed = new Map<string, number>();
    const made = new Map<number, Made>();
    const decidedIn = new Map<number, number>();
    const rows = this.statements.facts.all(no, version) as unknown as FactAsOf[];
    for (const [kind, key, from, type, data, at, actor] of rows) {
      changed.set(`${kind} ${key}`, from);
      made.set(from, { at, actor });
      const value = factValue({ kind, key, version: from, type, data });
      if (value === null) continue;
      tables[kind].set(key, { value, version: from });
      if (!('carriedFrom' in value)) continue;
      const first = this.firstOf(no, from);
      if (!first) continue;
      decidedIn.set(from, first.version);
      made.set(first.version, first);
    }
    // Most versions set or end a fact, so that this one is known already.
    if (!made.has(version)) made.set(version, this.made(no, version));
    return { state: { version, changed, ...tables } as unknown as ProcessState, made, decidedIn };
  }

  /** Who may write to a process now; undefined where nothing of it can be read. @param stream its name */
  rights(stream: string): Rights | undefined {
    const rows = this.statements.rights.all(stream) as unknown as FactRow[];
    if (rows.length === 0) return undefined;
    const rights: Rights = { name: '', domain: undefined, owner: undefined };
    for (const row of rows) {
      const value = factValue(row);
      if (value === null) continue;
      if ('name' in value) rights.name = value.name;
      else if ('domain' in value) rights.domain = value.domain;
      else if ('person' in value) rights.owner = value.person;
    }
    return rights;
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
