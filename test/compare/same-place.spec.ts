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

  it('is known by the only neighbour it has, whatever else was numbered anew', () => {
    expect(
      told(
        row(['A', 'Aannemen'], ['B', 'Aanvraag toetsen']),
        row(['A', 'Aannemen'], ['X', 'Besluit toetsen']),
      ),
    ).toEqual(['renamed Besluit toetsen']);
    expect(
      told(
        row(['A', 'Aannemen'], ['B', 'Bellen'], ['C', 'Aanvraag toetsen']),
        row(['C', 'Aannemen'], ['A', 'Bellen'], ['B', 'Besluit toetsen']),
      ),
    ).toEqual(['renamed Besluit toetsen']);
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
      ['X', 'B', 'C'],
      ['Y', 'A'],
    ],
    [
      ['Y', 'A'],
      ['X', 'B', 'C'],
    ],
  ] as [string, ...string[]][][])('is the one that has most of its steps: %j and %j', (...parts) => {
    const { changes, renamedIds } = compareDiagrams(file(['S', 'A', 'B', 'C']), file(...parts));
    expect(renamedIds).toEqual([{ before: 'S', after: 'X' }]);
    expect(changes.map(({ kind, elementId }) => `${kind} ${elementId}`).sort()).toEqual([
      'added Y',
      'movedParticipant A',
    ]);
  });
});

describe('A sub-process of another id whose steps are in two now', () => {
  type Part = [id: string, name: string, ...steps: string[]];
  /** Sub-processes one after the other, with flows between them where they are to be `joined`. */
  const file = (parts: Part[], joined: boolean) =>
    `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="Defs"><bpmn:process id="P">${parts
      .map(
        ([id, name, ...steps]) =>
          `<bpmn:subProcess id="${id}" name="${name}">${steps.map((step) => `<bpmn:task id="${step}" name="Stap ${step}"/>`).join('')}</bpmn:subProcess>`,
      )
      .join('')}<bpmn:startEvent id="Begin"/><bpmn:endEvent id="Einde"/>${
      joined
        ? ['Begin', ...parts.map(([id]) => id), 'Einde']
            .map((id, n, ids) =>
              n === 0 ? '' : `<bpmn:sequenceFlow id="F${n}" sourceRef="${ids[n - 1]}" targetRef="${id}"/>`,
            )
            .join('')
        : ''
    }</bpmn:process></bpmn:definitions>`;
  const moves = (before: string, after: string) => {
    const { changes, renamedIds } = compareDiagrams(before, after);
    return {
      renamedIds: renamedIds.filter((one) => !one.before.startsWith('F')),
      changes: changes
        .filter(({ elementType }) => elementType !== 'sequenceFlow')
        .map(({ kind, elementId }) => `${kind} ${elementId}`)
        .sort(),
    };
  };
  const whole = (name: string): Part[] => [['S', name, 'A', 'B', 'C']];

  it.each(
    ['', 'Toetsen'].flatMap((name) =>
      [true, false].flatMap((joined) => [
        { name, joined, most: 'first' as const },
        { name, joined, most: 'last' as const },
      ]),
    ),
  )('is the one with most of them: %j', ({ name, joined, most }) => {
    const parts: Part[] = [
      ['X', name, 'B', 'C'],
      ['Y', name, 'A'],
    ];
    if (most === 'last') parts.reverse();
    const [one, two] = [file(whole(name), joined), file(parts, joined)];
    expect(moves(one, two)).toEqual({
      renamedIds: [{ before: 'S', after: 'X' }],
      changes: ['added Y', 'movedSubProcess A'],
    });
    expect(moves(two, one)).toEqual({
      renamedIds: [{ before: 'X', after: 'S' }],
      changes: ['movedSubProcess A', 'removed Y'],
    });
  });

  it('is told by its surroundings where both have as many', () => {
    const between = (parts: Part[], first: string) =>
      file(parts, false).replace(
        '<bpmn:endEvent',
        `<bpmn:sequenceFlow id="F" sourceRef="Begin" targetRef="${first}"/><bpmn:endEvent`,
      );
    const before = between([['S', 'Toetsen', 'A', 'B']], 'S');
    const parts: Part[] = [
      ['X', 'Toetsen', 'A'],
      ['Y', 'Toetsen', 'B'],
    ];
    for (const order of [parts, parts.toReversed()]) {
      expect(moves(before, between(order, 'Y'))).toEqual({
        renamedIds: [{ before: 'S', after: 'Y' }],
        changes: ['added X', 'movedSubProcess A'],
      });
    }
  });
});

describe('A step of another id with new steps beside it', () => {
  /** Steps, each with an id of its own, and flows between them by name. */
  const file = (ids: string, steps: string[], flows: string[]) =>
    `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="Defs"><bpmn:process id="P">${steps
      .map(
        (step) =>
          `<bpmn:${/^[a-z]/.test(step) ? 'exclusiveGateway' : 'task'} id="${ids}${step}"${/^[a-z]/.test(step) ? '' : ` name="${step}"`}/>`,
      )
      .join('')}${flows
      .map((flow, n) => {
        const [from, to] = flow.split(' ');
        return `<bpmn:sequenceFlow id="${ids}F${n}" sourceRef="${ids}${from}" targetRef="${ids}${to}"/>`;
      })
      .join('')}</bpmn:process></bpmn:definitions>`;
  const gateways = (before: string, after: string) =>
    compareDiagrams(before, after)
      .changes.filter(({ elementType }) => elementType === 'exclusiveGateway')
      .map(({ kind, elementId }) => `${kind} ${elementId}`)
      .sort();
  const before = file('a', ['Aannemen', 'x'], ['Aannemen x']);

  it('is known over up to three of them, and not over more', () => {
    const behind = (count: number) => {
      const fresh = ['Een', 'Twee', 'Drie', 'Vier', 'Vijf'].slice(0, count);
      const row = ['Aannemen', ...fresh, 'x'];
      return file(
        'b',
        row,
        row.slice(1).map((step, n) => `${row[n]} ${step}`),
      );
    };
    for (const count of [0, 1, 2, 3]) {
      expect(gateways(before, behind(count))).toEqual([]);
      expect(gateways(behind(count), before)).toEqual([]);
    }
    expect(gateways(before, behind(4))).toEqual(['added bx', 'removed ax']);
  });

  it('is neither where it can be two', () => {
    const either = (ways: string[]) =>
      file('b', ['Aannemen', 'Een', 'Twee', 'x', 'y'], ['Aannemen Een', 'Aannemen Twee', ...ways]);
    for (const ways of [
      ['Een x', 'Twee y'],
      ['Twee y', 'Een x'],
    ]) {
      expect(gateways(before, either(ways))).toEqual(['added bx', 'added by', 'removed ax']);
      expect(gateways(either(ways), before)).toEqual(['added ax', 'removed bx', 'removed by']);
    }
  });

  it('is neither where two can be it', () => {
    const fork = file('a', ['Aannemen', 'x', 'y'], ['Aannemen x', 'Aannemen y']);
    const row = file('b', ['Aannemen', 'Een', 'x'], ['Aannemen Een', 'Een x']);
    expect(gateways(fork, row)).toEqual(['added bx', 'removed ax', 'removed ay']);
    expect(gateways(row, fork)).toEqual(['added ax', 'added ay', 'removed bx']);
  });
});
