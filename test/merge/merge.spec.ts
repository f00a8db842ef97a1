import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compareDiagrams, mergeDiagrams } from '#bpmn';
import type { Choice, Conflict } from '#bpmn';
import { faultsOf } from './soundness.js';
import { warningsOf } from './warnings.js';

/**
 * What a merged text must show: changes against the base as `kind element`, pieces of text it holds or lacks.
 */
interface Shown {
  changes?: string[];
  has?: string[];
  lacks?: string[];
}

interface Expected extends Shown {
  about: string;
  conflicts: Omit<Conflict, 'id' | 'elementName' | 'elementType'>[];
  /**
   * What it shows with the sides turned round, where that is another text: each keeps the ids of the process.
   */
  swapped?: Shown;
  /** By whom every conflict is decided for. */
  choices?: Partial<Record<Choice, Shown>>;
}

const folder = 'test/merge/';
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const read = (file: string) => readFileSync(`${folder}${name}/${file}`, 'utf8');
    return {
      name,
      base: read('base.bpmn'),
      mine: read('mine.bpmn'),
      theirs: read('theirs.bpmn'),
      expected: JSON.parse(read('expected.json')) as Expected,
    };
  });

const SIDES = ['mine', 'theirs'] as const;
const IN_ORDER = ['mineFirst', 'theirsFirst'] as const;

describe('Bringing two diagrams together', () => {
  it.each(cases)('$name: $expected.about', async ({ base, mine, theirs, expected }) => {
    const merging = mergeDiagrams(base, mine, theirs);
    expect(
      merging.conflicts.map(({ id: _id, elementName: _name, elementType: _type, ...said }) => said),
    ).toEqual(expected.conflicts);
    shows(base, merging.text, expected);
    const inputs = [base, mine, theirs];
    await isSound(inputs, merging.text);

    const swapped = mergeDiagrams(base, theirs, mine);
    if (expected.swapped) shows(base, swapped.text, expected.swapped);
    else expect(swapped.text).toBe(merging.text);
    expect(swapped.conflicts.map(turnedRound)).toEqual(merging.conflicts);

    const inOrder = merging.conflicts.length > 0 && merging.conflicts.every((each) => each.oneAfterOther);
    for (const take of [...SIDES, ...(inOrder ? IN_ORDER : [])]) {
      const choices = merging.conflicts.map(({ id }) => ({ conflict: id, take }));
      const chosen = mergeDiagrams(base, mine, theirs, choices);
      expect([chosen.conflicts, chosen.outdated]).toEqual([[], []]);
      shows(base, chosen.text, expected.choices?.[take] ?? {});
      await isSound(inputs, chosen.text);
    }
  });
});

it('A choice of one after the other where that cannot be is outdated, and the conflict stays', () => {
  const { base, mine, theirs } = cases.find(({ name }) => name === 'both-renamed')!;
  const [conflict] = mergeDiagrams(base, mine, theirs).conflicts;
  const choice = { conflict: conflict!.id, take: 'mineFirst' as const };
  expect(mergeDiagrams(base, mine, theirs, [choice])).toMatchObject({
    conflicts: [{ id: conflict!.id }],
    outdated: [choice],
  });
});

/** A conflict as the other side sees it. */
function turnedRound({ cutOff, ...conflict }: Conflict): Conflict {
  const { mine, theirs } = cutOff ?? {};
  return {
    ...conflict,
    mine: conflict.theirs,
    theirs: conflict.mine,
    ...(cutOff && { cutOff: { ...(theirs && { mine: theirs }), ...(mine && { theirs: mine }) } }),
  };
}

function shows(base: string, merged: string, { changes, has = [], lacks = [] }: Shown): void {
  if (changes)
    expect(
      compareDiagrams(base, merged)
        .changes.map(({ kind, elementId }) => `${kind} ${elementId}`)
        .sort(),
    ).toEqual([...changes].sort());
  for (const piece of has) expect(merged).toContain(piece);
  for (const piece of lacks) expect(merged).not.toContain(piece);
}

/** Nothing is unsound and the editor warns of nothing that was not so in one of the three. */
async function isSound(inputs: string[], merged: string): Promise<void> {
  const known = new Set(inputs.flatMap((text) => [...faultsOf(text)]));
  expect([...faultsOf(merged)].filter((fault) => !known.has(fault))).toEqual([]);
  const warned = new Set((await Promise.all(inputs.map(warningsOf))).flat());
  expect((await warningsOf(merged)).filter((warning) => !warned.has(warning))).toEqual([]);
}
