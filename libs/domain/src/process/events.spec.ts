import { expect, it } from '@jest/globals';
import { PROCESS_DIAGRAM_EVENTS, PROCESS_EVENTS } from './events.js';
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
