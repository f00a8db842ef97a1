import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { EMPTY_STREAM, sealEvents } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { createApp } from '../../apps/api/src/create-app.js';
import { Settings } from '../../apps/api/src/platform/environment/settings.js';
import { Names } from '../../apps/api/src/platform/http/access/names.js';
import { People } from '../../apps/api/src/platform/http/access/people.js';
import { Opening } from '../../apps/api/src/platform/http/input/opening.js';
import { openReadModel } from '../../apps/api/src/platform/projections/following/open-read-model.js';
import type { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { ProjectionSet } from '../../apps/api/src/platform/projections/unit/projection-set.js';
import { PROJECTIONS } from '../../apps/api/src/projections.js';
import { record, recordIn, registered, temporaryFolder, upToDate } from '../projections/fixture.js';
import { toys } from '../projections/toy-aggregate.js';
import { until } from '../until.js';
import { startApp, type TestApp } from './start-app.js';

describe('Health and metrics', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    await app.process();
  });

  it('are open to anybody, outside the API', async () => {
    expect((await app.http().get('/health/live').expect(200)).body).toEqual({ status: 'alive' });
    expect((await app.http().get('/health/ready').expect(200)).body).toEqual({ status: 'ready' });
    const { text, headers } = await app.http().get('/metrics').expect(200);
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain('knipkaart_events_projected_total 2');
    expect(text).toContain('knipkaart_read_model_behind 0');
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('count requests by route and the seconds that they took, never by process', async () => {
    const begin = performance.now();
    await app.as('auditor').get('/processes/een-geheim-proces').expect(404);
    const seconds = (performance.now() - begin) / 1000;
    const { text } = await app.http().get('/metrics').expect(200);
    const took = /_duration_seconds_sum\{method="GET",route="[^"]*:id",status="404"\} (\S+)/.exec(text)![1];
    // The service cannot have taken longer than the request.
    expect(Number(took)).toBeGreaterThan(0);
    expect(Number(took)).toBeLessThanOrEqual(seconds);
    expect(text).toContain(
      'knipkaart_http_request_duration_seconds_count{method="GET",route="/api/v1/processes/:id",status="404"} 1',
    );
    expect(text).not.toContain('een-geheim-proces');
  });

  it('stay out of the API description', async () => {
    const { body } = await app.as().get('/openapi.json').expect(200);
    expect(
      Object.keys((body as { paths: object }).paths).filter((path) => /health|metrics/.test(path)),
    ).toEqual([]);
  });
});

describe('A monitor is told', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: MemoryEventStore;
  let readModel: ReadModel;
  let opening: Opening;
  let app: NestFastifyApplication;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = new MemoryEventStore();
    readModel = openReadModel(folder.path, {
      projections: new ProjectionSet(import.meta.url, [...PROJECTIONS.list, toys()]),
    });
    opening = new Opening();
    const settings = new Settings({
      port: 0,
      dataDir: folder.path,
      demoData: false,
      sessionKey: 'x'.repeat(32),
    });
    const [people, names] = [new People([]), new Names(new Map())];
    app = await createApp({ settings, store, readModel, people, names, opening });
    await app.listen(0, '127.0.0.1');
  });
  afterEach(async () => {
    await app.close();
    await readModel.stop();
    await folder.remove();
  });
  const get = (path: string) =>
    supertest(`http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`).get(path);
  const ready = async () => {
    const { status, body } = await get('/health/ready');
    return { ...(body as object), is: (body as { status: string }).status, status };
  };
  const notReady = (reason: string) => ({ status: 503, is: 'not ready', reason });
  const figures = async (...names: string[]) => {
    const lines = (await get('/metrics')).text.split('\n').map((line) => line.split(' '));
    return names.map((name) => lines.find(([label]) => label === `knipkaart_${name}`)?.[1]);
  };
  const follows = () => figures('read_model_following', 'read_model_behind', 'log_reachable');

  it('from the first moment on what a start is doing, and when people can be sent here', async () => {
    expect(await follows()).toEqual(['0', '0', '1']);
    await record(store, 'p', registered());
    expect(await follows()).toEqual(['0', '1', '1']);
    expect(await ready()).toEqual(notReady('The read model is being built from the log.'));
    await readModel.start(store);
    expect(await ready()).toEqual(notReady('The generic processes are being loaded.'));
    opening.done = true;
    expect(await ready()).toEqual({ status: 200, is: 'ready' });
    expect(await follows()).toEqual(['1', '0', '1']);
  });

  it('that the log is away, and not that all was read, beside what needs somebody to look at it', async () => {
    await record(store, 'p', registered());
    await recordIn(store, 'process-p', { type: 'FromALaterVersion', data: {} });
    await recordIn(store, 'toy-bear', { type: 'ToyBroken', data: {} });
    await record(store, 'q', registered());
    const said = { commandId: 'f', requestDigest: '00', schemaVersion: 1, actor: 'x', now: new Date(0) };
    const unchained = sealEvents('process-q', EMPTY_STREAM, [{ type: 'ProcessRenamed', data: {} }], said);
    await store.append('process-q', 1, unchained);
    await readModel.start(store);
    await upToDate(readModel, store);
    opening.done = true;
    const { warnings } = (await get('/health/ready').expect(200)).body as { warnings: string[] };
    expect(warnings).toHaveLength(3);
    expect(warnings).toEqual(
      expect.arrayContaining([
        'Process p is stale: event 2 could not be read.',
        'Toy bear is stale: event 1 could not be read.',
        expect.stringMatching(/^Process q is stale: event 2 is foreign \(.*--without-foreign/),
      ]),
    );
    expect(await figures('streams_parked', 'streams_foreign', 'processes_parked')).toEqual(['3', '1', '2']);
    store.reach = async () => {
      throw new Error('The server is away.');
    };
    expect(await ready()).toEqual({ ...notReady('The log does not answer: The server is away.'), warnings });
    expect(await follows()).toEqual(['1', 'Nan', '0']);
  });

  it('why this instance cannot show what is recorded', async () => {
    await readModel.start(store);
    opening.done = true;
    const other = new DatabaseSync(join(folder.path, 'read-model.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    await record(store, 'p', registered());
    await until(
      async () => (await ready()).status === 503,
      () => 'It never says that it cannot.',
    );
    expect(await ready()).toEqual(
      notReady(
        expect.stringMatching(/^The read model cannot follow the log: .*database is locked$/) as never,
      ),
    );
    other.exec('ROLLBACK');
    other.close();
  });
});
