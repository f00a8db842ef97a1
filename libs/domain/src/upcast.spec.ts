import { describe, expect, it } from '@jest/globals';
import { object, oneOf, text, unchecked } from './shapes.js';
import { toCurrentShape, type OlderShapes } from './upcast.js';

const SHAPES = {
  PilotPlanned: object({ title: text, state: oneOf(['planned']) }),
  PilotStarted: object({ on: text }),
};
/** First `name` became `title`, then the type got another name and a new member. */
const OLDER: OlderShapes = [
  new Map([
    ['PilotMade', (data) => ({ type: 'PilotMade', data: { title: (data as { name: string }).name } })],
  ]),
  new Map([
    ['PilotMade', (data) => ({ type: 'PilotPlanned', data: { ...(data as object), state: 'planned' } })],
  ]),
];
const read = (type: string, data: unknown, schemaVersion: number) =>
  toCurrentShape(SHAPES, OLDER, { type, data, schemaVersion });
const CURRENT = { type: 'PilotPlanned', data: { title: 'Zomer', state: 'planned' } };

describe('A stored event', () => {
  it('takes every step from the schema version that wrote it', () => {
    expect(read('PilotMade', { name: 'Zomer' }, 1)).toEqual(CURRENT);
    expect(read('PilotMade', { title: 'Zomer' }, 2)).toEqual(CURRENT);
  });
  it('stays the same object where no step applies', () => {
    const data = { on: '2026-01-05' };
    for (const schemaVersion of [1, 2, 3]) expect(read('PilotStarted', data, schemaVersion).data).toBe(data);
    expect(read(CURRENT.type, CURRENT.data, 3).data).toBe(CURRENT.data);
  });
  it('is not changed itself', () => {
    const data = Object.freeze({ name: 'Zomer' });
    read('PilotMade', data, 1);
    expect(data).toEqual({ name: 'Zomer' });
  });
  it('is refused when its type is not known', () => {
    for (const type of ['Unheard', 'constructor', '__proto__', 'PilotMade'])
      expect(() => read(type, {}, 3)).toThrow(`Unknown event type ${type}.`);
  });
  it('is refused when its data has another form, and the error names the member', () => {
    expect(() => read('PilotStarted', { on: 3 }, 3)).toThrow('its on has a form that is not known here');
    expect(() => read('PilotPlanned', { title: 'Zomer', state: 'done' }, 3)).toThrow('its state has a form');
    for (const data of [null, 'text', undefined])
      expect(() => read('PilotStarted', data, 3)).toThrow('its data is no object');
  });
  it('is not refused for a member that is not checked, nor is that one named', () => {
    const shapes = { PilotEnded: object({ note: unchecked(text), on: text }) };
    const ended = (data: unknown) =>
      toCurrentShape(shapes, [], { type: 'PilotEnded', data, schemaVersion: 1 }).data;
    expect(ended({ note: 3, on: '2026-01-05' })).toEqual({ note: 3, on: '2026-01-05' });
    expect(() => ended({ note: 3, on: 4 })).toThrow('its on has a form');
  });
});
