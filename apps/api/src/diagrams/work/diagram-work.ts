import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { OnModuleDestroy } from '@nestjs/common';
import { WORK, type Work } from './work.js';
import type { WorkAnswer, WorkOrder } from './worker.js';

/** Absent where the program runs from its sources, as tests do: then everything is done at once. */
const SCRIPT = new URL('./worker.js', import.meta.url);
/**
 * Characters or bytes of all parts together up to which the work takes some hundredths of a second: not worth
 * the way to another thread.
 */
const SMALL = 256 * 1024;

interface Caller {
  resolve(done: unknown): void;
  reject(error: Error): void;
}

/**
 * Comparing and merging, large diagrams on a thread beside the service, one after the other, so that nobody
 * else waits for them.
 */
export class DiagramWork implements OnModuleDestroy {
  private worker: Worker | undefined;
  private readonly waiting: Caller[] = [];

  constructor(private readonly script = SCRIPT) {}

  async do<Name extends keyof Work>(
    name: Name,
    ...parts: Parameters<Work[Name]>
  ): Promise<ReturnType<Work[Name]>> {
    const size = (parts as { length: number }[]).reduce((sum, { length }) => sum + length, 0);
    if (size <= SMALL || !existsSync(fileURLToPath(this.script))) {
      return (WORK[name] as (...parts: unknown[]) => ReturnType<Work[Name]>)(...parts);
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve: resolve as (done: unknown) => void, reject });
      const worker = (this.worker ??= this.begin());
      worker.ref();
      worker.postMessage({ name, parts } satisfies WorkOrder);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.terminate();
  }

  private begin(): Worker {
    const worker = new Worker(this.script);
    worker.on('message', (answer: WorkAnswer) => {
      const asked = this.waiting.shift();
      if ('done' in answer) asked?.resolve(answer.done);
      else asked?.reject(new Error(answer.failed));
      // The thread stays, and keeps nothing from ending.
      if (this.waiting.length === 0) worker.unref();
    });
    worker.on('error', (error) => this.end(error as Error));
    worker.on('exit', () => this.end(new Error('The thread that reads diagrams has ended.')));
    return worker;
  }

  /** What was under way fails; the next work gets a new thread. */
  private end(error: Error): void {
    this.worker = undefined;
    for (const asked of this.waiting.splice(0)) asked.reject(error);
  }
}
