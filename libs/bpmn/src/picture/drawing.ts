import { MAX_DRAWN } from '../xml/limits.js';
import { BPMN, BPMN_DI, DC, DI } from '../xml/namespaces.js';
import { attribute, childrenNamed, elementsOf } from '../xml/xml-tree.js';
import type { XmlElement } from '../xml/xml-tree.js';
import { docked } from './dock.js';
import type { Bounds, Point } from './geometry.js';

/** A shape with what it shows; `bounds` are always usable numbers. */
export interface DrawnShape {
  element: XmlElement;
  id: string;
  bounds: Bounds;
  label?: Bounds;
  expanded: boolean;
  /** Of pools and lanes. */
  horizontal: boolean;
}

export interface DrawnEdge {
  element: XmlElement;
  id: string;
  points: Point[];
  label?: Bounds;
}

export interface DrawnDiagram {
  shapes: DrawnShape[];
  edges: DrawnEdge[];
  extent: Bounds;
}

/** Beyond this a coordinate is a mistake, not a place. */
const FARTHEST = 50_000;
const SIZES: [sign: RegExp, width: number, height: number][] = [
  [/Event$/, 36, 36],
  [/Gateway$/, 50, 50],
  [/^data(Object|Input|Output)/, 36, 50],
  [/^(lane|participant)$/, 600, 120],
];

/**
 * The first drawing of a file that has shapes; undefined where there is none. What is inside collapsed
 * sub-processes is left out.
 */
export function drawnDiagramOf(definitions: XmlElement): DrawnDiagram | undefined {
  const { byId, parents } = elementsById(definitions);
  for (const diagram of childrenNamed(definitions, BPMN_DI, 'BPMNDiagram')) {
    for (const plane of childrenNamed(diagram, BPMN_DI, 'BPMNPlane')) {
      const drawing = read(plane, byId, parents);
      if (drawing.shapes.length > 0) return drawing;
    }
  }
  return undefined;
}

