import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as bpmn from '#bpmn';
import { exercise, exerciseTogether } from './exercise.mjs';
import { damaged, edited, randomFrom } from './mutate.mjs';

/** Real and hostile files that stand beside the repository; see CONTRIBUTING for what they are. */
const folder = process.env.CORPUS_DIR ?? '../shared';
const present = existsSync(join(folder, 'hostile', 'manifest.json'));
const absent = `(skipped: ${folder} is not there; set CORPUS_DIR)`;

interface Expectation {
  name: string;
  generator?: boolean;
  expectation: string;
  alsoAcceptable?: string[];
  mustPreserveIfAccepted?: string[];
  mustNotContain?: string[];
}
const hostile: Expectation[] = present
  ? (JSON.parse(readFileSync(join(folder, 'hostile', 'manifest.json'), 'utf8')) as { files: Expectation[] })
      .files
  : [];
const filesIn = (part: string) =>
  present
    ? readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.bpmn'))
        .map((name) => join(part, name))
    : [];
const real = [...filesIn('corpus'), ...filesIn('compare')];

function meets(expected: Expectation, bytes: Uint8Array): void {
  const reading = exercise(bpmn, bytes);
  const outcomes = [expected.expectation, ...(expected.alsoAcceptable ?? [])].map((outcome) =>
    outcome.startsWith('accept'),
  );
  expect(outcomes).toContain(reading.ok);
  if (reading.ok) {
    const exported = bpmn.withDecisions(reading.diagram, { steps: [], handovers: [] });
    for (const kept of expected.mustPreserveIfAccepted ?? []) expect(exported).toContain(kept);
    return;
  }
  for (const language of ['nl', 'en'] as const) {
    const said = reading.problems.map((problem) => bpmn.describeProblem(problem, language)).join('\n');
    expect(said.length).toBeGreaterThan(20);
    for (const secret of expected.mustNotContain ?? []) expect(said).not.toContain(secret);
  }
}

const title = (words: string) => (present ? words : `${words} ${absent}`);
// jest wants at least one case; without the folder the one case says what is missing.
const cases = <T>(list: T[], missing: T): T[] => (list.length > 0 ? list : [missing]);

describe('Hostile files', () => {
  it.each(
    cases(
      hostile.filter((file) => !file.generator),
      { name: absent, expectation: '' },
    ),
  )('$name: $expectation', (file) => {
    if (present) meets(file, readFileSync(join(folder, 'hostile', file.name)));
  });

  it.each([
    ['generators/gen-deep-nesting.mjs', ['100000', 'ext']],
    ['generators/gen-deep-nesting.mjs', ['100000', 'sub']],
    ['generators/gen-deep-nesting.mjs', ['3000', 'sub']],
    ['generators/gen-gzip-bomb.mjs', ['64']],
  ])(title('made by %s %s are refused'), (name, args) => {
    const file = hostile.find((one) => one.name === name);
    if (!file) return;
    const made = spawnSync(process.execPath, [join(folder, 'hostile', name), ...args], {
      maxBuffer: 64 * 1024 * 1024,
    });
    meets(file, made.stdout);
  });
});

describe('Real files', () => {
  it.each(cases(real, absent))('%s is read, drawn, exported and read back', (name) => {
    if (present) expect(exercise(bpmn, readFileSync(join(folder, name))).ok).toBe(true);
  });

  it(title('damaged at random never make anything throw or hang'), () => {
    const files = [...real, ...filesIn('hostile')].map((name) => readFileSync(join(folder, name)));
    const rounds = Number(process.env.FUZZ_ROUNDS ?? 150);
    for (let seed = 1; files.length > 0 && seed <= rounds; seed++) {
      const random = randomFrom(seed);
      exercise(bpmn, damaged(files[Math.floor(random() * files.length)]!, random));
    }
  });

  it(title('damaged at random in two ways are compared and merged, and nothing throws or grows'), () => {
    const files = real
      .map((name) => readFileSync(join(folder, name)))
      .filter((bytes) => bytes.length < 40_000 && bpmn.readDiagram(bytes).ok);
    const rounds = Number(process.env.FUZZ_ROUNDS ?? 400);
    let together = 0;
    for (let seed = 1; files.length > 0 && seed <= rounds; seed++) {
      const random = randomFrom(seed);
      const base = files[Math.floor(random() * files.length)]!;
      const readings = [base, edited(base, random), edited(base, random)].map((bytes) =>
        bpmn.readDiagram(bytes),
      );
      const texts = readings.flatMap((reading) => (reading.ok ? [reading.diagram.text] : []));
      if (texts.length < 3) continue;
      together++;
      exerciseTogether(bpmn, texts[0]!, texts[1]!, texts[2]!);
    }
    if (present) expect(together).toBeGreaterThan(rounds / 5);
  });
});
