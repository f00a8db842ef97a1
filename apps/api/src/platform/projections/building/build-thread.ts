import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BuildAnswer, BuildOrder } from './build-worker.js';
import type { BuildTask } from './begin-build.js';
import type { BuildPage } from './build-page.js';

const SCRIPT = new URL('./build-worker.js', import.meta.url);
/**
 * A thread that has nothing to do is kept so long: what follows a build within that time need not warm one
 * up.
 */
const IDLE_MS = 10_000;

/** The program run from its sources, as tests do, has no script that a thread could begin with. */
export const threadAvailable = (): boolean => existsSync(fileURLToPath(SCRIPT));

let spare: BuildThread | undefined;

/** A thread that builds read models, one order after the other. */
export class BuildThread {
  private readonly worker;
  private readonly asked: { resolve: () => void; reject: (error: Error) => void }[] = [];
  private idle: NodeJS.Timeout | undefined;
  private ended: Error | undefined;
  /**
   * How many pages of this build the thread has done; shared with it, so that it can be seen in the middle of
   * other work.
   */
  private applied = new Int32Array(new SharedArrayBuffer(4));
  private handed = 0;
  private begun: Promise<void> | undefined;

  private constructor(private readonly projections: string) {
    this.worker = new Worker(SCRIPT, { workerData: projections });
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

  /** How many pages it was given and has not done yet. */
  get waiting(): number {
    return this.handed - Atomics.load(this.applied, 0);
  }

  apply(page: BuildPage): Promise<void> {
    this.handed++;
    // What went wrong at the beginning says more than what comes of it.
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
