import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openLog, openLogForReading } from '#event-store';
import { DEMO_PEOPLE } from '../../apps/api/src/accounts/index.js';
import { readCommandLine } from '../../apps/api/src/log-tool/command-line.js';
import { startDouble } from '../eventstoredb/double.mjs';
import { needsBuild } from '../needs-build.mjs';
import { contentOf, fill } from './filled-log.js';
import { startService, type RunningService } from './running-service.js';

needsBuild('service');

/** The program that `npm run log` runs. */
const LOG = 'dist/apps/api/src/log.js';
const HASH = /[0-9a-f]{64}/;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'knipkaart-log-tool-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}
interface Running {
  ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the command on the data folder of the test. */
function begin(...args: string[]): Running {
  const child = spawn(process.execPath, [LOG, ...args], {
    env: { ...process.env, DATA_DIR: data() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => (printed[name] += chunk.toString()));
  return {
    ended: once(child, 'close').then(([code]) => ({ code: code as number | null, ...printed })),
    kill: (signal) => void child.kill(signal),
  };
}
const run = (...args: string[]): Promise<Ended> => begin(...args).ended;

const data = (): string => join(folder, 'data');
const place = (name: string): string => join(folder, name);
async function filledData(...recipe: Parameters<typeof fill>[1]): Promise<void> {
  const { events } = openLog(join(data(), 'log.sqlite'));
  await fill(events, recipe);
  await events.close();
}
const rootIn = (text: string): string => HASH.exec(text)?.[0] ?? '';
/** One clear sentence, and no stack trace. */
const refused = (about: RegExp) => ({
  code: 1,
  stdout: '',
  stderr: expect.stringMatching(new RegExp(`^(?=[^\\n]*${about.source})[^\\n]+\\.\\n$`)),
});

async function inContent(dataDir: string): Promise<string[]> {
  const log = openLogForReading(join(dataDir, 'log.sqlite'));
  const content = await contentOf(log);
  await log.events.close();
  return content;
}

/** How many events another process has written so far. */
async function written(dataDir: string): Promise<number> {
  if (!existsSync(join(dataDir, 'log.sqlite'))) return 0;
  const { events } = openLogForReading(join(dataDir, 'log.sqlite'));
  const last = await events.lastPosition();
  await events.close();
  return Number(last ?? 0);
}

describe('npm run log', () => {
  it('prints its commands when called without one', async () => {
    const { code, stdout, stderr } = await run();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of ['copy', 'verify', 'stats', 'backup', 'restore'])
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  it('says in one sentence what is wrong', async () => {
    writeFileSync(place('no-log.sqlite'), 'This is no log at all. '.repeat(500));
    symlinkSync(place('loop'), place('loop'));
    const cases: [string[], RegExp][] = [
      [['move'], /no command move/],
      [['verify'], /There is no log .*data\/log.sqlite/],
      [['verify', '--from', 'esdb://'], /no address with esdb:/],
      [
        ['copy', '--from', place('no-log.sqlite'), '--to', place('x')],
        /no-log.sqlite cannot be read: file is not a database/,
      ],
      [['restore', '--from', place('no-log.sqlite')], /cannot be read/],
      [['backup', '--from', place('none'), '--to', place('x')], /There is no log/],
      [['stats', '--from', place('loop')], /There is no log .*loop\/log.sqlite/],
      // A missing server is retried first; test/eventstoredb/opening.spec.ts covers that.
      [
        ['stats', '--from', 'esdb://admin:secret@127.0.0.1:1?tls=no&slow=1'],
        /127.0.0.1:1 cannot be reached: the address has the option "slow"/,
      ],
      [
        ['backup', '--from', 'esdb://admin:secret@127.0.0.1:1?tls=false', '--to', 'x'],
        /log on esdb:\/\/127.0.0.1:1 is backed up and restored by the server's own means/,
      ],
    ];
    const ended = await Promise.all(cases.map(([args]) => run(...args)));
    expect(ended).toEqual(cases.map(([, about]) => refused(about)));
    expect(ended.some(({ stderr }) => stderr.includes('secret'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name !== 'data')).toEqual(['loop', 'no-log.sqlite']);
  });
});

it('A wrong command line is refused with the reason', () => {
  const cases: [string[], string][] = [
    [['constructor'], 'There is no command constructor'],
    [['verify', '--fast'], 'verify has no option --fast'],
    [['verify', '--to', 'x'], 'verify has no option --to'],
    [['stats', 'x'], 'what to do with x'],
    [['stats', '-f', 'x'], 'stats has no option -f'],
    [['copy', '--from', 'x'], 'copy needs --to'],
    [['copy', '--from', '--to', 'x'], '--from needs a value'],
    [['copy', '--to='], '--to needs a value'],
    [['copy', '--people=yes'], '--people takes no value'],
    [['backup'], 'backup needs --to'],
    [['restore'], 'restore needs --from'],
    [['verify', '--root', 'abc'], '64 hexadecimal digits'],
    [['verify', '--events', '3'], '--root is, which is missing'],
    [['verify', '--root', '0'.repeat(64), '--events', '0'], '--events must be a number'],
  ];
  for (const [args, about] of cases) expect(() => readCommandLine(args)).toThrow(about);
  expect(readCommandLine(['verify', '--root', 'AB'.repeat(32), '--events', '1,200'])).toEqual({
    command: 'verify',
    people: false,
    withoutForeign: false,
    root: 'ab'.repeat(32),
    events: 1_200,
  });
  expect(readCommandLine(['copy', '--from=a b', '--to', './c', '--people', '--without-foreign'])).toEqual({
    command: 'copy',
    people: true,
    withoutForeign: true,
    from: 'a b',
    to: './c',
  });
});

describe('npm run log -- verify', () => {
  it('prints the number of verified events and the root', async () => {
    await filledData([1, 20], [2, 5]);
    const first = await run('verify');
    expect(first).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^All 25 events of 2 streams verify\. Root: [0-9a-f]{64}\n$/),
      stderr: '',
    });
    expect(await run('verify', '--from', join(data(), 'log.sqlite'))).toEqual(first);
  });

  it('compares the read model with the log, while the service runs and when it stopped', async () => {
    const service = await startService(data());
    for (const name of ['Kap', 'Bouw', 'Brand']) await service.register(name);
    const sound = expect.stringMatching(/^All 3 events .*\nThe read model says what the log says\.\n$/);
    expect(await run('verify')).toEqual({ code: 0, stdout: sound, stderr: '' });
    await service.stop();
    expect(await run('verify')).toEqual({ code: 0, stdout: sound, stderr: '' });
    const file = new DatabaseSync(join(data(), 'read-model.sqlite'));
    file.exec("UPDATE overview SET name = 'Vervalst' WHERE name = 'Bouw'");
    expect(await run('verify')).toMatchObject(refused(/read-model.sqlite says something else than the log/));
    file.exec('UPDATE checkpoint SET complete = 0');
    file.close();
    expect(await run('verify')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('was not compared'),
    });
  });

  it('names the first changed event, even among the newest ones', async () => {
    await filledData([1, 20]);
    const file = new DatabaseSync(join(data(), 'log.sqlite'));
    file.exec(`UPDATE events SET data = replace(data, 'Reden', 'Raden') WHERE version = 16`);
    file.exec(`UPDATE events SET data = replace(data, 'front', 'back') WHERE version = 19`);
    expect(await run('verify')).toMatchObject(
      refused(/event 16 of process-1 does not verify, its content does not match its hash/),
    );
    file.exec(`UPDATE events SET data = '{"half": "\\ud800"}' WHERE version = 4`);
    expect(await run('verify')).toMatchObject(refused(/event 4 of process-1 does not verify/));
    for (const [version, text] of [
      [9, 'null'],
      [3, '{'],
    ] as const) {
      file.prepare('UPDATE events SET metadata = ? WHERE version = ?').run(text, version);
      expect(await run('verify')).toMatchObject(
        refused(new RegExp(`event ${version} of process-1 is not JSON`)),
      );
    }
    file.close();
  });

  it('finds a damaged index though every event is intact, as backup and restore do; a copy repairs it', async () => {
    await filledData([1, 20]);
    const path = join(data(), 'log.sqlite');
    const file = new DatabaseSync(path);
    const pageSize = Number(file.prepare('PRAGMA page_size').get()?.['page_size']);
    const { rootpage } = file
      .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_events_2'`)
      .get() as { rootpage: number };
    file.close();
    // Swaps two entries of the index that a stream is read by. Each entry has six bytes plus its length.
    const bytes = readFileSync(path);
    const [one, two] = [3, 4].map(
      (cell) => (rootpage - 1) * pageSize + bytes.readUInt16BE((rootpage - 1) * pageSize + 8 + 2 * cell) + 6,
    ) as [number, number];
    [bytes[one], bytes[two]] = [bytes[two]!, bytes[one]!];
    writeFileSync(path, bytes);
    for (const args of [
      ['verify'],
      ['backup', '--to', place('copy')],
      ['restore', '--from', path, '--to', place('again')],
    ]) {
      expect(await run(...args)).toMatchObject(
        refused(/cannot be read: its file is damaged, row \d+ missing from index/),
      );
    }
    expect(await run('copy', '--from', data(), '--to', place('sound'))).toMatchObject({ code: 0 });
    expect(await run('verify', '--from', place('sound'))).toMatchObject({ code: 0 });
  });

  it('compares the log with a noted root, even when the log has grown since', async () => {
    await filledData([1, 20], [2, 700]);
    const root = rootIn((await run('verify')).stdout);
    expect(await run('verify', '--root', root)).toMatchObject({ code: 0 });
    await filledData([1, 3], [3, 1]);
    expect(await run('verify', '--root', root, '--events', '720')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('All 724 events'),
    });
    expect(await run('verify', '--root', root)).toMatchObject(
      refused(/not the one whose root was noted: the root of all events is [0-9a-f]{64}/),
    );
    const file = new DatabaseSync(join(data(), 'log.sqlite'));
    file.exec('DELETE FROM events WHERE position > 719');
    file.close();
    expect(await run('verify', '--root', root, '--events', '720')).toMatchObject(
      refused(/holds 719 events, fewer than when the root was noted/),
    );
  });
});