function elementsById(definitions: XmlElement) {
  const byId = new Map<string, XmlElement>();
  const parents = new Map<XmlElement, XmlElement>();
  for (const element of elementsOf(definitions)) {
    for (const child of element.children) parents.set(child, element);
    const id = attribute(element, 'id');
    if (element.uri === BPMN && id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  return { byId, parents };
}

function read(
  plane: XmlElement,
  byId: Map<string, XmlElement>,
  parents: Map<XmlElement, XmlElement>,
): DrawnDiagram {
  const find = (shown: XmlElement): [string, XmlElement] | undefined => {
    const ref = attribute(shown, 'bpmnElement')?.trim() ?? '';
    const id = byId.has(ref) ? ref : ref.replace(/^[^:]*:/, '');
    const element = byId.get(id);
    return element && [id, element];
  };
  const drawn = new Map<XmlElement, number>();
  const isDrawnOften = (element: XmlElement) => {
    const times = (drawn.get(element) ?? 0) + 1;
    drawn.set(element, times);
    return times > MAX_DRAWN;
  };
  const shapes: DrawnShape[] = [];
  const misplaced: DrawnShape[] = [];
  const collapsed = new Set<XmlElement>();
  for (const shown of childrenNamed(plane, BPMN_DI, 'BPMNShape')) {
    const [id, element] = find(shown) ?? [];
    const given = childrenNamed(shown, DC, 'Bounds')[0];
    if (
      id === undefined ||
      !element ||
      !given ||
      /^(process|collaboration|choreography|laneSet)$/.test(element.local)
    )
      continue;
    if (isDrawnOften(element)) continue;
    const { bounds, placed } = boundsOf(given, element.local);
    const label = labelOf(shown);
    const expanded = attribute(shown, 'isExpanded') === 'true';
    if (!expanded && /subprocess|transaction/i.test(element.local)) collapsed.add(element);
    (placed ? shapes : misplaced).push({
      element,
      id,
      bounds,
      expanded,
      horizontal: attribute(shown, 'isHorizontal') !== 'false',
      ...(label && placed && { label }),
    });
  }
  const hidden = (element: XmlElement) => {
    for (let at = parents.get(element); at; at = parents.get(at)) if (collapsed.has(at)) return true;
    return false;
  };
  const places = new Map(shapes.map(({ id, bounds }) => [id, bounds]));
  const boundsFor = (element: XmlElement, end: string) => places.get(attribute(element, end)?.trim() ?? '');
  const edges = childrenNamed(plane, BPMN_DI, 'BPMNEdge').flatMap((shown): DrawnEdge[] => {
    const [id, element] = find(shown) ?? [];
    const points = element
      ? docked(
          childrenNamed(shown, DI, 'waypoint').flatMap(pointOf),
          boundsFor(element, 'sourceRef'),
          boundsFor(element, 'targetRef'),
        )
      : [];
    const label = labelOf(shown);
    return id === undefined || !element || points.length < 2 || isDrawnOften(element)
      ? []
      : [{ element, id, points, ...(label && { label }) }];
  });
  return arranged(
    shapes.filter(({ element }) => !hidden(element)),
    misplaced,
    edges.filter(({ element }) => !hidden(element)),
  );
}

/**
 * Shapes without a usable place stand in a row below the rest, so that they are seen and the rest stays
 * readable.
 */
function arranged(shapes: DrawnShape[], misplaced: DrawnShape[], edges: DrawnEdge[]): DrawnDiagram {
  const before = extentOf(shapes, edges);
  let x = before.x;
  for (const shape of misplaced) {
    shape.bounds = { ...shape.bounds, x, y: before.y + before.height + 40 };
    x += shape.bounds.width + 40;
  }
  const all = [...shapes, ...misplaced];
  return { shapes: all, edges, extent: misplaced.length > 0 ? extentOf(all, edges) : before };
}

function extentOf(shapes: DrawnShape[], edges: DrawnEdge[]): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = (x: number, y: number) => {
    [left, top, right, bottom] = [
      Math.min(left, x),
      Math.min(top, y),
      Math.max(right, x),
      Math.max(bottom, y),
    ];
  };
  for (const { bounds, label } of shapes) {
    for (const { x, y, width, height } of label ? [bounds, label] : [bounds]) {
      include(x, y);
      include(x + width, y + height);
    }
  }
  for (const { points } of edges) for (const { x, y } of points) include(x, y);
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

const number = (element: XmlElement, name: string) => {
  const text = attribute(element, name)?.trim();
  return text ? Number(text) : Number.NaN;
};
const usable = (value: number) => Math.abs(value) <= FARTHEST;

function boundsOf(given: XmlElement, kind: string): { bounds: Bounds; placed: boolean } {
  const [, width, height] = SIZES.find(([sign]) => sign.test(kind)) ?? [/./, 100, 80];
  const size = (name: string, usual: number) => {
    const value = number(given, name);
    return usable(value) && value > 0 ? value : usual;
  };
  const [x, y] = [number(given, 'x'), number(given, 'y')];
  return {
    bounds: { x, y, width: size('width', width), height: size('height', height) },
    placed: usable(x) && usable(y),
  };
}

function labelOf(shown: XmlElement): Bounds | undefined {
  const given = childrenNamed(childrenNamed(shown, BPMN_DI, 'BPMNLabel')[0] ?? shown, DC, 'Bounds')[0];
  if (!given || given === childrenNamed(shown, DC, 'Bounds')[0]) return undefined;
  const { bounds, placed } = boundsOf(given, 'label');
  return placed && bounds.width <= 2000 ? bounds : undefined;
}

function pointOf(waypoint: XmlElement): Point[] {
  const [x, y] = [number(waypoint, 'x'), number(waypoint, 'y')];
  return usable(x) && usable(y) ? [{ x, y }] : [];
}
