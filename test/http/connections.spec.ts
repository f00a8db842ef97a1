import { connect, type Server } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { HttpAdapterHost } from '@nestjs/core';
import type { Bounds } from '../../apps/api/src/platform/environment/bounds.js';
import { until } from '../until.js';
import { get, KeptConnection, WRITE } from './kept-connection.js';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

let app: TestApp;
const start = async (bounds: Partial<Bounds>) => (app = await startApp({ bounds }));
afterEach(() => app.stop());

const GET_AS_NOBODY = 'GET /api/v1/people HTTP/1.1\r\nHost: HOST\r\n\r\n';
const head = (request: string, ...headers: string[]) =>
  [`${request} HTTP/1.1`, 'Host: HOST', ...headers, '', ''].join('\r\n');
const AS_OWNER = 'Authorization: Bearer demo:procesverantwoordelijke';
const XML = 'Content-Type: application/xml';

describe('A request that does not come', () => {
  it.each([
    ['that stalls', 'Accept-Language: en', 'The whole request was not there within 1 seconds.'],
    ['that stalls', 'Accept-Language: nl', 'niet binnen 1 seconden helemaal binnen.'],
  ])(
    'with a body %s is refused in the language asked for (%s), and its connection ends',
    async (_, language, said) => {
      await start({ requestSeconds: 1 });
      const connection = await KeptConnection.to(app.url);
      connection.send(WRITE.head(language), WRITE.body.slice(0, 5));
      await connection.end();
      expect(connection.statuses()).toEqual([408]);
      expect(connection.endings()).toEqual([true]);
      expect(connection.received).toContain('urn:knipkaart:problem:body-too-slow');
      expect(connection.received).toContain(said);
    },
  );

  it('with a body that trickles is refused as well, and nothing of it is recorded', async () => {
    await start({ requestSeconds: 1 });
    const id = await app.process();
    const connection = await KeptConnection.to(app.url);
    connection.send(
      head(
        `PUT /api/v1/processes/${id}/diagram`,
        AS_OWNER,
        XML,
        'If-Match: "2"',
        'Transfer-Encoding: chunked',
      ),
    );
    await until(
      () => {
        if (!connection.ended) connection.send('1\r\n<\r\n');
        return connection.ended;
      },
      () => 'The connection is still there.',
    );
    expect(connection.statuses()).toEqual([408]);
    const { body } = await app.as('auditor').get(`/processes/${id}`).expect(200);
    expect(body.version).toBe(2);
  });

  it('is ended where half of its head came, or nothing at all', async () => {
    await start({ headSeconds: 1, requestSeconds: 7 });
    const [half, silent] = await Promise.all([1, 2].map(() => KeptConnection.to(app.url)));
    half!.send('GET /api/v1/processes HTTP/1.1\r\nHost: loc');
    await Promise.all([half!.end(), silent!.end()]);
    expect(half!.statuses()).toEqual([408]);
    expect(half!.received).toContain('urn:knipkaart:problem:head-too-slow');
    expect(half!.received).toContain('niet binnen 1 seconden');
    expect(half!.endings()).toEqual([true]);
  });

  it('is ended also where its client never does, once it had time to read why', async () => {
    await start({});
    const { hostname, port } = new URL(app.url);
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    let received = '';
    let isOver = false;
    socket.on('data', (bytes) => (received += String(bytes)));
    socket.on('end', () => (isOver = true));
    socket.write('NO REQUEST\r\n\r\n');
    await until(
      () => isOver,
      () => 'It is not answered to its end.',
    );
    expect(received).toContain('urn:knipkaart:problem:request-invalid');
    const server = app.part(HttpAdapterHost).httpAdapter.getHttpServer() as Server;
    await until(
      async () => (await promisify(server.getConnections.bind(server))()) === 0,
      () => 'The connection is still there.',
    );
    socket.destroy();
  });

  it('is ended where half of a head came after a request that was answered', async () => {
    await start({ headSeconds: 1, requestSeconds: 7 });
    const connection = await KeptConnection.to(app.url);
    connection.send(WRITE.head(), WRITE.body);
    await connection.answered();
    connection.send('GET /api/v1/processes HTTP/1.1\r\nHost: loc');
    await connection.end();
    expect(connection.statuses()).toEqual([201, 408]);
  });

  it('gets no second answer where it was refused before: its connection just ends', async () => {
    await start({ requestSeconds: 1 });
    const connection = await KeptConnection.to(app.url);
    connection.send(
      head('POST /api/v1/comparisons', 'Content-Type: application/json', 'Content-Length: 9000'),
    );
    await connection.end();
    expect(connection.statuses()).toEqual([401]);
  });
});

