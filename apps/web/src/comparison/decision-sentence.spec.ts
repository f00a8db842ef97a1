import { describe, expect, it } from '@jest/globals';
import type { DecisionChange, HistoryItem } from '#contract';
import { plain } from '../process/sentences/sentences.js';
import { comparisonWords } from '../process/sentences/words-for-tests.js';
import { decisionSentence } from './decision-sentence.js';

const { t, history } = comparisonWords('nl');
const item = (type: string, more: Partial<HistoryItem>): HistoryItem => ({
  version: 7,
  type,
  at: '2026-03-04T10:15:00Z',
  actor: { id: 'a', name: 'A' },
  ...more,
});
const knip = (side: 'front' | 'back', more: Partial<HistoryItem> = {}) =>
  item('KnipDecided', { elementId: 'T', elementName: 'Aanvraag beoordelen', side, ...more });
const told = (change: DecisionChange) => plain(decisionSentence(change, t, history));

describe('what was decided otherwise', () => {
  it('says of a knip from where, to where and why', () => {
    expect(
      told({
        kind: 'knip',
        change: 'changed',
        before: knip('back'),
        after: knip('front', { reason: 'De balie kan dit zelf.' }),
      }),
    ).toBe('Stap Aanvraag beoordelen ging van backoffice naar frontoffice, omdat: ‘De balie kan dit zelf’.');
    expect(told({ kind: 'knip', change: 'added', after: knip('front', { role: 'generalist' }) })).toBe(
      'Stap Aanvraag beoordelen ligt nu vast: frontoffice, generalist.',
    );
    expect(
      told({
        kind: 'knip',
        change: 'ended',
        before: knip('back'),
        after: item('KnipWithdrawn', { elementId: 'T', reason: 'Eerst overleggen' }),
      }),
    ).toBe('De knip van Aanvraag beoordelen is ingetrokken (was backoffice), omdat: ‘Eerst overleggen’.');
  });

  it('says of a first knip which side its lane gave until then', () => {
    const first: DecisionChange = { kind: 'knip', change: 'added', after: knip('front') };
    expect(plain(decisionSentence(first, t, history, 'back'))).toBe(
      'Stap Aanvraag beoordelen ging van backoffice (volgens de baan) naar frontoffice.',
    );
    expect(plain(decisionSentence(first, t, history, 'front'))).toBe(
      'Stap Aanvraag beoordelen ligt nu vast: frontoffice.',
    );
  });

  it('is there when the side stayed and the role or only the reason changed', () => {
    expect(
      told({
        kind: 'knip',
        change: 'changed',
        before: knip('back', { role: 'generalist' }),
        after: knip('back', { role: 'specialist' }),
      }),
    ).toBe('Stap Aanvraag beoordelen blijft backoffice, nu specialist en eerst generalist.');
    expect(told({ kind: 'knip', change: 'changed', before: knip('back'), after: knip('back') })).toBe(
      'Stap Aanvraag beoordelen blijft backoffice; dat is opnieuw besloten.',
    );
  });

  it('is also there towards the older side, where the later decision is not there yet', () => {
    expect(told({ kind: 'knip', change: 'ended', before: knip('front') })).toBe(
      'Stap Aanvraag beoordelen heeft geen knip meer (was frontoffice).',
    );
    expect(
      told({ kind: 'milestone', change: 'ended', before: item('MilestoneNamed', { name: '1.0', names: 5 }) }),
    ).toBe('Vastgestelde versie 1.0: vervallen, was versie 5.');
  });

  it('names owner, name and adopted versions', () => {
    expect(
      told({
        kind: 'name',
        change: 'changed',
        before: item('ProcessRegistered', { name: 'Kap' }),
        after: item('ProcessRenamed', { name: 'Kappen' }),
      }),
    ).toBe('Naam van het proces: was Kap, nu Kappen.');
    expect(
      told({
        kind: 'channels',
        change: 'added',
        after: item('ChannelsPrioritised', {
          channels: ['web', 'desk'],
          elementId: 'T',
          elementName: 'Toetsen',
        }),
      }),
    ).toBe('Kanaalprioriteit van Toetsen: nieuw, internet, balie.');
  });
});
