import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Bytes of the disk that an append leaves free: whoever reads from the log keeps a file beside it, and what
 * was acknowledged has to be shown as well; and what stands in the write-ahead log has to find room in the
 * file itself.
 */
const ROOM_KEPT = 8 * 1024 * 1024;

/** Whether the disk of a file has more room than is kept free; true where the system does not tell. */
export function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize > ROOM_KEPT;
  } catch {
    return true;
  }
}
