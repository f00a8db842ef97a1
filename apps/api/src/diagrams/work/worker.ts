import { parentPort } from 'node:worker_threads';
import { WORK, type Work } from './work.js';

/** One piece of work for the thread. */
export interface WorkOrder {
  name: keyof Work;
  parts: unknown[];
}

/** The result, or the message of an error. */
export type WorkAnswer = { done: unknown } | { failed: string };

parentPort!.on('message', ({ name, parts }: WorkOrder) => parentPort!.postMessage(answerTo(name, parts)));

function answerTo(name: keyof Work, parts: unknown[]): WorkAnswer {
  try {
    return { done: (WORK[name] as (...parts: unknown[]) => unknown)(...parts) };
  } catch (error) {
    return { failed: (error as Error).stack ?? String(error) };
  }
}
