import { parentPort, workerData } from 'node:worker_threads';
import type { ProjectionSet } from '../unit/projection-set.js';
import type { Build, BuildPage } from './build-page.js';
import { beginBuild, type BuildTask } from './begin-build.js';

/** An order to the thread. It answers them in turn. */
export type BuildOrder =
  | { begin: BuildTask; applied: Int32Array }
  | { apply: BuildPage }
  | { complete: true }
  | { close: true };

/** Undefined, or the parts of an error that cross between threads. */
export type BuildAnswer = { message: string; code?: unknown; errcode?: unknown } | undefined;

const { PROJECTIONS } = (await import(workerData as string)) as { PROJECTIONS: ProjectionSet };
let build: Build | undefined;
let applied: Int32Array;

parentPort!.on('message', (order: BuildOrder) => {
  let answer: BuildAnswer;
  try {
    carryOut(order);
  } catch (error) {
    const { code, errcode } = error as { code?: unknown; errcode?: unknown };
    answer = { message: error instanceof Error ? error.message : String(error), code, errcode };
  }
  parentPort!.postMessage(answer);
});

function carryOut(order: BuildOrder): void {
  if ('begin' in order) {
    build = beginBuild(order.begin, PROJECTIONS);
    applied = order.applied;
  } else if ('apply' in order) {
    build!.apply(order.apply);
    Atomics.add(applied, 0, 1);
  } else if ('complete' in order) build!.complete();
  else build?.close();
}
