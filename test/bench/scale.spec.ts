import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from '@jest/globals';

const SCALE = 'docs/scale.md';

it('What a municipality needs is reckoned from the measured figures, with nothing in it typed by hand', () => {
  const folder = mkdtempSync(join(tmpdir(), 'knipkaart-scale-'));
  cpSync('docs/performance.json', join(folder, 'docs/performance.json'));
  execFileSync(process.execPath, [resolve('test/bench/scale.mjs')], { cwd: folder });
  const reckoned = readFileSync(join(folder, SCALE), 'utf8');
  rmSync(folder, { recursive: true });
  expect(readFileSync(SCALE, 'utf8')).toBe(reckoned);
  expect(reckoned).not.toMatch(/undefined|NaN/);
});
