import { useSearchParams } from 'react-router';
import type { OverviewFilter } from './filter.js';

/** The filter stands in the address, so that going back, reloading and sending the address keep it. */
export function useFilter(): [OverviewFilter, (change: Partial<OverviewFilter>) => void] {
  const [params, setParams] = useSearchParams();
  const filter: OverviewFilter = {
    text: params.get('zoek') ?? '',
    domain: params.get('domein') ?? '',
    undecidedOnly: params.has('open'),
    withRetired: params.has('buiten-gebruik'),
  };
  const change = (part: Partial<OverviewFilter>) => {
    const next = { ...filter, ...part };
    setParams(
      {
        ...(next.text && { zoek: next.text }),
        ...(next.domain && { domein: next.domain }),
        ...(next.undecidedOnly && { open: '1' }),
        ...(next.withRetired && { 'buiten-gebruik': '1' }),
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return [filter, change];
}
