import type { CanvasFlow, CanvasLane, CanvasNode } from './nodes.js';
import { kindOf, type BusinessObject, type DiagramElement, type ElementRegistry } from './elements.js';

const NODE = /(Task|Gateway|Event|Activity|SubProcess|Transaction)$/;

/**
 * Whether an element is a step, gateway or event itself, not its label nor the plane on which a collapsed
 * sub-process is drawn.
 */
export function isNode(element: DiagramElement): boolean {
  return (
    element.parent !== undefined && !element.labelTarget && !element.waypoints && NODE.test(element.type)
  );
}

export function isLane(element: DiagramElement): boolean {
  return element.type === 'bpmn:Lane';
}

/** Flow nodes of the diagram on screen, with their flows, in the order in which they were drawn. */
export function readNodes(elements: ElementRegistry): CanvasNode[] {
  const lanes = laneOfNode(elements);
  return elements.filter(isNode).map((element) => {
    const laneId = laneIdOf(element, lanes);
    const participantId = ancestor(element, 'participant')?.id;
    const parentId = enclosingSubProcess(element)?.businessObject.id;
    return {
      id: element.id,
      name: element.businessObject.name ?? '',
      kind: kindOf(element),
      ...(laneId !== undefined && { laneId }),
      ...(participantId !== undefined && { participantId }),
      ...(parentId !== undefined && { parentId }),
      ...readFlows(element),
    };
  });
}

export function readLanes(elements: ElementRegistry): CanvasLane[] {
  return elements.filter(isLane).map((lane) => {
    const side = lane.businessObject.get('knip:side');
    const participantId = ancestor(lane, 'participant')?.id;
    return {
      id: lane.id,
      name: lane.businessObject.name ?? '',
      ...((side === 'front' || side === 'back') && { side }),
      ...(participantId !== undefined && { participantId }),
    };
  });
}

/** Sequence and message flows into and out of an element. */
export function readFlows(element: DiagramElement): { incoming: CanvasFlow[]; outgoing: CanvasFlow[] } {
  return { incoming: element.incoming.flatMap(flowOf), outgoing: element.outgoing.flatMap(flowOf) };
}

/** The sub-process that an element stands in, drawn in place or on a plane of its own. */
export function enclosingSubProcess(element: DiagramElement): DiagramElement | undefined {
  for (let parent = element.parent; parent; parent = parent.parent) {
    if (/^bpmn:(SubProcess|AdHocSubProcess|Transaction)$/.test(parent.type)) return parent;
  }
  return undefined;
}

function flowOf(flow: DiagramElement): CanvasFlow[] {
  const kind = { 'bpmn:SequenceFlow': 'sequence', 'bpmn:MessageFlow': 'message' }[flow.type] as
    | CanvasFlow['kind']
    | undefined;
  if (!kind || !flow.source || !flow.target) return [];
  return [
    { id: flow.id, name: flow.businessObject.name ?? '', kind, fromId: flow.source.id, toId: flow.target.id },
  ];
}

function ancestor(element: DiagramElement, kind: string): DiagramElement | undefined {
  for (let parent = element.parent; parent; parent = parent.parent)
    if (kindOf(parent) === kind) return parent;
  return undefined;
}

/** Innermost lane by what the file says (`flowNodeRef`), not by where the shape is drawn. */
function laneOfNode(elements: ElementRegistry): Map<string, string> {
  const result = new Map<string, string>();
  const lanes = elements.filter(isLane).sort((a, b) => depth(a) - depth(b));
  for (const lane of lanes) {
    for (const node of (lane.businessObject.get('flowNodeRef') as BusinessObject[] | undefined) ?? [])
      result.set(node.id, lane.id);
  }
  return result;
}

const depth = (element: DiagramElement): number => (element.parent ? 1 + depth(element.parent) : 0);

function laneIdOf(element: DiagramElement, lanes: Map<string, string>): string | undefined {
  for (let node: BusinessObject | undefined = element.businessObject; node; node = node.$parent) {
    const lane = lanes.get(node.id);
    if (lane !== undefined) return lane;
  }
  return undefined;
}
