import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openLog } from '#event-store';
import { DEMO_PEOPLE } from '../../apps/api/src/accounts/index.js';
import { startService } from '../../apps/api/src/start-service.js';
import { temporaryFolder } from '../projections/fixture.js';
import { startApp } from './start-app.js';

describe('A start on a folder', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());
  const namesOf = async (app: Awaited<ReturnType<typeof startApp>>) => {
    const { body } = await app.as('auditor').get('/people').expect(200);
    const { items } = body as { items: { id: string; name: string }[] };
    return new Map(items.map(({ id, name }) => [id, name]));
  };

  it('that was used before leaves every name as it is, also one that was changed or erased', async () => {
    const before = await startApp({ dataDir: folder.path });
    const names = await namesOf(before);
    expect(names.size).toBe(DEMO_PEOPLE.length);
    await before.stop();
    const { people, events } = openLog(join(folder.path, 'log.sqlite'));
    const [erased, renamed] = [...names.keys()] as [string, string];
    await people.erase(erased);
    await people.put({ id: renamed, name: 'Nieuwe Naam' });
    await events.close();
    const after = await startApp({ dataDir: folder.path });
    expect(await namesOf(after)).toEqual(new Map([...names, [erased, erased], [renamed, 'Nieuwe Naam']]));
    await after.stop();
  });

  it('that fails holds nothing, so that the next one can try again', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const wanted = { port, dataDir: folder.path, demoData: false };
    for (let times = 0; times < 2; times++)
      await expect(startService(wanted, () => undefined)).rejects.toThrow(`Port ${port} is in use`);
    await new Promise((resolve) => other.close(resolve));
    const app = await startApp({ dataDir: folder.path });
    await app.http().get('/health/ready').expect(200);
    await app.stop();
  });

  it('that cannot be used lets the log go', async () => {
    mkdirSync(join(folder.path, 'session.key'));
    for (let times = 0; times < 2; times++)
      await expect(startApp({ dataDir: folder.path })).rejects.toThrow(
        `The data folder ${folder.path} cannot be used`,
      );
    rmSync(join(folder.path, 'session.key'), { recursive: true });
    await (await startApp({ dataDir: folder.path })).stop();
  });

  it('leaves whole files and the digest of the read model behind when the service stops, and nothing else', async () => {
    const app = await startApp({ dataDir: folder.path });
    await app.process();
    await app.stop();
    const left = readdirSync(folder.path).filter((name) => !name.endsWith('.lock'));
    expect(left.sort()).toEqual([
      'log.sqlite',
      'read-model.sqlite',
      'read-model.sqlite.sha256',
      'session.key',
    ]);
  });

  it('that fails while it loads ends what it had begun', async () => {
    const loading = startService({ port: 0, dataDir: folder.path, demoData: true }, (what) => {
      if (what === 'Loading the generic processes') throw new Error('Stopped by hand.');
    });
    await expect(loading).rejects.toThrow('Stopped by hand.');
    const app = await startApp({ dataDir: folder.path });
    await app.http().get('/health/ready').expect(200);
    await app.stop();
  });
});
