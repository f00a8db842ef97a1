import { queryOptions } from '@tanstack/react-query';
import type { DomainAnswer, Page, ProcessAnswer, ProcessItem } from '#contract';
import { get } from '../http.js';
import { keys, queryClient } from '../query-client.js';

/** Path of a process below the API's base path, e.g. `processPath(id, '/history')`. */
export const processPath = (id: string, rest = ''): string => `/processes/${encodeURIComponent(id)}${rest}`;

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
