import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { idsBetween, idsLater, movedIds, readDiagramText } from '#bpmn';
import type { MovedId } from '#bpmn';
import { renumbered } from './rewrite.js';

const rootOf = (text: string) => {
  const reading = readDiagramText(text);
  if (!reading.ok) throw new Error(text);
  return reading.diagram.root;
};
const file = (name: string, part: string) =>
  rootOf(readFileSync(`test/compare/${name}/${part}.bpmn`, 'utf8'));
const movedIn = (name: string) => movedIds(file(name, 'before'), file(name, 'after'));
const changedHands = (moved: MovedId[]) => moved.filter(({ now }) => now);
const handsIn = (name: string) => changedHands(movedIn(name));
const told = (moved: MovedId[]) =>
  moved.map(
    ({ id, was, now, wentTo }) =>
      `${id}: ${was.name} > ${now?.name ?? 'nobody'}, went to ${wentTo ?? 'nowhere'}`,
  );

describe('Ids that changed hands', () => {
  it('are nobody’s where they stand on several elements now', () => {
    const bpmn = (content: string) =>
      rootOf(
        `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P">${content}</process></definitions>`,
      );
    const step = (id: string, name: string) => `<task id="${id}" name="${name}"/>`;
    const moved = movedIds(
      bpmn(step('A', 'Aannemen') + step('B', 'Beoordelen')),
      bpmn(step('C', 'Aannemen') + step('B', 'Beoordelen') + step('A', 'Mailen') + step('A', 'Bellen')),
    );
    expect(told(moved)).toEqual(['A: Aannemen > nobody, went to C']);
  });

  it('are listed with who had them, who has them, and the new id of the former', () => {
    expect(handsIn('ids-numbered-anew-by-a-step-at-the-front')).toEqual([
      {
        id: 'stap1',
        was: { name: 'Melden', type: 'userTask' },
        now: { name: 'Legitimeren', type: 'userTask' },
        wentTo: 'stap2',
      },
      {
        id: 'stap2',
        was: { name: 'Keuren', type: 'userTask' },
        now: { name: 'Melden', type: 'userTask' },
        wentTo: 'stap3',
      },
      {
        id: 'pijl1',
        was: { name: 'Melden → Keuren', type: 'sequenceFlow' },
        now: { name: 'Legitimeren → Melden', type: 'sequenceFlow' },
        wentTo: 'pijl2',
      },
    ]);
  });

  it('went nowhere where the former is gone', () => {
    expect(told(movedIn('ids-numbered-anew-by-a-removal'))).toEqual([
      'stap1: Legitimeren > Melden, went to nowhere',
      'stap2: Melden > Keuren, went to stap1',
      'stap3: Keuren > nobody, went to stap2',
      'pijl1: Legitimeren → Melden > Melden → Keuren, went to nowhere',
      'pijl2: Melden → Keuren > nobody, went to pijl1',
    ]);
    expect(told(handsIn('id-used-again-for-something-else'))).not.toEqual([]);
  });

  it.each([
    'step-renamed',
    'user-task-became-service-task',
    'step-inserted',
    'step-removed',
    'flow-led-to-another-step',
    'one-id-renamed',
    'all-ids-renamed-and-names-alike',
    'message-renamed',
    'step-moved-to-another-lane',
    'empty-processes-of-one-id-and-a-comment',
  ])('are none in an ordinary edit: %s', (name) => {
    expect(handsIn(name)).toEqual([]);
  });

  it('are none where every id is new, and none between a diagram and itself', () => {
    const cases = readdirSync('test/compare', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of cases) {
      const root = file(name, 'before');
      expect(movedIds(root, root)).toEqual([]);
      expect(changedHands(movedIds(root, renumbered(root)))).toEqual([]);
    }
  });
});

