import type { Position } from '#event-store';

/** The read model did not reach a position in time, or is still being built. */
export class NotCaughtUp extends Error {
  constructor(position?: Position) {
    super(
      position === undefined
        ? 'The read model is being built.'
        : `The read model has not reached position ${position} yet.`,
    );
    this.name = 'NotCaughtUp';
  }
}

interface Waiter {
  fulfilled: () => boolean;
  done: (error?: Error) => void;
}

/** The calls that wait until the read model has reached a position. */
export class Waiting {
  private readonly waiters = new Set<Waiter>();

  /** @throws NotCaughtUp after `timeoutMs` */
  until(fulfilled: () => boolean, position: Position, timeoutMs: number): Promise<void> {
    if (fulfilled()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => waiter.done(new NotCaughtUp(position)), timeoutMs);
      const waiter: Waiter = {
        fulfilled,
        done: (error) => {
          clearTimeout(timer);
          this.waiters.delete(waiter);
          if (error) reject(error);
          else resolve();
        },
      };
      this.waiters.add(waiter);
    });
  }

  /** Ends the waits that are over. */
  check(): void {
    for (const waiter of [...this.waiters]) if (waiter.fulfilled()) waiter.done();
  }

  stop(): void {
    for (const waiter of [...this.waiters]) waiter.done(new Error('The service is shutting down.'));
  }
}
