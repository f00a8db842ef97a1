import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from '@jest/globals';

const SCALE = 'docs/scale.md';

it('The scale page is computed from the measured figures, and nothing in it is typed by hand', () => {
  const folder = mkdtempSync(join(tmpdir(), 'knipkaart-scale-'));
  cpSync('docs/performance.json', join(folder, 'docs/performance.json'));
  execFileSync(process.execPath, [resolve('test/bench/scale.mjs')], { cwd: folder });
  const computed = readFileSync(join(folder, SCALE), 'utf8');
  rmSync(folder, { recursive: true });
  expect(readFileSync(SCALE, 'utf8')).toBe(computed);
  expect(computed).not.toMatch(/undefined|NaN/);
});
