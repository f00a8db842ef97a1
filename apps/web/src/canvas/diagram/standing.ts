import type { Side } from '#contract';
import type { BusinessObject } from './elements.js';

/** What decisions and sides hang on in a drawing, at one moment. */
export interface Standing {
  /** Steps by their id, each with the side that its lane says. */
  steps: ReadonlyMap<string, { name: string; side?: Side }>;
  /** Names of everything in a process by id: flow nodes, flows and lanes. */
  elements: ReadonlyMap<string, string>;
  lanes: ReadonlySet<string>;
}

/** The root of a file as the drawing library holds it. */
export interface Definitions {
  rootElements?: BusinessObject[];
  diagrams?: { plane?: { planeElement?: Shape[] } }[];
}

interface Shape {
  $type: string;
  isExpanded?: boolean;
  bpmnElement?: BusinessObject;
}

interface Typed extends BusinessObject {
  $instanceOf(type: string): boolean;
  flowElements?: Typed[];
  laneSets?: LaneSet[];
}

interface LaneSet {
  lanes?: (BusinessObject & { childLaneSet?: LaneSet; flowNodeRef?: BusinessObject[] })[];
}

type Found = { side: Side | undefined; depth: number };

/** What is a step, and which side its lane says, by the same rules as the outline of a saved diagram. */
export function standingOf({ rootElements = [], diagrams = [] }: Definitions): Standing {
  const collapsed = new Set<BusinessObject>();
  const drawn = new Set<BusinessObject>();
  for (const { $type, bpmnElement, isExpanded } of diagrams.flatMap(
    ({ plane }) => plane?.planeElement ?? [],
  )) {
    if ($type !== 'bpmndi:BPMNShape' || !bpmnElement || drawn.has(bpmnElement)) continue;
    drawn.add(bpmnElement);
    if (isExpanded !== true) collapsed.add(bpmnElement);
  }
  const steps = new Map<string, { name: string; side?: Side }>();
  const elements = new Map<string, string>();
  const lanes = new Set<string>();
  const sides = new Map<BusinessObject, Found>();

  const readLanes = (sets: LaneSet[], around: Found): void => {
    for (const lane of sets.flatMap((set) => set.lanes ?? [])) {
      elements.set(lane.id, lane.name ?? '');
      lanes.add(lane.id);
      const side = sideOf(lane) ?? around.side;
      const found = { side, depth: around.depth + 1 };
      for (const node of lane.flowNodeRef ?? []) {
        if (found.depth > (sides.get(node)?.depth ?? 0)) sides.set(node, found);
      }
      if (lane.childLaneSet) readLanes([lane.childLaneSet], found);
    }
  };
  const readInside = (container: Typed, around: Side | undefined, shown: boolean): void => {
    readLanes(container.laneSets ?? [], { side: undefined, depth: 0 });
    for (const element of container.flowElements ?? []) {
      elements.set(element.id, element.name ?? '');
      const named = sides.get(element);
      const side = named ? named.side : around;
      const open = element.$instanceOf('bpmn:SubProcess') && !collapsed.has(element);
      if (shown && !open && element.$instanceOf('bpmn:Activity'))
        steps.set(element.id, { name: element.name ?? '', ...(side && { side }) });
      if (element.flowElements) readInside(element, side, shown && open);
    }
  };
  for (const root of rootElements as Typed[]) {
    if (root.$instanceOf('bpmn:Process')) readInside(root, undefined, true);
  }
  return { steps, elements, lanes };
}

function sideOf(lane: BusinessObject): Side | undefined {
  const side = lane.get('knip:side');
  return side === 'front' || side === 'back' ? side : undefined;
}
