import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { HistoryItem, Page } from '#contract';
import { diagramQuery } from '../process/diagram-query.js';
import { get } from '../http.js';
import { processPath, processQuery } from '../process/queries.js';
import { keys } from '../query-client.js';
import { neighbours } from '../process/version-keys.js';

const MINUTE = 60_000;

/** The process as it stood at a version; the one before stays on screen until it is there. */
export const versionQuery = (id: string, version: number) =>
  ({ ...processQuery(id, { version }), staleTime: MINUTE, placeholderData: keepPreviousData }) as const;

/** What a version brought. */
export const broughtQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: [...keys.process(id), 'brought', version],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const page = await get<Page<HistoryItem>>(
        processPath(id, `/history?after=${version - 1}&limit=1`),
        signal,
      );
      return page.items.find((item) => item.version === version) ?? null;
    },
  });

/** Fetches the versions beside the one shown, drawings included, so that stepping shows them at once. */
export function prefetchNeighbours(client: QueryClient, id: string, version: number, latest: number): void {
  for (const next of neighbours(version, latest)) {
    void client.prefetchQuery(broughtQuery(id, next));
    void client
      .fetchQuery({ ...processQuery(id, { version: next }), staleTime: MINUTE })
      .then((answer) => answer.diagram && client.prefetchQuery(diagramQuery(processPath(id), answer.diagram)))
      .catch(() => undefined);
  }
}
