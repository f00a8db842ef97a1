import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openLog, sealEvents } from '#event-store';
import { startApp } from './start-app.js';

it('A process with an event that cannot be read takes no writes, and says why; the others do', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-test-'));
  const before = await startApp({ dataDir });
  const [stale, well] = [await before.process(), await before.process()];
  await before.stop();

  const log = openLog(join(dataDir, 'log.sqlite'));
  const last = (await log.events.readLast(`process-${stale}`))!;
  const head = { version: last.version, hash: last.metadata.hash, at: last.metadata.at };
  const context = { commandId: 'c', requestDigest: 'd', schemaVersion: 1, actor: 'auditor', now: new Date() };
  await log.events.append(
    last.stream,
    last.version,
    sealEvents(last.stream, head, [{ type: 'FromAnotherTime', data: {} }], context),
  );
  await log.events.close();

  const after = await startApp({ dataDir });
  const knip = (id: string) =>
    after
      .as('werkgroep-vergunningen')
      .put(`/processes/${id}/knips/Toetsen`)
      .send({ side: 'front', reason: 'x' });
  const { body, headers } = await knip(stale).expect(503);
  expect(body).toMatchObject({
    type: 'urn:knipkaart:problem:process-parked',
    detail: expect.stringContaining('3'),
  });
  expect(headers['retry-after']).toBeDefined();
  await knip(well).expect(200);
  expect((await after.http().get('/health/ready').expect(200)).body).toMatchObject({
    warnings: [expect.stringContaining(stale)],
  });
  expect((await after.http().get('/metrics').expect(200)).text).toContain('knipkaart_processes_parked 1');
  await after.stop();
  rmSync(dataDir, { recursive: true });
});
