import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { boundsTable } from '../apps/api/src/platform/environment/bounds.js';

it('The contract and the metadata of the API follow from its classes: run "npm run generate" when they do not', () => {
  const check = () => execFileSync(process.execPath, ['apps/generate.mjs', '--check'], { stdio: 'pipe' });
  expect(check).not.toThrow();
});

it('No script empties a file before it knows what to write there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  expect(Object.entries(scripts).filter(([, script]) => script.includes('>'))).toEqual([]);
});

it('The table of bounds in the documentation is the one in the code', () => {
  expect(readFileSync('docs/operation.md', 'utf8')).toContain(`\n\n${boundsTable()}\n\n`);
});
