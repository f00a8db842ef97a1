import { BPMN_DI, DC, DI } from '../../xml/namespaces.js';
import { attribute, childrenNamed, elementsOf } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { saying } from './content.js';
import type { Side, Thing } from './side.js';

/** A shape or a line of a drawing. */
export interface Drawn {
  element: XmlElement;
  thing: Thing;
  plane: Plane;
  /** Corner, or the points of a line one after the other: x, y, x, y … */
  points: number[];
  /** Width and height of a shape; '' of a line. */
  size: string;
  label?: { x: number; y: number; size: string };
  /** Colours and marks, one way of writing for each. */
  style: string;
}

export interface Plane {
  thing: Thing | undefined;
  drawn: Drawn[];
}

export interface Drawing {
  planes: Plane[];
  byThing: Map<Thing, Drawn[]>;
}

/** The shapes and lines of a side that stand for something in it; the rest shows nothing and is left out. */
export function drawingOf(side: Side): Drawing {
  const planes: Plane[] = [];
  const byThing = new Map<Thing, Drawn[]>();
  for (const diagram of childrenNamed(side.root.element, BPMN_DI, 'BPMNDiagram')) {
    for (const element of childrenNamed(diagram, BPMN_DI, 'BPMNPlane')) {
      const plane: Plane = { thing: meant(side, element), drawn: [] };
      planes.push(plane);
      for (const part of elementsOf(element)) {
        if (part.uri !== BPMN_DI || (part.local !== 'BPMNShape' && part.local !== 'BPMNEdge')) continue;
        const thing = meant(side, part);
        if (!thing) continue;
        const drawn = read(part, thing, plane);
        plane.drawn.push(drawn);
        const known = byThing.get(thing);
        if (known) known.push(drawn);
        else byThing.set(thing, [drawn]);
      }
    }
  }
  return { planes, byThing };
}

const meant = (side: Side, element: XmlElement) => {
  const ref = attribute(element, 'bpmnElement');
  return ref === undefined ? undefined : side.resolve(ref);
};

function read(element: XmlElement, thing: Thing, plane: Plane): Drawn {
  const label = childrenNamed(element, BPMN_DI, 'BPMNLabel').flatMap((one) => childrenNamed(one, DC, 'Bounds'))[0];
  const bounds = childrenNamed(element, DC, 'Bounds')[0];
  const points = element.local === 'BPMNEdge' ? childrenNamed(element, DI, 'waypoint').flatMap(cornerOf) : bounds ? cornerOf(bounds) : [];
  return {
    element, thing, plane, points, size: element.local === 'BPMNEdge' || !bounds ? '' : sizeOf(bounds), style: styleOf(element),
    ...(label && { label: { x: cornerOf(label)[0]!, y: cornerOf(label)[1]!, size: sizeOf(label) } }),
  };
}

/** What is no number stays none, and differs from nothing but numbers. */
const numberOf = (element: XmlElement, local: string) => Number(attribute(element, local) ?? 'NaN');
const cornerOf = (element: XmlElement) => [numberOf(element, 'x'), numberOf(element, 'y')];
const sizeOf = (element: XmlElement) => `${rounded(numberOf(element, 'width'))} ${rounded(numberOf(element, 'height'))}`;

/** Places that a reader cannot tell apart are the same. */
export const rounded = (value: number) => (Number.isFinite(value) && Math.abs(value) < 1e9 ? Math.round(value * 100) / 100 + 0 : value);

/** References of the drawing to itself, and what a diagram says in another place or by itself. */
const NO_STYLE = new Set(['id', 'bpmnElement', 'isExpanded', 'sourceElement', 'targetElement', 'choreographyActivityShape']);

function styleOf(element: XmlElement): string {
  return saying(element).flatMap(({ uri, local, value }) => {
    // Pools and lanes lie down unless they are said to stand; whatever is not said to be is not.
    if (NO_STYLE.has(local) && uri === '' || value.trim() === (local === 'isHorizontal' ? 'true' : 'false')) return [];
    return [`{${uri}}${local}=${value.trim().toLowerCase()}`];
  }).sort().join(' ');
}

const SUB_PROCESSES = new Set(['subProcess', 'transaction', 'adHocSubProcess']);

/** Whether a sub-process shows what is inside (model.md): without a shape it does, with one only where that says so; the first shape decides. */
export function isExpanded(drawing: Drawing, thing: Thing): boolean | undefined {
  if (!SUB_PROCESSES.has(thing.element.local)) return undefined;
  const shape = drawing.byThing.get(thing)?.find(({ element }) => element.local === 'BPMNShape');
  return !shape || attribute(shape.element, 'isExpanded') === 'true';
}
