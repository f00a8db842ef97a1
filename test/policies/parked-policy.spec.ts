import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { EMPTY_STREAM, sealEvents } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { DEMO_PEOPLE } from '../../apps/api/src/accounts/demo-people.js';
import { createApp } from '../../apps/api/src/create-app.js';
import { Clock } from '../../apps/api/src/platform/environment/clock.js';
import { People } from '../../apps/api/src/platform/http/access/people.js';
import { Opening } from '../../apps/api/src/platform/http/input/opening.js';
import { PolicyLooks } from '../../apps/api/src/platform/policies/policy-looks.js';
import { PolicyRunner } from '../../apps/api/src/platform/policies/policy-runner.js';
import { policyLooks } from '../../apps/api/src/platform/policies/policies.projection.js';
import { Names } from '../../apps/api/src/platform/http/access/names.js';
import { openReadModel } from '../../apps/api/src/platform/projections/following/open-read-model.js';
import { ProjectionSet } from '../../apps/api/src/platform/projections/unit/projection-set.js';
import type { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import { Settings } from '../../apps/api/src/platform/environment/settings.js';
import { StreamWriters } from '../../apps/api/src/platform/writing/stream-writer.js';
import { derivedId } from '../../apps/api/src/platform/writing/writing.js';
import { granting, REQUEST_STREAMS, requests, SHELF_PROJECTION, shelves } from './toy.js';

describe('A task that cannot be done, in the running service', () => {
  let folder: string;
  let readModel: ReadModel;
  let app: NestFastifyApplication;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'knipkaart-parked-policy-'));
    const store = new MemoryEventStore();
    readModel = openReadModel(folder, {
      projections: new ProjectionSet(import.meta.url, [policyLooks(1, [REQUEST_STREAMS]), SHELF_PROJECTION]),
    });
    const settings = new Settings({ port: 0, dataDir: folder, demoData: false, sessionKey: 'x'.repeat(32) });
    const opening = new Opening();
    const names = new Names(new Map());
    app = await createApp({ settings, store, readModel, people: new People(DEMO_PEOPLE), names, opening });
    await app.listen(0, '127.0.0.1');
    const said = {
      commandId: 'c',
      requestDigest: '00',
      schemaVersion: 1,
      actor: 'a',
      now: new Date('2027-01-01T09:00:00Z'),
    };
    const events = sealEvents('request-a', EMPTY_STREAM, [{ type: 'Requested', data: {} }], said);
    await store.append('request-a', 0, events);
    await readModel.start(store);
    opening.done = true;
  });
  afterEach(async () => {
    await app?.close();
    await readModel?.stop();
    rmSync(folder, { recursive: true });
  });

  it('is a warning of its health and a figure of its metrics, and the service stays ready', async () => {
    const clock = app.get(Clock);
    let now = new Date('2027-01-01T09:00:00Z');
    clock.now = () => now;
    const [runner, writers] = [app.get(PolicyRunner), app.get(StreamWriters)];
    runner.register({
      ...granting(writers.of(requests), writers.of(shelves), derivedId),
      carryOut: () => Promise.reject(new Error('The shelf is full.')),
    });
    const http = supertest(`http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`);
    expect((await http.get('/metrics')).text).toContain('knipkaart_policies_parked 0');
    runner.start();
    while (runner.parked().length === 0) {
      now = readModel.reader(PolicyLooks).nextAt() ?? now;
      runner.wake();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const { body } = await http.get('/health/ready').expect(200);
    expect(body).toMatchObject({
      status: 'ready',
      warnings: ['Request a could not go on by itself: The shelf is full.'],
    });
    expect((await http.get('/metrics')).text).toContain('knipkaart_policies_parked 1');
  });
});
