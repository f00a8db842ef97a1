import { queryOptions, useMutation } from '@tanstack/react-query';
import type { Person, Session } from '#contract';
import { get, write } from '../http.js';
import { enter } from '../session.js';

/** The people that the page offers in demo mode. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async ({ signal }) => (await get<{ items: Person[] }>('/people', signal)).items,
});

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
