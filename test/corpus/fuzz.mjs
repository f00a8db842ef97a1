/**
 * Damages the files of the corpus at random and does everything with each: `npm run fuzz -- [--inputs
 * 1000000] [--seed n] [--part files|pairs]`. Prints what threw, took more than 3 s, or left memory behind,
 * with the seed that repeats it (`--inputs 1 --seed n`), and ends with 1 then.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as bpmn from '#bpmn';
import { exercise, exerciseTogether } from './exercise.mjs';
import { damaged, edited, randomFrom } from './mutate.mjs';

const { values: asked } = parseArgs({
  options: { inputs: { type: 'string' }, seed: { type: 'string' }, part: { type: 'string' } },
});
const inputs = Number(asked.inputs ?? 20_000);
const first = Number(asked.seed ?? Date.now() % 1_000_000_000);
const folder = process.env.CORPUS_DIR ?? '../shared';
const files = (existsSync(folder) ? [folder] : ['bpmn']).flatMap((from) =>
  readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bpmn'))
    .map((name) => readFileSync(join(from, name))),
);
/** What can be read, for what takes several; of larger ones few would be tried. */
const small = files.filter((bytes) => bytes.length < 40_000 && bpmn.readDiagram(bytes).ok);

/** Memory may grow while the program warms up, and by what its caches keep. */
const MAY_GROW = 64 * 1024 * 1024;
const LOOKED_AT_EVERY = 5_000;

/** What is done with one input, once it is made. */
function made(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const whichPart = random();
  const part = asked.part ?? (whichPart < 0.5 ? 'files' : 'pairs');
  if (part === 'files') {
    const bytes = damaged(pick(files), random);
    return () => exercise(bpmn, bytes).ok;
  }
  const base = pick(small);
  const change = random() < 0.7 ? edited : damaged;
  const three = [base, change(base, random), change(base, random)];
  return () => {
    const readings = three.map((bytes) => bpmn.readDiagram(bytes));
    if (!readings.every(({ ok }) => ok)) return false;
    exerciseTogether(bpmn, ...readings.map(({ diagram }) => diagram.text));
    return true;
  };
}

let accepted = 0;
let failures = 0;
let before;
const fail = (seed, what) => {
  failures++;
  console.error(`seed ${seed}: ${what}`);
};
for (let seed = first; seed < first + inputs; seed++) {
  const todo = made(randomFrom(seed));
  const start = performance.now();
  try {
    if (todo()) accepted++;
  } catch (error) {
    fail(seed, error.stack);
  }
  const took = performance.now() - start;
  if (took > 3000) fail(seed, `${Math.round(took)} ms`);
  if ((seed - first) % LOOKED_AT_EVERY !== LOOKED_AT_EVERY - 1) continue;
  globalThis.gc?.();
  const { heapUsed } = process.memoryUsage();
  before ??= heapUsed;
  if (heapUsed > before + MAY_GROW) fail(seed, `memory grew to ${Math.round(heapUsed / 1024 / 1024)} MiB`);
  console.log(`${seed - first + 1} inputs, ${accepted} accepted, ${Math.round(heapUsed / 1024 / 1024)} MiB`);
}
console.log(
  `${inputs} inputs (seeds ${first} to ${first + inputs - 1}), ${accepted} accepted, ${failures} failures`,
);
process.exitCode = failures > 0 ? 1 : 0;
