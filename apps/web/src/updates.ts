import type { Update } from '#contract';
import { openUpdates } from './http.js';
import { keys, queryClient } from './query-client.js';
import { ownPerson, signedOutMeanwhile } from './session.js';
import { SharedNews } from './shared-news.js';

interface Listener {
  onUpdate(update: Update): void;
  onReturn(): void;
}

const listeners = new Set<Listener>();
const receiver = {
  onUpdate: (update: Update) => listeners.forEach((each) => each.onUpdate(update)),
  onMissed: () => listeners.forEach((each) => each.onReturn()),
  onSignedOut: signedOutMeanwhile,
};
/** The news of the person of this page, and the way to leave it while this window takes part. */
let news: { person: string; shared: SharedNews; leave?: (() => void) | undefined } | undefined;
let stopWatching: (() => void) | undefined;

/**
 * Tells of every new version, of one process or of all, until the returned function is called. All windows of
 * a browser share one connection; a hidden window takes no part. `onReturn` says that something may have been
 * missed, so that what is shown should be read again.
 */
export function listenToUpdates(
  onUpdate: (update: Update) => void,
  process: string | undefined,
  onReturn: () => void,
): () => void {
  const listener: Listener = {
    onUpdate: (update) => {
      if (process === undefined || update.process === process) onUpdate(update);
    },
    onReturn,
  };
  listeners.add(listener);
  stopWatching ??= watch();
  takePart();
  return () => {
    listeners.delete(listener);
    takePart();
    if (listeners.size > 0) return;
    stopWatching?.();
    stopWatching = undefined;
  };
}

/** Looks again when the window is shown or hidden, and when somebody else signs in. */
function watch(): () => void {
  document.addEventListener('visibilitychange', takePart);
  const unsubscribe = queryClient.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] === keys.session[0]) takePart();
  });
  return () => {
    document.removeEventListener('visibilitychange', takePart);
    unsubscribe();
  };
}

/** A window takes part while it is seen, somebody listens, and its person is the one who is signed in. */
function takePart(): void {
  const person = listeners.size > 0 && !document.hidden ? ownPerson()?.id : undefined;
  if (news?.leave && news.person !== person) {
    news.leave();
    news.leave = undefined;
  }
  if (person === undefined || news?.leave) return;
  if (news?.person !== person)
    news = { person, shared: new SharedNews(`knipkaart-updates:${person}`, openUpdates, receiver) };
  news.leave = news.shared.join();
}
