import { BPMN } from '../xml/namespaces.js';
import { attribute, parseXml } from '../xml/xml-tree.js';
import type { XmlElement } from '../xml/xml-tree.js';
import { ChangeList } from './changes/change-list.js';
import { layoutChanges } from './changes/layout.js';
import { ownChanges } from './changes/own-changes.js';
import { placeChanges, poolsOf, routeChanges } from './changes/place-changes.js';
import { canStandUnread } from './matching/unchanged.js';
import type { DiagramComparison } from './changes/comparison.js';
import { referencesOf } from './matching/match-definitions.js';
import { matched } from './matching/matching.js';
import type { Pairs } from './matching/pairs.js';
import type { Reading } from './side/content.js';
import { drawingOf, isExpanded } from './side/drawing.js';
import { doubtfulIn, idOf, movedIn } from './moved-ids.js';
import type { MovedId } from './moved-ids.js';
import { readComparedDiagram } from './side/side.js';
import type { ComparedDiagram, Thing } from './side/side.js';
import { expanded } from './side/written.js';

/**
 * What differs between two BPMN texts; `before` and `after` are the sides, whichever is the newer. Never
 * throws: a text that is no BPMN file (see `readDiagramText`, which says why) counts as an empty one, so
 * callers who want to know ask first.
 */
export function compareDiagrams(before: string, after: string): DiagramComparison {
  if (before === after) return { changes: [], renamedIds: [], layout: { moved: [] } };
  return compareRoots(rootOf(before), rootOf(after));
}

const EMPTY: XmlElement = {
  prefix: '',
  local: 'definitions',
  uri: BPMN,
  attributes: [],
  children: [],
  text: '',
  start: 0,
  startTagEnd: 0,
  endTagStart: 0,
  end: 0,
  selfClosing: true,
};

function rootOf(text: string): XmlElement {
  const parsed = parseXml(text, (element, depth) =>
    depth > 0 || (element.uri === BPMN && element.local === 'definitions')
      ? undefined
      : { code: 'notBpmn', params: {} },
  );
  return parsed.ok ? parsed.root : EMPTY;
}

/** The same for what is read already: the `definitions` of two diagrams. Neither is changed. */
export const compareRoots = (before: XmlElement, after: XmlElement): DiagramComparison =>
  comparisonOf(matched(readComparedDiagram(before), readComparedDiagram(after)));

/** What differs between two diagrams, and which ids moved, both by one matching. */
export interface ComparisonWithIds extends DiagramComparison {
  /** Without the names that go with each id: those of many flows would repeat the names of few steps. */
  movedIds: Pick<MovedId, 'id' | 'wentTo'>[];
}

/** What `compareDiagrams` and `movedIds` tell. */
export const compareWithIds = (before: string, after: string): ComparisonWithIds =>
  before === after
    ? { ...compareDiagrams(before, after), movedIds: [] }
    : compareRootsWithIds(rootOf(before), rootOf(after));

/** What `compareRoots` and `movedIds` tell. */
export function compareRootsWithIds(before: XmlElement, after: XmlElement): ComparisonWithIds {
  const pairs = matched(readComparedDiagram(before), readComparedDiagram(after));
  const movedIds = movedIn(pairs).map(({ id, wentTo }) => ({ id, ...(wentTo !== undefined && { wentTo }) }));
  return { ...comparisonOf(pairs), movedIds };
}

/**
 * Of the ids asked for: which stand once in each of two BPMN texts, and which of those of `before` moved, or
 * may have. Takes any text, as `compareDiagrams` does.
 * @param placeCounts whether a step with a new name is believed where its neighbours are the same
 */
export function idsBetween(
  before: string,
  after: string,
  asked: readonly string[],
  placeCounts: boolean,
): { had: string[]; has: string[]; moved: MovedId[] } {
  const pairs = matched(readComparedDiagram(rootOf(before)), readComparedDiagram(rootOf(after)));
  const wanted = new Set(asked);
  const wantedOf = ({ things }: ComparedDiagram) =>
    things.flatMap((thing) => (thing.unique && wanted.has(idOf(thing)) ? [idOf(thing)] : []));
  return {
    had: wantedOf(pairs.before),
    has: wantedOf(pairs.after),
    moved: [...movedIn(pairs), ...doubtfulIn(pairs, placeCounts)].filter(({ id }) => wanted.has(id)),
  };
}

/**
 * Which id each element of one BPMN text has in another, by its id in the first; undefined where it is gone
 * there, or may be another. Leaves out what has no id of its own. Takes any text, as `compareDiagrams` does.
 */
export function idsLater(before: string, after: string): ReadonlyMap<string, string | undefined> {
  const pairs = matched(readComparedDiagram(rootOf(before)), readComparedDiagram(rootOf(after)));
  const later = new Map<string, string | undefined>();
  for (const thing of pairs.before.things) {
    const now = thing.unique ? pairs.afterOf(thing) : undefined;
    if (thing.unique) later.set(idOf(thing), now?.unique ? idOf(now) : undefined);
  }
  for (const { id, wentTo } of doubtfulIn(pairs, true)) later.set(id, wentTo);
  return later;
}

