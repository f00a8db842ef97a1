import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import type { Update } from '#contract';
import supertest, { type Response, type Test } from 'supertest';
import { sentEvents } from '../../apps/web/src/event-stream.js';
import { KnownRoutes } from '../../apps/api/src/platform/http/routes/known-routes.js';
import { startService, type Service } from '../../apps/api/src/start-service.js';
import { atEnd } from '../at-end.js';
import { describeOnDouble } from '../eventstoredb/describe-on-double.js';
import { startDouble, type Double } from '../eventstoredb/double.mjs';
import { FRONT_AND_BACK } from '../http/start-app.js';

/** Addresses of each route that reads; `/updates` never ends and has a test of its own. */
const READABLE: Record<string, string[]> = {
  '/.well-known/security.txt': ['/.well-known/security.txt'],
  '/*': ['/'],
  '/api/v1/domains': ['/api/v1/domains'],
  '/api/v1/docs': ['/api/v1/docs'],
  '/api/v1/openapi.json': ['/api/v1/openapi.json'],
  '/api/v1/people': ['/api/v1/people'],
  '/api/v1/processes': ['/api/v1/processes', '/api/v1/processes?q=kap'],
  '/api/v1/processes/:id': ['/api/v1/processes/{id}', '/api/v1/processes/{id}?version=2'],
  '/api/v1/processes/:id/comparison': [
    '/api/v1/processes/{id}/comparison?from=1',
    '/api/v1/processes/{id}/comparison?from=1&to=2',
    // Of a diagram that was looked at before.
    '/api/v1/processes/{id}/comparison?from=2',
  ],
  '/api/v1/processes/:id/diagram': [
    '/api/v1/processes/{id}/diagram',
    '/api/v1/processes/{id}/diagram?version=2',
  ],
  '/api/v1/processes/:id/export': [
    '/api/v1/processes/{id}/export?format=bpmn',
    '/api/v1/processes/{id}/export?format=svg',
  ],
  '/api/v1/processes/:id/history': ['/api/v1/processes/{id}/history'],
  '/api/v1/session': ['/api/v1/session'],
  '/health/live': ['/health/live'],
};
/** Not readable then, as docs/operation.md says, by what it calls them. Nobody looked at `{old}` before. */
const NOT_READABLE: Record<string, string> = {
  '/api/v1/processes/{id}/diagram?version={old}': 'older diagrams',
  '/api/v1/processes/{id}/export?format=bpmn&version={old}': 'older diagrams',
  '/api/v1/processes/{id}/comparison?from={old}': 'older diagrams',
  '/api/v1/events': '`GET /events`',
};
/** They tell that the server is away. */
const TELL = ['/health/ready', '/metrics'];

