import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const FOLDER = 'libs/domain/src';

// The API needs a sentence for each `RefusalCode`; the compiler finds one that is missing, if the codes are
// there.
it('The codes of every class of refusals are in RefusalCode', () => {
  const classes = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) => [
      ...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(/class (\w+) extends Refusal</g),
    ])
    .map(([, name]) => name!);
  const codes = /type RefusalCode = \(([^)]*)\)/.exec(readFileSync(`${FOLDER}/index.ts`, 'utf8'))![1]!;
  expect(classes.sort()).toEqual(codes.match(/\w+/g)!.sort());
});
