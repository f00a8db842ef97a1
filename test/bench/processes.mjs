// Starts the measured programs as separate processes, as a user would.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes a folder for one part of the benchmark. Set `BENCH_DIR` to measure another disk. */
export const benchFolder = () => mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'knipkaart-bench-'));

/**
 * Starts a script that prints a line with its address when it is ready.
 * @returns {Promise<{url: string, pid: number, ended: Promise<unknown>, stop: () => Promise<void>}>}
 */
export function startScript(script, { flags = [], args = [], env = {} } = {}) {
  const child = spawn(process.execPath, [...flags, script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const url = /https?:\/\/[^\s/]+:\d+/.exec(printed)?.[0];
      if (url) resolve({ url, pid: child.pid, ended, stop });
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it was ready.`)));
  });
}

/** One client sends here what thousands of people would. */
const NO_RATE_LIMITS = { MAX_REQUESTS_PER_PERSON: '1000000000', MAX_REQUESTS_PER_ADDRESS: '1000000000' };

/** The flags of Node that `npm start` and the container set too. */
const SERVICE_FLAGS = ['--max-semi-space-size=16'];

/**
 * Starts the built service on a free port.
 * @param settings `dataDir` by default is a new folder, which is removed at the stop
 */
export async function startService({ dataDir, args = [], env = {} } = {}) {
  const folder = dataDir ?? benchFolder();
  const service = await startScript('dist/apps/api/src/main.js', {
    flags: SERVICE_FLAGS,
    args,
    env: { PORT: '0', DATA_DIR: folder, EVENT_STORE: 'sqlite', ...NO_RATE_LIMITS, ...env },
  });
  return {
    ...service,
    stop: async () => {
      await service.stop();
      if (!dataDir) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Starts a script that calls `answer` (answering.mjs).
 * @returns `ask(name, ...values)`, for one order at a time, and `stop()`
 */
export async function startWorker(script, args = []) {
  const child = fork(script, args);
  const ended = new AbortController();
  child.once('exit', (code) => ended.abort(new Error(`${script} ended with ${code}.`)));
  const answered = async () => {
    const [{ result, failure }] = await once(child, 'message', { signal: ended.signal });
    if (failure !== undefined) throw new Error(`${script}: ${failure}`);
    return result;
  };
  await answered();
  return {
    ask: (name, ...values) => {
      const answer = answered();
      child.send({ name, values });
      return answer;
    },
    stop: async () => {
      if (ended.signal.aborted) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}
