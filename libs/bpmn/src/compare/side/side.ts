import { nameOf } from '../../keys.js';
import { BPMN, BPMN_DI } from '../../xml/namespaces.js';
import { OUTERMOST } from '../../xml/xml-scope.js';
import { attribute, childrenNamed } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { WHOLE, kindOf } from './kinds.js';
import type { Kind } from './kinds.js';
import { insides, resolver } from './resolve.js';
import type { End, Thing } from './thing.js';
import { prose, scopeIn } from './written.js';

export type { End, Link, Thing } from './thing.js';

/** One diagram, read for comparing. */
export interface ComparedDiagram {
  root: Thing;
  things: Thing[];
  /** Things by their id; the first where it occurs twice. */
  byId: Map<string, Thing>;
  /** Category values that a group shows as its name. */
  inGroups: Set<Thing>;
  /** The thing that a reference means; one beside `from` where the id occurs twice. */
  resolve(ref: string, from?: Thing): Thing | undefined;
  /** What a reference means where that is no thing itself but belongs to one, e.g. a data input. */
  insideOf(ref: string): { owner: Thing; element: XmlElement } | undefined;
}

/** Derived from flows and lanes, or the drawing. */
const LEFT_OUT = new Set(['incoming', 'outgoing', 'flowNodeRef']);

/** Reads the `definitions` element for comparing; takes time linear in its size, and any element will do. */
export function readComparedDiagram(definitions: XmlElement): ComparedDiagram {
  const root = thingOf(definitions, WHOLE, undefined);
  const things: Thing[] = [];
  const byId = new Map<string, Thing>();
  // All things in the order of the file, each before what it contains.
  const stack = [root];
  for (let thing = stack.pop(); thing; thing = stack.pop()) {
    thing.order = things.push(thing) - 1;
    const inside = sorted(thing);
    for (let i = inside.length - 1; i >= 0; i--) stack.push(inside[i]!);
    if (thing.id === undefined || thing === root) continue;
    const first = byId.get(thing.id);
    if (first) first.unique = thing.unique = false;
    else byId.set(thing.id, thing);
  }
  const resolve = resolver(things, byId);
  const inGroups = nameGroups(things, resolve);
  for (const thing of things) if (thing.kind.role === 'edge') readEnds(thing, resolve);
  for (const thing of things) link(thing, resolve);
  setLanes(things, resolve);
  return { root, things, byId, inGroups, resolve, insideOf: insides(things) };
}

/** Shared by all that have none, since of a large diagram every list more counts. */
const NONE: readonly never[] = [];

/** The content of a thing: the things, which are given, and what belongs to it, which becomes its content. */
function sorted(thing: Thing): readonly Thing[] {
  const { children } = thing.element;
  if (children.length === 0) return NONE;
  const inside: Thing[] = [];
  const content: XmlElement[] = [];
  for (const child of children) {
    const kind = kindOf(child, thing.parent === undefined);
    if (kind) inside.push(thingOf(child, kind, thing));
    else if (child.uri === BPMN ? !LEFT_OUT.has(child.local) : child.uri !== BPMN_DI) content.push(child);
  }
  if (content.length > 0) thing.content = content;
  return inside;
}

function thingOf(element: XmlElement, kind: Kind, parent: Thing | undefined): Thing {
  const id = attribute(element, 'id')?.trim();
  const text =
    kind.family === 'textAnnotation'
      ? childrenNamed(element, BPMN, 'text')[0]?.text
      : attribute(element, kind.family === 'categoryValue' ? 'value' : 'name');
  const name = text === undefined ? '' : prose(text);
  return {
    order: 0,
    element,
    kind,
    id: id === '' ? undefined : id,
    unique: parent !== undefined && id !== undefined && id !== '',
    name,
    label: name,
    parent,
    scope: scopeIn(element, parent?.scope ?? OUTERMOST),
    content: NONE,
    source: NONE,
    target: NONE,
    links: [],
    lanes: undefined,
    look: undefined,
  };
}

