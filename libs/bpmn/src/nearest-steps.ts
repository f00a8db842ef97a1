import type { FlowNode } from './flow-nodes.js';
import { MAX_NEAREST } from './limits.js';
import { BPMN } from './xml/namespaces.js';
import { attribute, childrenNamed } from './xml/xml-tree.js';
import type { XmlElement } from './xml/xml-tree.js';

/** The steps before all flows together are too many to be kept. */
export class TooTangled extends Error {}

export interface Inward {
  flow: XmlElement;
  kind: 'sequence' | 'message';
  into: FlowNode;
  nearest: FlowNode[];
}

/** A place in the graph that leads backwards: a node; of an expanded sub-process its way in or its way out. */
interface Place {
  /** The step that ends the search here. */
  step?: FlowNode;
  before: Place[];
  /** Set once known: the nearest steps, shared between places that have the same. */
  nearest?: ReadonlySet<FlowNode>;
}

/** Every flow into a step with the nearest steps before it; found once per place, so time grows with nodes, flows and the answer's size. */
export function nearestSteps(definitions: XmlElement, nodes: FlowNode[]): { inward: Inward[]; messages: Inward[] } {
  const graph = placesOf(nodes);
  const sorted = new Map<ReadonlySet<FlowNode>, FlowNode[]>();
  const position = new Map(nodes.map((node, i) => [node, i]));
  const budget = { left: MAX_NEAREST };
  const inward: Inward[] = [];
  for (const { flow, source, target } of graph.flows) {
    if (!target?.step) continue;
    const found = source ? resolve(graph.out(source), budget) : new Set<FlowNode>();
    let nearest = sorted.get(found);
    if (!nearest) sorted.set(found, (nearest = [...found].sort((a, b) => position.get(a)! - position.get(b)!)));
    if ((budget.left -= nearest.length) < 0) throw new TooTangled();
    inward.push({ flow, kind: 'sequence', into: target, nearest });
  }
  const messages: Inward[] = [];
  for (const collaboration of childrenNamed(definitions, BPMN, 'collaboration')) {
    for (const flow of childrenNamed(collaboration, BPMN, 'messageFlow')) {
      const source = graph.named(attribute(flow, 'sourceRef'));
      const target = graph.named(attribute(flow, 'targetRef'));
      if (source?.step && target?.step) messages.push({ flow, kind: 'message', into: target, nearest: [source] });
    }
  }
  return { inward, messages };
}

function placesOf(nodes: FlowNode[]) {
  const named = finder(nodes);
  const out = new Map<FlowNode, Place>();
  const into = new Map<FlowNode, Place>();
  for (const node of nodes) {
    const place: Place = { ...(node.step && { step: node }), before: [] };
    out.set(node, place);
    into.set(node, node.expanded ? { before: [] } : place);
  }
  const flows: { flow: XmlElement; source?: FlowNode; target?: FlowNode }[] = [];
  const hasIncoming = new Set<FlowNode>();
  const hasOutgoing = new Set<FlowNode>();
  for (const container of new Set(nodes.flatMap((node) => (node.expanded ? [node.container, node.element] : [node.container])))) {
    for (const flow of childrenNamed(container, BPMN, 'sequenceFlow')) {
      const source = named(attribute(flow, 'sourceRef'), container);
      const target = named(attribute(flow, 'targetRef'), container);
      flows.push({ flow, ...(source && { source }), ...(target && { target }) });
      if (source) hasOutgoing.add(source);
      if (target) hasIncoming.add(target);
      if (source && target) into.get(target)!.before.push(out.get(source)!);
    }
  }
  const linked = linkPlaces(nodes, out);
  const inhabited = new Set(nodes.map((node) => node.around));
  for (const node of nodes) {
    const place = into.get(node)!;
    const host = node.element.local === 'boundaryEvent' ? named(attribute(node.element, 'attachedToRef'), node.container) : undefined;
    if (host) place.before.push(out.get(host)!);
    if (node.element.local === 'intermediateCatchEvent') place.before.push(...linked(node));
    if (node.expanded && !inhabited.has(node)) out.get(node)!.before.push(place);
    if (!node.around || attribute(node.element, 'isForCompensation') === 'true') continue;
    const isLink = childrenNamed(node.element, BPMN, 'linkEventDefinition').length > 0;
    const starts = node.element.local !== 'boundaryEvent' && !(isLink && node.element.local === 'intermediateCatchEvent');
    if (starts && !hasIncoming.has(node)) place.before.push(into.get(node.around)!);
    if (!hasOutgoing.has(node) && !(isLink && node.element.local === 'intermediateThrowEvent')) out.get(node.around)!.before.push(out.get(node)!);
  }
  return { flows, named, out: (node: FlowNode) => out.get(node)! };
}

