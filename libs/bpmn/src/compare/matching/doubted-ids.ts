import { kindred } from '../side/kinds.js';
import type { ComparedDiagram, End, Link, Thing } from '../side/side.js';
import { Looks, firstName } from './looks.js';

/** Ids that seem to have changed hands: how many, and of which families of things. */
interface DoubtedIds {
  count: number;
  families: Set<string>;
}

/**
 * Finds ids that another thing seems to have now: what had the id, or has it now, stands on the other side
 * under an id of its own. Tools that renumber do so.
 */
export function doubtedIds(before: ComparedDiagram, after: ComparedDiagram): DoubtedIds {
  const doubted: DoubtedIds = { count: 0, families: new Set() };
  const idOn = (side: ComparedDiagram, { unique, id }: Thing) => {
    const thing = unique ? side.byId.get(id!) : undefined;
    return thing?.unique ? thing : undefined;
  };
  const [looks, newLooks] = [new Looks(before), new Looks(after)];
  const changed = before.things.flatMap((one): [Thing, Thing][] => {
    const other = idOn(after, one);
    return other && !looksSame(looks, newLooks, one, other) ? [[one, other]] : [];
  });
  if (changed.length === 0) return doubted;
  const open = new Set(changed.flat());
  const isNamed = (thing: Thing) => looks.named(thing) && newLooks.named(thing);
  const allOf = (side: ComparedDiagram, otherSide: ComparedDiagram, words: Looks) =>
    new Set(
      side.things
        .filter((thing) => open.has(thing) || !idOn(otherSide, thing))
        .map((thing) => words.of(thing, isNamed(thing))),
    );
  const [all, allNew] = [allOf(before, after, looks), allOf(after, before, newLooks)];
  for (const [one, other] of changed) {
    const [look, newLook] = [looks.of(one, isNamed(one)), newLooks.of(other, isNamed(other))];
    if (look === newLook) continue;
    const found = (look !== undefined && allNew.has(look)) || (newLook !== undefined && all.has(newLook));
    // Hardly anybody makes a step of a gateway; a tool that numbers gives the one the id of the other.
    const replaced = one.kind.family !== other.kind.family && kindred(one.kind, other.kind);
    if (!found && !replaced) continue;
    doubted.count++;
    doubted.families.add(one.kind.family);
    if (kindred(one.kind, other.kind)) doubted.families.add(other.kind.family);
  }
  return doubted;
}

/** Whether two things of one id look alike, told where that is enough without a word being put together. */
function looksSame(looks: Looks, newLooks: Looks, one: Thing, other: Thing): boolean {
  const { role, family } = one.kind;
  if (!sameCoarse(one, other)) return false;
  if (role === 'edge')
    return (
      sameEnds(one.source, other.source) &&
      sameEnds(one.target, other.target) &&
      (one.content.length + other.content.length === 0 || looks.content(one) === newLooks.content(other))
    );
  if (family === 'process' && one.label === '') return firstName(one) === firstName(other);
  if (looks.named(one) && newLooks.named(other)) return true;
  if (role === 'container') return family !== 'lane' || looks.around(one) === newLooks.around(other);
  return (
    (role === 'definition' ? looks.around(one) === newLooks.around(other) : sameWays(one, other)) &&
    looks.content(one) === newLooks.content(other)
  );
}

/** So few ways that they may stand in any order. */
const FEW = 8;

const sameWays = (one: Thing, other: Thing) =>
  one.links.length === other.links.length &&
  one.links.every(
    (link, i) =>
      sameWay(link, other.links[i]!) ||
      (one.links.length <= FEW && other.links.some((now) => sameWay(link, now))),
  );

const sameWay = (link: Link, now: Link) => link.how === now.how && sameCoarse(link.other, now.other);

const sameCoarse = (one: Thing, other: Thing) =>
  one.element.local === other.element.local && one.label === other.label;

const sameEnds = (ends: readonly End[], newEnds: readonly End[]) =>
  ends.length === newEnds.length &&
  ends.every(({ thing }, i) => {
    const now = newEnds[i]!.thing;
    return thing && now ? sameCoarse(thing, now) : thing === now;
  });
