import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { DomainAnswer, Person, ProcessAnswer, ProcessItem, Page, Session } from '#contract';
import { get, onSignedOut, ProblemError } from './http.js';

/**
 * What the page has read, shared by all parts: one key per resource, so that a change refreshes it
 * everywhere.
 */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 5_000 }, mutations: { retry: false } },
});

onSignedOut(() => queryClient.setQueryData(keys.session, null));

export const keys = {
  session: ['session'] as const,
  domains: ['domains'] as const,
  processes: ['processes'] as const,
  /** Everything read of one process: state, history, differences. */
  process: (id: string) => ['process', id] as const,
};

/** Path of a process below the API's base path, e.g. `processPath(id, '/history')`. */
export const processPath = (id: string, rest = ''): string => `/processes/${encodeURIComponent(id)}${rest}`;

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

/** The people that the page offers in demo mode. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async ({ signal }) => (await get<{ items: Person[] }>('/people', signal)).items,
});

export const domainsQuery = queryOptions({
  queryKey: keys.domains,
  queryFn: async ({ signal }) => (await get<{ items: DomainAnswer[] }>('/domains', signal)).items,
});

/**
 * All processes, retired ones included; the overview filters them itself, without asking again at every key.
 */
export const processesQuery = queryOptions({
  queryKey: keys.processes,
  queryFn: async ({ signal }): Promise<ProcessItem[]> => {
    const items: ProcessItem[] = [];
    let after: string | undefined;
    do {
      const page = await get<Page<ProcessItem>>(
        `/processes?retired=true&limit=200${after ? `&after=${encodeURIComponent(after)}` : ''}`,
        signal,
      );
      items.push(...page.items);
      after = page.next;
    } while (after);
    return items;
  },
});

/** The state of a process: now, at a version, or at a moment (RFC 3339). */
export const processQuery = (id: string, when: { version?: number; at?: string } = {}) =>
  queryOptions({
    queryKey: [...keys.process(id), 'state', when],
    queryFn: ({ signal }) => get<ProcessAnswer>(processPath(id, asked(when)), signal),
  });

/** After a write of one's own or news of somebody else's: reads again what is shown of that process. */
export async function refreshProcess(id: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.process(id) }),
    queryClient.invalidateQueries({ queryKey: keys.processes }),
    queryClient.invalidateQueries({ queryKey: keys.domains }),
  ]);
}

function asked(when: { version?: number; at?: string }): string {
  if (when.version !== undefined) return `?version=${when.version}`;
  return when.at === undefined ? '' : `?at=${encodeURIComponent(when.at)}`;
}
