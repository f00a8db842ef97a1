/** The domains that a municipality starts with (domain.md); ids are lasting, names are shown. */
export const DOMAINS: readonly { id: string; name: string }[] = [
  { id: 'vergunningen', name: 'Vergunningen' },
  { id: 'soza', name: 'SOZA' },
  { id: 'wmo', name: 'WMO' },
  { id: 'burgerzaken', name: 'Burgerzaken' },
];
