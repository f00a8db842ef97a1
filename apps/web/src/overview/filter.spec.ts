import { describe, expect, it } from '@jest/globals';
import type { DomainAnswer, ProcessItem } from '#contract';
import { groupProcesses } from './filter.js';
import type { OverviewFilter } from './filter.js';

const counts = { front: 1, back: 1, unknown: 0, undecided: 0, handovers: 1 };
const item = (name: string, domain: string, more: Partial<ProcessItem> = {}): ProcessItem => ({
  id: name,
  name,
  domain,
  version: 1,
  retired: false,
  counts,
  last: { version: 1, type: 'ProcessRegistered', at: '2026-01-01T00:00:00Z', actor: { id: 'a', name: 'A' } },
  ...more,
});
const domains: DomainAnswer[] = ['soza', 'wmo'].map((id) => ({
  id,
  name: id.toUpperCase(),
  processes: 1,
  counts,
}));
const all: OverviewFilter = { text: '', domain: '', undecidedOnly: false, withRetired: false };
const names = (items: ProcessItem[], filter: Partial<OverviewFilter>) =>
  groupProcesses(items, domains, { ...all, ...filter }).map((group) => [
    group.name,
    ...group.items.map((each) => each.name),
  ]);

describe('the overview', () => {
  const items = [
    item('Vervoersvoorziening', 'wmo', { counts: { ...counts, undecided: 2 } }),
    item('Financiële hulp', 'soza', { owner: { id: 'p', name: 'Zoë de Vries' } }),
    item('Bijstand', 'soza'),
    item('Oud proces', 'wmo', { retired: true, counts: { ...counts, undecided: 1 } }),
  ];

  it('groups by domain in the order of the domains, by name within', () => {
    expect(names(items, {})).toEqual([
      ['SOZA', 'Bijstand', 'Financiële hulp'],
      ['WMO', 'Vervoersvoorziening'],
    ]);
  });

  it('finds without accents and capitals, in the name of process, owner or domain, every word counting', () => {
    expect(names(items, { text: 'FINANCIELE' })).toEqual([['SOZA', 'Financiële hulp']]);
    expect(names(items, { text: 'zoe' })).toEqual([['SOZA', 'Financiële hulp']]);
    expect(names(items, { text: 'wmo vervoer' })).toEqual([['WMO', 'Vervoersvoorziening']]);
  });

  it('shows retired processes only on demand, and never as still to be decided', () => {
    expect(names(items, { withRetired: true }).at(1)).toEqual(['WMO', 'Oud proces', 'Vervoersvoorziening']);
    expect(names(items, { withRetired: true, undecidedOnly: true })).toEqual([
      ['WMO', 'Vervoersvoorziening'],
    ]);
  });

  it('shows a process whose domain is not listed under the domain’s id', () => {
    expect(names([item('Los', 'belastingen')], {})).toEqual([['belastingen', 'Los']]);
  });
});
