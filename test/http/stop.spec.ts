import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { processStream } from '#domain';
import { openLogForReading } from '#event-store';
import { OpenConnections } from '../../apps/api/src/platform/http/protocol/open-connections.js';
import { atEnd } from '../at-end.js';
import { needsBuild } from '../needs-build.mjs';
import { until } from '../until.js';
import { get, KeptConnection, WRITE } from './kept-connection.js';
import { startApp, type TestApp } from './start-app.js';

needsBuild('service');

describe('A service that stops', () => {
  let app: TestApp;
  let writing: KeptConnection;
  beforeEach(async () => {
    app = await startApp();
    writing = await KeptConnection.to(app.url);
    await writing.beginWrite();
  });

  it('answers what is under way, says that the connection ends with it, and is gone', async () => {
    const stopped = app.stop();
    writing.send(WRITE.body);
    await stopped;
    await writing.end();
    expect([writing.statuses(), writing.endings()]).toEqual([[201], [true]]);
  });

  it('ends connections that wait, that were never used, or on which half a head came', async () => {
    const [waiting, unused, half] = await Promise.all([1, 2, 3].map(() => KeptConnection.to(app.url)));
    waiting!.send(get('/health/live'));
    await waiting!.answered();
    half!.send('GET /api/v1/processes HTTP/1.1\r\nHost: loc');
    const stopped = app.stop();
    await Promise.all([waiting!.end(), unused!.end(), half!.end()]);
    expect(writing.ended).toBe(false);
    writing.send(WRITE.body);
    await stopped;
    expect(writing.statuses()).toEqual([201]);
  });

  it('answers a request that has arrived and that it had no time to read', async () => {
    const waiting = await KeptConnection.to(app.url);
    waiting.send(get('/health/live'));
    await waiting.answered();
    // Sent and stopped within one turn, as when a busy service is stopped.
    waiting.send(get('/health/live'));
    const stopped = app.stop();
    await waiting.end();
    expect(waiting.statuses()).toEqual([200, 503]);
    writing.send(WRITE.body);
    await stopped;
  });

  it('ends streams of updates in good order', async () => {
    const following = await KeptConnection.to(app.url);
    following.send(get('/api/v1/updates'));
    await following.answered();
    const stopped = app.stop();
    await following.end();
    expect(following.received).toMatch(/\r\n0\r\n\r\n$/);
    writing.send(WRITE.body);
    await stopped;
  });

  it('answers all requests that a client sent one behind the other, and the connection ends with the last', async () => {
    const stopped = app.stop();
    writing.send(WRITE.body, get('/api/v1/processes'), get('/health/ready'));
    await stopped;
    await writing.end();
    expect(writing.statuses()).toEqual([201, 503, 503]);
    expect(writing.endings()).toEqual([false, false, true]);
    expect(writing.received).toMatch(/^retry-after: \d+\r$/im);
    expect(writing.received).toContain('"type":"urn:knipkaart:problem:stopping"');
  });

  it('leaves no answer behind an earlier one that waits, when both came before the stop', async () => {
    writing.send(WRITE.body, get('/api/v1/processes'), WRITE.head());
    await writing.answered(2);
    const stopped = app.stop();
    writing.send(WRITE.body);
    await stopped;
    expect(writing.statuses()).toEqual([201, 200, 201]);
    expect(writing.endings()).toEqual([false, false, true]);
  });

  it('lets a refusal arrive whose body is still being sent', async () => {
    const refused = await KeptConnection.to(app.url);
    await refused.beginWrite('Content-Encoding: gzip');
    await refused.answered();
    const waiting = await KeptConnection.to(app.url);
    const stopped = app.stop();
    // By now the stop has ended all that it may.
    await waiting.end();
    expect(refused.ended).toBe(false);
    refused.send(WRITE.body);
    await refused.end();
    expect(refused.statuses()).toEqual([415]);
    writing.send(WRITE.body);
    await stopped;
  });
});

describe('A service that stops, while a client sends the next request', () => {
  it('lets it send all of that before the connection ends, so that its refusal arrives', async () => {
    const app = await startApp();
    const writing = await KeptConnection.to(app.url);
    await writing.beginWrite();
    const stopped = app.stop();
    writing.send(WRITE.body, WRITE.head());
    await writing.answered(2);
    expect([writing.statuses(), writing.endings(), writing.ended]).toEqual([
      [201, 503],
      [false, false],
      false,
    ]);
    writing.send(WRITE.body);
    await writing.end();
    await stopped;
  });
});

