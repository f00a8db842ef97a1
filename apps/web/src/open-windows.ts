/** Tells which windows of this browser are open. */
export interface OpenWindows {
  /** Names this window, for as long as it lives. */
  own: string;
  isOpen(window: string): Promise<boolean>;
  /** Resolves when that window has closed. */
  closed(window: string): Promise<void>;
}

/**
 * Every window holds a lock, which the browser lets go of when the window closes or crashes. Where the
 * browser has no locks, every other window counts as closed.
 */
export function openWindows(own: string): OpenWindows {
  const { locks } = navigator;
  void locks?.request(lockOf(own), () => new Promise(() => undefined)).catch(() => undefined);
  return {
    own,
    isOpen: async (window) =>
      (await locks?.request(lockOf(window), { mode: 'shared', ifAvailable: true }, (lock) => !lock)) ?? false,
    closed: async (window) => {
      await locks?.request(lockOf(window), { mode: 'shared' }, () => undefined);
    },
  };
}

const lockOf = (window: string) => `knipkaart-window:${window}`;