describe('npm run log -- stats', () => {
  it('counts the content of the log', async () => {
    await filledData([0, 6], [1, 30]);
    const { code, stdout } = await run('stats');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^events +36 in 2 streams, 6 of them of the demonstration$/m);
    expect(stdout).toMatch(/^time +2026-03-02T09:00:00\.000Z to 2026-03-02T09:00:00\.000Z$/m);
    expect(stdout).toMatch(/^largest event +\d+ bytes: DiagramSaved, event 2 of process-0$/m);
    expect(stdout).toMatch(/^busiest day +2026-03-02: 36 events$/m);
    expect(stdout).toMatch(/^KnipDecided +29 +[\d,]+$/m);
    expect(stdout).toMatch(/^DiagramSaved +7 +[\d,]+$/m);
    expect(stdout).toMatch(/^2026-03 +36 +[\d,]+$/m);
  });
});

describe('npm run log -- copy', () => {
  const MANY = Array.from({ length: 150 }, (_, n) => [n % 11, 40] as const);

  it.each([
    ['SIGKILL', null],
    ['SIGINT', 130],
  ] as const)('ended by %s leaves a target from which the same command resumes', async (signal, code) => {
    await filledData(...MANY);
    // The copy may be complete before the signal arrives; then it is made again.
    let left = 6_000;
    while (left === 6_000) {
      rmSync(place('target'), { recursive: true, force: true });
      const copying = begin('copy', '--from', data(), '--to', place('target'));
      while ((await written(place('target'))) === 0) await pause(2);
      copying.kill(signal);
      const ended = await copying.ended;
      left = await written(place('target'));
      if (left < 6_000) expect(ended.code).toBe(code);
    }
    const { stdout } = await run('copy', '--from', data(), '--to', place('target'));
    const [copied, before] =
      /([\d,]+) events copied in .* s; ([\d,]+) stood there already/
        .exec(stdout)
        ?.slice(1)
        .map((count) => Number(count.replace(',', ''))) ?? [];
    expect([copied, before]).toEqual([6_000 - left, left]);
    const lines = stdout.split('\n');
    expect(rootIn(lines[0] ?? '')).toBe(rootIn(lines[1] ?? ' '));
    expect(rootIn(stdout)).toBe(rootIn((await run('verify', '--from', place('target'))).stdout));
    expect(await inContent(place('target'))).toEqual(await inContent(data()));
  });

  it('copies a log to a server and back, with the same root', async () => {
    await filledData([1, 20], [2, 5], [1, 700]);
    const server = await startDouble();
    const there = await run('copy', '--from', data(), '--to', server.url);
    expect(there).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/725 events copied .*\nNames of people did not go along/),
    });
    expect(await run('copy', '--from', server.url, '--to', place('back'))).toMatchObject({ code: 0 });
    const roots = await Promise.all([
      run('verify'),
      run('verify', '--from', server.url),
      run('verify', '--from', place('back')),
    ]);
    expect(new Set(roots.map(({ stdout }) => rootIn(stdout)))).toEqual(new Set([rootIn(there.stdout)]));
    expect(await run('copy', '--from', server.url, '--to', server.url)).toMatchObject(
      refused(/copied to where it stands/),
    );
    await server.stop();
  });

  it('is refused when a link leads back to the log itself', async () => {
    await filledData([1, 2]);
    symlinkSync(data(), place('link'));
    expect(await run('copy', '--from', data(), '--to', place('link'))).toMatchObject(
      refused(/copied to where it stands/),
    );
  });
});

