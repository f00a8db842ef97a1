import { describe, expect, it } from '@jest/globals';
import { compareDiagrams } from '#bpmn';

/** Steps one after the other, by id and name. */
const row = (...steps: [id: string, name: string][]) =>
  `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="Defs"><bpmn:process id="P">${steps
    .map(([id, name]) => `<bpmn:task id="${id}" name="${name}"/>`)
    .join('')}${steps
    .slice(1)
    .map(
      ([id], n) =>
        `<bpmn:sequenceFlow id="${steps[n]![0]}_${id}" sourceRef="${steps[n]![0]}" targetRef="${id}"/>`,
    )
    .join('')}</bpmn:process></bpmn:definitions>`;
const told = (before: string, after: string) =>
  compareDiagrams(before, after)
    .changes.filter(({ elementType }) => elementType === 'task')
    .map(({ kind, elementName }) => `${kind} ${elementName}`)
    .sort();
/** The step in the middle has another id and another name; the others stay. */
const renamed = (was: string, now: string) =>
  told(
    row(['A', 'Aannemen'], ['B', was], ['C', 'Versturen']),
    row(['A', 'Aannemen'], ['X', now], ['C', 'Versturen']),
  );

describe('A step of another id in the same place', () => {
  it('is the same while half of its words are', () => {
    for (const [was, now] of [
      ['Aanvraag toetsen', 'Besluit toetsen'],
      ['Aanvraag toetsen', 'Aanvraag zorgvuldig beoordelen'],
      ['Aanvraag volledig toetsen aan beleid', 'TOETSEN'],
      ['Een twee drie vier', 'Een twee vijf zes'],
    ] as const)
      expect(renamed(was, now)).toEqual([`renamed ${now}`]);
  });

  it('is another one when fewer are', () => {
    for (const [was, now] of [
      ['Aanvraag toetsen', 'Besluit nemen'],
      ['Een twee drie', 'Een vier vijf'],
      ['Een twee drie vijf', 'Een vier zes zeven'],
    ] as const)
      expect(renamed(was, now)).toEqual([`added ${now}`, `removed ${was}`]);
  });
});

describe('A process of another id', () => {
  const file = (...parts: [id: string, ...steps: string[]][]) =>
    `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="Defs">${parts
      .map(
        ([id, ...steps]) =>
          `<bpmn:process id="${id}">${steps.map((step) => `<bpmn:task id="${step}" name="Stap ${step}"/>`).join('')}</bpmn:process>`,
      )
      .join('')}</bpmn:definitions>`;

  it.each([
    [
      ['X', 'A', 'B'],
      ['Y', 'C'],
    ],
    [
      ['Y', 'C'],
      ['X', 'A', 'B'],
    ],
  ] as [string, ...string[]][][])('is the one that has most of its steps: %j and %j', (...parts) => {
    const { changes, renamedIds } = compareDiagrams(file(['S', 'A', 'B', 'C']), file(...parts));
    expect(renamedIds).toEqual([{ before: 'S', after: 'X' }]);
    expect(changes.map(({ kind, elementId }) => `${kind} ${elementId}`).sort()).toEqual([
      'added Y',
      'movedParticipant C',
    ]);
  });
});
