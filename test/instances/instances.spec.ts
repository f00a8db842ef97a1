import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { verifyChain, type StoredEvent } from '#event-store';
import { atEnd } from '../at-end.js';
import { startDoubleProcess, type DoubleProcess } from '../eventstoredb/double.mjs';
import { asBytes } from '../http/as-bytes.js';
import { Listener } from '../http/listener.js';
import { FRONT_AND_BACK } from '../http/start-app.js';
import { until } from '../until.js';
import { onServer, runToItsEnd, startInstance, type Ended, type Instance } from './start-instance.js';

const given = process.env['EVENTSTORE_URL'];
const folder = mkdtempSync(join(tmpdir(), 'knipkaart-instances-'));
atEnd(() => rmSync(folder, { recursive: true }));
const WRITER = 'werkgroep-vergunningen';

describe(`Two instances on one log (${given === undefined ? 'the double of the server' : 'the server of EVENTSTORE_URL'})`, () => {
  let double: DoubleProcess | undefined;
  let one: Instance;
  let other: Instance;
  let id: string;
  /** Waits ten seconds for a server, so it runs while the other tests run. */
  let withoutServer: Promise<Ended>;
  beforeAll(async () => {
    withoutServer = runToItsEnd(onServer('esdb://knip:geheim@127.0.0.1:1?tls=false', join(folder, 'nobody')));
    atEnd(async () => void (await withoutServer));
    if (given === undefined) {
      double = await startDoubleProcess({ path: join(folder, 'log') });
      atEnd(() => double?.stop());
    }
    const url = given ?? double!.url;
    [one, other] = await Promise.all([startInstance(url), startInstance(url)]);
    const made = await one
      .as(WRITER)
      .post('/processes')
      .send({ name: 'Kapvergunning', domain: 'vergunningen' })
      .expect(201);
    id = (made.body as { id: string }).id;
    await one
      .as(WRITER)
      .put(`/processes/${id}/diagram`)
      .set('If-Match', '"1"')
      .set('Content-Type', 'application/xml')
      .send(FRONT_AND_BACK)
      .expect(200);
  });

  const knip = (instance: Instance, side: string) =>
    instance.as(WRITER).put(`/processes/${id}/knips/Toetsen`).send({ side, reason: 'Omdat het kan.' });
  const stored = async (instance: Instance): Promise<StoredEvent[]> =>
    (await wholeLog(instance)).filter(({ stream }) => stream === `process-${id}`);

  it('show what was written on the other one to a client that sends its log position', async () => {
    for (const [here, there] of [
      [one, other],
      [other, one],
      [one, other],
    ] as const) {
      const written = await knip(here, 'front').expect(200);
      const position = written.headers['log-position'] as string;
      const { body } = await there
        .as('auditor')
        .get(`/processes/${id}`)
        .set('Log-Position', position)
        .expect(200);
      expect(body).toMatchObject({ latest: (written.body as { version: number }).version });
    }
  });

  it('answer 503 with Retry-After, within a timeout, to a client that has seen more than they have', async () => {
    const { headers } = await knip(one, 'back').expect(200);
    const ahead = String(headers['log-position']).replace(/\d+/g, (digits) =>
      String(BigInt(digits) + 1_000_000n),
    );
    const answer = await other.as('auditor').get(`/processes/${id}`).set('Log-Position', ahead).expect(503);
    expect(answer.body).toMatchObject({ type: 'urn:knipkaart:problem:not-caught-up' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('tell browsers on both about each new version, and resume a broken stream on the other one', async () => {
    const { headers } = await knip(one, 'back').expect(200);
    // A listener gets what its instance has not shown yet, and the other one may still be behind.
    await other
      .as('auditor')
      .get(`/processes/${id}`)
      .set('Log-Position', headers['log-position'] as string)
      .expect(200);
    const listener = new Listener();
    await listener.open(`${other.url}/api/v1/updates?process=${id}`);
    await listener.until(() => listener.blocks.length >= 1);
    const first = await knip(one, 'front').expect(200);
    await listener.until(() => listener.versions().length === 1);
    await listener.close();
    const second = await knip(one, 'back').expect(200);
    const again = new Listener();
    await again.open(`${one.url}/api/v1/updates?process=${id}`, { 'Last-Event-ID': listener.lastId() });
    await again.until(() => again.versions().length === 1);
    await again.close();
    const versions = [first, second].map(
      ({ body }) => `process-${id}@${(body as { version: number }).version}`,
    );
    expect([...listener.versions(), ...again.versions()]).toEqual(versions);
  });

  it('accept a session of the other one', async () => {
    const { headers } = await one
      .http()
      .post('/api/v1/session')
      .set('Origin', one.url)
      .send({ person: 'auditor' })
      .expect(200);
    const [cookie = ''] = headers['set-cookie'] as unknown as string[];
    const { body } = await other
      .http()
      .get('/api/v1/session')
      .set('Cookie', cookie.split(';')[0]!)
      .expect(200);
    expect(body).toMatchObject({ person: { id: 'auditor' } });
  });

  it('store a command once when both get it at once, with an unbroken hash chain', async () => {
    const before = (await stored(one)).length;
    for (let turn = 0; turn < 10; turn += 1) {
      const key = crypto.randomUUID();
      const both = await Promise.all(
        [one, other].map((instance) =>
          knip(instance, turn % 2 ? 'back' : 'front').set('Idempotency-Key', key),
        ),
      );
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      expect(both[1]!.body).toEqual(both[0]!.body);
    }
    const events = await stored(other);
    expect(events).toHaveLength(before + 10);
    expect(verifyChain(events)).toBeUndefined();
  });

  it('refuse to start on the data folder of the other one', async () => {
    const server = onServer(given ?? double!.url, one.dataDir);
    // An embedded log there would share the read model with the other instance.
    const ended = await Promise.all(
      [server, { ...server, EVENT_STORE: 'sqlite' }].map((env) => runToItsEnd(env)),
    );
    for (const { code, stderr } of ended) {
      expect(code).toBe(1);
      expect(stderr).toMatch(/^The data folder \S+ is in use by process \d+[^\n]+\n$/);
    }
  });

  it('do not start without a server that answers, and say so in one sentence without its password', async () => {
    const { code, stderr } = await withoutServer;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^[^\n]*127\.0\.0\.1:1[^\n]*\n$/);
    expect(stderr).not.toContain('geheim');
  });

  if (given === undefined) {
    it('are not ready and refuse writes while the server is gone, and recover without a restart', async () => {
      const listener = new Listener();
      await listener.open(`${other.url}/api/v1/updates?process=${id}`);
      await listener.until(() => listener.blocks.length >= 1);
      await double!.kill();
      // The service retries for twelve seconds before it refuses.
      const refusing = knip(one, 'front').then((answer) => answer);
      const ready = await Promise.all(
        [one, other].map((instance) => instance.http().get('/health/ready').expect(503)),
      );
      for (const { body } of ready)
        expect(body).toMatchObject({ status: 'not ready', reason: expect.stringContaining('log') });
      await one.as('auditor').get(`/processes/${id}`).expect(200);
      const refused = await refusing;
      expect(refused.status).toBe(503);
      expect(refused.body).toMatchObject({ type: 'urn:knipkaart:problem:log-unreachable' });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      await double!.start();
      for (const instance of [one, other]) await untilReady(instance);
      const written = await knip(one, 'back').expect(200);
      await listener.until(() =>
        listener.versions().includes(`process-${id}@${(written.body as { version: number }).version}`),
      );
      await listener.close();
      expect(verifyChain(await stored(other))).toBeUndefined();
    });

    it('load the generic processes once when they start together on an empty log', async () => {
      const empty = await startDoubleProcess({ path: join(folder, 'empty') });
      const both = await Promise.all([startInstance(empty.url, []), startInstance(empty.url, [])]);
      try {
        const events = await wholeLog(both[1]);
        expect(events.filter(({ type }) => type === 'ProcessRegistered')).toHaveLength(12);
        expect(new Set(events.map(({ metadata }) => metadata.commandId)).size).toBe(events.length);
        expect(verifyChain(events)).toBeUndefined();
      } finally {
        await Promise.all(both.map((instance) => instance.stop()));
        await empty.stop();
      }
    });
  }
});

const untilReady = (instance: Instance): Promise<void> =>
  until(
    async () => (await instance.http().get('/health/ready')).status === 200,
    () => 'The instance is not ready again.',
  );

async function wholeLog(instance: Instance): Promise<StoredEvent[]> {
  const { body } = await instance.as('auditor').get('/events').buffer(true).parse(asBytes).expect(200);
  return String(body)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as StoredEvent);
}
