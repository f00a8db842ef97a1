import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import * as bpmn from '#bpmn';
import { filesIn, renumberingRun } from './renumbered.mjs';

/** Real files that stand beside the repository; see CONTRIBUTING for what they are. */
const corpus = process.env.CORPUS_DIR ?? '../shared';
/** `node test/corpus/renumbered.mjs` takes all files, and more edits of each. */
const FILES = 40;
const ROUNDS = 2;

it('Files whose ids were all moved on by one compare as unchanged, and edits of both find their steps', () => {
  const files = filesIn(bpmn, 'bpmn', join(corpus, 'corpus'), join(corpus, 'compare')).filter(
    ({ text }) => text.length < 60_000,
  );
  const told: string[] = [];
  const figures = renumberingRun(bpmn, files.slice(0, FILES), ROUNDS, (line) => told.push(line));
  expect({ wrong: figures.wrong, told: told.filter((line) => line.startsWith('wrong')) }).toEqual({
    wrong: 0,
    told: [],
  });
  expect(figures.unchanged / figures.compared).toBeGreaterThanOrEqual(0.98);
  expect(figures.right / figures.merged).toBeGreaterThanOrEqual(0.95);
});
