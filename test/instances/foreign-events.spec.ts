import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  ANY,
  binaryEvent,
  EventStoreDBClient,
  jsonEvent,
  type EventData,
  type RecordedEvent,
} from '@eventstore/db-client';
import { beforeAll, describe, expect, it } from '@jest/globals';
import supertest, { type Test } from 'supertest';
import { readCommandLine } from '../../apps/api/src/log-tool/command-line.js';
import { runCommand } from '../../apps/api/src/log-tool/run-command.js';
import { startService, type Service } from '../../apps/api/src/start-service.js';
import { atEnd } from '../at-end.js';
import { serverUnderTest } from '../eventstoredb/server-under-test.mjs';
import { until } from '../until.js';

type Recorded = Pick<RecordedEvent, 'type' | 'data' | 'metadata'>;

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'knipkaart-foreign-'));
  atEnd(() => rmSync(path, { recursive: true, force: true }));
  return path;
};
const as = (service: Service, person = 'procesverantwoordelijke') => {
  const request = (method: 'get' | 'post' | 'patch') => (path: string) =>
    supertest(service.url.replace('localhost', '127.0.0.1'))
      [method](path)
      .set('Authorization', `Bearer demo:${person}`) as Test;
  return { get: request('get'), post: request('post'), patch: request('patch') };
};
const register = async (service: Service, name: string): Promise<string> => {
  const body = { name, domain: 'vergunningen' };
  return ((await as(service).post('/api/v1/processes').send(body).expect(201)).body as { id: string }).id;
};
const rename = (service: Service, id: string) =>
  as(service)
    .patch(`/api/v1/processes/${id}`)
    .set('Accept-Language', 'en')
    .send({ name: 'Anders', reason: 'Beter.' });
const readiness = async (service: Service) =>
  (await as(service).get('/health/ready').expect(200)).body as { warnings?: string[] };
const log = (env: Record<string, string>, ...args: string[]): Promise<string> =>
  runCommand(readCommandLine(args), env, () => undefined);

/** Expects that a process is parked at this version, because that event is foreign. */
async function expectParked(service: Service, id: string, version: number): Promise<void> {
  await until(
    async () => (await readiness(service)).warnings?.some((warning) => warning.includes(id)) ?? false,
    () => `No warning names ${id}.`,
  );
  const { warnings = [] } = await readiness(service);
  expect(warnings.find((warning) => warning.includes(id))).toMatch(
    new RegExp(`event ${version} is foreign .*copy --without-foreign`),
  );
  const { body } = await rename(service, id).expect(503).expect('Retry-After', '60');
  expect(body).toMatchObject({
    type: 'urn:knipkaart:problem:process-foreign',
    detail: expect.stringMatching(new RegExp(`event ${version} .*npm run log -- copy --without-foreign`)),
  });
  const dutch = await rename(service, id).set('Accept-Language', 'nl').expect(503);
  expect(dutch.body.detail).toMatch(/logboek is niet van Knipkaart\. De beheerder/);
  // Where the first event is foreign, no name can be read.
  for (const { detail } of [body, dutch.body]) expect(detail.includes(id)).toBe(version === 1);
  const shown = as(service).get(`/api/v1/processes/${id}`);
  if (version === 1) await shown.expect(503);
  else expect((await shown.expect(200)).body).toMatchObject({ version: version - 1, parked: { version } });
}

