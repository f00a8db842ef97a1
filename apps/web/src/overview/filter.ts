import { folded } from '../ui/folded.js';
import type { DomainAnswer, ProcessItem } from '#contract';

export interface OverviewFilter {
  /** Searched in the names of process, owner and domain; capitals and accents do not count. */
  text: string;
  /** Id of the one domain to show; empty: all. */
  domain: string;
  undecidedOnly: boolean;
  withRetired: boolean;
}

export interface DomainGroup {
  id: string;
  name: string;
  items: ProcessItem[];
}

/**
 * The processes that pass the filter, by domain in the order given, by name within; domains without any are
 * left out.
 */
export function groupProcesses(
  items: readonly ProcessItem[],
  domains: readonly DomainAnswer[],
  filter: OverviewFilter,
): DomainGroup[] {
  const names = new Map(domains.map((domain) => [domain.id, domain.name]));
  for (const item of items) if (!names.has(item.domain)) names.set(item.domain, item.domain);
  const words = folded(filter.text).split(/\s+/u).filter(Boolean);
  const byName = new Intl.Collator('nl', { numeric: true });
  return [...names].flatMap(([id, name]) => {
    const passing = items.filter((item) => item.domain === id && passes(item, name, words, filter));
    return passing.length > 0
      ? [{ id, name, items: passing.sort((a, b) => byName.compare(a.name, b.name)) }]
      : [];
  });
}

function passes(item: ProcessItem, domainName: string, words: string[], filter: OverviewFilter): boolean {
  if (item.retired && !filter.withRetired) return false;
  if (filter.domain && item.domain !== filter.domain) return false;
  if (filter.undecidedOnly && (item.counts.undecided === 0 || item.retired)) return false;
  const searched = folded(`${item.name} ${domainName} ${item.owner?.name ?? ''}`);
  return words.every((word) => searched.includes(word));
}
