// Starts what is measured as processes of their own, as a user would.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts a script that prints a line with its address when it is ready.
 * @returns {Promise<{url: string, pid: number, ended: Promise<unknown>, stop: () => Promise<void>}>}
 */
export function startScript(script, { args = [], env = {} } = {}) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } });
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

/** The built service on a data folder (a fresh one, removed at the stop, when none is given) and a free port. */
export async function startService({ dataDir, args = [] } = {}) {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'knipkaart-bench-'));
  const service = await startScript('dist/apps/api/src/main.js', { args, env: { PORT: '0', DATA_DIR: folder } });
  return {
    ...service,
    stop: async () => {
      await service.stop();
      if (!dataDir) rmSync(folder, { recursive: true, force: true });
    },
  };
}
