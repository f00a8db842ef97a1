import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person, Session } from '#contract';
import { get, onOtherPerson, onSignedOut, ProblemError, writeAs } from './http.js';
import { keys, queryClient } from './query-client.js';

const OTHER_WINDOWS = 'knipkaart-session';

/** Who is signed in on this page; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: keys.session,
  staleTime: Infinity,
  // The message of a failure asks who is signed in as well, and would start the next try by being shown.
  retryOnMount: false,
  queryFn: readSession,
});

/** The person who is signed in now, in this browser. Read only when there is a reason to. */
const sessionNowQuery = queryOptions({
  queryKey: keys.sessionNow,
  enabled: false,
  staleTime: 0,
  queryFn: readSession,
});

writeAs(() => queryClient.getQueryData(sessionQuery.queryKey)?.person.id);
onSignedOut(() => queryClient.setQueryData(keys.session, null));
onOtherPerson(() => void queryClient.fetchQuery(sessionNowQuery).catch(() => undefined));

/** The person who is signed in. Only for pages behind the sign-in. */
export function usePerson(): Person {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('usePerson() outside the pages that ask to sign in');
  return data.person;
}

/** The person of this page, while the browser is not known to be signed in as somebody else. */
export function ownPerson(): Person | undefined {
  const here = queryClient.getQueryData(sessionQuery.queryKey);
  return here && otherThan(here, queryClient.getQueryData(keys.sessionNow)) === undefined
    ? here.person
    : undefined;
}

/** The service says that nobody is signed in any more. The page stays, with what is on it. */
export function signedOutMeanwhile(): void {
  queryClient.setQueryData(keys.sessionNow, null);
}

/**
 * The session that the browser has instead of this page's, where another window changed it: null when nobody
 * is signed in, undefined while it is still the same person.
 */
export function useOtherSession(): Session | null | undefined {
  const { data: here } = useQuery(sessionQuery);
  const { data: now } = useQuery(sessionNowQuery);
  return here ? otherThan(here, now) : undefined;
}

/** Whether a refusal was about who is signed in, and this page's person has signed in again since. */
export function useIsOver(refusal: { isOfSession?: boolean } | undefined): boolean {
  const isOther = useOtherSession() !== undefined;
  const [held, setHeld] = useState<object>();
  const mayEnd = refusal?.isOfSession === true;
  if (mayEnd && isOther && held !== refusal) setHeld(refusal);
  return mayEnd && held === refusal && !isOther;
}

const otherThan = (here: Session, now: Session | null | undefined): Session | null | undefined =>
  now?.person.id === here.person.id ? undefined : now;

/** From now on this page is of this person, or of nobody; what was read as somebody else is forgotten. */
export function enter(session: Session | null): void {
  const before = queryClient.getQueryData(sessionQuery.queryKey);
  const isOther = (query: { queryKey: readonly unknown[] }) => query.queryKey[0] !== keys.session[0];
  // A person who comes back continues where they were. Only their rights are read again.
  if (before && before.person.id === session?.person.id)
    void queryClient.invalidateQueries({ predicate: isOther });
  else queryClient.removeQueries({ predicate: isOther });
  queryClient.setQueryData(keys.session, session);
  queryClient.setQueryData(keys.sessionNow, session);
  const others = new BroadcastChannel(OTHER_WINDOWS);
  others.postMessage(session);
  others.close();
}

/** Learns from the other windows of this browser who signed in or out there. */
export function watchOtherWindows(): void {
  new BroadcastChannel(OTHER_WINDOWS).addEventListener(
    'message',
    ({ data }: MessageEvent<Session | null>) => {
      queryClient.setQueryData(keys.sessionNow, data);
      // Where nobody is signed in there is nothing that could be lost.
      if (queryClient.getQueryData(sessionQuery.queryKey) === null)
        queryClient.setQueryData(keys.session, data);
    },
  );
}

async function readSession({ signal }: { signal: AbortSignal }): Promise<Session | null> {
  try {
    return await get<Session>('/session', signal);
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return null;
    throw error;
  }
}
