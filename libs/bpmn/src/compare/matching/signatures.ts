import type { Thing } from '../side/side.js';
import type { Pairs } from './pairs.js';

/** A number for a thing and its neighbourhood: equal for things that look the same so far. */
export type Labels = Map<Thing, number>;

/** What two things that are already known to be the same are called on both sides. */
const known = (pairs: Pairs, thing: Thing, isBefore: boolean): Thing | undefined =>
  isBefore ? thing : pairs.beforeOf(thing);
const isKnown = (pairs: Pairs, thing: Thing, isBefore: boolean) =>
  (isBefore ? pairs.afterOf(thing) : pairs.beforeOf(thing)) !== undefined;

/** A name for a thing as its neighbours see it: itself where it is known, else what it looks like. */
function seen(pairs: Pairs, thing: Thing, isBefore: boolean, look: (thing: Thing) => string): string {
  return isKnown(pairs, thing, isBefore) ? `#${known(pairs, thing, isBefore)!.order}` : look(thing);
}

/**
 * Refines what things look like by what surrounds them, round by round (after Weisfeiler and Lehman): two
 * things have the same number after n rounds where everything within n ways of them looks the same. Gives the
 * numbers of every round, the first being the look alone. Each round takes time linear in things and ways,
 * but for sorting a thing's own ways.
 */
export function labelRounds(
  pairs: Pairs,
  before: Thing[],
  after: Thing[],
  look: (thing: Thing, isBefore: boolean) => string,
  way: (how: string, edge: Thing | undefined, isBefore: boolean) => string,
  rounds: number,
): Labels[] {
  const numbers = new Map<string, number>();
  const number = (text: string) => {
    let known = numbers.get(text);
    if (known === undefined) numbers.set(text, (known = numbers.size));
    return known;
  };
  const sides = [
    { things: before, isBefore: true },
    { things: after, isBefore: false },
  ];
  const fixed = new Map<Thing, number>();
  const first: Labels = new Map();
  for (const { things, isBefore } of sides)
    for (const thing of things) first.set(thing, number(`=${look(thing, isBefore)}`));
  const result = [first];
  for (let round = 0; round < rounds; round++) {
    const last = result[round]!;
    const next: Labels = new Map();
    for (const { things, isBefore } of sides) {
      for (const thing of things) {
        const labelOf = (other: Thing) => {
          let label = last.get(other) ?? fixed.get(other);
          if (label === undefined)
            fixed.set(
              other,
              (label = number(`=${seen(pairs, other, isBefore, (one) => look(one, isBefore))}`)),
            );
          return label;
        };
        const around = thing.links.map(
          ({ how, other, edge }) => `${way(how, edge, isBefore)} ${labelOf(other)}`,
        );
        if (thing.parent) around.push(`in ${labelOf(thing.parent)}`);
        next.set(thing, number(`${last.get(thing)!}|${around.sort().join('|')}`));
      }
    }
    result.push(next);
  }
  return result;
}
