import { labelAlike } from '../../compare/matching/alike-names.js';
import { doubtedIds } from '../../compare/matching/doubted-ids.js';
import { matched } from '../../compare/matching/matching.js';
import type { Pairs } from '../../compare/matching/pairs.js';
import { drawingOf } from '../../compare/side/drawing.js';
import type { ComparedDiagram, Thing } from '../../compare/side/side.js';
import { BPMN, BPMN_DI, XMLNS } from '../../xml/namespaces.js';
import { attribute, childrenNamed, elementsOf } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';

type XmlAttribute = XmlElement['attributes'][number];

/** What is known of a side's ids by matching it with the base. */
export interface KnownIds {
  /** The base's id, by the one that the side has for the same element; only where they differ. */
  onBase: Map<string, string>;
  /** The same for shapes, lines and the like. */
  drawnOnBase: Map<string, string>;
  /** Ids that the side gave to something new though the base has them for something else. */
  taken: Map<string, Thing>;
  /** Attributes and elements of the side that name an element though the standard does not say so. */
  naming: Set<XmlAttribute | XmlElement>;
}

/** Matches a side with the base, as comparing does, and tells which ids mean the same. */
export function knownIds(base: ComparedDiagram, side: ComparedDiagram): KnownIds {
  labelAlike(base, side);
  if (doubtedIds(base, side).count === 0 && (isWithin(base, side) || isWithin(side, base)))
    return { onBase: new Map(), drawnOnBase: new Map(), taken: new Map(), naming: new Set() };
  const pairs = matched(base, side);
  const onBase = new Map<string, string>();
  const note = (before: string | undefined, after: string | undefined) => {
    if (before !== undefined && after !== undefined && before !== after) onBase.set(after, before);
  };
  const taken = new Map<string, Thing>();
  const shared = new Map<string, Set<string | undefined>>();
  for (const after of side.things) {
    const before = pairs.beforeOf(after);
    if (!before) {
      if (after.unique && base.byId.has(after.id!)) taken.set(after.id!, after);
      continue;
    }
    if (before.unique && after.unique) note(before.id, after.id);
    else if (after.id !== undefined) shared.set(after.id, (shared.get(after.id) ?? new Set()).add(before.id));
    if (before.content.length > 0 && after.content.length > 0)
      for (const [one, other] of partsWithIds(before, after)) note(one, other);
  }
  // An id that several things share means the same where all of them shared one on the base.
  for (const [after, [before, ...others]] of shared) if (others.length === 0) note(before, after);
  const drawnOnBase = new Map(
    drawnIds(pairs).flatMap(([one, other]) => (one === other ? [] : [[other, one]])),
  );
  return { onBase, drawnOnBase, taken, naming: namingValues(pairs, onBase) };
}

/** Whether every thing of one has its id on the other, on something of its kind; then none got another id. */
const isWithin = (one: ComparedDiagram, other: ComparedDiagram) =>
  one.things.every(
    ({ id, unique, kind, parent }) =>
      !parent || id === undefined || (unique && other.byId.get(id)?.kind.family === kind.family),
  );

type Ids = [before: string, after: string];

/**
 * Ids inside two things that are the same, such as those of data inputs: by place, name and text, in order.
 */
function partsWithIds(before: Thing, after: Thing): Ids[] {
  const listsOf = (thing: Thing) => {
    const lists = new Map<string, string[]>();
    for (const top of thing.content) {
      for (const element of elementsOf(top)) {
        const id = element.uri === BPMN ? attribute(element, 'id')?.trim() : undefined;
        if (!id) continue;
        const key = `${top.local} ${element.local} ${attribute(element, 'name') ?? ''} ${element.text.trim()}`;
        lists.set(key, [...(lists.get(key) ?? []), id]);
      }
    }
    return lists;
  };
  const there = listsOf(after);
  return [...listsOf(before)].flatMap(([key, ids]) => {
    const now = there.get(key) ?? [];
    return ids.length === now.length ? ids.map((id, i): Ids => [id, now[i]!]) : [];
  });
}

/** Ids of shapes and lines of the same thing, and of diagrams and planes, where either file has one. */
function drawnIds(pairs: Pairs): Ids[] {
  const found: Ids[] = [];
  const note = (before: readonly XmlElement[], after: readonly XmlElement[]) => {
    const [one, other] = [before[0], after[0]];
    if (!one || !other || before.length > 1 || after.length > 1) return;
    const [id, now] = [attribute(one, 'id')?.trim(), attribute(other, 'id')?.trim()];
    if (id && now && id !== now) found.push([id, now]);
  };
  const [drawing, newDrawing] = [drawingOf(pairs.before), drawingOf(pairs.after)];
  for (const after of pairs.after.things) {
    const before = pairs.beforeOf(after);
    const [then, now] = [before && drawing[before.order], newDrawing[after.order]];
    if (then && now)
      note(
        then.map(({ element }) => element),
        now.map(({ element }) => element),
      );
  }
  const [diagrams, newDiagrams] = [diagramsOf(pairs.before), diagramsOf(pairs.after)];
  note(diagrams, newDiagrams);
  note(diagrams.flatMap(planesOf), newDiagrams.flatMap(planesOf));
  return found;
}

const diagramsOf = (side: ComparedDiagram) => childrenNamed(side.root.element, BPMN_DI, 'BPMNDiagram');
const planesOf = (diagram: XmlElement) => childrenNamed(diagram, BPMN_DI, 'BPMNPlane');

/**
 * Attributes and elements of the side whose value names an element too, though the standard does not say so:
 * where the base has the same value in its own words.
 */
function namingValues(pairs: Pairs, onBase: ReadonlyMap<string, string>): Set<XmlAttribute | XmlElement> {
  const naming = new Set<XmlAttribute | XmlElement>();
  if (onBase.size === 0) return naming;
  for (const after of pairs.after.things) {
    const before = pairs.beforeOf(after);
    if (!before) continue;
    const [values, now] = [valuesIn(before), valuesIn(after)];
    if (values.length !== now.length || values.some(({ key }, i) => key !== now[i]!.key)) continue;
    now.forEach(({ value, holder }, i) => {
      if (value !== values[i]!.value && onBase.get(value) === values[i]!.value) naming.add(holder);
    });
  }
  return naming;
}

interface Value {
  key: string;
  value: string;
  holder: XmlAttribute | XmlElement;
}

/** Values of other namespaces in a thing, of links between events, and of what it calls. */
function valuesIn({ element, content }: Thing): Value[] {
  const found: Value[] = [];
  const attributes = (from: XmlElement, all: boolean) => {
    for (const holder of from.attributes)
      if (holder.uri !== XMLNS && (all || holder.uri !== '' || holder.local === 'calledElement'))
        found.push({ key: `@${holder.local}`, value: holder.value.trim(), holder });
  };
  attributes(element, false);
  for (const top of content) {
    for (const inner of elementsOf(top)) {
      attributes(inner, inner.uri !== BPMN);
      const isLink = inner.local === 'source' || inner.local === 'target';
      if (inner.children.length === 0 && (inner.uri !== BPMN || isLink))
        found.push({ key: inner.local, value: inner.text.trim(), holder: inner });
    }
  }
  return found;
}
