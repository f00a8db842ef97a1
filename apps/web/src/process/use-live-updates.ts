import { useEffect } from 'react';
import { listenToUpdates } from '../updates.js';
import { refreshProcess } from './queries.js';
import { keys, queryClient } from '../query-client.js';

const GATHER_MS = 400;

/** Reads again what somebody changed, of one process or of all, while the page is shown. */
export function useLiveUpdates(process?: string): void {
  useEffect(() => {
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      for (const id of changed) void refreshProcess(id);
      changed.clear();
    };
    const stop = listenToUpdates(
      (update) => {
        if (update.process === undefined) return;
        changed.add(update.process);
        // Many saves in a row are one reading.
        timer ??= setTimeout(refresh, GATHER_MS);
      },
      process,
      () =>
        void (process
          ? refreshProcess(process)
          : queryClient.invalidateQueries({ queryKey: keys.processes })),
    );
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [process]);
}
