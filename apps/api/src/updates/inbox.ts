import type { StoredEvent } from '#event-store';

/**
 * What waits for one listener. A listener who reads too slowly, so that too much waits, is let go. On coming
 * back they get what they missed.
 */
export class Inbox {
  private waiting: StoredEvent[] = [];
  private closed = false;
  private wake: () => void = () => {};

  constructor(private readonly most: number) {}

  put(events: readonly StoredEvent[]): void {
    if (this.closed) return;
    this.waiting.push(...events);
    if (this.waiting.length > this.most) this.close();
    else this.wake();
  }

  /** Hands out and keeps nothing any more: a slow listener may never come back. */
  close(): void {
    this.closed = true;
    this.waiting = [];
    this.wake();
  }

  /**
   * What came since the last call: an empty list when nothing came for `pauseMs`, undefined when the inbox is
   * closed.
   */
  async take(pauseMs: number): Promise<StoredEvent[] | undefined> {
    if (this.waiting.length === 0 && !this.closed) await this.something(pauseMs);
    if (this.closed) return undefined;
    const events = this.waiting;
    this.waiting = [];
    return events;
  }

  private something(pauseMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
