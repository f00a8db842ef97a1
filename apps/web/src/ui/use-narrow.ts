import { useSyncExternalStore } from 'react';

const NARROW = matchMedia('(max-width: 60rem)');

const subscribe = (listener: () => void): (() => void) => {
  NARROW.addEventListener('change', listener);
  return () => NARROW.removeEventListener('change', listener);
};

/** Whether the window has room for one drawing only. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => NARROW.matches);