/** A node by its id. Where an id occurs twice, the node beside the one that refers to it is meant. */
function finder(nodes: FlowNode[]): (ref: string | undefined, beside?: XmlElement) => FlowNode | undefined {
  const anywhere = new Map<string, FlowNode>();
  const inside = new Map<XmlElement, Map<string, FlowNode>>();
  for (const node of nodes) {
    if (node.id === undefined) continue;
    if (!anywhere.has(node.id)) anywhere.set(node.id, node);
    const neighbours = inside.get(node.container) ?? new Map<string, FlowNode>();
    inside.set(node.container, neighbours);
    if (!neighbours.has(node.id)) neighbours.set(node.id, node);
  }
  return (ref, beside) => {
    const id = ref?.trim();
    if (id === undefined) return undefined;
    return (beside && inside.get(beside)?.get(id)) ?? anywhere.get(id) ?? anywhere.get(id.replace(/^[^:]*:/, ''));
  };
}

/**
 * Link events belong together by name within one process or sub-process (BPMN 2.0, 10.5.4); the event's own name stands in for a missing one.
 * Gives the places before a catching one: one per name, shared, so that many throwing and many catching ones stay cheap.
 */
function linkPlaces(nodes: FlowNode[], out: Map<FlowNode, Place>): (node: FlowNode) => Place[] {
  const places = new Map<XmlElement, Map<string, Place>>();
  const linkNames = (node: FlowNode) => childrenNamed(node.element, BPMN, 'linkEventDefinition')
    .map((link) => (attribute(link, 'name')?.trim() || attribute(node.element, 'name')?.trim()) ?? '')
    .filter((name) => name !== '');
  for (const node of nodes) {
    if (node.element.local !== 'intermediateThrowEvent') continue;
    for (const name of linkNames(node)) {
      const inContainer = places.get(node.container) ?? new Map<string, Place>();
      places.set(node.container, inContainer);
      const place = inContainer.get(name) ?? { before: [] };
      inContainer.set(name, place);
      place.before.push(out.get(node)!);
    }
  }
  return (node) => linkNames(node).flatMap((name) => places.get(node.container)?.get(name) ?? []);
}

const EMPTY: ReadonlySet<FlowNode> = new Set();

/**
 * The nearest steps at a place. Places that lead to each other in a ring share one answer, so rings are found first (Tarjan's strongly
 * connected components, with a stack of its own instead of recursion).
 */
function resolve(start: Place, budget: { left: number }): ReadonlySet<FlowNode> {
  if (start.nearest) return start.nearest;
  const index = new Map<Place, number>();
  const low = new Map<Place, number>();
  const ring: Place[] = [];
  const calls = [{ place: start, next: 0 }];
  index.set(start, 0);
  low.set(start, 0);
  ring.push(start);
  for (let top = calls.at(-1); top; top = calls.at(-1)) {
    const { place } = top;
    const before = place.step ? undefined : place.before[top.next++];
    if (before) {
      if (before.nearest) continue;
      if (!index.has(before)) {
        index.set(before, index.size);
        low.set(before, index.get(before)!);
        ring.push(before);
        calls.push({ place: before, next: 0 });
      } else low.set(place, Math.min(low.get(place)!, index.get(before)!));
      continue;
    }
    calls.pop();
    const caller = calls.at(-1)?.place;
    if (caller) low.set(caller, Math.min(low.get(caller)!, low.get(place)!));
    if (low.get(place) !== index.get(place)) continue;
    const members = ring.splice(ring.lastIndexOf(place));
    const nearest = union(members, budget);
    for (const member of members) member.nearest = nearest;
  }
  return start.nearest ?? EMPTY;
}

function union(members: Place[], budget: { left: number }): ReadonlySet<FlowNode> {
  const steps = members.flatMap((member) => member.step ?? []);
  const sets = new Set(members.flatMap((member) => (member.step ? [] : member.before.flatMap((before) => before.nearest ?? []))));
  sets.delete(EMPTY);
  if (sets.size === 0) return steps.length === 0 ? EMPTY : new Set(steps);
  if (sets.size === 1 && steps.length === 0) return [...sets][0]!;
  const all = new Set(steps);
  for (const set of sets) {
    if ((budget.left -= set.size) < 0) throw new TooTangled();
    for (const step of set) all.add(step);
  }
  return all;
}
