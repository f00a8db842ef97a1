import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareDiagrams, mergeDiagrams, movedIds, readDiagram, readDiagramText } from '#bpmn';
import type { Conflict, DiagramChange } from '#bpmn';
import { randomFrom } from '../corpus/mutate.mjs';
import { movedByOne, withNames } from '../corpus/renumber.mjs';
import { edited, rewrite, rootOf } from './edits.js';
import { made } from './made.js';
import { faultsOf } from './soundness.js';
import { warningsOf } from './warnings.js';

const corpus = process.env.CORPUS_DIR ?? '../shared';
const folder = `${corpus}/corpus/files`;
const present = existsSync(folder);
const real = present
  ? readdirSync(folder).flatMap((file) => {
      const reading = readDiagram(readFileSync(`${folder}/${file}`));
      return reading.ok ? [reading.diagram.text] : [];
    })
  : [];
/** Small enough to be edited and read often. */
const models = real.filter(({ length }) => length < 60_000);

const seeds = fc.integer({ min: 1, max: 2 ** 31 });
/** Three diagrams from a number: a generated or real one, and two people's edits on it. */
function three(seed: number): [base: string, mine: string, theirs: string] {
  const random = randomFrom(seed);
  const base =
    models.length > 0 && random() < 0.5 ? models[Math.floor(random() * models.length)]! : made(random);
  const side = (name: string) => edited(base, random, 1 + Math.floor(random() * 4), name);
  return [base, side('m'), side('t')];
}

/** Elements without an id of their own are known by their place alone. */
const OF_IDS = new Set(['missingId', 'duplicateId']);

const swapped = ({ cutOff, ...conflict }: Conflict): Conflict => ({
  ...conflict,
  mine: conflict.theirs,
  theirs: conflict.mine,
  ...(cutOff && {
    cutOff: {
      ...(cutOff.theirs && { mine: cutOff.theirs }),
      ...(cutOff.mine && { theirs: cutOff.mine }),
    },
  }),
});
const sorted = (conflicts: Conflict[]) => conflicts.map((conflict) => JSON.stringify(conflict)).sort();
/**
 * A change without names, which the other side may have changed, and without the vendor's prefix, which is
 * the file's own affair.
 */
const said = ({ kind, elementId, property, before, after, beforeId, afterId }: DiagramChange) =>
  JSON.stringify([kind, elementId, property?.replace(/^[^:]+:/, ''), beforeId ?? before, afterId ?? after]);
const changes = (base: string, text: string) => compareDiagrams(base, text).changes.map(said);

describe(`The laws of merging${present ? '' : ' (real models left out: no corpus; set CORPUS_DIR)'}`, () => {
  it('a side that changed nothing gives way, and the same on both sides stays as it is, byte for byte', () => {
    for (const text of real) {
      const other = rewrite(text, () => 0, '');
      for (const [b, m, t, expected] of [
        [text, text, other, other],
        [text, other, text, other],
        [text, other, other, other],
        [text, text, text, text],
      ] as const) {
        expect(mergeDiagrams(b, m, t).text === expected).toBe(true);
      }
    }
    fc.assert(
      fc.property(seeds, (seed) => {
        const [base, mine, theirs] = three(seed);
        expect(mergeDiagrams(base, base, theirs)).toEqual({ text: theirs, conflicts: [], outdated: [] });
        expect(mergeDiagrams(base, mine, base)).toEqual({ text: mine, conflicts: [], outdated: [] });
        expect(mergeDiagrams(base, mine, mine)).toEqual({ text: mine, conflicts: [], outdated: [] });
      }),
      { numRuns: 20 },
    );
  });

  it('the order of the sides changes the names of the sides only', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [base, mine, theirs] = three(seed);
        // Where ids changed hands, an element keeps the one that it has on the process, which is one side.
        fc.pre([mine, theirs].every((side) => movedIds(rootOf(base), rootOf(side)).length === 0));
        const [one, other] = [mergeDiagrams(base, mine, theirs), mergeDiagrams(base, theirs, mine)];
        expect(other.text).toBe(one.text);
        // Twice exchanged is as it was, but for the order of members.
        const asIs = one.conflicts.map((conflict) => swapped(swapped(conflict)));
        expect(sorted(other.conflicts.map(swapped))).toEqual(sorted(asIs));
      }),
      { numRuns: 40 },
    );
  });

  it('without conflict the result holds what either side changed, and nothing else', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [base, mine, theirs] = three(seed);
        const { text, conflicts } = mergeDiagrams(base, mine, theirs);
        fc.pre(conflicts.length === 0);
        expect(new Set(changes(base, text))).toEqual(
          new Set([...changes(base, mine), ...changes(base, theirs)]),
        );
      }),
      // Some pairs compare otherwise: a flow that leads elsewhere may count as removed and added.
      { numRuns: 40, seed: 9 },
    );
  });

  it('with conflicts, each is settled by a choice, and what is left in between stands as on the base or as a side wished', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [base, mine, theirs] = three(seed);
        const { text, conflicts } = mergeDiagrams(base, mine, theirs);
        const reading = readDiagramText(base);
        fc.pre(
          conflicts.length > 0 &&
            reading.ok &&
            !reading.diagram.warnings.some(({ code }) => OF_IDS.has(code)),
        );
        const wished = new Set([...changes(base, mine), ...changes(base, theirs)]);
        expect(changes(base, text).filter((change) => !wished.has(change))).toEqual([]);
        const choices = conflicts.map(({ id }, i) => ({
          conflict: id,
          take: (seed + i) % 2 === 0 ? ('mine' as const) : ('theirs' as const),
        }));
        const outdated = { conflict: '0'.repeat(64), take: 'mine' as const };
        expect(mergeDiagrams(base, mine, theirs, [...choices, outdated])).toMatchObject({
          conflicts: [],
          outdated: [outdated],
        });
      }),
      { numRuns: 10 },
    );
  });

  it('a side that was renumbered is merged as it would be with its ids, or asked about', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), fc.boolean(), (seed, ofOneKind, back) => {
        const [base, mine, theirs] = three(seed);
        const reading = readDiagram(new TextEncoder().encode(base));
        fc.pre(
          theirs !== base && reading.ok && !reading.diagram.warnings.some(({ code }) => OF_IDS.has(code)),
        );
        const root = rootOf(mine);
        const renumbered = withNames(mine, root, movedByOne(root, { ofOneKind, back }));
        const [plain, found] = [mergeDiagrams(base, mine, theirs), mergeDiagrams(base, renumbered, theirs)];
        fc.pre(plain.conflicts.length + found.conflicts.length === 0);
        expect(compareDiagrams(plain.text, found.text).changes).toEqual([]);
      }),
      { numRuns: 25, seed: 11 },
    );
  });

  it('every result is sound whatever is chosen, and opens without a new warning', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const [base, mine, theirs] = three(seed);
        const { text, conflicts } = mergeDiagrams(base, mine, theirs);
        const random = randomFrom(seed + 1);
        const chosen = mergeDiagrams(
          base,
          mine,
          theirs,
          conflicts.map(({ id }) => ({
            conflict: id,
            take: random() < 0.5 ? ('mine' as const) : ('theirs' as const),
          })),
        ).text;
        const faults = new Set([base, mine, theirs].flatMap((input) => [...faultsOf(input)]));
        const warned = new Set((await Promise.all([base, mine, theirs].map(warningsOf))).flat());
        for (const result of new Set([text, chosen])) {
          expect([...faultsOf(result)].filter((fault) => !faults.has(fault))).toEqual([]);
          expect((await warningsOf(result)).filter((warning) => !warned.has(warning))).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });
});
