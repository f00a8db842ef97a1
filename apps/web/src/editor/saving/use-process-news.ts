import { useEffect, useState } from 'react';
import type { Actor, Update } from '#contract';
import { listenToUpdates } from '../../http.js';
import { refreshProcess } from '../../process/queries.js';
import { newsOf } from './news.js';

const GATHER_MS = 300;

/**
 * What others do to the process while one has it open: read at once, and told in one line. One's own writes
 * are not told.
 */
export function useProcessNews(process: string, me: string) {
  const [news, setNews] = useState<Update>();
  const [drawnBy, setDrawnBy] = useState<Actor>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void refreshProcess(process);
      }, GATHER_MS);
    };
    const stop = listenToUpdates(
      (update) => {
        const { told, drawing } = newsOf(update, me);
        if (drawing) setDrawnBy(update.actor);
        if (told) setNews(update);
        refresh();
      },
      process,
      refresh,
    );
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [process, me]);
  return { news, drawnBy, dismiss: () => setNews(undefined) };
}
