import { Inject, Injectable } from '@nestjs/common';
import { LogUnreachable, type EventStore, type Position } from '#event-store';
import { EVENT_STORE } from './event-store.token.js';

/** A probe waits no longer than this: a monitor wants an answer, and asks again. */
const PATIENCE_MS = 2_000;

interface Look {
  /** Why the log did not answer; undefined when it did. */
  failure: Promise<string | undefined>;
  stopping: AbortController;
  waiting: number;
}

/**
 * Asks the log whether it answers. Probes at the same time share one question,
 * which ends when none waits for it.
 */
@Injectable()
export class LogProbe {
  private look: Look | undefined;

  constructor(@Inject(EVENT_STORE) private readonly store: Pick<EventStore, 'reach' | 'lastPosition'>) {}

  /** Why the log does not answer, or not in time; undefined when it does. Never rejects. */
  async failure(): Promise<string | undefined> {
    this.look ??= this.begin();
    const look = this.look;
    look.waiting += 1;
    const failure = await inTime(look.failure, `no answer within ${PATIENCE_MS / 1000} seconds.`);
    look.waiting -= 1;
    if (look.waiting === 0) this.end(look);
    return failure;
  }

  /**
   * The answer of a read, for somebody who waits for it. A write tries for longer.
   * @throws LogUnreachable as soon as it is known that the log does not answer
   */
  whileAnswering<Answer>(read: Promise<Answer>): Promise<Answer> {
    const refused = this.failure().then((failure) => {
      if (failure !== undefined) throw new LogUnreachable('its server', failure);
      return read;
    });
    return Promise.race([read, refused]);
  }

  /** The newest position of the log: undefined in an empty one, `late` when it was not found in time. */
  position(): Promise<Position | undefined | 'late'> {
    return inTime(
      this.store.lastPosition().catch(() => 'late' as const),
      'late',
    );
  }

  private begin(): Look {
    const stopping = new AbortController();
    const failure = this.store.reach(stopping.signal).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    return { failure, stopping, waiting: 0 };
  }

  private end(look: Look): void {
    look.stopping.abort();
    if (this.look === look) this.look = undefined;
  }
}

/** The answer, or `late` when it does not come in time. */
async function inTime<Answer, Late>(answer: Promise<Answer>, late: Late): Promise<Answer | Late> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<Late>((resolve) => {
    timer = setTimeout(() => resolve(late), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer, patience]);
  } finally {
    clearTimeout(timer);
  }
}
