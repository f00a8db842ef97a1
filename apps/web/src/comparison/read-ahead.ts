import { processPath, processQuery } from '../process/queries.js';
import { queryClient } from '../query-client.js';
import { comparisonQuery } from '../process/comparison-query.js';
import { readStateName } from '../process/state-name.js';

/**
 * Fetches what a comparison shows while the page's own code is still under way; failures show when the page
 * asks itself.
 */
export async function readComparisonAhead(id: string, search: URLSearchParams): Promise<void> {
  const reading = import('../process/diagram-query.js');
  const [from, to] = [search.get('from'), search.get('to')];
  const drawing = async (text: string) => {
    const named = readStateName(text);
    if (named.kind !== 'version') return;
    const { diagram } = await queryClient.fetchQuery({
      ...processQuery(id, { version: named.version }),
      staleTime: Infinity,
    });
    if (diagram) await queryClient.prefetchQuery((await reading).diagramQuery(processPath(id), diagram));
  };
  await Promise.all([
    queryClient.prefetchQuery(processQuery(id)),
    ...(from && to
      ? [queryClient.prefetchQuery(comparisonQuery(id, from, to)), drawing(from), drawing(to)]
      : []),
  ]);
}