describe('An event of another program in a stream of ours, on a server', () => {
  const PREFIX = `foreign${crypto.randomUUID().slice(0, 8)}.`;
  let url: string;
  let administrator: EventStoreDBClient;
  let env: Record<string, string>;
  beforeAll(async () => {
    const server = await serverUnderTest();
    atEnd(() => server.stop());
    url = server.url;
    administrator = EventStoreDBClient.connectionString(url);
    atEnd(() => administrator.dispose());
    env = { EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: url, EVENTSTORE_PREFIX: PREFIX };
  });
  const start = (): Promise<Service> =>
    startService(
      { port: 0, dataDir: folder(), demoData: false, eventStoreUrl: url, eventStorePrefix: PREFIX },
      () => undefined,
    );
  const write = (id: string, ...events: EventData[]) =>
    administrator.appendToStream(`${PREFIX}process-${id}`, events, { expectedRevision: ANY });
  const eventsOf = async (id: string): Promise<Recorded[]> => {
    const found: Recorded[] = [];
    for await (const { event } of administrator.readStream(`${PREFIX}process-${id}`))
      if (event) found.push(event);
    return found;
  };
  /** Events as an administrator may write them, by what is wrong with them. */
  const intruders: [string, (ours: Recorded) => EventData][] = [
    ['bytes', () => binaryEvent({ type: 'Bytes', data: Uint8Array.of(1, 2, 3) })],
    ['JSON that is no object', () => jsonEvent({ type: 'List', data: [1] as never })],
    ['an event without metadata', () => jsonEvent({ type: 'Note', data: { text: 'hello' } })],
    [
      'one of our types with other metadata',
      () => jsonEvent({ type: 'ProcessRenamed', data: { name: 'X' }, metadata: { hash: 'x', eventId: '1' } }),
    ],
    [
      'bytes with the metadata of an event of ours',
      ({ metadata }) =>
        binaryEvent({
          type: 'Bytes',
          data: Uint8Array.of(1),
          metadata: Buffer.from(JSON.stringify(metadata)),
        }),
    ],
    [
      'an event of ours that follows on another one',
      ({ metadata }) =>
        jsonEvent({
          type: 'ProcessRenamed',
          data: { name: 'X', reason: { text: 'x', salt: '' } },
          metadata: { ...(metadata as object), previousHash: '0'.repeat(64) },
        }),
    ],
  ];

  it.each(intruders)('parks its process alone, while people work and at a start: %s', async (_, made) => {
    const service = await start();
    const stop = atEnd(() => service.stop());
    const [hit, other] = [await register(service, 'Kapvergunning'), await register(service, 'Paspoort')];
    const [ours] = await eventsOf(hit);
    const nobodys = crypto.randomUUID();
    await write(hit, made(ours!), made(ours!));
    await write(nobodys, made(ours!));
    await expectParked(service, hit, 2);
    await expectParked(service, nobodys, 1);
    await rename(service, other).expect(200);
    expect((await as(service).get('/metrics')).text).toMatch(/^knipkaart_streams_foreign [1-9]/m);
    await stop();
    const again = await start();
    const stopAgain = atEnd(() => again.stop());
    await expectParked(again, hit, 2);
    await expectParked(again, nobodys, 1);
    await rename(again, other).expect(200);
    const { text } = await as(again, 'auditor').get('/api/v1/events').buffer(true).expect(200);
    expect(text).not.toContain('"Bytes"');
    await stopAgain();
  });

  it('is reported by verify and refused by copy; a copy without it holds our events, and people go on', async () => {
    const service = await start();
    const stop = atEnd(() => service.stop());
    const hit = await register(service, 'Vergunning');
    await rename(service, hit).expect(200);
    await write(hit, jsonEvent({ type: 'Note', data: {} }), jsonEvent({ type: 'Note', data: {} }));
    await expectParked(service, hit, 3);
    await stop();
    await expect(log(env, 'verify')).rejects.toThrow(
      /^The log holds [\d,]+ foreign events\. The first is event \d of process-.*--without-foreign.*All [\d,]+ events .* verify\. Root: [0-9a-f]{64}/,
    );
    const dataDir = folder();
    const copy = ['copy', '--to', dataDir, '--from', url];
    await expect(log(env, ...copy)).rejects.toThrow(/The first is event .*“copy --without-foreign”/);
    expect(await log(env, ...copy, '--without-foreign')).toMatch(
      / foreign events?\. .* Left out: [\d,]+\.$/m,
    );
    const root = /[0-9a-f]{64}/.exec(await log({ DATA_DIR: dataDir }, 'verify'))![0];
    await expect(log(env, 'verify')).rejects.toThrow(root);
    const mended = await startService({ port: 0, dataDir, demoData: false }, () => undefined);
    atEnd(() => mended.stop());
    expect(await readiness(mended)).not.toHaveProperty('warnings');
    expect((await as(mended).get(`/api/v1/processes/${hit}`)).body).toMatchObject({ version: 2 });
    await as(mended).patch(`/api/v1/processes/${hit}`).send({ name: 'Verder', reason: 'Beter.' }).expect(200);
  });
});

describe('An event of another program in the embedded log, written by hand', () => {
  it.each([
    ['without metadata', () => '{}'],
    ['with the metadata of the event before it', (metadata: string) => metadata],
  ])('parks its process alone: %s', async (_, metadataOf) => {
    const dataDir = folder();
    const start = () => startService({ port: 0, dataDir, demoData: false }, () => undefined);
    const service = await start();
    const stop = atEnd(() => service.stop());
    const [hit, other] = [await register(service, 'Kapvergunning'), await register(service, 'Paspoort')];
    await stop();
    const file = new DatabaseSync(join(dataDir, 'log.sqlite'));
    file
      .prepare(
        `INSERT INTO events (position, stream, version, event_id, type, data, metadata)
         SELECT (SELECT max(position) + 1 FROM events), stream, 2, 'by hand', 'ProcessRetired', '{}', ?
         FROM events JOIN streams ON streams.id = events.stream WHERE name = ?`,
      )
      .run(
        metadataOf(String(file.prepare('SELECT metadata FROM events WHERE version = 1').get()?.['metadata'])),
        `process-${hit}`,
      );
    file.close();
    const again = await start();
    const stopAgain = atEnd(() => again.stop());
    await expectParked(again, hit, 2);
    await rename(again, other).expect(200);
    await stopAgain();
    await expect(log({ DATA_DIR: dataDir }, 'verify')).rejects.toThrow(`event 2 of process-${hit}`);
  });
});
