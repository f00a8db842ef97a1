import { describe, expect, it } from '@jest/globals';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { EMPTY_STREAM, openLog, sealEvents, type SealContext } from '#event-store';
import { needsBuild } from '../needs-build.mjs';

needsBuild('service');
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Runs the build, in separate processes. */
describe('the embedded log under SIGKILL', () => {
  it('loses no acknowledged event and leaves no half batch, killed 50 times under 64 writers', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [here('sigkill.mjs'), '--kills', '50']);
    const report = JSON.parse(stdout) as { kills: number; acknowledged: number; faults: string[] };
    expect(report).toMatchObject({ kills: 50, faults: [] });
    expect(report.acknowledged).toBeGreaterThan(50);
  });

  it('is locked by the process that writes, and free as soon as that process is dead', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'knipkaart-held-'));
    const path = join(folder, 'log.db');
    const writers = spawn(process.execPath, [here('writers.mjs'), path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(writers.stdout, 'data');
    expect(() => openLog(path)).toThrow(`in use by process ${writers.pid} on `);
    writers.stdout.resume();
    writers.kill('SIGKILL');
    await once(writers, 'close');
    await openLog(path).events.close();
    rmSync(folder, { recursive: true });
  });

  it('keeps every knip that the service answered over HTTP, killed 5 times under 64 people', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [here('service.mjs'), '--kills', '5']);
    const report = JSON.parse(stdout) as { acknowledged: number; faults: string[] };
    expect(report.faults).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(5);
  });

  it('is checked by a check that notices a lost event and a half batch', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'knipkaart-check-'));
    const path = join(folder, 'log.db');
    const { events } = openLog(path);
    const context: SealContext = {
      commandId: 'c1',
      requestDigest: '0'.repeat(64),
      schemaVersion: 1,
      actor: 'crash',
      now: new Date(),
    };
    await events.append(
      's',
      0,
      sealEvents('s', EMPTY_STREAM, [{ type: 'Counted', data: { count: 1, of: 2 } }], context),
    );
    await events.close();
    const { LogCheck } = (await import(here('log-check.mjs'))) as {
      LogCheck: new (
        path: string,
      ) => {
        faults(acknowledged: { stream: string; version: number; commandId?: string }[]): Promise<string[]>;
      };
    };
    const acknowledged = [
      { stream: 's', version: 1, commandId: 'c1' },
      { stream: 's', version: 1, commandId: 'c2' },
      { stream: 's', version: 2 },
    ];
    expect(await new LogCheck(path).faults(acknowledged)).toEqual([
      'version 1 of s was acknowledged and is lost',
      'version 2 of s was acknowledged and is lost',
      '1 of 2 events of command c1 are stored',
    ]);
    rmSync(folder, { recursive: true });
  });
});
