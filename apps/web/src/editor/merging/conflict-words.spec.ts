import { describe, expect, it } from '@jest/globals';
import i18next from 'i18next';
import type { MergeConflict } from '#contract';
import { nowhere } from '../../process/sentences/places.js';
import { plain } from '../../process/sentences/sentences.js';
import { comparisonWords } from '../../process/sentences/words-for-tests.js';
import { merging } from './texts/nl.js';
import { conflictWords } from './conflict-words.js';

const nl = i18next.createInstance();
void nl.init({
  resources: { nl: { merging } },
  lng: 'nl',
  interpolation: { escapeValue: false },
  initAsync: false,
});
const words = { t: nl.getFixedT('nl', 'merging'), comparison: comparisonWords('nl').t, language: 'nl' };
const conflict = (more: Partial<MergeConflict>): MergeConflict => ({
  id: 'x',
  elementId: 'T',
  elementName: 'Toetsen',
  elementType: 'userTask',
  kind: 'changed',
  base: null,
  mine: null,
  theirs: null,
  ...more,
});
/** The words without marks, each option under what it takes. */
function told(more: Partial<MergeConflict>): Record<string, string> {
  const { about, was, options } = conflictWords(conflict(more), 1, 'Anouk', nowhere, words);
  const warnings = options.flatMap(({ take, warning }) =>
    warning === undefined ? [] : [[`${take} warning`, plain(warning)]],
  );
  return {
    about: plain(about),
    ...(was !== undefined && { was: plain(was) }),
    ...Object.fromEntries(options.map(({ take, text }) => [take, plain(text)])),
    ...Object.fromEntries(warnings),
  };
}

describe('what two people want otherwise, in words', () => {
  it('names what it is about, what it was, and whose wish is whose', () => {
    expect(told({ property: 'name', base: 'Kijken', mine: 'Toetsen', theirs: 'Bekijken' })).toEqual({
      about: '1. Stap Toetsen: de naam',
      was: 'Was: Kijken',
      mine: 'Uw wijziging: Toetsen',
      theirs: 'Van Anouk: Bekijken',
    });
    expect(told({ property: 'lane', base: 'Balie', mine: 'KCC', theirs: null })).toMatchObject({
      about: '1. Stap Toetsen: de baan',
      theirs: 'Van Anouk: niets ingevuld',
    });
  });

  it('asks whether something goes or stays where one removed what the other changed', () => {
    expect(told({ kind: 'removed', base: 'Toetsen', mine: null, theirs: 'Toetsen aan de balie' })).toEqual({
      about: '1. Stap Toetsen: weg of blijft?',
      mine: 'Uw wijziging: weghalen',
      theirs: 'Van Anouk: laten staan, als Toetsen aan de balie',
    });
  });

  it('calls a step without a name by its kind, and a new one by kind and name', () => {
    expect(told({ elementName: '', kind: 'removed', base: 'task', mine: null, theirs: 'task' })).toEqual({
      about: '1. Een stap zonder naam: weg of blijft?',
      mine: 'Uw wijziging: weghalen',
      theirs: 'Van Anouk: laten staan, als een gewone taak, zonder naam',
    });
    expect(told({ kind: 'added', mine: 'userTask Toetsen', theirs: 'manualTask' })).toMatchObject({
      mine: 'Uw wijziging: een taak voor een medewerker Toetsen',
      theirs: 'Van Anouk: werk zonder computer, zonder naam',
    });
  });

  it('says sorts of steps, terms and sides as people call them, and no coordinates', () => {
    expect(told({ property: 'type', base: 'userTask', mine: 'manualTask', theirs: 'serviceTask' }).mine).toBe(
      'Uw wijziging: werk zonder computer',
    );
    expect(told({ property: 'eventDefinition', base: 'P28D', mine: 'P14D', theirs: 'P56D' })).toMatchObject({
      was: 'Was: 28 dagen',
      theirs: 'Van Anouk: 56 dagen',
    });
    expect(
      told({ elementType: 'lane', property: 'knip:side', base: null, mine: 'front', theirs: 'back' }),
    ).toMatchObject({ about: '1. Baan Toetsen: de kant', theirs: 'Van Anouk: backoffice' });
    expect(
      told({ kind: 'layout', property: 'position', base: '1, 2', mine: '3, 4', theirs: '5, 6' }),
    ).toEqual({
      about: '1. Stap Toetsen: de plaats in de tekening',
      mine: 'Uw wijziging: zoals in uw tekening',
      theirs: 'Van Anouk: zoals in de tekening van Anouk',
    });
    expect(told({ property: 'camunda:assignee', mine: 'piet', theirs: 'jan' }).about).toBe(
      '1. Stap Toetsen: een gegeven van een ander programma (camunda:assignee)',
    );
  });

  it('offers both one after the other where both inserted something, and warns of a step without a way in', () => {
    expect(
      told({
        elementType: 'sequenceFlow',
        kind: 'rerouted',
        property: 'target',
        base: 'Sluiten',
        mine: 'Keuren',
        theirs: 'Bellen',
        oneAfterOther: true,
        cutOff: { mine: [{ id: 'Y', name: 'Bellen' }], theirs: [{ id: 'X', name: '' }] },
      }),
    ).toMatchObject({
      mine: 'Uw wijziging: Keuren',
      'mine warning': 'Dan leidt er geen pijl meer naar Bellen.',
      'theirs warning': 'Dan leidt er geen pijl meer naar X.',
      mineFirst: 'Allebei: eerst wat u invoegde, dan wat Anouk invoegde',
      theirsFirst: 'Allebei: eerst wat Anouk invoegde, dan wat u invoegde',
    });
  });

  it('says yes and no, and keeps what only looks like a kind of element or a side', () => {
    expect(told({ property: 'isForCompensation', base: null, mine: 'true', theirs: 'false' })).toMatchObject({
      mine: 'Uw wijziging: ja',
      theirs: 'Van Anouk: nee',
    });
    expect(told({ kind: 'added', mine: 'wensen van de balie', theirs: 'userTask' }).mine).toBe(
      'Uw wijziging: wensen van de balie',
    );
    expect(told({ property: 'knip:side', mine: 'front', theirs: 'back' }).mine).toBe('Uw wijziging: front');
    expect(told({ property: 'name', base: null, mine: 'a', theirs: 'b' })).not.toHaveProperty('was');
  });
});
