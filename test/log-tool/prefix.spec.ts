import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { openLog } from '#event-store';
import { readCommandLine } from '../../apps/api/src/log-tool/command-line.js';
import { runCommand } from '../../apps/api/src/log-tool/run-command.js';
import type { Environment } from '../../apps/api/src/platform/environment/settings.js';
import { atEnd } from '../at-end.js';
import { startDouble } from '../eventstoredb/double.mjs';
import { fill } from './filled-log.js';

describe('npm run log on a server that several logs share', () => {
  let folder: string;
  let url: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'knipkaart-prefix-'));
    atEnd(() => rmSync(folder, { recursive: true }));
    const double = await startDouble();
    atEnd(() => double.stop());
    url = double.url;
    const { events, people } = openLog(join(folder, 'log.sqlite'));
    await fill(events, [[2, 10]]);
    await people.put({ id: 'persoon-1', name: 'Anna' });
    await events.close();
  });
  const run = (env: Environment, ...args: string[]) =>
    runCommand(readCommandLine(args), { DATA_DIR: folder, ...env }, () => undefined);
  const rootIn = (text: string): string => /[0-9a-f]{64}/.exec(text)?.[0] ?? text;

  it('copies a log below a prefix, from there below another one and to none, and keeps its root', async () => {
    const root = rootIn(await run({}, 'verify'));
    const own = { EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: url, EVENTSTORE_PREFIX: 'gemeente1.' };
    const copy = ['copy', '--people', '--to', url];
    expect(await run({ EVENTSTORE_PREFIX: 'gemeente1.' }, ...copy, '--from', folder)).toMatch(
      /^10 events copied.*\n1 names of people/m,
    );
    for (const empty of ['gemeente2.', ''])
      await expect(run({}, 'verify', '--from', url, '--from-prefix', empty)).rejects.toThrow(
        'There is nothing to verify',
      );
    expect(await run(own, ...copy, '--from', url, '--to-prefix', 'gemeente2.')).toMatch(/^10 events copied/m);
    expect(await run({}, ...copy, '--from', url, '--from-prefix', 'gemeente2.', '--to-prefix=')).toMatch(
      /^10 events copied.*\n1 names of people/m,
    );
    for (const verify of [
      () => run(own, 'verify'),
      () => run(own, 'verify', '--from-prefix', 'gemeente2.'),
      () => run({ EVENTSTORE_PREFIX: 'gemeente2.' }, 'verify', '--from', url),
      () => run(own, 'verify', '--from', url, '--from-prefix', ''),
    ])
      expect(rootIn(await verify())).toBe(root);
    expect(await run(own, 'stats')).toContain(`${url.replace(/\?.*/, '')} (gemeente1.)`);
  });

  it('refuses a prefix that is none, for a folder, or for both ends of a copy', async () => {
    for (const [args, about] of [
      [['verify', '--from', url, '--from-prefix', 'Gemeente'], '--from-prefix is "Gemeente"'],
      [['verify', '--from-prefix'], '--from-prefix needs a value'],
      [['backup', '--to', 'x', '--to-prefix', 'a.'], 'backup has no option --to-prefix'],
      [['verify', '--from', folder, '--from-prefix', 'a.'], 'stands in a file'],
      [
        ['copy', '--from', url, '--to', url, '--from-prefix', 'a.', '--to-prefix', 'a.'],
        'to where it stands',
      ],
    ] as const)
      await expect(async () => run({}, ...args)).rejects.toThrow(about);
    await expect(async () => run({ EVENTSTORE_PREFIX: 'a' }, 'verify', '--from', url)).rejects.toThrow(
      'EVENTSTORE_PREFIX is "a"',
    );
  });
});
