import { describe, expect, it } from '@jest/globals';
import type { DecisionChange, HistoryItem, StepChange } from '#contract';
import { historyWords } from '../i18n/words-for-tests.js';
import { decisionSentence, stepSentence } from './change-sentences.js';
import { plain } from './sentences.js';

const t = historyWords('nl');
const item = (type: string, more: Partial<HistoryItem>): HistoryItem => ({
  version: 7, type, at: '2026-03-04T10:15:00Z', actor: { id: 'a', name: 'A' }, ...more,
});
const knip = (side: 'front' | 'back') => item('KnipDecided', { elementId: 'T', elementName: 'Toetsen', side });
const decision = (change: DecisionChange) => plain(decisionSentence(change, t));
const step = (change: Omit<StepChange, 'id'>) => plain(stepSentence({ id: 'T', ...change }, t));

describe('what differs between two versions', () => {
  it('is told with what was and what is now', () => {
    expect(decision({ kind: 'knip', change: 'added', after: knip('front') })).toBe('Knip van Toetsen: nieuw, frontoffice.');
    expect(decision({ kind: 'knip', change: 'changed', before: knip('back'), after: knip('front') })).toBe(
      'Knip van Toetsen: was backoffice, nu frontoffice.',
    );
    expect(decision({ kind: 'knip', change: 'ended', before: knip('back'), after: item('KnipWithdrawn', { elementId: 'T', elementName: 'Toetsen' }) })).toBe(
      'Knip van Toetsen: vervallen, was backoffice.',
    );
  });

  it('says that something was decided anew where the outcome stayed the same', () => {
    expect(decision({ kind: 'knip', change: 'changed', before: knip('back'), after: knip('back') })).toBe('Knip van Toetsen: gewijzigd.');
    const drawn = item('DiagramSaved', {});
    expect(decision({ kind: 'diagram', change: 'changed', before: drawn, after: drawn })).toBe('Tekening: gewijzigd.');
  });

  it('names the process, its owner and its named versions', () => {
    expect(decision({ kind: 'name', change: 'changed', before: item('ProcessRegistered', { name: 'Kap' }), after: item('ProcessRenamed', { name: 'Kappen' }) })).toBe(
      'Naam van het proces: was Kap, nu Kappen.',
    );
    expect(decision({ kind: 'milestone', change: 'added', after: item('MilestoneNamed', { name: '1.0', names: 5 }) })).toBe(
      'Vastgestelde versie 1.0: nieuw, versie 5.',
    );
  });

  it('follows steps that come, go, get another name or move', () => {
    expect(step({ name: 'Toetsen', change: 'added' })).toBe('Stap Toetsen is toegevoegd.');
    expect(step({ name: 'Toetsen', change: 'renamed', before: 'Kijken', after: 'Toetsen' })).toBe('Stap Kijken heet nu Toetsen.');
    expect(step({ name: 'Toetsen', change: 'movedLane', after: 'KCC' })).toBe('Stap Toetsen is verplaatst van geen baan naar KCC.');
  });
});
