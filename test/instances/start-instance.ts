import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest, { type Test } from 'supertest';
import { atEnd } from '../at-end.js';
import { needsBuild } from '../needs-build.mjs';

needsBuild('service');

type Method = 'get' | 'post' | 'put';

/** One of several instances of the built service: a separate process with its own data folder. */
export interface Instance {
  url: string;
  dataDir: string;
  /** Sends requests below `/api/v1` as one of the demo people. */
  as(person: string): Record<Method, (path: string) => Test>;
  http(): ReturnType<typeof supertest>;
  stop(): Promise<void>;
}

export interface Ended {
  code: number | null;
  stderr: string;
}

const SESSION_KEY = 'the same on every instance, and no secret here';

/** The environment of an instance with its log on a server. */
export const onServer = (eventStoreUrl: string, dataDir: string): NodeJS.ProcessEnv => ({
  ...process.env,
  PORT: '0',
  DATA_DIR: dataDir,
  EVENT_STORE: 'eventstoredb',
  EVENTSTORE_URL: eventStoreUrl,
  SESSION_KEY,
});

/**
 * Starts an instance and waits until it is ready. It stops by itself after the last test of the file.
 * @param settings besides those that every instance on a server has
 * @throws Error with its output when it ends instead
 */
export async function startInstance(
  eventStoreUrl: string,
  args: string[] = ['--no-demo-data'],
  settings: NodeJS.ProcessEnv = {},
): Promise<Instance> {
  const dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-instance-'));
  const { child, ended } = run({ ...onServer(eventStoreUrl, dataDir), ...settings }, args);
  const stop = atEnd(async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  });
  const printed = new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())),
  );
  const first = await Promise.race([printed, ended]);
  if (typeof first !== 'string') throw new Error(`The instance ended with ${first.code}: ${first.stderr}`);
  const url = /http:\S+/.exec(first)?.[0]?.replace('localhost', '127.0.0.1') ?? '';
  const http = () => supertest(url);
  return {
    url,
    dataDir,
    http,
    as: (person) => {
      const request = (method: Method) => (path: string) =>
        http()[method](`/api/v1${path}`).set('Authorization', `Bearer demo:${person}`);
      return { get: request('get'), post: request('post'), put: request('put') };
    },
    stop,
  };
}

/** Runs the built service until it ends by itself. */
export const runToItsEnd = (env: NodeJS.ProcessEnv): Promise<Ended> => run(env, ['--no-demo-data']).ended;

function run(env: NodeJS.ProcessEnv, args: string[]) {
  const child = spawn(process.execPath, ['dist/apps/api/src/main.js', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, stderr })));
  return { child, ended };
}
