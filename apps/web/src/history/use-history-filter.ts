import { useSearchParams } from 'react-router';
import type { HistoryFilter } from './filter-history.js';
import type { Order } from './windows.js';

/** The filter stands in the address, so that coming back from a version keeps it. */
export function useHistoryFilter() {
  const [params, setParams] = useSearchParams();
  const filter: HistoryFilter = {
    kind: params.get('soort') ?? '',
    person: params.get('wie') ?? '',
    step: params.get('stap') ?? '',
    text: params.get('zoek') ?? '',
  };
  const order: Order = params.get('volgorde') === 'oudste' ? 'oldest' : 'newest';
  const change = (part: Partial<HistoryFilter & { order: Order }>) => {
    const next = { ...filter, order, ...part };
    setParams(
      {
        ...(next.kind && { soort: next.kind }),
        ...(next.person && { wie: next.person }),
        ...(next.step && { stap: next.step }),
        ...(next.text && { zoek: next.text }),
        ...(next.order === 'oldest' && { volgorde: 'oudste' }),
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return { filter, order, change };
}