const textOfRow = (names: readonly string[]) => {
  const ids = ['S', ...names.map((_, i) => `T${i + 1}`), 'E'];
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P">
    <startEvent id="S"/>${names.map((name, i) => `<userTask id="T${i + 1}" name="${name}"/>`).join('')}<endEvent id="E"/>
    ${ids
      .slice(1)
      .map((id, i) => `<sequenceFlow id="F${i + 1}" sourceRef="${ids[i]}" targetRef="${id}"/>`)
      .join('')}
  </process></definitions>`;
};
const row = (names: readonly string[]) => rootOf(textOfRow(names));

it('However many steps came and went, a row numbered anew from the front loses nobody', () => {
  const stays = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });
  const added = fc.array(fc.nat(8), { maxLength: 3 });
  fc.assert(
    fc.property(stays, added, (kept, places) => {
      const names = kept.map((_, i) => `Stap ${'ABCDEFGH'[i]}`);
      const now = names.filter((_, i) => kept[i]);
      places.forEach((at, i) => now.splice(Math.min(at, now.length), 0, `Nieuw ${i}`));
      const moved = new Map(movedIds(row(names), row(now)).map((one) => [one.id, one]));
      names.forEach((name, i) => {
        const [id, at] = [`T${i + 1}`, now.indexOf(name)];
        if (at === i || at < 0) return;
        expect([name, moved.get(id)?.wentTo]).toEqual([name, `T${at + 1}`]);
      });
    }),
    { numRuns: 500 },
  );
});

describe('A person is asked about', () => {
  const askedIn = (before: string[], after: string[], placeCounts = true) =>
    told(idsBetween(textOfRow(before), textOfRow(after), ['T1', 'T2', 'T3'], placeCounts).moved);

  it('two steps that exchanged their names, since they may have changed places', () => {
    expect(askedIn(['Aannemen', 'Toetsen', 'Besluiten'], ['Toetsen', 'Aannemen', 'Besluiten'])).toEqual([
      'T1: Aannemen > Toetsen, went to T2',
      'T2: Toetsen > Aannemen, went to T1',
    ]);
  });

  it('three steps that took the names of one another in a round', () => {
    expect(askedIn(['Aannemen', 'Toetsen', 'Besluiten'], ['Toetsen', 'Besluiten', 'Aannemen'])).toEqual([
      'T1: Aannemen > Toetsen, went to T3',
      'T2: Toetsen > Besluiten, went to T1',
      'T3: Besluiten > Aannemen, went to T2',
    ]);
  });

  it('an id that a step of another name has in another place', () => {
    const steps = (ids: string[], names: string[]) =>
      ids.map((id, i) => `<userTask id="${id}" name="${names[i]}"/>`).join('');
    const text = (ids: string[], names: string[], flows: string) =>
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P">${steps(ids, names)}${flows}</process></definitions>`;
    const flow = (id: string, source: string, target: string) =>
      `<sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}"/>`;
    const before = text(
      ['T1', 'T2', 'T3'],
      ['Aannemen', 'Toetsen', 'Besluiten'],
      flow('F1', 'T1', 'T2') + flow('F2', 'T2', 'T3'),
    );
    const after = text(
      ['T2', 'T3', 'T1'],
      ['Toetsen', 'Besluiten', 'Archiveren'],
      flow('F2', 'T2', 'T3') + flow('F3', 'T3', 'T1'),
    );
    expect(told(idsBetween(before, after, ['T1', 'T2', 'T3'], true).moved)).toEqual([
      'T1: Aannemen > Archiveren, went to nowhere',
    ]);
  });

  it('a new name in the old place only where the former was gone meanwhile', () => {
    expect(askedIn(['Aannemen', 'Toetsen'], ['Registreren', 'Toetsen'])).toEqual([]);
    expect(askedIn(['Aannemen', 'Toetsen'], ['Registreren', 'Toetsen'], false)).toEqual([
      'T1: Aannemen > Registreren, went to nowhere',
    ]);
    expect(askedIn(['Aannemen', 'Toetsen'], ['Aanvraag aannemen', 'Toetsen'], false)).toEqual([]);
  });
});

describe('Where an element is in a later drawing', () => {
  const steps = (before: string[], after: string[]) =>
    [...idsLater(textOfRow(before), textOfRow(after))].filter(([id]) => id.startsWith('T'));

  it('is its new id, or nothing where it is gone', () => {
    expect(steps(['Aannemen', 'Toetsen', 'Besluiten'], ['Melden', 'Aannemen', 'Besluiten'])).toEqual([
      ['T1', 'T2'],
      ['T2', undefined],
      ['T3', 'T3'],
    ]);
  });

  it('is the step of the same name where two exchanged their names, and the same id where one was renamed', () => {
    const now = steps(['Aannemen', 'Toetsen', 'Besluiten'], ['Toetsen', 'Aannemen', 'Beslissen']);
    expect(now).toEqual([
      ['T1', 'T2'],
      ['T2', 'T1'],
      ['T3', 'T3'],
    ]);
  });
});
