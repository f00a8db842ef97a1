import type { BusinessObject, DiagramElement, ElementRegistry, Rect } from '../../diagram/elements.js';
import { isLane, isNode } from '../../diagram/read-nodes.js';

/** A lane as it lies on the drawing at one moment. */
export interface LaidLane extends Rect {
  lane: BusinessObject;
  /** The lane around it. */
  outer: BusinessObject | undefined;
  /** The process or sub-process whose lane it is. */
  container: BusinessObject | undefined;
  /** The plane it is drawn on. */
  plane: DiagramElement;
}

/** A flow node as it stood on the drawing at one moment, with the lanes that name it. */
export interface PlacedNode extends Rect {
  shape: DiagramElement;
  node: BusinessObject;
  container: BusinessObject | undefined;
  plane: DiagramElement;
  lanes: readonly BusinessObject[];
}

/** Everything on the drawing that decides who is in which lane. */
export interface Placing {
  lanes: Map<BusinessObject, LaidLane>;
  nodes: Map<BusinessObject, PlacedNode>;
}

/** Lanes and flow nodes as they are on the drawing now. */
export function placingOf(elements: ElementRegistry): Placing {
  const placing: Placing = { lanes: new Map(), nodes: new Map() };
  for (const shape of elements.getAll()) {
    const { x, y, width, height, businessObject } = shape;
    if (isLane(shape) && !shape.labelTarget) {
      placing.lanes.set(businessObject, {
        ...{ x, y, width, height, lane: businessObject, plane: planeOf(shape) },
        outer: laneAround(businessObject),
        container: containerOf(businessObject),
      });
    } else if (isNode(shape)) {
      const lanes = [...(businessObject.get('lanes') as BusinessObject[])];
      placing.nodes.set(businessObject, {
        ...{ x, y, width, height, shape, node: businessObject, plane: planeOf(shape), lanes },
        container: containerOf(businessObject),
      });
    }
  }
  return placing;
}

/** The innermost lanes of a container in whose area the middle of a node lies. */
export function areaOf(
  node: PlacedNode,
  container: BusinessObject | undefined,
  { lanes }: Placing,
): LaidLane[] {
  const [x, y] = [node.x + node.width / 2, node.y + node.height / 2];
  const around = [...lanes.values()].filter(
    (lane) =>
      lane.container === container &&
      lane.plane === node.plane &&
      x >= lane.x &&
      x <= lane.x + lane.width &&
      y >= lane.y &&
      y <= lane.y + lane.height,
  );
  return around.filter(({ lane }) => !around.some(({ outer }) => outer === lane));
}

/** How many square pixels of a node lie in a lane. */
export function shared(node: Rect, lane: Rect): number {
  const along = Math.min(node.x + node.width, lane.x + lane.width) - Math.max(node.x, lane.x);
  const down = Math.min(node.y + node.height, lane.y + lane.height) - Math.max(node.y, lane.y);
  return Math.max(0, along) * Math.max(0, down);
}

/** The lane with the lanes around it, outermost first: what names a node that stands in it. */
export function chainOf(lane: BusinessObject): BusinessObject[] {
  const outer = laneAround(lane);
  return outer ? [...chainOf(outer), lane] : [lane];
}

function laneAround(lane: BusinessObject): BusinessObject | undefined {
  const holder = lane.$parent?.$parent;
  return holder?.$type === 'bpmn:Lane' ? holder : undefined;
}

/** The process or sub-process that holds a flow node or lane. */
export function containerOf(element: BusinessObject): BusinessObject | undefined {
  let at = element.$parent;
  while (at?.$type === 'bpmn:LaneSet' || at?.$type === 'bpmn:Lane') at = at.$parent;
  return at;
}

function planeOf(shape: DiagramElement): DiagramElement {
  let at = shape;
  while (at.parent) at = at.parent;
  return at;
}
