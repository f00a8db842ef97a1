import { execFile, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { needsBuild } from '../needs-build.mjs';
import { PATIENCE_MS } from '../until.js';

needsBuild('service');
const MAIN = 'dist/apps/api/src/main.js';
let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-start-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the built service until it ends by itself. */
const run = (env: Record<string, string>): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [MAIN, '--no-demo-data'],
      { env: { ...process.env, PORT: '0', DATA_DIR: dataDir, ...env }, timeout: PATIENCE_MS },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

/** One clear sentence, and no stack trace. */
const refused = (about: RegExp) => ({
  code: 1,
  stdout: '',
  stderr: expect.stringMatching(new RegExp(`^(?=[^\\n]*${about.source})[^\\n]+\\.?\\n$`)),
});

async function started(): Promise<{ url: string; printed: string; stop(): Promise<number | null> }> {
  const child = spawn(process.execPath, [MAIN, '--no-demo-data'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const printed = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())),
  );
  return {
    url: /http:\S+/.exec(printed)?.[0] ?? '',
    printed,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

describe('A start', () => {
  it('prints one line with the address, and ends cleanly when asked, with readers connected', async () => {
    const service = await started();
    expect(service.printed).toMatch(/^Knipkaart: http:\/\/localhost:\d+\n$/);
    const following = await fetch(`${service.url}/api/v1/updates`, {
      headers: { Authorization: 'Bearer demo:auditor' },
    });
    expect(following.status).toBe(200);
    const reading = following.text().catch(() => 'broken off');
    expect(await service.stop()).toBe(0);
    await reading;
  });

  it('made by npm ends with the shell that npm ran it in', async () => {
    const env = { ...process.env, PORT: '0', DATA_DIR: dataDir, npm_lifecycle_event: 'start' };
    const shell = spawn('sh', ['-c', `'${process.execPath}' apps/start.mjs --no-demo-data; true`], {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise((resolve) => shell.stdout.once('data', resolve));
    const ended = new Promise((resolve) => shell.stdout.once('end', resolve));
    shell.kill('SIGTERM');
    await ended;
    expect(existsSync(join(dataDir, 'log.sqlite-wal'))).toBe(false);
  });

  it('is refused while another process holds the log, which is named', async () => {
    const service = await started();
    expect(await run({})).toMatchObject(refused(/in use by process \d+/));
    await service.stop();
  });

  it('is refused on a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    expect(await run({ PORT: String(port) })).toMatchObject(refused(new RegExp(`Port ${port} is in use`)));
    other.close();
  });

  it('is refused on a data folder that is none, or cannot be written', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    expect(await run({ DATA_DIR: join(dataDir, 'file') })).toMatchObject(refused(/cannot be written/));
    if (process.getuid?.() === 0) return;
    chmodSync(dataDir, 0o500);
    expect(await run({})).toMatchObject(refused(/cannot be written/));
  });

  it('is refused on a data folder in which something else stands in the way', async () => {
    for (const name of ['session.key', 'read-model.sqlite']) {
      mkdirSync(join(dataDir, name));
      expect(await run({})).toMatchObject(refused(/The data folder [^ ]+ cannot be used: /));
      rmSync(join(dataDir, name), { recursive: true });
    }
  });

  it('is refused on a log that is damaged', async () => {
    writeFileSync(join(dataDir, 'log.sqlite'), 'This is no log at all. '.repeat(500));
    expect(await run({})).toMatchObject(refused(/cannot be read/));
  });

  it('is refused with settings this version cannot serve', async () => {
    expect(await run({ EVENT_STORE: 'eventstoredb' })).toMatchObject(refused(/EVENT_STORE/));
    expect(await run({ EVENTSTORE_PREFIX: 'Gemeente' })).toMatchObject(refused(/EVENTSTORE_PREFIX/));
    expect(await run({ PORT: 'abc' })).toMatchObject(refused(/PORT/));
  });
});