describeOnDouble('While the server of the log is away', () => {
  let double: Double;
  let service: Service;
  let id: string;
  /** Registered after the first, and before the first got its diagrams. */
  let other: string;
  /** Where the log was when the first process had been registered. */
  let begin: string;
  const http = () => supertest(service.url.replace('localhost', '127.0.0.1'));
  const as = (test: Test, person: string): Test => test.set('Authorization', `Bearer demo:${person}`);
  const get = (path: string): Test => as(http().get(path.replace('{id}', id)).buffer(true), 'auditor');
  const save = (diagram: string, seen: number) =>
    as(http().put(`/api/v1/processes/${id}/diagram`), 'procesverantwoordelijke')
      .set('If-Match', `"${seen}"`)
      .set('Content-Type', 'application/xml')
      .send(diagram)
      .expect(200);
  const register = (name: string) =>
    as(http().post('/api/v1/processes'), 'procesverantwoordelijke')
      .send({ name, domain: 'vergunningen' })
      .expect(201);
  /** The first versions that a person who comes back gets, so many. */
  const missedSince = async (position: string, count: number) => {
    const { body } = await fetch(`${service.url}/api/v1/updates`, {
      headers: { Authorization: 'Bearer demo:auditor', 'Last-Event-ID': position },
    });
    const missed: Pick<Update, 'process' | 'version'>[] = [];
    for await (const { data } of sentEvents(body!)) {
      if (data === undefined) continue;
      const { process, version } = JSON.parse(data) as Update;
      missed.push({ process, version });
      if (missed.length === count) break;
    }
    return missed;
  };
  const told = ({ status, text, body }: Response) => ({
    status,
    text: (text ?? String(body)).replace(/^Expires: .*$/m, ''),
  });
  const decide = () =>
    as(http().put(`/api/v1/processes/${id}/knips/Aannemen`), 'procesverantwoordelijke').send({
      side: 'front',
      reason: 'Omdat het kan.',
    });

  beforeAll(async () => {
    double = await startDouble();
    atEnd(() => double.stop());
    const dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-away-'));
    atEnd(() => rmSync(dataDir, { recursive: true, force: true }));
    service = await startService(
      { port: 0, dataDir, demoData: false, eventStoreUrl: double.url },
      () => undefined,
    );
    atEnd(() => service.stop());
    const registered = await register('Kapvergunning');
    id = (registered.body as { id: string }).id;
    begin = registered.headers['log-position']!;
    other = (await register('Paspoort')).body.id as string;
    await save(FRONT_AND_BACK, 1);
    await save(FRONT_AND_BACK.replace('Aanvraag toetsen', 'Aanvraag beoordelen'), 2);
    await save(FRONT_AND_BACK.replace('Aanvraag toetsen', 'Aanvraag bekijken'), 3);
    await save(FRONT_AND_BACK.replace('Aanvraag toetsen', 'Aanvraag lezen'), 4);
  });

  it('every route that reads is one of which it is known what it does then', () => {
    const routes = service.app
      .get(KnownRoutes)
      .accessRows()
      .flatMap(({ route }) => (route.startsWith('GET ') ? [route.slice('GET '.length)] : []));
    expect(routes.length).toBeGreaterThan(12);
    const listed = [...Object.keys(READABLE), '/api/v1/events', '/api/v1/updates', ...TELL];
    expect(routes.filter((route) => !listed.includes(route))).toEqual([]);
  });

  it.each([
    ['and refuses connections', 3, () => double.down(), () => double.up()],
    ['and answers nothing', 4, () => double.stall(), () => double.resume()],
  ])('%s, what is there can be read, and the rest is refused', async (_, old, leave, come) => {
    const paths = Object.values(READABLE).flat();
    const before = new Map<string, Response>();
    for (const path of paths) before.set(path, await get(path));
    const versions = ((await get('/api/v1/processes/{id}')).body as { latest: number }).latest;
    await leave();
    // Recorded when the server comes back in time, refused otherwise.
    const write = decide().then(
      () => undefined,
      () => undefined,
    );
    const during = await Promise.all(paths.map((path) => get(path)));
    expect(paths.map((path, index) => ({ path, ...told(during[index]!) }))).toEqual(
      paths.map((path) => ({ path, ...told(before.get(path)!) })),
    );
    const refused = await Promise.all(
      Object.keys(NOT_READABLE).map((path) => get(path.replace('{old}', String(old)))),
    );
    for (const answer of refused) {
      expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
      expect(answer.text).toContain('urn:knipkaart:problem:log-unreachable');
    }
    const updates = await fetch(`${service.url}/api/v1/updates`, {
      headers: { Authorization: 'Bearer demo:auditor' },
    });
    expect(updates.status).toBe(200);
    const reader = updates.body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toMatch(/^retry: \d+\nid: /);
    await reader.cancel();
    expect(await missedSince(begin, 2)).toEqual([
      { process: other, version: 1 },
      { process: id, version: versions },
    ]);
    await come();
    await write;
  });

  it('what cannot be read then stands in the documentation', () => {
    const page = readFileSync('docs/operation.md', 'utf8');
    const paragraph = page
      .split('\n\n')
      .find((text) => text.startsWith('When the server cannot be reached'))!;
    for (const name of new Set(Object.values(NOT_READABLE))) expect(paragraph).toContain(name);
  });
});
