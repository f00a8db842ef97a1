import { useEffect } from 'react';
import type { EditingSession } from './editing-session.js';

/**
 * Completes the copy in the browser when the page is hidden, and asks before leaving only while there is
 * none.
 */
export function useLeaving(session: EditingSession): void {
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void session.settle();
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (!session.losesOnLeaving) return;
      void session.settle();
      event.preventDefault();
    };
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('beforeunload', leaving);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('beforeunload', leaving);
    };
  }, [session]);
}
