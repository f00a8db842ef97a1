import { queryOptions } from '@tanstack/react-query';
import type { ComparisonAnswer } from '#contract';
import { get } from '../http.js';
import { processPath } from './queries.js';
import { keys } from '../query-client.js';

const MINUTE = 60_000;

/** What differs between two sides, each as it stands in the address. */
export const comparisonQuery = (id: string, from: string, to: string) =>
  queryOptions({
    queryKey: [...keys.process(id), 'comparison', from, to],
    staleTime: MINUTE,
    queryFn: ({ signal }) =>
      get<ComparisonAnswer>(
        processPath(id, `/comparison?${new URLSearchParams({ from, to }).toString()}`),
        signal,
      ),
  });
