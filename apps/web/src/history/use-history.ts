import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { HistoryItem, Page } from '#contract';
import { get } from '../http.js';
import { processPath } from '../process/queries.js';
import { keys } from '../query-client.js';
import { WINDOW, windowOf } from './windows.js';
import type { Order } from './windows.js';

/**
 * The decisions on a process, a window of versions at a time; the service tells them in order, so the newest
 * are asked for by their numbers. With `all`, everything is fetched, window after window.
 * @param latest the newest version there is
 */
export function useHistory(id: string, latest: number, order: Order, all: boolean) {
  const windows = Math.ceil(latest / WINDOW);
  const query = useInfiniteQuery({
    queryKey: [...keys.process(id), 'history', latest, order],
    initialPageParam: 0,
    queryFn: async ({ pageParam, signal }): Promise<HistoryItem[]> => {
      const { after, limit } = windowOf(pageParam, latest, order);
      const { items } = await get<Page<HistoryItem>>(
        processPath(id, `/history?after=${after}&limit=${limit}`),
        signal,
      );
      return order === 'newest' ? items.toReversed() : items;
    },
    getNextPageParam: (_last, pages) => (pages.length < windows ? pages.length : undefined),
    placeholderData: (previous) => previous,
  });
  const { hasNextPage, isFetching, fetchNextPage, error } = query;
  useEffect(() => {
    if (all && hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [all, hasNextPage, isFetching, error, fetchNextPage]);
  return { ...query, items: query.data?.pages.flat() ?? [] };
}
