import { useAddressState } from '../ui/use-address-state.js';
import type { HistoryFilter } from './filter-history.js';
import type { Order } from './windows.js';

export type HistoryView = HistoryFilter & { order: Order };

/** Filter and order of a history, which stand in the address. */
export const useHistoryFilter = () => useAddressState(read, write);

const read = (params: URLSearchParams): HistoryView => ({
  kind: params.get('soort') ?? '',
  person: params.get('wie') ?? '',
  step: params.get('stap') ?? '',
  text: params.get('zoek') ?? '',
  order: params.get('volgorde') === 'oudste' ? 'oldest' : 'newest',
});

const write = ({ kind, person, step, text, order }: HistoryView): Record<string, string> => ({
  ...(kind && { soort: kind }),
  ...(person && { wie: person }),
  ...(step && { stap: step }),
  ...(text && { zoek: text }),
  ...(order === 'oldest' && { volgorde: 'oudste' }),
});