it('A client that never sends the rest, or never takes its answer, keeps no service from ending', async () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end(Buffer.alloc(64 * 2 ** 20));
  });
  const connections = new OpenConnections(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const [sending, taking] = await Promise.all(
    [1, 2].map(() => KeptConnection.to(`http://localhost:${port}`)),
  );
  sending!.send('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf');
  taking!.pause();
  taking!.send(get('/'));
  await until(
    () => requests === 2,
    () => `${requests} requests came.`,
  );
  await connections.end({ sendingMs: 1, boundMs: 1 });
});

it('A client that never sends the rest is not waited for as long as an answer', async () => {
  let answer = () => {};
  const server = createServer((request, response) => {
    if (request.method === 'GET') answer = () => response.end();
  });
  const connections = new OpenConnections(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const [sending, waiting] = await Promise.all(
    [1, 2].map(() => KeptConnection.to(`http://localhost:${port}`)),
  );
  const received = once(server, 'request');
  sending!.send('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf');
  await received;
  const asked = once(server, 'request');
  waiting!.send(get('/'));
  await asked;
  // Longer than any test may take.
  const ended = connections.end({ sendingMs: 1, boundMs: 2 ** 30 });
  await sending!.end();
  expect(waiting!.ended).toBe(false);
  answer();
  await ended;
  await waiting!.end();
  expect(waiting!.statuses()).toEqual([200]);
});

it('A connection that its client ended is forgotten, and nothing is left behind by a stop', async () => {
  /** What keeps a process from ending by itself. */
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = timers();
  const server = createServer((_request, response) => void response.end());
  const connections = new OpenConnections(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const known = (count: number) =>
    until(
      () => connections['connections'].size === count,
      () => `${connections['connections'].size} connections are known, not ${count}.`,
    );
  for (let round = 0; round < 3; round += 1) {
    const connection = await KeptConnection.to(`http://localhost:${port}`);
    connection.send(get('/'));
    await connection.answered();
    await known(1);
    connection.leave();
    await known(0);
  }
  await connections.end({ sendingMs: 60_000, boundMs: 60_000 });
  expect(timers()).toBe(before);
});

describe('A service that is stopped with a hundred writes under way', () => {
  const ROUNDS = 20;
  const WRITES = 100;

  it('answers them all, has each in its log, and ends by itself', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-stop-'));
    atEnd(() => rmSync(dataDir, { recursive: true, force: true }));
    for (let round = 1; round <= ROUNDS; round += 1) {
      const { url, stop } = await started(dataDir);
      const connect = () => Promise.all(Array.from({ length: WRITES }, () => KeptConnection.to(url)));
      const [waiting, racing] = [await connect(), await connect()];
      await Promise.all(waiting.map((connection) => connection.beginWrite()));
      // These race the stop: each is answered, refused, or cut off before it was seen.
      for (const connection of racing) connection.send(WRITE.head(), WRITE.body);
      const ended = stop();
      await refusing(url);
      for (const connection of waiting) connection.send(WRITE.body);
      expect(await ended).toBe(0);
      await Promise.all([...waiting, ...racing].map((connection) => connection.end()));
      expect(waiting.map((connection) => connection.statuses())).toEqual(waiting.map(() => [201]));
      expect(waiting.map((connection) => connection.endings())).toEqual(waiting.map(() => [true]));
      const acknowledged = [...waiting, ...racing].flatMap((connection) => connection.registered());
      expect(acknowledged.length).toBeGreaterThanOrEqual(WRITES);
      const recorded = new Set(await streamsOf(join(dataDir, 'log.sqlite')));
      expect(acknowledged.filter((id) => !recorded.has(processStream(id)))).toEqual([]);
    }
  });
});

async function streamsOf(path: string): Promise<string[]> {
  const { events } = openLogForReading(path);
  const all = await events.readAll(undefined, 10_000);
  await events.close();
  return all.map(({ stream }) => stream);
}

/** Waits until a service takes no new connections, so that its stop has begun. */
const refusing = (url: string): Promise<void> =>
  until(
    () =>
      KeptConnection.to(url).then(
        () => false,
        () => true,
      ),
    () => 'The service still takes connections.',
  );

async function started(dataDir: string): Promise<{ url: string; stop(): Promise<number | null> }> {
  const child = spawn(process.execPath, ['dist/apps/api/src/main.js', '--no-demo-data'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  atEnd(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: /http:\S+/.exec(line.toString())![0],
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