describe('An answer that is not taken', () => {
  it('is given up with its connection', async () => {
    await start({ silentSeconds: 1 });
    const connection = await KeptConnection.to(app.url);
    connection.send(get('/api/v1/updates'));
    await connection.end();
    expect(connection.statuses()).toEqual([200]);
  });
});

describe('Connections', () => {
  it('one too many is told so in both languages, and ends; there is room when another ends', async () => {
    await start({ connections: 2 });
    const [one, other] = [await KeptConnection.to(app.url), await KeptConnection.to(app.url)];
    for (const connection of [one, other]) connection.send(get('/api/v1/processes'));
    await Promise.all([one.answered(), other.answered()]);
    for (const [language, said] of [
      ['nl', 'Deze dienst heeft 2 verbindingen open'],
      ['en', 'This service has 2 connections open'],
    ]) {
      const excess = await KeptConnection.to(app.url);
      excess.send(head('GET /api/v1/processes', AS_OWNER, `Accept-Language: ${language}`));
      await excess.end();
      expect(excess.statuses()).toEqual([503]);
      expect(excess.received).toMatch(/^retry-after: \d+\r$/im);
      expect(excess.received).toContain(said);
    }
    one.leave();
    await one.end();
    const next = await KeptConnection.to(app.url);
    next.send(get('/api/v1/processes'));
    await next.answered();
    expect(next.statuses()).toEqual([200]);
  });

  it('of people who did not sign in end from the idlest on, and never those of people who did', async () => {
    await start({ connectionsNotSignedIn: 2 });
    const signedIn = await KeptConnection.to(app.url);
    signedIn.send(get('/api/v1/processes'));
    await signedIn.answered();
    const [first, second] = [await KeptConnection.to(app.url), await KeptConnection.to(app.url)];
    first.send(GET_AS_NOBODY);
    await first.answered();
    const third = await KeptConnection.to(app.url);
    await second.end();
    third.send(GET_AS_NOBODY);
    await third.answered();
    signedIn.send(get('/api/v1/processes'));
    first.send(GET_AS_NOBODY);
    await Promise.all([signedIn.answered(2), first.answered(2)]);
    expect([...signedIn.statuses(), ...first.statuses()]).toEqual([200, 200, 200, 200]);
  });
});

