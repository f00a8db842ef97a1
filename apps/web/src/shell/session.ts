import { useMutation, useQuery } from '@tanstack/react-query';
import type { Person, Session } from '#contract';
import { write } from '../http.js';
import { keys, queryClient, sessionQuery } from '../queries.js';

/** The person who is signed in. Only for pages behind the sign-in. */
export function usePerson(): Person {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('usePerson() outside the pages that ask to sign in');
  return data.person;
}

/** Enters as one of the people; everything read as somebody else is forgotten. */
export const useSignIn = () =>
  useMutation({
    mutationFn: async (person: string) => (await write<Session>('POST', '/session', { person })).data,
    onSuccess: enter,
  });

export const useSignOut = () =>
  useMutation({
    mutationFn: () => write('DELETE', '/session'),
    onSettled: () => enter(null),
  });

function enter(session: Session | null): void {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.session[0] });
  queryClient.setQueryData(keys.session, session);
}
