import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Bounds } from '../../platform/environment/bounds.js';
import { ProblemException } from '../../platform/http/problems/problem-exception.js';
import { asking } from '../../platform/http/protocol/asking.js';
import { WORK_PROBLEMS } from './work.problems.js';
import { Threads, WorkNotDone, type NotDone } from './threads.js';
import { SMALL, sizeOf, WORK, type Work } from './work.js';
import type { WorkOrder } from './worker.js';

/** Absent where the program runs from its sources, as tests do: then everything is done at once. */
const SCRIPT = new URL('./worker.js', import.meta.url);
/** Characters or bytes from which a piece takes a second or more. */
const HEAVY = 1024 * 1024;

type WorkBounds = Pick<Bounds, 'workThreads' | 'workSeconds' | 'workMib' | 'work' | 'workOfPerson'>;

/**
 * What takes long on large diagrams: reading, comparing and merging them, and pictures. Large ones are done
 * on threads beside the service, so that nobody else waits for them; small ones at once.
 */
export class DiagramWork implements OnModuleDestroy {
  private readonly threads: Threads | undefined;

  constructor(
    private readonly bounds: WorkBounds,
    script = SCRIPT,
  ) {
    if (!existsSync(fileURLToPath(script))) return;
    const { workThreads: threads, workSeconds: seconds, workMib: mib } = bounds;
    const most = { waiting: bounds.work, waitingOfPerson: bounds.workOfPerson };
    this.threads = new Threads(script, { threads, seconds, mib, ...most });
  }

  /**
   * A piece of work, in the name of who asked for what is being done now.
   * @throws ProblemException 429 or 503 when too much waits already, 400 when it takes too long or too much
   * memory
   */
  do<Name extends keyof Work>(name: Name, ...parts: Parameters<Work[Name]>): Promise<ReturnType<Work[Name]>> {
    return this.whileWanted(asking()?.gone, name, ...parts);
  }

  /** The same for work that others may want as well. @param gone aborted when nobody does any more */
  async whileWanted<Name extends keyof Work>(
    gone: AbortSignal | undefined,
    name: Name,
    ...parts: Parameters<Work[Name]>
  ): Promise<ReturnType<Work[Name]>> {
    const size = sizeOf(parts);
    if (size <= SMALL[name] || !this.threads)
      return (WORK[name] as (...parts: unknown[]) => ReturnType<Work[Name]>)(...parts);
    const order: WorkOrder = { name, parts };
    try {
      const person = asking()?.person ?? '';
      return (await this.threads.do({ order, person, isHeavy: size > HEAVY, gone })) as ReturnType<
        Work[Name]
      >;
    } catch (error) {
      throw error instanceof WorkNotDone ? this.asProblem(error.reason) : error;
    }
  }

  /** What is done beside the service, for a monitor; undefined where everything is done at once. */
  get numbers(): { waiting: number; running: number; ended: Readonly<Record<string, number>> } | undefined {
    return this.threads && { ...this.threads.count, ended: this.threads.ended };
  }

  async onModuleDestroy(): Promise<void> {
    await this.threads?.end();
  }

  private asProblem(reason: NotDone): ProblemException {
    const { workSeconds: seconds, workMib: mib, work, workOfPerson } = this.bounds;
    const soon = { 'Retry-After': '5' };
    switch (reason) {
      case 'too-many':
        return new ProblemException(WORK_PROBLEMS.tooMuchWork, { params: { most: work }, headers: soon });
      case 'too-many-of-person':
        return new ProblemException(WORK_PROBLEMS.tooMuchWorkOfPerson, {
          params: { most: workOfPerson },
          headers: soon,
        });
      case 'gone':
        return new ProblemException(WORK_PROBLEMS.nobodyWaits, { headers: soon });
      default:
        return new ProblemException(WORK_PROBLEMS.workTooLarge, { params: { seconds, mib } });
    }
  }
}
