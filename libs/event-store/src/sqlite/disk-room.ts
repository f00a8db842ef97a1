import { statfsSync, type StatsFs } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Bytes of disk space that an append leaves free, for two needs: SQLite keeps a file beside the log for its
 * readers, and what was acknowledged must stay readable; and the content of the write-ahead log must later
 * fit into the log file.
 */
const RESERVED_BYTES = 8 * 1024 * 1024;

/** Whether the disk has more free space than is reserved. True when the system does not tell. */
export function hasRoom(path: string): boolean {
  try {
    return isRoomy(statfsSync(dirname(path)));
  } catch {
    return true;
  }
}

/** @param disk what the system tells of it: the blocks that are free for us, and the bytes of one */
export const isRoomy = ({ bavail, bsize }: Pick<StatsFs, 'bavail' | 'bsize'>): boolean =>
  bavail * bsize > RESERVED_BYTES;
