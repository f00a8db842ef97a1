/** The domains that a municipality starts with. The log holds the ids, so they never change. */
export const DOMAINS: readonly { id: string; name: string }[] = [
  { id: 'vergunningen', name: 'Vergunningen' },
  { id: 'soza', name: 'SOZA' },
  { id: 'wmo', name: 'WMO' },
  { id: 'burgerzaken', name: 'Burgerzaken' },
];
