import { useEffect, useState } from 'react';
import type { Actor, Update } from '#contract';
import type { Subject } from '../../process/subject.js';
import { newsOf } from './news.js';

const GATHER_MS = 300;

/**
 * What others do to the subject while one has it open: read at once, and told in one line. One's own writes
 * are not told.
 */
export function useNews(subject: Subject, me: string) {
  const [news, setNews] = useState<Update>();
  const [drawnBy, setDrawnBy] = useState<Actor>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void subject.refresh();
      }, GATHER_MS);
    };
    const stop = subject.listen((update) => {
      const { told, drawing } = newsOf(update, me);
      if (drawing) setDrawnBy(update.actor);
      if (told) setNews(update);
      refresh();
    }, refresh);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [subject, me]);
  return { news, drawnBy, dismiss: () => setNews(undefined) };
}