describe('Beside a running service', () => {
  let dataDir: string;
  let service: RunningService;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-log-tool-'));
    service = await startService(dataDir);
    for (let n = 0; n < 20; n++) await service.register(`Proces ${n}`);
  });
  afterAll(async () => {
    await service?.stop();
    rmSync(dataDir, { recursive: true });
  });

  it('a log can be verified, counted and copied, but not replaced', async () => {
    expect(await run('verify', '--from', dataDir)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/All \d+ events of \d+ streams verify/),
    });
    expect(await run('stats', '--from', dataDir)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(new RegExp(`^names of people +${DEMO_PEOPLE.length}$`, 'm')),
    });
    expect(await run('copy', '--from', dataDir, '--to', place('target'))).toMatchObject({ code: 0 });
    expect(await run('copy', '--from', place('target'), '--to', dataDir)).toMatchObject(
      refused(/in use by process \d+/),
    );
    expect(await run('backup', '--from', dataDir, '--to', place('copy.sqlite'))).toMatchObject({ code: 0 });
    expect(await run('restore', '--from', place('copy.sqlite'), '--to', dataDir)).toMatchObject(
      refused(/in use by process \d+/),
    );
  });

  it('a backup has everything acknowledged before it, overwrites nothing, and a service starts on it', async () => {
    await service.register('Vlak voor de kopie');
    const made = await run('backup', '--from', dataDir, '--to', place('copy.sqlite'));
    expect(made).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /copy\.sqlite is a backup of .* All 21 events of 21 streams verify\. Root: [0-9a-f]{64}\n$/,
      ),
    });
    expect(await run('backup', '--from', dataDir, '--to', place('copy.sqlite'))).toMatchObject(
      refused(/exists already and is not overwritten/),
    );
    expect(readdirSync(folder)).toEqual(['copy.sqlite']);
    const restored = await run('restore', '--from', place('copy.sqlite'));
    expect(rootIn(restored.stdout)).toBe(rootIn(made.stdout));
    expect((await inContent(data())).some((event) => event.includes('Vlak voor de kopie'))).toBe(true);
    expect(await run('restore', '--from', place('copy.sqlite'))).toMatchObject(refused(/exists already/));
    const names = openLogForReading(join(data(), 'log.sqlite'));
    expect(await names.people.all()).toHaveLength(DEMO_PEOPLE.length);
    await names.events.close();
  });
});

