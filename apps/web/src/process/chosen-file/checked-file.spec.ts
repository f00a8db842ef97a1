import { describe, expect, it } from '@jest/globals';
import { checkBytes } from './checked-file.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const side = (name: string) =>
  `<b:lane id="${name}" knip:side="${name}"><b:flowNodeRef>T${name}</b:flowNodeRef></b:lane>`;
const diagram = `<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:knip="urn:knipkaart:bpmn:1">
<b:process id="P"><b:laneSet id="L">${side('front')}${side('back')}</b:laneSet>
<b:userTask id="Tfront" name="Aannemen"/><b:userTask id="Tback" name="Besluiten"/></b:process></b:definitions>`;

describe('a file that somebody chose', () => {
  it('is read before it is sent, and proposes its name as that of the process', () => {
    expect(checkBytes('wmo_vervoers-voorziening.bpmn', bytes(diagram), 'nl')).toMatchObject({
      title: 'Wmo vervoers-voorziening',
      steps: 2,
      problems: [],
    });
  });

  it('says which steps have no side yet, and why', () => {
    const without = checkBytes('a.bpmn', bytes(diagram.replace(/ knip:side="front"/, '')), 'nl').open;
    expect(without).toHaveLength(1);
    expect(without[0]).toMatch(/^1 stap zonder kant: de baan zegt niet .*: “.+”\.$/u);
    expect(checkBytes('a.bpmn', bytes(diagram), 'nl').open).toEqual([]);
  });

  it('says in the user’s language why it cannot be used', () => {
    const dutch = checkBytes('brief.pdf', bytes('%PDF-1.7'), 'nl').problems;
    const english = checkBytes('brief.pdf', bytes('%PDF-1.7'), 'en').problems;
    expect(dutch).toHaveLength(1);
    expect(dutch[0]).toMatch(/PDF/u);
    expect(dutch).not.toEqual(english);
  });
});
