import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BuildAnswer, BuildOrder } from './build-worker.js';
import type { BuildTask } from './begin-build.js';
import type { BuildPage } from './build-page.js';

const SCRIPT = new URL('./build-worker.js', import.meta.url);
/** An idle thread is kept so long, because a new one is slow at first. */
const IDLE_MS = 10_000;
/** Room for young objects of the thread. Node would let it grow to 192 MB, which makes no build faster. */
const YOUNG_MB = 48;

/** When the program runs from its sources, as in tests, there is no script for a thread. */
export const threadAvailable = (): boolean => existsSync(fileURLToPath(SCRIPT));

let spare: BuildThread | undefined;

/** A thread that builds read models, one order after the other. */
export class BuildThread {
  private readonly worker;
  private readonly asked: { resolve: () => void; reject: (error: Error) => void }[] = [];
  private idle: NodeJS.Timeout | undefined;
  private ended: Error | undefined;
  /** Number of pages of this build that the thread has done, in shared memory: it can be read at any time. */
  private applied = new Int32Array(new SharedArrayBuffer(4));
  private handed = 0;
  private begun: Promise<void> | undefined;

  private constructor(private readonly projections: string) {
    this.worker = new Worker(SCRIPT, {
      workerData: projections,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.worker.on('message', (answer: BuildAnswer) => {
      const first = this.asked.shift();
      if (answer) first?.reject(Object.assign(new Error(answer.message), answer));
      else first?.resolve();
    });
    this.worker.on('error', (error) => this.end(error as Error));
    this.worker.on('exit', () => this.end(new Error('The thread that builds the read model has ended.')));
  }

  /** @param projections address of the module that exports the set, as `PROJECTIONS` */
  static begin(task: BuildTask, projections: string): BuildThread {
    const thread = spare?.projections === projections ? spare : new BuildThread(projections);
    if (spare === thread) spare = undefined;
    clearTimeout(thread.idle);
    thread.worker.ref();
    thread.handed = 0;
    thread.applied = new Int32Array(new SharedArrayBuffer(4));
    thread.begun = thread.ask({ begin: task, applied: thread.applied });
    return thread;
  }

  /** Number of pages that it was given and has not done yet. */
  get waiting(): number {
    return this.handed - Atomics.load(this.applied, 0);
  }

  apply(page: BuildPage): Promise<void> {
    this.handed++;
    // A failure at the beginning says more than those that follow from it.
    return Promise.all([this.begun, this.ask({ apply: page })]).then(() => undefined);
  }

  complete(): Promise<void> {
    return this.ask({ complete: true });
  }

  /** Ends the build, complete or not. */
  async close(): Promise<void> {
    await this.ask({ close: true });
    if (spare || this.ended) return void this.worker.terminate();
    spare = this;
    this.worker.unref();
    this.idle = setTimeout(() => {
      spare = undefined;
      void this.worker.terminate();
    }, IDLE_MS).unref();
  }

  private ask(order: BuildOrder): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended);
      this.asked.push({ resolve, reject });
      this.worker.postMessage(order);
    });
  }

  private end(error: Error): void {
    this.ended ??= error;
    if (spare === this) spare = undefined;
    for (const { reject } of this.asked.splice(0)) reject(this.ended);
  }
}
