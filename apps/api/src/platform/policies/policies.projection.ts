import type { Projection, StreamKind } from '../projections/unit/projection.js';

/** Name of the projection. The runner uses it to find out which streams are looked at. */
export const POLICIES = 'policies';

/**
 * Which streams the policies still have to look at, and when: at once after a new version, and again on
 * the day when a task is due. The runner keeps the result of each look in the same table. None of it is
 * the truth, so it is not part of the content hash.
 * @param version raised when a policy is added or asks for something else: every stream is looked at again
 * @param streams the kinds of streams that have policies
 */
export const policyLooks = (version: number, streams: readonly StreamKind[]): Projection => ({
  name: POLICIES,
  version,
  streams,
  tables: `
    CREATE TABLE policy_looks (
      stream INTEGER PRIMARY KEY,
      version INTEGER NOT NULL,
      at TEXT,
      attempts INTEGER NOT NULL,
      parked INTEGER NOT NULL,
      reason TEXT
    );
    CREATE INDEX policy_looks_by_time ON policy_looks (at);
  `,
  contentHash: [],
  open: ({ db }) => {
    const look = db.prepare(
      `INSERT INTO policy_looks (stream, version, at, attempts, parked) VALUES (?, ?, '', 0, 0)
       ON CONFLICT DO UPDATE SET version = excluded.version, at = '' WHERE version <> excluded.version`,
    );
    return {
      complete: (changed) => {
        for (const { no, version } of changed) look.run(no, version);
      },
    };
  },
});
