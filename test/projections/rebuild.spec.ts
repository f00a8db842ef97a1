import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openLog } from '#event-store';
import { rebuildReadModel } from '../../apps/api/src/platform/projections/following/rebuild-read-model.js';
import { needsBuild } from '../needs-build.mjs';
import { PROJECTIONS } from '../../apps/api/src/projections.js';
import { knip, record, registered, stateOf, temporaryFolder, readModelIn } from './fixture.js';

describe('Rebuilding the read model by hand', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  it('replaces whatever stands there, and says how far it is and what could not be read', async () => {
    const log = openLog(join(folder.path, 'log.sqlite'));
    await record(log.events, 'p', registered(), knip('A'));
    await record(log.events, 'q', registered(), { type: 'Unheard', data: {} } as never);
    await log.events.close();
    writeFileSync(join(folder.path, 'read-model.sqlite'), 'rubbish');
    const shares: number[] = [];
    expect(
      await rebuildReadModel({ dataDir: folder.path }, PROJECTIONS, (share) => shares.push(share)),
    ).toMatchObject({
      events: 4,
      parked: [{ stream: 'process-q', version: 2 }],
    });
    expect(shares).toEqual([1]);
    const readModel = readModelIn(folder.path);
    expect(stateOf(readModel, 'p')?.version).toBe(2);
    await readModel.stop();
  });

  it('refuses while the service runs, and where there is no log', async () => {
    await expect(rebuildReadModel({ dataDir: folder.path }, PROJECTIONS, () => {})).rejects.toThrow(
      /^There is no log in /,
    );
    const log = openLog(join(folder.path, 'log.sqlite'));
    await expect(rebuildReadModel({ dataDir: folder.path }, PROJECTIONS, () => {})).rejects.toThrow(
      /in use by .*Stop the service first/,
    );
    await log.events.close();
  });
});

/** Only a built thread has a script to begin with. */
describe('Building the read model of a long log', () => {
  it('on a thread gives what growing with the log gave, tells how far it is, leaves room for requests and may be broken off', async () => {
    needsBuild('service');
    const script = fileURLToPath(new URL('threaded-rebuild.mjs', import.meta.url));
    const report = JSON.parse((await promisify(execFile)(process.execPath, [script])).stdout) as Record<
      string,
      unknown
    >;
    expect(report).toMatchObject({
      built: report['grown'],
      again: report['grown'],
      draft: false,
      pages: 48,
      parked: [
        { stream: 'process-p3', version: 700 },
        { stream: 'process-p4', version: 800 },
        { stream: 'process-p5', version: 900 },
      ],
    });
    expect(report['turns']).toBeGreaterThan(0);
  });
});
