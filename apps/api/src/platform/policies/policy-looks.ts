import type { OpenFile } from '../projections/unit/open-file.js';
import { POLICIES } from './policies.projection.js';

/** How the names of the streams begin that are looked at; none where the projection is not in the list. */
export class LookedAt {
  readonly prefixes: readonly string[];

  constructor({ db }: OpenFile) {
    const row = db.prepare('SELECT streams FROM projections WHERE name = ?').get(POLICIES);
    this.prefixes = (row?.['streams'] as string | undefined)?.split(' ') ?? [];
  }
}

/** A stream that is to be looked at now. */
export interface Look {
  stream: string;
  /** Its version at that time. */
  version: number;
  /** How many looks in a row have failed. */
  attempts: number;
}

/** A stream with a task that failed too often. */
export interface ParkedLook {
  stream: string;
  reason: string;
}

/**
 * The table of looks, as the runner uses it. `at` is the moment of the next look: empty for at once, null
 * for never. The result of a look is only kept when the stream got no new version in the meantime.
 */
export class PolicyLooks {
  private readonly statements;

  constructor({ db }: OpenFile) {
    const note = (what: string) =>
      db.prepare(
        `UPDATE policy_looks SET ${what}
         WHERE stream = (SELECT no FROM streams WHERE name = ?) AND version = ?`,
      );
    this.statements = {
      next: db.prepare(
        `SELECT s.name AS stream, l.version, l.attempts FROM policy_looks l JOIN streams s ON s.no = l.stream
         WHERE l.at <= ? ORDER BY l.at LIMIT 1`,
      ),
      nextAt: db.prepare('SELECT min(at) AS at FROM policy_looks'),
      settled: note('at = ?, attempts = 0, parked = 0, reason = NULL'),
      failed: note('at = ?, attempts = attempts + 1, parked = ?, reason = ?'),
      parked: db.prepare(
        `SELECT s.name AS stream, l.reason FROM policy_looks l JOIN streams s ON s.no = l.stream
         WHERE l.parked = 1 ORDER BY s.name`,
      ),
      retry: db.prepare("UPDATE policy_looks SET at = '' WHERE parked = 1"),
    };
  }

  next(now: Date): Look | undefined {
    return this.statements.next.get(now.toISOString()) as Look | undefined;
  }

  /** The moment of the next look, where there is one. */
  nextAt(): Date | undefined {
    const { at } = this.statements.nextAt.get() as { at: string | null };
    return at === null ? undefined : new Date(at === '' ? 0 : at);
  }

  /** @param at when to look again; if left out, only after a new version */
  settled({ stream, version }: Look, at?: Date): void {
    this.statements.settled.run(at?.toISOString() ?? null, stream, version);
  }

  failed({ stream, version }: Look, said: { at?: Date; parked: boolean; reason: string }): void {
    const { at, parked, reason } = said;
    this.statements.failed.run(at?.toISOString() ?? null, parked ? 1 : 0, reason, stream, version);
  }

  parked(): ParkedLook[] {
    return this.statements.parked.all() as unknown as ParkedLook[];
  }

  /** Makes parked streams due again. They stay parked until a look succeeds. */
  retryParked(): void {
    this.statements.retry.run();
  }
}
