import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key that signs the cookies where none was set: made once per data folder, readable by its owner alone.
 */
export function keptSessionKey(dataDir: string): string {
  const file = join(dataDir, 'session.key');
  try {
    const kept = readFileSync(file, 'utf8').trim();
    if (kept.length >= 32) return kept;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = randomBytes(32).toString('base64url');
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  // A file that was there already, with something else in it, keeps its mode when it is written.
  chmodSync(file, 0o600);
  return key;
}
