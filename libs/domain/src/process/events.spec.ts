import { describe, expect, it } from '@jest/globals';
import { PROCESS_DIAGRAM_EVENTS, PROCESS_EVENTS, type ProcessEventType } from './events.js';
import { processAggregate } from './process-aggregate.js';

// A repeated request is known by a digest without these members: a released digest must stay the same.
it('The free texts are the released ones', () => {
  expect([...processAggregate.freeTexts].sort()).toEqual(['alternatives', 'note', 'reason', 'what']);
});

it('The events with a diagram are those that save one', () => {
  expect([...PROCESS_DIAGRAM_EVENTS]).toEqual(['DiagramSaved', 'DiagramMerged']);
});

it('An order of channels names channels, each as they are called, and says why', () => {
  const { ChannelsPrioritised } = PROCESS_EVENTS;
  const reason = { text: 'Zo is het.' };
  expect(ChannelsPrioritised.fits({ channels: ['web', 'desk'], reason })).toBe(true);
  for (const wrong of [{ reason }, { channels: ['fax'], reason }, { channels: ['web'] }])
    expect({ wrong, fits: ChannelsPrioritised.fits(wrong) }).toEqual({ wrong, fits: false });
});

describe('The data of an event', () => {
  const reason = { text: 'Zo is het.' };
  const carriedFrom = { elementId: 'B', version: 2 };
  const diagram = { digest: 'd', encoding: 'br', bytes: '' };
  /** For each type: the most that it can hold, and which of its members it cannot do without. */
  const FULL: Record<ProcessEventType, [data: Record<string, unknown>, needed: string[]]> = {
    ProcessRegistered: [{ name: 'Kap', domain: 'wmo', caseType: 'B1' }, ['name', 'domain']],
    ProcessRenamed: [{ name: 'Kap', reason }, ['name']],
    ProcessRetired: [{ reason }, ['reason']],
    ProcessOwnerNamed: [{ person: 'anouk', reason }, ['person', 'reason']],
    DiagramSaved: [{ diagram, note: reason, ids: 'kept' }, ['diagram']],
    DiagramMerged: [
      { base: 1, mergedWith: 2, mine: diagram, diagram, choices: [], note: reason, ids: 'kept' },
      ['diagram'],
    ],
    KnipDecided: [
      { elementId: 'A', side: 'front', role: 'generalist', alternatives: [reason], reason, carriedFrom },
      ['elementId', 'side', 'reason'],
    ],
    KnipWithdrawn: [{ elementId: 'A', reason, carriedTo: 'B' }, ['elementId']],
    ChannelsPrioritised: [{ elementId: 'A', channels: ['web'], reason, carriedFrom }, ['channels', 'reason']],
    HandoverAgreed: [
      {
        flowId: 'F',
        before: ['A'],
        after: ['B'],
        what: reason,
        within: { amount: 2, unit: 'hours' },
        reason,
        carriedFrom,
      },
      ['flowId', 'before', 'after', 'what', 'reason'],
    ],
    DataRequestsRecorded: [
      { elementId: 'A', data: [{ name: 'Adres', registry: 'BRP' }], reason, carriedFrom },
      ['elementId', 'data', 'reason'],
    ],
    DecisionEnded: [{ kind: 'handover', key: 'F', reason, carriedTo: 'G' }, ['kind', 'key']],
    StepBound: [
      { elementId: 'A', side: 'back', by: 'wet', source: 'Awb', reason, carriedFrom },
      ['elementId', 'source', 'reason'],
    ],
    BindingLifted: [{ elementId: 'A', reason, carriedTo: 'B' }, ['elementId']],
    MilestoneNamed: [{ name: 'Pilot', version: 2 }, ['name', 'version']],
  };
  const fits = (type: ProcessEventType, data: unknown) => PROCESS_EVENTS[type].fits(data);

  it.each(Object.entries(FULL))(
    'of %s is read with all that it holds, and with only what it needs',
    (type, [data, needed]) => {
      const of = type as ProcessEventType;
      expect(fits(of, data)).toBe(true);
      expect(fits(of, Object.fromEntries(needed.map((member) => [member, data[member]])))).toBe(true);
      for (const member of needed) {
        expect({ member, fits: fits(of, { ...data, [member]: undefined }) }).toEqual({ member, fits: false });
        expect({ member, fits: fits(of, { ...data, [member]: 0 }) }).toEqual({ member, fits: false });
      }
    },
  );

  it.each<[ProcessEventType, object[]]>([
    ['ProcessRegistered', [{ caseType: 1 }]],
    ['DiagramSaved', [{ diagram: {} }, { diagram: { digest: 1 } }]],
    [
      'KnipDecided',
      [
        { side: 'middle' },
        { role: 'expert' },
        { alternatives: ['text'] },
        { reason: 'text' },
        { carriedFrom: { elementId: 'B' } },
        { carriedFrom: { version: 2 } },
        { carriedFrom: { elementId: 'B', version: 0 } },
      ],
    ],
    ['ChannelsPrioritised', [{ elementId: 1 }, { channels: ['fax'] }, { channels: 'web' }]],
    [
      'HandoverAgreed',
      [
        { before: 'A' },
        { after: [1] },
        { within: {} },
        { within: { amount: 2 } },
        { within: { amount: 0, unit: 'hours' } },
        { within: { amount: 2, unit: 'weeks' } },
      ],
    ],
    [
      'DataRequestsRecorded',
      [{ data: [{}] }, { data: [{ name: 1 }] }, { data: [{ name: 'Adres', registry: 1 }] }],
    ],
    ['DecisionEnded', [{ kind: 'knip' }, { kind: 'binding' }]],
    ['StepBound', [{ side: 'middle' }, { by: 1 }]],
    ['MilestoneNamed', [{ version: 0 }, { version: 1.5 }]],
  ])('of %s is refused with anything else', (type, others) => {
    for (const other of others)
      expect({ other, fits: fits(type, { ...FULL[type][0], ...other }) }).toEqual({ other, fits: false });
  });

  it('is read with every value that it can hold', () => {
    const all: [ProcessEventType, string, unknown[]][] = [
      ['KnipDecided', 'side', ['front', 'back']],
      ['KnipDecided', 'role', ['generalist', 'specialist']],
      ['StepBound', 'side', ['front', 'back']],
      ['ChannelsPrioritised', 'channels', [['web', 'phone', 'desk', 'post', 'email']]],
      [
        'HandoverAgreed',
        'within',
        [
          { amount: 1, unit: 'hours' },
          { amount: 3, unit: 'workingDays' },
        ],
      ],
      ['DecisionEnded', 'kind', ['channels', 'handover', 'dataRequests']],
    ];
    for (const [type, member, values] of all)
      for (const value of values)
        expect({ value, fits: fits(type, { ...FULL[type][0], [member]: value }) }).toEqual({
          value,
          fits: true,
        });
  });
});