/** A group is called what the category value says that it refers to. */
function nameGroups(things: Thing[], resolve: ComparedDiagram['resolve']): Set<Thing> {
  const shown = new Set<Thing>();
  for (const thing of things) {
    const value =
      thing.kind.family === 'group' ? resolve(attribute(thing.element, 'categoryValueRef') ?? '') : undefined;
    if (value?.kind.family !== 'categoryValue') continue;
    thing.name = thing.label = value.name;
    shown.add(value);
  }
  return shown;
}

function readEnds(edge: Thing, resolve: ComparedDiagram['resolve']): void {
  const { element, kind, parent } = edge;
  const end = (ref: string): End => {
    const thing = resolve(ref, edge);
    return { ref: ref.trim(), thing: thing === edge ? undefined : thing };
  };
  if (kind.family === 'dataInputAssociation' || kind.family === 'dataOutputAssociation') {
    // A data association leads from or to the activity that it stands in; which data input is meant there is
    // content.
    const own: End[] = parent ? [{ ref: parent.id ?? '', thing: parent }] : [];
    const ends = (local: string) => childrenNamed(element, BPMN, local).map((child) => end(child.text));
    const input = kind.family === 'dataInputAssociation';
    edge.source = input ? ends('sourceRef') : own;
    edge.target = input ? own : ends('targetRef');
    edge.content = edge.content.filter((child) => child.local !== (input ? 'sourceRef' : 'targetRef'));
    return;
  }
  edge.source = ends(attribute(element, 'sourceRef'));
  edge.target = ends(attribute(element, 'targetRef'));
  function ends(ref: string | undefined): End[] {
    return ref === undefined || ref.trim() === '' ? [] : [end(ref)];
  }
}

function link(thing: Thing, resolve: ComparedDiagram['resolve']): void {
  if (thing.kind.role === 'edge') {
    for (const { thing: from } of thing.source) {
      for (const { thing: to } of thing.target) if (from && to) join(from, to, thing.kind, thing);
    }
    return;
  }
  const host =
    thing.element.local === 'boundaryEvent' ? attribute(thing.element, 'attachedToRef') : undefined;
  const hostThing = host === undefined ? undefined : resolve(host, thing);
  if (hostThing && hostThing !== thing) join(hostThing, thing, ATTACHED, undefined);
}

const ATTACHED = { forth: '>attached', back: '<attached' };

function join(
  from: Thing,
  to: Thing,
  { forth, back }: { forth: string; back: string },
  edge: Thing | undefined,
): void {
  from.links.push({ how: forth, other: to, edge });
  to.links.push({ how: back, other: from, edge });
}

function setLanes(things: Thing[], resolve: ComparedDiagram['resolve']): void {
  const depths = new Map<Thing, number>();
  for (const lane of things) {
    if (lane.kind.family !== 'lane') continue;
    const outer = lane.parent?.parent;
    const depth = ((outer && depths.get(outer)) ?? 0) + 1;
    depths.set(lane, depth);
    for (const ref of childrenNamed(lane.element, BPMN, 'flowNodeRef')) {
      const member = resolve(ref.text);
      if (!member || member === lane) continue;
      const known = member.lanes;
      const knownDepth = known ? depths.get(known[0]!)! : 0;
      if (depth > knownDepth) member.lanes = [lane];
      else if (depth === knownDepth && !known!.includes(lane)) known!.push(lane);
    }
  }
}

/** The name that a change shows. */
export const shownName = (thing: Thing) =>
  thing.kind.family === 'categoryValue' || thing.kind.family === 'group' ? thing.name : nameOf(thing.element);

/** What people call a thing: its name, else its text, else its id. */
export const called = (thing: Thing) => shownName(thing) || thing.name || (thing.id ?? thing.element.local);
