import { useAddressState } from '../ui/use-address-state.js';
import type { OverviewFilter } from './filter.js';

/** The filter of the overview, which stands in the address. */
export const useFilter = () => useAddressState(read, write);

const read = (params: URLSearchParams): OverviewFilter => ({
  text: params.get('zoek') ?? '',
  domain: params.get('domein') ?? '',
  undecidedOnly: params.has('open'),
  withRetired: params.has('buiten-gebruik'),
});

const write = (filter: OverviewFilter): Record<string, string> => ({
  ...(filter.text && { zoek: filter.text }),
  ...(filter.domain && { domein: filter.domain }),
  ...(filter.undecidedOnly && { open: '1' }),
  ...(filter.withRetired && { 'buiten-gebruik': '1' }),
});
