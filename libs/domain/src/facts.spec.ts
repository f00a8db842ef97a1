import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyState, lastChange, standing, withFacts, type Fact } from './facts.js';
import { refusalOf } from './refusal-of.js';
import { assertUnchangedSince } from './seen.js';

/** The facts of a small aggregate that is no process. */
interface Pilot {
  title: { title: string };
  finding: { verdict: 'keep' | 'adjust' };
}
const empty = emptyState<Pilot>(['title', 'finding']);
const title = (text: string): Fact<Pilot> => ({ kind: 'title', key: '', value: { title: text } });
const finding = (key: string, verdict: 'keep' | 'adjust' = 'keep'): Fact<Pilot> => ({
  kind: 'finding',
  key,
  value: { verdict },
});
const ended = (key: string): Fact<Pilot> => ({ kind: 'finding', key, value: null });
const after = (...events: Fact<Pilot>[][]) => events.reduce(withFacts<Pilot>, empty);

describe('A state made of facts', () => {
  it('holds the last value of each key, with the version that set it', () => {
    const state = after([title('Zomer'), finding('a')], [finding('b')], [finding('a', 'adjust')]);
    expect(standing(state, 'title')).toEqual({ title: 'Zomer' });
    expect([...state.finding]).toEqual([
      ['a', { value: { verdict: 'adjust' }, version: 3 }],
      ['b', { value: { verdict: 'keep' }, version: 2 }],
    ]);
  });
  it('drops a fact that ended, and knows when', () => {
    const state = after([finding('a')], [ended('a')], []);
    expect(standing(state, 'finding', 'a')).toBeUndefined();
    expect([state.version, lastChange(state, 'finding', 'a'), lastChange(state, 'finding', 'b')]).toEqual([
      3,
      2,
      undefined,
    ]);
  });
  it('is left as it was by the next event', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(title('x'), finding('a'), ended('a'))), (facts) => {
        const before = after(...facts.map((fact) => [fact]));
        const copy = structuredClone(before);
        withFacts(before, [title('y'), finding('b'), ended('a')]);
        expect(before).toEqual(copy);
      }),
    ));
});

describe('A version that was seen', () => {
  const state = after([title('Zomer')], [finding('a')], [title('Herfst')]);
  const resource = { name: 'Herfst', aggregate: 'pilot', kind: 'finding', key: 'a' };
  it('is fine from the last change of the resource on, whatever changed elsewhere', () => {
    for (const seen of [2, 3, undefined]) assertUnchangedSince(state, seen, resource);
  });
  it('is refused when the resource changed later, or there is no such version', () => {
    expect(refusalOf(() => assertUnchangedSince(state, 1, resource))).toMatchObject({
      code: 'seenStale',
      params: { name: 'Herfst', resource: 'pilot.finding', key: 'a', changed: 2, seen: 1 },
    });
    for (const seen of [0, 4])
      expect(refusalOf(() => assertUnchangedSince(state, seen, resource))).toMatchObject({
        code: 'seenUnknown',
        params: { name: 'Herfst', version: 3 },
      });
  });
});
