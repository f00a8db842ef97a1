import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { needsBuild } from '../needs-build.mjs';

needsBuild('service');

it('A few people work for some seconds, and nothing that was acknowledged is lost', async () => {
  const args = ['test/load/run.mjs', '--people', '8', '--minutes', '0.1', '--on', 'embedded'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = await once(child, 'close');
  expect(printed).toMatch(/ writes acknowledged, 0 of them not in the log/);
  expect(code).toBe(0);
});
