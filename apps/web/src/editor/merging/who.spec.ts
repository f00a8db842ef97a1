import { expect, it } from '@jest/globals';
import i18next from 'i18next';
import type { HistoryItem } from '#contract';
import { merging } from './texts/nl.js';
import { calledBy, whoseWork } from './who.js';

const nl = i18next.createInstance();
void nl.init({
  resources: { nl: { merging } },
  lng: 'nl',
  interpolation: { escapeValue: false },
  initAsync: false,
});
const t = nl.getFixedT('nl', 'merging');
const by = (...people: string[]) =>
  people.map((name) => ({ actor: { id: name.toLowerCase(), name } }) as HistoryItem);

it.each([
  [[], 'de ander'],
  [['Anouk'], 'Anouk'],
  [['Anouk', 'Anouk'], 'Anouk'],
  [['Ik'], 'u in een ander venster'],
  [['Anouk', 'Ik', 'Anouk'], 'Anouk en u in een ander venster'],
  [['Anouk', 'Bram', 'Cato', 'Bram'], 'Anouk, Bram en Cato'],
])('Whose work came in between is said once for each, one self by the window: %j', (people, said) => {
  expect(whoseWork(by(...people), 'ik', t)).toBe(said);
});

it('A person is called by name, and who reads it by the window', () => {
  expect(calledBy({ id: 'anouk', name: 'Anouk' }, 'ik', t)).toBe('Anouk');
  expect(calledBy({ id: 'ik', name: 'Anouk' }, 'ik', t)).toBe('u, in een ander venster');
});
