import { expect, it } from '@jest/globals';
import { PROCESS_DIAGRAM_EVENTS } from './events.js';
import { processAggregate } from './process-aggregate.js';

// A repeated request is known by a digest without these members: a released digest must stay the same.
it('The free texts are the released ones', () => {
  expect([...processAggregate.freeTexts].sort()).toEqual(['alternatives', 'note', 'reason', 'what']);
});

it('The events with a diagram are those that save one', () => {
  expect([...PROCESS_DIAGRAM_EVENTS]).toEqual(['DiagramSaved', 'DiagramMerged']);
});
