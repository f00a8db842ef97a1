import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Position } from '#event-store';
import { buildFromLog, type Readable } from '../building/build.js';
import { contentHash } from '../file/content-hash.js';
import { outdatedIn, belongsTo } from '../file/registered.js';
import type { ProjectionSet } from '../unit/projection-set.js';

/** What a read model says beside the log: `unfinished` is one of another release, or that is being built. */
export type HeldAgainstLog = 'the same' | 'something else' | 'unfinished';

/**
 * Builds a read model from the log, as far as another one has read it, and compares their contents. The
 * service may run on the other one.
 * @param path of the file of the other one
 * @param onEvents told how many events were read
 */
export async function heldAgainstLog(
  path: string,
  store: Readable,
  projections: ProjectionSet,
  onEvents: (count: number) => void,
): Promise<HeldAgainstLog> {
  const db = new DatabaseSync(path, { readOnly: true });
  const folder = mkdtempSync(join(dirname(path), 'verify-'));
  try {
    db.exec('BEGIN');
    const checkpoint = db.prepare('SELECT position, complete FROM checkpoint').get();
    const isOurs = belongsTo(db, projections) && outdatedIn(db, projections).length === 0;
    if (!isOurs || checkpoint?.['complete'] !== 1) return 'unfinished';
    const built = join(folder, 'read-model.sqlite');
    const until = checkpoint['position'] as Position;
    const onPage = (events: readonly unknown[]) => {
      onEvents(events.length);
      return true;
    };
    await buildFromLog(store, { path: built, projections, until, onPage });
    const other = new DatabaseSync(built, { readOnly: true });
    try {
      return contentHash(db, projections) === contentHash(other, projections) ? 'the same' : 'something else';
    } finally {
      other.close();
    }
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
