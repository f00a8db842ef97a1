import { contentLook } from '../side/content.js';
import type { ComparedDiagram, End, Thing } from '../side/side.js';
import { referencesOf } from './match-definitions.js';
import type { Pairs } from './pairs.js';

/**
 * What it says against a pair that one has a name which another element has on the other side. People rename
 * a step to something new, and rarely to what another step was called: more likely the id moved. No number of
 * steps and flows around it that came or went outweighs that.
 */
const NAME_OF_ANOTHER = 100;

/**
 * How much would have changed if these pairs are right: things that one side lacks, and of those that both
 * have names, kinds, contents, places, references and ends.
 */
export function costOf(pairs: Pairs): number {
  const { before, after } = pairs;
  let cost = before.things.length + after.things.length - 2 * pairs.size;
  const [names, newNames] = [ownNames(before), ownNames(after)];
  for (const one of before.things) {
    const now = pairs.afterOf(one);
    if (!now) continue;
    if (one.label !== now.label) {
      cost++;
      const [taken, left] = [ofAnother(names, newNames, now), ofAnother(newNames, names, one)];
      // Two names are rather exchanged by hand.
      const exchanged = taken && left && pairs.afterOf(taken) === left;
      if (!exchanged) cost += NAME_OF_ANOTHER * [taken, left].filter(Boolean).length;
    }
    if (one.element.local !== now.element.local) cost++;
    if (one.kind.role === 'edge') {
      const ends =
        Number(sameEnds(pairs, one.source, now.source)) + Number(sameEnds(pairs, one.target, now.target));
      // One that leads from and to something else says no more than one that went and one that came.
      cost += [3, 1, 0][ends]!;
    } else {
      if (!pairs.same(one.parent, now.parent)) cost++;
      if (!sameReferences(pairs, one, now)) cost++;
    }
    if (!sameLanes(pairs, one.lanes ?? NONE, now.lanes ?? NONE)) cost++;
    if (one.kind.role !== 'container' && contentLook(before, one) !== contentLook(after, now)) cost++;
  }
  return cost;
}

const NONE: readonly Thing[] = [];

/** Steps, events, gateways, data, annotations and pools by a name that no other of their family has. */
function ownNames({ things }: ComparedDiagram): Map<string, Thing | undefined> {
  const names = new Map<string, Thing | undefined>();
  for (const thing of things) {
    const name = nameInFamily(thing);
    if (name !== undefined) names.set(name, names.has(name) ? undefined : thing);
  }
  return names;
}

/** Who has the name of a thing on the other side, where each side has it once. */
function ofAnother(
  others: ReturnType<typeof ownNames>,
  own: ReturnType<typeof ownNames>,
  thing: Thing,
): Thing | undefined {
  const name = nameInFamily(thing);
  return name !== undefined && own.get(name) ? others.get(name) : undefined;
}

const nameInFamily = ({ kind, label }: Thing) =>
  kind.role === 'node' && label !== '' ? `${kind.family} ${label}` : undefined;

const sameEnds = (pairs: Pairs, ends: readonly End[], newEnds: readonly End[]) =>
  ends.length === newEnds.length &&
  ends.every(({ thing }) =>
    thing ? newEnds.some((end) => end.thing !== undefined && pairs.afterOf(thing) === end.thing) : true,
  );

const sameLanes = (pairs: Pairs, lanes: readonly Thing[], now: readonly Thing[]) =>
  lanes.length === now.length && lanes.every((lane) => now.includes(pairs.afterOf(lane)!));

/** Whether two things refer to the same, as far as that is among the pairs. */
function sameReferences(pairs: Pairs, one: Thing, now: Thing): boolean {
  const references = [...referencesOf(pairs.before, one)];
  if (references.length === 0) return true;
  const newReferences = [...referencesOf(pairs.after, now)];
  return references.every(
    ({ where, to }) =>
      !pairs.afterOf(to) ||
      newReferences.some((each) => each.where === where && each.to === pairs.afterOf(to)),
  );
}
