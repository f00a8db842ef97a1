import { useEffect, useEffectEvent } from 'react';

/**
 * Calls back with every key that is pressed while the part of the page is shown, wherever the focus is: also
 * in a field that keeps its keys to itself.
 */
export function useKeyDown(onKey: (event: KeyboardEvent) => void): void {
  const latest = useEffectEvent(onKey);
  useEffect(() => {
    const listener = (event: KeyboardEvent) => latest(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}
