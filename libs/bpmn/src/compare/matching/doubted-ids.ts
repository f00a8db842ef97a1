import { contentLook } from '../side/content.js';
import { kindred } from '../side/kinds.js';
import { attribute } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import type { End, Link, ComparedDiagram, Thing } from '../side/side.js';

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
  const changed = before.things.flatMap((one): [Thing, Thing][] => {
    const other = idOn(after, one);
    return other && !looksSame(before, after, one, other) ? [[one, other]] : [];
  });
  if (changed.length === 0) return doubted;
  const open = new Set(changed.flat());
  const looksOf = (side: ComparedDiagram, otherSide: ComparedDiagram) =>
    new Set(
      side.things
        .filter((thing) => open.has(thing) || !idOn(otherSide, thing))
        .map((thing) => lookOf(side, thing)),
    );
  const [looks, newLooks] = [looksOf(before, after), looksOf(after, before)];
  for (const [one, other] of changed) {
    const [look, newLook] = [lookOf(before, one), lookOf(after, other)];
    if (look === newLook) continue;
    if ((look === undefined || !newLooks.has(look)) && (newLook === undefined || !looks.has(newLook)))
      continue;
    doubted.count++;
    doubted.families.add(one.kind.family);
    if (kindred(one.kind, other.kind)) doubted.families.add(other.kind.family);
  }
  return doubted;
}

const coarse = ({ element, name }: Thing) => `${element.local} ${name}`;

/** Whether two things of one id look alike, told without a word being put together. */
function looksSame(before: ComparedDiagram, after: ComparedDiagram, one: Thing, other: Thing): boolean {
  if (one.element.local !== other.element.local || one.name !== other.name) return false;
  if (one.kind.role === 'edge')
    return (
      sameEnds(one.source, other.source) &&
      sameEnds(one.target, other.target) &&
      (one.content.length + other.content.length === 0 ||
        contentLook(before, one) === contentLook(after, other))
    );
  if (one.kind.family === 'process' && one.name === '') return firstName(one) === firstName(other);
  if (one.name !== '' || one.kind.role === 'container') return true;
  return (
    one.links.length === other.links.length &&
    one.links.every(
      (link, i) =>
        sameWay(link, other.links[i]!) ||
        (one.links.length <= FEW && other.links.some((now) => sameWay(link, now))),
    ) &&
    (one.kind.role !== 'definition' || one.content.length === other.content.length)
  );
}

/** What tells a process without a name from others, looked up quickly. */
const firstName = ({ element }: Thing) => namesIn(element)[0];
const namesIn = (element: XmlElement) =>
  element.children.flatMap((child) => (attribute(child, 'name')?.trim() || undefined) ?? []);

/** So few ways that they may stand in any order. */
const FEW = 8;

const sameWay = (link: Link, now: Link) => link.how === now.how && sameCoarse(link.other, now.other);

const sameCoarse = (one: Thing, other: Thing) =>
  one.element.local === other.element.local && one.name === other.name;

const sameEnds = (ends: readonly End[], newEnds: readonly End[]) =>
  ends.length === newEnds.length &&
  ends.every(({ thing }, i) => {
    const now = newEnds[i]!.thing;
    return thing && now ? sameCoarse(thing, now) : thing === now;
  });

/** What tells a thing from others without any id; undefined where nothing does. */
function lookOf(side: ComparedDiagram, thing: Thing): string | undefined {
  const { kind, name } = thing;
  if (kind.role === 'edge') {
    const ends = (some: readonly End[]) => some.map((end) => (end.thing ? coarse(end.thing) : '?')).join('&');
    const content = thing.content.length > 0 ? contentLook(side, thing) : '';
    return `${kind.family} ${ends(thing.source)}>${ends(thing.target)} ${name} ${content}`;
  }
  if (name !== '') return coarse(thing);
  if (kind.family === 'process') return `process ${namesIn(thing.element).sort().join('|')}`;
  const around = thing.links.map(({ how, other }) => `${how} ${coarse(other)}`).sort();
  const content = kind.role === 'container' ? '' : contentLook(side, thing);
  return around.length === 0 && content === ''
    ? undefined
    : `${coarse(thing)}|${around.join('|')}|${content}`;
}
