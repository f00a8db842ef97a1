import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Position, StoredEvent, Subscription } from './port.js';

/** Wakes the readers that wait for new events. */
export class Bell {
  /** Resolves when the bell rings next. */
  next!: Promise<void>;
  #wake!: () => void;

  constructor() {
    this.#prepare();
  }

  ring(): void {
    this.#wake();
    this.#prepare();
  }

  #prepare(): void {
    this.next = new Promise((resolve) => (this.#wake = resolve));
  }
}

const BATCH = 100;

/**
 * A subscription on top of `readAll`. Each read starts where the last batch ended, so catching up and
 * following live are the same loop.
 * @param after position of the last event already handled, undefined for the beginning
 * @param bell rings when there are new events
 */
export function follow(
  after: Position | undefined,
  readAll: (after: Position | undefined, limit: number) => Promise<StoredEvent[]>,
  bell: Bell,
  onEvents: (events: StoredEvent[]) => Promise<void> | void,
  onFailure: (error: unknown) => void,
): Subscription {
  let stopped = false;
  const run = async (): Promise<void> => {
    for (let position = after; !stopped; ) {
      const { next } = bell;
      const events = await readAll(position, BATCH);
      if (events.length === 0) await next;
      else if (!stopped) await onEvents(events);
      position = events.at(-1)?.position ?? position;
      // Requests get a turn between two batches of a long catch-up.
      await nextTurn();
    }
  };
  const ended = run().catch((error: unknown) => {
    if (!stopped) onFailure(error);
    stopped = true;
  });
  return {
    async stop() {
      stopped = true;
      bell.ring();
      await ended;
    },
  };
}
