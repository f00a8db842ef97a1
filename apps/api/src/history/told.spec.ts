import { describe, expect, it } from '@jest/globals';
import { told } from './told.js';

describe('What the history tells of an event', () => {
  const diagram = { digest: 'ab', encoding: 'br', bytes: 'AA==' };

  it.each([
    ['DecisionEnded', { kind: 'handover', key: 'F1' }, { kind: 'handover', flowId: 'F1' }],
    ['DecisionEnded', { kind: 'dataRequests', key: 'T1' }, { kind: 'dataRequests', elementId: 'T1' }],
    ['DecisionEnded', { kind: 'channels', key: '' }, { kind: 'channels' }],
    ['DiagramSaved', { diagram }, { diagram: { digest: 'ab' } }],
    ['MilestoneNamed', { name: '1.0', version: 3 }, { name: '1.0', names: 3 }],
    [
      'DiagramMerged',
      { diagram, mine: diagram, base: 2, mergedWith: 3, choices: [{ conflict: 'x', take: 'mine' }] },
      { diagram: { digest: 'ab' }, base: 2, mergedWith: 3, choices: 1 },
    ],
  ])('is what it says of its subject, in short: %s %j', (type, data, line) => {
    expect(told({ type, data: data as never }, false)).toEqual(line);
    expect(told({ type, data: data as never }, true)).toEqual({ ...line, demo: true });
    expect(told({ type, data: data as never }, false)).not.toHaveProperty('demo');
  });
});