describe('Bodies', () => {
  it('without signing in are small', async () => {
    await start({});
    const { body } = await app
      .as()
      .post('/session')
      .set('Origin', app.url.replace('localhost', '127.0.0.1'))
      .send({ person: 'x'.repeat(5_000) })
      .expect(413);
    expect(body).toMatchObject({
      type: 'urn:knipkaart:problem:body-too-large-here',
      detail: 'Wat u stuurt is groter dan hier mag: hoogstens 4 KiB.',
    });
  });

  it('are small where only they say in which domain their sender writes', async () => {
    await start({});
    await app
      .as('werkgroep-wmo')
      .post('/processes')
      .send({ name: 'x'.repeat(40_000), domain: 'vergunningen' })
      .expect(413);
    await app.as('werkgroep-wmo').post('/processes').send({ name: 'x', domain: 'vergunningen' }).expect(403);
  });

  it('that are sent and not answered are bounded for each person and for all', async () => {
    await start({ bodiesMibOfPerson: 8, bodiesMib: 13 });
    const id = await app.process();
    const begin = async (person: string, ...headers: string[]) => {
      const connection = await KeptConnection.to(app.url);
      const about = [`Authorization: Bearer demo:${person}`, XML, 'If-Match: "2"', ...headers];
      connection.send(head(`PUT /api/v1/processes/${id}/diagram`, 'Expect: 100-continue', ...about));
      await until(
        () => /100 Continue\r\n\r\n/.test(connection.received),
        () => 'Nothing was answered.',
      );
      return connection;
    };
    const SIX_MIB = `Content-Length: ${6 * 1024 * 1024}`;
    const mine = await begin('procesverantwoordelijke', 'Transfer-Encoding: chunked');
    const mineToo = await begin('procesverantwoordelijke', SIX_MIB);
    await mineToo.answered();
    expect(mineToo.statuses()).toEqual([429]);
    expect(mineToo.received).toMatch(/^retry-after: \d+\r$/im);
    expect(mineToo.received).toContain('hoogstens 8 MiB tegelijk');
    const theirs = await begin('werkgroep-vergunningen', SIX_MIB);
    const knip = (person: string) =>
      app.as(person).put(`/processes/${id}/knips/Toetsen`).send({ side: 'front', reason: 'x' });
    // Small ones still fit in.
    await knip('procesverantwoordelijke').expect(200);
    const allToo = await begin('procesverantwoordelijke', `Content-Length: ${1.5 * 1024 * 1024}`);
    await allToo.answered();
    expect([allToo.statuses(), mine.statuses(), theirs.statuses()]).toEqual([[503], [], []]);
    for (const connection of [mine, theirs]) connection.leave();
    await Promise.all([mine.end(), theirs.end()]);
    await until(
      async () => (await begin('werkgroep-vergunningen', SIX_MIB)).statuses().length === 0,
      () => 'What was given up still counts.',
    );
  });

  describe('of one person', () => {
    const MIB = 1024 * 1024;
    /** Begins to send so much, and never ends; what was answered to that. */
    const begin = async (id: string, mib: number) => {
      const connection = await KeptConnection.to(app.url);
      const about = [AS_OWNER, XML, 'If-Match: "2"', `Content-Length: ${mib * MIB}`];
      connection.send(head(`PUT /api/v1/processes/${id}/diagram`, 'Expect: 100-continue', ...about));
      await until(
        () => /100 Continue\r\n\r\n/.test(connection.received),
        () => 'Nothing was answered.',
      );
      return connection;
    };
    /** A whole body of so much, and what is answered to it. */
    const status = async (id: string, mib: number) => {
      const diagram = `${FRONT_AND_BACK}<!--${'x'.repeat(mib * MIB)}-->`;
      const { version } = (await app.as('auditor').get(`/processes/${id}`).expect(200)).body;
      const saving = app.as('procesverantwoordelijke').put(`/processes/${id}/diagram`);
      const sent = saving
        .set('If-Match', `"${version}"`)
        .set('Content-Type', 'application/xml')
        .send(diagram);
      return (await sent).status;
    };

    it('count together until each is gone, also where another one stays', async () => {
      await start({ bodiesMibOfPerson: 5 });
      const id = await app.process();
      const [first, second] = [await begin(id, 2), await begin(id, 2)];
      expect(await status(id, 2)).toBe(429);
      first.leave();
      await until(
        async () => (await status(id, 2)) === 200,
        () => 'What was given up still counts.',
      );
      const third = await begin(id, 2);
      expect(await status(id, 2)).toBe(429);
      for (const connection of [second, third]) connection.leave();
    });

    it('are taken alone, however little may be sent at once', async () => {
      await start({ bodiesMibOfPerson: 1, bodiesMib: 1 });
      expect(await status(await app.process(), 2)).toBe(200);
    });

    it('are told to be too large where they are, and not to wait', async () => {
      await start({ bodiesMibOfPerson: 4, bodiesMib: 4 });
      const id = await app.process();
      const first = await begin(id, 2);
      expect(await status(id, 7)).toBe(413);
      first.leave();
    });
  });
});
