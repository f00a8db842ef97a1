import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Person, Session } from '#contract';
import { get, ProblemError } from './http.js';
import { keys } from './query-client.js';

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: keys.session,
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await get<Session>('/session', signal);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) return null;
      throw error;
    }
  },
});

/** The person who is signed in. Only for pages behind the sign-in. */
export function usePerson(): Person {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('usePerson() outside the pages that ask to sign in');
  return data.person;
}
