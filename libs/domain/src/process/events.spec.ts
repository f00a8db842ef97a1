import { expect, it } from '@jest/globals';
import type { ObjectShape } from '../shapes.js';
import { PROCESS_DIAGRAM_EVENTS, PROCESS_EVENTS } from './events.js';
import { processAggregate } from './process-aggregate.js';

const MEMBERS = Object.values<ObjectShape>(PROCESS_EVENTS).flatMap(({ members }) => Object.entries(members));

it('A member is free text in every event that has it, or in none', () => {
  const plain = MEMBERS.filter(([, shape]) => !shape.freeText).map(([name]) => name);
  expect(plain.filter((name) => processAggregate.freeTexts.has(name))).toEqual([]);
});

// A repeated request is known by a digest without these members: a released digest must stay the same.
it('The free texts are the released ones', () => {
  expect([...processAggregate.freeTexts].sort()).toEqual(['alternatives', 'note', 'reason', 'what']);
});

it('The events with a diagram are those that save one', () => {
  expect([...PROCESS_DIAGRAM_EVENTS]).toEqual(['DiagramSaved', 'DiagramMerged']);
});
