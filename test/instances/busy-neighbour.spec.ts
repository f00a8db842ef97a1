import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { atEnd } from '../at-end.js';
import { describeOnDouble } from '../eventstoredb/describe-on-double.js';
import { startDoubleProcess } from '../eventstoredb/double.mjs';
import { startInstance } from './start-instance.js';

const PROBES = 20;
const BLOCK = 200_000;

describeOnDouble('Instances beside a busy neighbour on the same server', () => {
  it('start by reading only our events, stay ready, and show what the other one wrote', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'knipkaart-busy-'));
    atEnd(() => rmSync(folder, { recursive: true }));
    const double = await startDoubleProcess({ path: join(folder, 'log'), slowness: 1 });
    atEnd(() => double.stop());
    const first = await startInstance(double.url);
    const register = (name: string) =>
      first
        .as('werkgroep-vergunningen')
        .post('/processes')
        .send({ name, domain: 'vergunningen' })
        .expect(201);
    for (const name of ['Kapvergunning', 'Inrit']) await register(name);
    await double.writeForeign(BLOCK);
    await double.beBusy(2_000);
    await double.takeReads();
    const second = await startInstance(double.url);
    for (let probe = 0; probe < PROBES; probe += 1) {
      await Promise.all([first, second].map(({ http }) => http().get('/health/ready').expect(200)));
      const { text } = await second.http().get('/metrics').expect(200);
      expect(text).toContain('knipkaart_log_reachable 1\n');
      expect(text).toContain('knipkaart_read_model_behind 0\n');
    }
    const reads = (await double.takeReads()).filter(({ stream }) => stream === '$all');
    const looks = reads.filter(({ filter }) => filter === undefined);
    expect(looks.length).toBeGreaterThanOrEqual(PROBES);
    expect(looks.every(({ limit }) => limit === 1)).toBe(true);
    // The two events, and of the newest one once more where it ends.
    const most = Math.max(...reads.map(({ delivered }) => delivered));
    expect(most).toBeLessThanOrEqual(2);
    const { headers, body } = await register('Uitweg');
    const { id } = body as { id: string };
    await second
      .as('auditor')
      .get(`/processes/${id}`)
      .set('Log-Position', String(headers['log-position']))
      .expect(200);
    await double.beBusy(0);
  });
});