function comparisonOf(pairs: Pairs): DiagramComparison {
  const list = new ChangeList(pairs, readings(pairs));
  const pools = { before: poolsOf(pairs.before), after: poolsOf(pairs.after) };
  const drawings = { before: drawingOf(pairs.before), after: drawingOf(pairs.after) };
  const unread = canStandUnread(pairs);
  const renamedIds: DiagramComparison['renamedIds'] = [];
  const added: Thing[] = [];
  for (const after of pairs.after.things) {
    const before = pairs.beforeOf(after);
    if (!before) {
      added.push(after);
      continue;
    }
    if (after.parent && before.id !== undefined && after.id !== undefined && before.id !== after.id)
      renamedIds.push({ before: before.id, after: after.id });
    if (!unread(before, after)) ownChanges(list, before, after);
    routeChanges(list, before, after);
    placeChanges(list, pools, before, after);
    const [open, newOpen] = [isExpanded(drawings.before, before), isExpanded(drawings.after, after)];
    if (open !== undefined && newOpen !== undefined && open !== newOpen)
      list.add('attribute', before, after, {
        property: 'isExpanded',
        before: String(open),
        after: String(newOpen),
      });
  }
  addedAndRemoved(
    list,
    pairs.openBefore(() => true),
    added,
  );
  const { items, left } = list.told;
  return {
    changes: items,
    ...(left > 0 && { left }),
    renamedIds,
    layout: layoutChanges(pairs, drawings.before, drawings.after),
  };
}

/** Notes what only one side has. Leaves out mere containers, and what is reported with its reference. */
function addedAndRemoved(list: ChangeList, removed: Thing[], added: Thing[]): void {
  const silent = (thing: Thing) =>
    thing.kind.role === 'container' && ['collaboration', 'laneSet'].includes(thing.kind.family);
  for (const [kind, things, side] of [
    ['added', added, list.pairs.after],
    ['removed', removed, list.pairs.before],
  ] as const) {
    const told = toldElsewhere(list, side, things);
    for (const thing of things) {
      if (silent(thing) || told.has(thing)) continue;
      const text = thing.kind.family === 'textAnnotation' && thing.name !== '' ? thing.name : undefined;
      if (kind === 'added') list.add(kind, undefined, thing, text === undefined ? {} : { after: text });
      else list.add(kind, thing, undefined, text === undefined ? {} : { before: text });
    }
  }
}

/**
 * Messages, data objects, processes of a pool and the like that something else tells of: it is new or gone
 * itself, or refers to another one now.
 */
function toldElsewhere(list: ChangeList, side: ComparedDiagram, things: Thing[]): Set<Thing> {
  const told = new Set<Thing>();
  const candidates = new Set(
    things.filter(({ kind }) => kind.role === 'definition' || kind.family === 'process'),
  );
  if (candidates.size === 0) return told;
  const news = new Set(things);
  for (const thing of side.things) {
    if (!news.has(thing) && !list.changed.has(thing)) continue;
    for (const { to } of referencesOf(side, thing)) if (candidates.has(to)) told.add(to);
  }
  for (const thing of told)
    if (thing.parent?.kind.family === 'category' && candidates.has(thing.parent)) told.add(thing.parent);
  return told;
}

/** How values of either side are read, now that it is known which thing is which. */
function readings(pairs: Pairs): ChangeList['readings'] {
  const reading = (
    side: ComparedDiagram,
    isBefore: boolean,
    foreign: (value: string) => string,
  ): Reading => ({
    side,
    foreign,
    reference: (ref, from) => {
      const thing = side.resolve(ref, from);
      const order = thing && (isBefore ? pairs.afterOf(thing) && thing.order : pairs.beforeOf(thing)?.order);
      if (order !== undefined) return `#${order}`;
      const inside = thing ? undefined : side.insideOf(ref);
      const owner =
        inside && (isBefore ? pairs.afterOf(inside.owner) && inside.owner : pairs.beforeOf(inside.owner));
      return inside && owner
        ? `~${owner.order} ${inside.element.local} ${attribute(inside.element, 'name')?.trim() ?? ''}`
        : `?${expanded(ref, from.scope)}`;
    },
  });
  const now = (id: string) => {
    const thing = pairs.before.byId.get(id);
    return (thing?.unique && pairs.afterOf(thing)?.id) || id;
  };
  const asItStands = (value: string) => value;
  return {
    before: reading(pairs.before, true, (value) =>
      value.length > 0 && value.length < 2_000 ? value.split(/(\s+)/).map(now).join('') : value,
    ),
    after: reading(pairs.after, false, asItStands),
    beforeLiteral: reading(pairs.before, true, asItStands),
    afterLiteral: reading(pairs.after, false, asItStands),
    beforeWritten: { ...reading(pairs.before, true, asItStands), asWritten: true },
    afterWritten: { ...reading(pairs.after, false, asItStands), asWritten: true },
  };
}
