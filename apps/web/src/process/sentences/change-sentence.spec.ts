import { describe, expect, it } from '@jest/globals';
import { CHANGE_KINDS, compareDiagrams } from '#bpmn';
import type { DiagramChange } from '#contract';
import { plain } from './sentences.js';
import { comparisonWords } from './words-for-tests.js';
import { changeSentence, layoutSentence, shiftSentence } from './change-sentence.js';
import { nowhere, placesIn } from './places.js';

const { t } = comparisonWords('nl');
const english = comparisonWords('en').t;
const step = { elementId: 'T', elementName: 'Toetsen', elementType: 'userTask' };
const flow = { elementId: 'F', elementName: '', elementType: 'sequenceFlow' };
const bpmn = (inside: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P">${inside}</process></definitions>`;
const places = placesIn(
  bpmn(`
  <startEvent id="S"/><userTask id="T" name="Toetsen"/><exclusiveGateway id="G"/><userTask id="B" name="Besluiten"/>
  <textAnnotation id="N"><text>Let op</text></textAnnotation>
  <sequenceFlow id="F" sourceRef="T" targetRef="G"/><sequenceFlow id="F2" name="ja" sourceRef="G" targetRef="B"/>`),
);
const told = (change: DiagramChange) => plain(changeSentence(change, places, t, 'nl').sentence);
const of = (kind: DiagramChange['kind'], more: Partial<DiagramChange> = {}) =>
  told({ ...step, kind, ...more });

describe('a change of a diagram as a sentence', () => {
  it('says what came, went, got another name, or became something else', () => {
    expect(of('added')).toBe('Stap Toetsen is toegevoegd.');
    expect(of('removed')).toBe('Stap Toetsen is verwijderd.');
    expect(of('renamed', { before: 'Kijken', after: 'Toetsen' })).toBe('Stap Kijken heet nu Toetsen.');
    expect(of('renamed', { after: 'Toetsen' })).toMatch(/heeft nu een naam: Toetsen\.$/u);
    expect(of('renamed', { elementName: '', before: 'Kijken' })).toBe('Stap Kijken heeft geen naam meer.');
    expect(of('typeChanged', { before: 'manualTask', after: 'userTask' })).toBe(
      'Stap Toetsen was werk zonder computer en is nu een taak voor een medewerker.',
    );
    expect(
      told({
        kind: 'added',
        elementId: 'N',
        elementName: '',
        elementType: 'textAnnotation',
        after: 'Let op',
      }),
    ).toBe('Aantekening Let op is toegevoegd.');
  });

  it('says from where to where something went', () => {
    expect(of('movedLane', { before: 'KCC', after: 'Vergunningen' })).toBe(
      'Stap Toetsen ging van baan KCC naar baan Vergunningen.',
    );
    expect(of('movedLane', { after: 'KCC' })).toBe(
      'Stap Toetsen staat nu in baan KCC; eerst stond dit in geen baan.',
    );
    expect(of('movedLane', { before: 'KCC' })).toBe(
      'Stap Toetsen staat in geen baan meer; eerst in baan KCC.',
    );
    expect(of('movedParticipant', { before: 'Gemeente', after: 'Omgevingsdienst' })).toBe(
      'Stap Toetsen ging van Gemeente naar Omgevingsdienst.',
    );
    expect(of('movedSubProcess', { after: 'Behandelen' })).toBe(
      'Stap Toetsen staat nu in het deelproces Behandelen.',
    );
    expect(of('movedSubProcess', { before: 'Behandelen' })).toBe(
      'Stap Toetsen is uit het deelproces Behandelen gehaald.',
    );
  });

  it('calls a flow by what it joins, and a choice without a name by what comes before it', () => {
    expect(told({ ...flow, kind: 'added' })).toBe(
      'De pijl van Toetsen naar de keuze na Toetsen is toegevoegd.',
    );
    expect(
      told({
        ...flow,
        kind: 'rerouted',
        property: 'target',
        before: 'Besluiten',
        beforeId: 'B',
        after: '',
        afterId: 'G',
      }),
    ).toBe('De pijl uit Toetsen leidt nu naar de keuze na Toetsen, eerst naar Besluiten.');
    expect(told({ elementId: 'F2', elementName: 'ja', elementType: 'sequenceFlow', kind: 'removed' })).toBe(
      'Pijl ja van de keuze na Toetsen naar Besluiten is verwijderd.',
    );
    expect(
      told({
        elementId: 'G',
        elementName: '',
        elementType: 'exclusiveGateway',
        kind: 'defaultFlow',
        after: 'ja',
        afterId: 'F2',
      }),
    ).toBe('De keuze na Toetsen: als niets anders geldt, wordt nu ja gevolgd.');
    expect(told({ ...flow, kind: 'condition', before: 'bedrag > 500' })).toBe(
      'De pijl van Toetsen naar de keuze na Toetsen heeft geen voorwaarde meer, eerst: bedrag > 500.',
    );
    expect(told({ ...flow, kind: 'condition', property: 'language', after: 'juel' })).toBe(
      'De pijl van Toetsen naar de keuze na Toetsen: het kenmerk language is nu juel.',
    );
  });

  it('says terms in words, and sides as people call them', () => {
    const timer = {
      elementId: 'E',
      elementName: 'Wachten',
      elementType: 'intermediateCatchEvent',
      kind: 'eventDefinition' as const,
    };
    expect(told({ ...timer, property: 'timeDuration', before: 'P14D', after: 'P6W' })).toBe(
      'Gebeurtenis Wachten: de termijn was 14 dagen en is nu 6 weken.',
    );
    expect(told({ ...timer, property: 'type', before: 'timer PT2H', after: 'message Aanvraag' })).toBe(
      'Gebeurtenis Wachten: wat er gebeurt was wachten op een tijd 2 uur en is nu een bericht Aanvraag.',
    );
    expect(
      told({
        elementId: 'L',
        elementName: 'Balie',
        elementType: 'lane',
        kind: 'extension',
        property: 'knip:side',
        before: 'back',
        after: 'front',
      }),
    ).toBe('Baan Balie hoort nu bij de frontoffice, eerst bij de backoffice.');
  });

  it('puts long texts below the sentence, and never shows a value that is not there', () => {
    const text = changeSentence(
      { ...step, kind: 'documentation', before: 'Kort.', after: 'x'.repeat(300) },
      places,
      t,
      'nl',
    );
    expect(text).toEqual({
      sentence: expect.stringContaining('heeft een andere toelichting.'),
      was: 'Kort.',
      is: 'x'.repeat(300),
    });
    expect(of('attribute', { property: 'implementation', after: 'x'.repeat(300) })).toBe(
      'Stap Toetsen: de uitvoering is toegevoegd.',
    );
    expect(of('extension', { property: 'camunda:assignee', before: 'piet', after: 'jan' })).toBe(
      'Stap Toetsen: een gegeven van een ander programma (camunda:assignee) was piet en is nu jan.',
    );
    expect(of('loop', { after: 'multiInstance' })).toBe('Stap Toetsen wordt nu herhaald.');
  });

  it.each([...CHANGE_KINDS])('has words for %s in both languages, whichever values there are', (kind) => {
    for (const words of [t, english]) {
      for (const values of [{}, { before: 'oud' }, { after: 'nieuw' }, { before: 'oud', after: 'nieuw' }]) {
        for (const elementType of [
          'userTask',
          'sequenceFlow',
          'lane',
          'message',
          'definitions',
          'somethingElse',
        ]) {
          const sentence = plain(
            changeSentence(
              { kind, elementId: 'X', elementName: '', elementType, property: 'side', ...values },
              nowhere,
              words,
              'nl',
            ).sentence,
          );
          expect(sentence).toMatch(/^\S.+\S\.$/u);
          expect(sentence).not.toMatch(/\{\{|undefined|change\.| {2}|was \.|nu \./u);
        }
      }
    }
  });

  it('tells what the comparison of two real diagrams gives', () => {
    const [one, other] = [
      bpmn('<userTask id="T" name="Kijken"/>'),
      bpmn('<manualTask id="T" name="Toetsen"/><userTask id="B" name="Besluiten"/>'),
    ];
    const found = placesIn(other, one);
    expect(
      compareDiagrams(one, other)
        .changes.map((change) => plain(changeSentence(change, found, t, 'nl').sentence))
        .sort(),
    ).toEqual([
      'Stap Besluiten is toegevoegd.',
      'Stap Kijken heet nu Toetsen.',
      'Stap Toetsen was een taak voor een medewerker en is nu werk zonder computer.',
    ]);
  });
});

describe('a change of the drawing as a sentence', () => {
  it('is one line where the whole drawing moved', () => {
    expect(shiftSentence({ dx: 40, dy: 0 }, t)).toBe('De hele tekening is 40 naar rechts verschoven.');
    expect(shiftSentence({ dx: -250, dy: 40 }, t)).toBe(
      'De hele tekening is 250 naar links en 40 omlaag verschoven.',
    );
  });

  it('names what moved', () => {
    expect(plain(layoutSentence({ elementId: 'T', kind: 'moved' }, places, t))).toBe(
      'Stap Toetsen staat op een andere plaats.',
    );
    expect(plain(layoutSentence({ elementId: 'F', kind: 'redrawn' }, places, t))).toBe(
      'De pijl van Toetsen naar de keuze na Toetsen loopt in de tekening anders.',
    );
  });
});
