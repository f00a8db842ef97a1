import { execFileSync } from 'node:child_process';
import { expect, it } from '@jest/globals';

it('The contract and the metadata of the API follow from its classes: run "npm run generate" when they do not', () => {
  const check = () => execFileSync(process.execPath, ['apps/generate.mjs', '--check'], { stdio: 'pipe' });
  expect(check).not.toThrow();
});
