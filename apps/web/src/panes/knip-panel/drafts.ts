import { useSyncExternalStore } from 'react';

/**
 * What was typed and not yet recorded, by form; kept while the page is open, so that selecting another step
 * loses nothing.
 */
export class Drafts {
  readonly #drafts = new Map<string, unknown>();
  readonly #listeners = new Set<() => void>();

  get(key: string): unknown {
    return this.#drafts.get(key);
  }

  /** Keeps a draft; undefined forgets it. */
  set(key: string, draft: unknown): void {
    if (draft === undefined) this.#drafts.delete(key);
    else this.#drafts.set(key, draft);
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

const drafts = new Drafts();

/**
 * What was typed in one form and is not yet recorded; undefined where nothing was.
 * @param key names the form and what it is about, e.g. `p1/knip/Task_1`
 */
export function useDraft<T extends object>(key: string) {
  const kept = useSyncExternalStore(drafts.subscribe, () => drafts.get(key)) as T | undefined;
  return {
    kept,
    /** Keeps a draft; undefined forgets it. */
    keep: (draft: T | undefined) => drafts.set(key, draft),
  };
}
