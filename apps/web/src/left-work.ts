import { useSyncExternalStore } from 'react';

/** Unsaved work that was on screen when its page went away. */
export interface LeftWork {
  person: { id: string; name: string };
  process: { id: string; name: string };
  /** Whether the browser keeps it for that person; else only this page still has it. */
  kept: boolean;
  download(): void;
}

let works: readonly LeftWork[] = [];
const listeners = new Set<() => void>();

// What only this page still has is gone when it closes.
window.addEventListener('beforeunload', (event) => {
  if (works.some(({ kept }) => !kept)) event.preventDefault();
});

function change(to: readonly LeftWork[]): void {
  works = to;
  for (const listener of listeners) listener();
}

/** Adds this work to the list that the page shows. */
export const leaveWork = (work: LeftWork): void => change([...works, work]);

/** Takes such work off that list. */
export const forgetLeftWork = (which: (work: LeftWork) => boolean): void =>
  change(works.filter((work) => !which(work)));

/** All unsaved work that was left since the page was loaded. */
export const useLeftWork = (): readonly LeftWork[] => useSyncExternalStore(subscribe, () => works);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
