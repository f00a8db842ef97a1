import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { verifyLog } from '../../apps/api/src/log/verify-log.js';
import { startApp } from './start-app.js';

let dataDir: string;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-verify-'));
  const app = await startApp({ dataDir });
  const id = await app.process();
  for (let n = 0; n < 30; n++) await app.as('werkgroep-vergunningen').put(`/processes/${id}/knips/Toetsen`).send({ side: 'back', reason: `Reden ${n}` }).expect(200);
  await app.stop();
}, 30_000);
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it('A log that nobody touched verifies, and has the same root every time', async () => {
  const verified = await verifyLog(dataDir, () => undefined);
  expect(verified).toEqual({ events: 32, streams: 1, root: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await verifyLog(dataDir, () => undefined)).toEqual(verified);
});

it('A reason that somebody changed in the file is found, and named', async () => {
  const file = new DatabaseSync(join(dataDir, 'log.sqlite'));
  file.exec(`UPDATE events SET data = replace(data, 'Reden 3"', 'Reden 4"') WHERE version = 6`);
  file.close();
  const { flaw } = await verifyLog(dataDir, () => undefined);
  expect(flaw).toMatchObject({ version: 6, problem: expect.stringContaining('hash') });
});

it('A folder without a log is told so', async () => {
  await expect(verifyLog(join(dataDir, 'nergens'), () => undefined)).rejects.toThrow('There is no log in');
});
