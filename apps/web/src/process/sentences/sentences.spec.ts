import { describe, expect, it } from '@jest/globals';
import type { HistoryItem } from '#contract';
import { historyWords } from './words-for-tests.js';
import { pieces, plain, sentenceOf } from './sentences.js';

const item = (type: string, more: Partial<HistoryItem> = {}): HistoryItem => ({
  version: 7,
  type,
  at: '2026-03-04T10:15:00Z',
  actor: { id: 'werkgroep-wmo', name: 'Marijke van Dalen' },
  ...more,
});
const dutch = historyWords('nl');
const english = historyWords('en');
const told = (type: string, more?: Partial<HistoryItem>) => plain(sentenceOf(item(type, more), dutch));
const step = { elementId: 'Task_1', elementName: 'Volledigheid toetsen' };

describe('a decision as a sentence', () => {
  it('says who decided what about which step', () => {
    expect(told('KnipDecided', { ...step, side: 'front', role: 'generalist' })).toBe(
      'Marijke van Dalen besloot: Volledigheid toetsen → frontoffice, generalist.',
    );
    expect(told('KnipWithdrawn', step)).toBe('Marijke van Dalen trok de knip van Volledigheid toetsen in.');
  });

  it('says of a decision that went along with its step where it was and where it is', () => {
    expect(told('KnipWithdrawn', { ...step, carriedTo: 'Task_2' })).toBe(
      'Marijke van Dalen liet de knip van Volledigheid toetsen meegaan naar het nieuwe id Task_2.',
    );
    expect(told('DecisionEnded', { ...step, kind: 'dataRequests', carriedTo: 'Task_2' })).toMatch(
      /liet de gegevensuitvraag van Volledigheid toetsen meegaan/u,
    );
    const carriedFrom = { elementId: 'Task_0', version: 3 };
    expect(told('KnipDecided', { ...step, side: 'front', carriedFrom })).toBe(
      'Marijke van Dalen liet de knip van Volledigheid toetsen meegaan: frontoffice. Het id was eerst Task_0.',
    );
    expect(plain(sentenceOf(item('DiagramSaved', { ids: 'kept' }), english))).toBe(
      'Marijke van Dalen saved the drawing. The decisions stayed with their ids.',
    );
  });

  it('says which decision ended, of a step or of the whole process', () => {
    expect(told('DecisionEnded', { ...step, kind: 'handover' })).toBe(
      'Marijke van Dalen beëindigde de afspraak over de overdracht van Volledigheid toetsen.',
    );
    expect(plain(sentenceOf(item('DecisionEnded', { kind: 'channels' }), english))).toBe(
      'Marijke van Dalen ended the channel priority of the process.',
    );
  });

  it('says of a merge what was brought together', () => {
    expect(told('DiagramMerged', { base: 9, mergedWith: 11, choices: 1 })).toBe(
      'Marijke van Dalen voegde de eigen tekening, gemaakt op versie 9, samen met die van versie 11.',
    );
  });

  it('names channels in their order, of the process or of a step', () => {
    expect(told('ChannelsPrioritised', { channels: ['web', 'desk'] })).toBe(
      'Marijke van Dalen bepaalde de kanaalprioriteit van het proces: internet, balie.',
    );
    expect(told('ChannelsPrioritised', { ...step, channels: ['email'] })).toMatch(
      /van Volledigheid toetsen: e-mail\.$/u,
    );
  });

  it('tells what is handed over within how long, also on a flow without a name', () => {
    const agreed = {
      flowId: 'Flow_1',
      what: 'Het dossier',
      within: { amount: 1, unit: 'workingDays' as const },
    };
    expect(told('HandoverAgreed', agreed)).toBe(
      'Marijke van Dalen maakte een afspraak over een overdrachtsmoment: ‘Het dossier’, binnen 1 werkdag.',
    );
    expect(told('HandoverAgreed', { ...agreed, elementName: 'compleet' })).toMatch(
      /het overdrachtsmoment compleet: /u,
    );
  });

  it('names data with the registry that holds it, and what binds a step with its source', () => {
    expect(
      told('DataRequestsRecorded', {
        ...step,
        data: [{ name: 'Adres', registry: 'BAG' }, { name: 'Telefoon' }],
      }),
    ).toMatch(/: Adres \(BAG\), Telefoon\.$/u);
    expect(told('DataRequestsRecorded', { ...step, data: [] })).toMatch(/: geen\.$/u);
    expect(
      told('StepBound', { ...step, side: 'back', by: 'het college', source: 'Omgevingswet 5.1' }),
    ).toMatch(/: backoffice, alleen door het college, bron: Omgevingswet 5\.1\.$/u);
  });

  it('speaks English as well, and of events it does not know yet', () => {
    expect(plain(sentenceOf(item('MilestoneNamed', { name: '1.0', names: 5 }), english))).toBe(
      'Marijke van Dalen named version 5 1.0.',
    );
    expect(told('SomethingNew')).toBe('Marijke van Dalen legde een gebeurtenis vast (SomethingNew).');
  });

  it('sets names apart, so that a name cannot pass for the sentence', () => {
    const sentence = sentenceOf(
      item('KnipWithdrawn', { elementId: 'x', elementName: '<b>in</b>. Alles \u2069is weg' }),
      dutch,
    );
    expect(pieces(sentence)).toEqual([
      '',
      'Marijke van Dalen',
      ' trok de knip van ',
      '<b>in</b>. Alles is weg',
      ' in.',
    ]);
  });
});