it('Only the owner can read what the service, a rebuild and a backup make, whatever was allowed before', async () => {
  const before = process.umask(0);
  try {
    const dataDir = join(folder, 'made');
    const service = await startService(dataDir);
    await service.register('Vertrouwelijk');
    const made = modesIn(dataDir);
    await service.stop();
    expect(Object.keys(made)).toEqual(
      expect.arrayContaining(['', 'log.sqlite', 'log.sqlite-wal', 'read-model.sqlite', 'session.key']),
    );
    const backup = await begin('backup', '--from', dataDir, '--to', join(dataDir, 'copy.sqlite')).ended;
    const rebuild = spawn(process.execPath, ['dist/apps/api/src/rebuild.js'], {
      env: { ...process.env, DATA_DIR: dataDir },
      stdio: 'ignore',
    });
    expect([backup.code, (await once(rebuild, 'close'))[0]]).toEqual([0, 0]);
    const all = { ...made, ...modesIn(dataDir) };
    expect(all).toHaveProperty(['copy.sqlite']);
    expect(Object.entries(all).filter(([name, mode]) => mode !== (name === '' ? 0o700 : 0o600))).toEqual([]);
  } finally {
    process.umask(before);
  }
});

/** What is allowed to whom, of a folder (as '') and each file in it. */
function modesIn(dataDir: string): Record<string, number> {
  const names = ['', ...readdirSync(dataDir)];
  return Object.fromEntries(names.map((name) => [name, statSync(join(dataDir, name)).mode & 0o777]));
}

