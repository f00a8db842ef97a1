import { parentPort } from 'node:worker_threads';
import type { Answer } from './threads.js';
import { WORK, type Work } from './work.js';

/** One piece of work for the thread. */
export interface WorkOrder {
  name: keyof Work;
  parts: unknown[];
}

parentPort!.on('message', ({ name, parts }: WorkOrder) => parentPort!.postMessage(answerTo(name, parts)));

function answerTo(name: keyof Work, parts: unknown[]): Answer {
  try {
    return { done: (WORK[name] as (...parts: unknown[]) => unknown)(...parts) };
  } catch (error) {
    return { failed: (error as Error).stack ?? String(error) };
  }
}
