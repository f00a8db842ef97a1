import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { needsBuild } from '../needs-build.mjs';

needsBuild('service');

/** What a script of this folder reports; it runs on what the build made, in processes of its own. */
async function reportOf(script: string, ...args: string[]): Promise<Record<string, unknown>> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    fileURLToPath(new URL(script, import.meta.url)),
    ...args,
  ]);
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe('The embedded log', () => {
  it('is its old state, its new state or refused after its write-ahead log was cut or flipped anywhere, and never holds a wrong event', async () => {
    const { old, new: whole, refused, ...report } = await reportOf('damage.mjs', '--times', '300');
    expect(report).toMatchObject({ times: 300, faults: [] });
    for (const outcome of [old, whole, refused]) expect(outcome).toBeGreaterThan(0);
  });

  it('refuses writes with 507 while its disk is full, goes on being read, and takes them again once there is room', async () => {
    const report = await reportOf('disk-full.mjs', '--times', '2');
    if (report['skipped'] !== undefined)
      process.stderr.write(`The full disk was not tried: ${String(report['skipped'])}.\n`);
    else expect(report).toMatchObject({ refused: 2, readWhileFull: 4, faults: [] });
  });
});
