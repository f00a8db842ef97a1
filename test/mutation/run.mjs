// `npm run mutate` puts small mistakes into the code, one at a time, and reports those that no test notices.
// `-- domain merging` takes some areas of areas.mjs, `-- libs/bpmn/src/lanes.ts:10-40` some files or lines,
// and `--every 4` a quarter of the lines of each; `--shift 1` takes the next quarter. A later run only tries
// what it may find otherwise: mistakes in changed code, and those that a new or changed test may notice.
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { matchesGlob, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AREAS } from './areas.mjs';

const HERE = 'test/mutation';
/** How many lines in a row a sample takes: most statements fit, and small files have such a piece too. */
const PIECE = 12;
/** Jest's modules stay in memory, so a process is replaced after so many mistakes. */
const REUSED = 12;
const NICE = 10;
/** On a machine that does much else a spec takes longer, and that is not a mistake that makes it hang. */
const PATIENCE_MS = 30_000;
/** Before it tries any mistake, all specs run once. */
const FIRST_RUN_MINUTES = 20;

const { values, positionals } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    shift: { type: 'string', default: '0' },
    jobs: { type: 'string', default: '2' },
  },
  allowPositionals: true,
});

setPriority(NICE);
execFileSync('npm', ['ci'], { cwd: HERE, stdio: ['ignore', 'ignore', 'inherit'] });
const { Stryker } = await import('@stryker-mutator/core');
process.env.CORPUS_DIR = resolve(process.env.CORPUS_DIR ?? '../shared');
const rows = [];
for (const [area, mutate] of chosen()) rows.push([area.name, await scoreOf(area, mutate)]);
process.stdout.write(tableOf(rows));

/** @returns the areas to look at, each with its files, or with lines of them */
function chosen() {
  const named = AREAS.filter(({ name }) => positionals.includes(name));
  const files = positionals.filter((each) => !AREAS.some(({ name }) => name === each));
  if (positionals.length === 0) return AREAS.map((area) => [area, sample(filesOf(area))]);
  return [
    ...named.map((area) => [area, sample(filesOf(area))]),
    ...AREAS.map((area) => [area, files.filter((file) => belongs(area, file))]).filter(
      ([, own]) => own.length > 0,
    ),
  ];
}

function filesOf(area) {
  return area.files
    .flatMap((pattern) => globSync(pattern))
    .filter((file) => !/\.(spec|fixture)\.ts$/.test(file));
}

function belongs(area, file) {
  return area.files.some((pattern) => matchesGlob(file.split(':')[0], pattern));
}

/** @returns pieces of the files; the same options always take the same ones */
function sample(files) {
  const [every, shift] = [Number(values.every), Number(values.shift)];
  if (every === 1) return files;
  return files.flatMap((file, at) => {
    const lines = readFileSync(file, 'utf8').split('\n').length;
    const pieces = [];
    for (let from = 1 + ((at + shift) % every) * PIECE; from <= lines; from += every * PIECE)
      pieces.push(`${file}:${from}-${from + PIECE - 1}`);
    return pieces;
  });
}

async function scoreOf(area, mutate) {
  const results = await new Stryker({
    plugins: [import.meta.resolve('@stryker-mutator/jest-runner')],
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning'],
    jest: {
      configFile: 'jest.config.mjs',
      enableFindRelatedTests: false,
      config: { testMatch: area.specs.map((spec) => `<rootDir>/${spec}`), reporters: [] },
    },
    ...(area.build && { buildCommand: area.build }),
    coverageAnalysis: 'perTest',
    mutate,
    concurrency: Number(values.jobs),
    maxTestRunnerReuse: REUSED,
    timeoutMS: PATIENCE_MS,
    dryRunTimeoutMinutes: FIRST_RUN_MINUTES,
    ignorePatterns: ['/dist', '/data', '/test/browser', `/${HERE}`],
    incremental: true,
    incrementalFile: `${HERE}/reports/${area.name}.json`,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { logTests: false, reportTests: false, reportScoreTable: false },
    allowConsoleColors: false,
    allowEmpty: true,
  }).runMutationTest();
  const count = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  return { noticed: count('Killed', 'Timeout'), unnoticed: count('Survived', 'NoCoverage') };
}

function tableOf(scores) {
  const lines = scores.map(([name, { noticed, unnoticed }]) => {
    const all = noticed + unnoticed;
    return `| ${name} | ${all} | ${noticed} | ${((100 * noticed) / all).toFixed(1)} % |\n`;
  });
  return `| Area | Mistakes | Noticed | Score |\n| --- | ---: | ---: | ---: |\n${lines.join('')}`;
}