it('A service keeps all its data when its log moves from the folder to a server and back', async () => {
  const server = await startDouble();
  const onServer = { EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: server.url };
  const overview = async (settings: Record<string, string>, ...names: string[]): Promise<unknown> => {
    const service = await startService(data(), settings);
    for (const name of names) await service.register(name);
    const shown = await service.overview();
    await service.stop();
    return shown;
  };
  const before = await overview({}, 'Nog in de map');
  expect(await run('copy', '--from', data(), '--to', server.url, '--people')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`${DEMO_PEOPLE.length} names of people went along`),
  });
  expect(await overview(onServer)).toEqual(before);
  const after = await overview(onServer, 'Al op de server');
  expect(await run('copy', '--from', server.url, '--to', data(), '--people')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^1 events copied .*; 1 stood there already/m),
  });
  expect(await overview({})).toEqual(after);
  await server.stop();
});

it('A restored log gets a new read model: the content of the older one is gone', async () => {
  await filledData([1, 3]);
  expect(await run('backup', '--to', place('copy.sqlite'))).toMatchObject({ code: 0 });
  rmSync(join(data(), 'log.sqlite'));
  writeFileSync(join(data(), 'read-model.sqlite'), 'of another log');
  writeFileSync(join(data(), 'session.key'), 'kept');
  expect(await run('restore', '--from', place('copy.sqlite'))).toMatchObject({ code: 0 });
  expect(existsSync(join(data(), 'read-model.sqlite'))).toBe(false);
  expect(readFileSync(join(data(), 'session.key'), 'utf8')).toBe('kept');
});
