import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { LogInUse, lockLog } from '#event-store';
import { StartRefused } from '../environment/settings.js';
import { openLogOf } from './open-log-of.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-log-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it('A data folder is held by one process, until that closes its log', async () => {
  const log = await openLogOf({ dataDir });
  await expect(openLogOf({ dataDir })).rejects.toThrow(LogInUse);
  await expect(openLogOf({ dataDir, eventStoreUrl: 'esdb://127.0.0.1:1?tls=false' })).rejects.toThrow(
    `The data folder ${dataDir} is in use by `,
  );
  await log.close();
  await (await openLogOf({ dataDir })).close();
});

it('A log that cannot be opened holds nothing', async () => {
  // The server of another instance has the read model there.
  const held = lockLog(join(dataDir, 'read-model.sqlite'));
  await expect(openLogOf({ dataDir })).rejects.toThrow(StartRefused);
  held.release();
  await (await openLogOf({ dataDir })).close();
  await expect(openLogOf({ dataDir, eventStoreUrl: 'esdb://' })).rejects.toThrow();
  await (await openLogOf({ dataDir })).close();
});
