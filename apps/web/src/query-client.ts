import { QueryClient } from '@tanstack/react-query';

/**
 * What the page has read, shared by all parts: one key per resource, so that a change refreshes it
 * everywhere.
 */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 5_000 }, mutations: { retry: false } },
});

export const keys = {
  session: ['session'] as const,
  /** The person who is signed in now, in this browser: all its windows share the session. */
  sessionNow: ['session', 'now'] as const,
  domains: ['domains'] as const,
  processes: ['processes'] as const,
  /** Everything read of one process: state, history, differences. */
  process: (id: string) => ['process', id] as const,
};
