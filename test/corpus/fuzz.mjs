/**
 * Damages the files of the corpus at random and does everything with each: `node test/corpus/fuzz.mjs
 * [seconds] [seed]`, after `npm run build`. Prints what threw or took more than 3 s, with the seed that
 * repeats it, and ends with 1 then.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as bpmn from '#bpmn';
import { exercise } from './exercise.mjs';
import { damaged, randomFrom } from './mutate.mjs';

const seconds = Number(process.argv[2] ?? 60);
const first = Number(process.argv[3] ?? Date.now() % 1_000_000_000);
const folder = process.env.CORPUS_DIR ?? '../shared';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.bpmn'))
  .map((name) => readFileSync(join(folder, name)));
const end = performance.now() + seconds * 1000;
let seed = first;
let accepted = 0;
let failures = 0;
for (; performance.now() < end; seed++) {
  const random = randomFrom(seed);
  const bytes = damaged(files[Math.floor(random() * files.length)], random);
  const start = performance.now();
  try {
    if (exercise(bpmn, bytes).ok) accepted++;
  } catch (error) {
    failures++;
    console.error(`seed ${seed}: ${error.stack}`);
  }
  const took = performance.now() - start;
  if (took > 3000) {
    failures++;
    console.error(`seed ${seed}: ${Math.round(took)} ms`);
  }
}
console.log(
  `${seed - first} damaged files (seeds ${first} to ${seed - 1}), ${accepted} accepted, ${failures} failures`,
);
process.exitCode = failures > 0 ? 1 : 0;
