import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { needsBuild } from '../needs-build.mjs';

needsBuild('service');

/**
 * The report of a script in this folder. The script runs the build, in separate processes. One that found
 * faults exits with 1, and its report names them.
 */
async function reportOf(script: string, ...args: string[]): Promise<Record<string, unknown>> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [path, ...args]).catch(
    (error: Error & { stdout?: string }) => {
      if (!error.stdout) throw error;
      return { stdout: error.stdout };
    },
  );
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe('The embedded log', () => {
  it('opens in its old or new state or is refused after any damage, and never has a wrong event', async () => {
    const { old, new: whole, refused, ...report } = await reportOf('damage.mjs', '--times', '300');
    expect(report).toMatchObject({ times: 300, faults: [] });
    for (const outcome of [old, whole, refused]) expect(outcome).toBeGreaterThan(0);
  });

  it('refuses writes with 507 on a full disk, still serves reads, and accepts writes when there is space', async () => {
    const report = await reportOf('disk-full.mjs', '--times', '2');
    if (report['skipped'] !== undefined)
      process.stderr.write(`The full disk was not tried: ${String(report['skipped'])}.\n`);
    else expect(report).toMatchObject({ refused: 2, readWhileFull: 4, faults: [] });
  });
});
