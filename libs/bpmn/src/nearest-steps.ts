import type { FlowNode } from './flow-nodes.js';
import { MAX_NEAREST } from './xml/limits.js';
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

/**
 * A place in the graph that leads backwards: a node; of an expanded sub-process its way in or its way out.
 */
interface Place {
  /** The step that ends the search here. */
  step: FlowNode | undefined;
  before: Place[];
  /** Set once known: the nearest steps, shared between places that have the same. */
  nearest: ReadonlySet<FlowNode> | undefined;
}

/**
 * Every flow into a step with the nearest steps before it; found once per place, so time grows with nodes,
 * flows and the answer's size.
 */
export function nearestSteps(
  definitions: XmlElement,
  nodes: FlowNode[],
): { inward: Inward[]; messages: Inward[] } {
  const graph = placesOf(nodes);
  const sorted = new Map<ReadonlySet<FlowNode>, FlowNode[]>();
  const inOrder = (found: ReadonlySet<FlowNode>) => {
    let list = sorted.get(found);
    if (!list) sorted.set(found, (list = [...found].sort((a, b) => a.order - b.order)));
    return list;
  };
  const budget = { left: MAX_NEAREST };
  const inward: Inward[] = [];
  for (const { flow, source, target } of graph.flows) {
    if (!target?.step) continue;
    const nearest = source?.step ? [source] : source ? inOrder(resolve(graph.out(source), budget)) : [];
    if ((budget.left -= nearest.length) < 0) throw new TooTangled();
    inward.push({ flow, kind: 'sequence', into: target, nearest });
  }
  const messages: Inward[] = [];
  for (const collaboration of childrenNamed(definitions, BPMN, 'collaboration')) {
    for (const flow of childrenNamed(collaboration, BPMN, 'messageFlow')) {
      const source = graph.named(attribute(flow, 'sourceRef'));
      const target = graph.named(attribute(flow, 'targetRef'));
      if (source?.step && target?.step)
        messages.push({ flow, kind: 'message', into: target, nearest: [source] });
    }
  }
  return { inward, messages };
}

function placesOf(nodes: FlowNode[]) {
  const named = finder(nodes);
  const out = nodes.map(
    (node): Place => ({ step: node.step ? node : undefined, before: [], nearest: undefined }),
  );
  const into = nodes.map(
    (node, i): Place => (node.expanded ? { step: undefined, before: [], nearest: undefined } : out[i]!),
  );
  const flows: { flow: XmlElement; source: FlowNode | undefined; target: FlowNode | undefined }[] = [];
  const hasIncoming = new Set<FlowNode>();
  const hasOutgoing = new Set<FlowNode>();
  const containers = new Set<XmlElement>();
  const inhabited = new Set<FlowNode>();
  for (const node of nodes) {
    containers.add(node.container);
    if (node.expanded) containers.add(node.element);
    if (node.around) inhabited.add(node.around);
  }
  for (const container of containers) {
    for (const flow of childrenNamed(container, BPMN, 'sequenceFlow')) {
      const source = named(attribute(flow, 'sourceRef'), container);
      const target = named(attribute(flow, 'targetRef'), container);
      flows.push({ flow, source, target });
      if (source?.around) hasOutgoing.add(source);
      if (target?.around) hasIncoming.add(target);
      if (source && target) into[target.order]!.before.push(out[source.order]!);
    }
  }
  const linked = linkPlaces(nodes, out);
  for (const node of nodes) {
    const place = into[node.order]!;
    const host =
      node.element.local === 'boundaryEvent'
        ? named(attribute(node.element, 'attachedToRef'), node.container)
        : undefined;
    if (host) place.before.push(out[host.order]!);
    if (node.element.local === 'intermediateCatchEvent') place.before.push(...linked(node));
    if (node.expanded && !inhabited.has(node)) out[node.order]!.before.push(place);
    if (!node.around || attribute(node.element, 'isForCompensation') === 'true') continue;
    const isLink = childrenNamed(node.element, BPMN, 'linkEventDefinition').length > 0;
    const starts =
      node.element.local !== 'boundaryEvent' && !(isLink && node.element.local === 'intermediateCatchEvent');
    if (starts && !hasIncoming.has(node)) place.before.push(into[node.around.order]!);
    if (!hasOutgoing.has(node) && !(isLink && node.element.local === 'intermediateThrowEvent'))
      out[node.around.order]!.before.push(out[node.order]!);
  }
  return { flows, named, out: (node: FlowNode) => out[node.order]! };
}

/** A node by its id. Where an id occurs twice, the node beside the one that refers to it is meant. */
function finder(nodes: FlowNode[]): (ref: string | undefined, beside?: XmlElement) => FlowNode | undefined {
  const anywhere = new Map<string, FlowNode>();
  let inside: Map<XmlElement, Map<string, FlowNode>> | undefined;
  for (const node of nodes) {
    if (node.id === undefined) continue;
    if (anywhere.has(node.id)) inside ??= byContainer(nodes);
    else anywhere.set(node.id, node);
  }
  return (ref, beside) => {
    const id = ref?.trim();
    if (id === undefined) return undefined;
    return (
      (beside && inside?.get(beside)?.get(id)) ?? anywhere.get(id) ?? anywhere.get(id.replace(/^[^:]*:/, ''))
    );
  };
}

function byContainer(nodes: FlowNode[]): Map<XmlElement, Map<string, FlowNode>> {
  const inside = new Map<XmlElement, Map<string, FlowNode>>();
  for (const node of nodes) {
    const neighbours = inside.get(node.container) ?? new Map<string, FlowNode>();
    inside.set(node.container, neighbours);
    if (node.id !== undefined && !neighbours.has(node.id)) neighbours.set(node.id, node);
  }
  return inside;
}

/**
 * Link events belong together by name within one process or sub-process (BPMN 2.0, 10.5.4); the event's own
 * name stands in for a missing one. Gives the places before a catching one: one per name, shared, so that
 * many throwing and many catching ones stay cheap.
 */
function linkPlaces(nodes: FlowNode[], out: Place[]): (node: FlowNode) => Place[] {
  const places = new Map<XmlElement, Map<string, Place>>();
  const linkNames = (node: FlowNode) =>
    childrenNamed(node.element, BPMN, 'linkEventDefinition')
      .map((link) => (attribute(link, 'name')?.trim() || attribute(node.element, 'name')?.trim()) ?? '')
      .filter((name) => name !== '');
  for (const node of nodes) {
    if (node.element.local !== 'intermediateThrowEvent') continue;
    for (const name of linkNames(node)) {
      const inContainer = places.get(node.container) ?? new Map<string, Place>();
      places.set(node.container, inContainer);
      const place = inContainer.get(name) ?? { step: undefined, before: [], nearest: undefined };
      inContainer.set(name, place);
      place.before.push(out[node.order]!);
    }
  }
  return (node) => linkNames(node).flatMap((name) => places.get(node.container)?.get(name) ?? []);
}

const EMPTY: ReadonlySet<FlowNode> = new Set();

/**
 * The nearest steps at a place. Places that lead to each other in a ring share one answer, so rings are found
 * first (Tarjan's strongly connected components, with a stack of its own instead of recursion).
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
  const sets = new Set(
    members.flatMap((member) => (member.step ? [] : member.before.flatMap((before) => before.nearest ?? []))),
  );
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
