import { nothingOpened, saving, type SavingEvent } from './saving.js';
import type { SessionState } from './session-state.js';

/** The state of an editing session; everybody who listens is told of every change. */
export class ToldState {
  #now: SessionState = { saving: nothingOpened, kept: 'nothing', inHand: false, offers: [] };
  #listeners = new Set<() => void>();

  get now(): SessionState {
    return this.#now;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Something happened to the work or to what the service has. */
  tell(event: SavingEvent): void {
    this.change({ saving: saving(this.#now.saving, event) });
  }

  change(change: Partial<SessionState>): void {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }
}
