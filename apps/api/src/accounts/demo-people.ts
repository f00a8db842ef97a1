import type { Person } from '../platform/http/protocol/person.answer.js';

const ALL_DOMAINS = ['vergunningen', 'soza', 'wmo', 'burgerzaken'];

/**
 * The people of the demonstration: nobody of them exists. Their ids stand in the log, their names beside it.
 */
export const DEMO_PEOPLE: readonly Person[] = [
  {
    id: 'werkgroep-vergunningen',
    name: 'Fenna Hoekstra',
    persona: 'werkgroeplid',
    domains: ['vergunningen'],
  },
  { id: 'werkgroep-soza', name: 'Youssef el Amrani', persona: 'werkgroeplid', domains: ['soza'] },
  { id: 'werkgroep-wmo', name: 'Marijke van Dalen', persona: 'werkgroeplid', domains: ['wmo'] },
  { id: 'werkgroep-burgerzaken', name: 'Sjoerd Postma', persona: 'werkgroeplid', domains: ['burgerzaken'] },
  {
    id: 'procesverantwoordelijke',
    name: 'Anouk Verbruggen',
    persona: 'procesverantwoordelijke',
    domains: ALL_DOMAINS,
  },
  { id: 'verbeterteam', name: 'Radjesh Biharie', persona: 'verbeterteam', domains: [] },
  { id: 'lezer', name: 'Aisha Mahabier', persona: 'lezer', domains: [] },
  { id: 'auditor', name: 'Wilma Terpstra', persona: 'auditor', domains: [] },
  { id: 'beheerder', name: 'Joost de Graaf', persona: 'beheerder', domains: [] },
];
