import { SUB_PROCESSES } from '../../flow-node-names.js';
import { BPMN_DI, DC, DI } from '../../xml/namespaces.js';
import { attribute, childrenNamed } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { saying } from './content.js';
import type { ComparedDiagram, Thing } from './side.js';

/** A shape or a line of a drawing. */
export interface Drawn {
  element: XmlElement;
  thing: Thing;
  plane: Plane;
  /** Read when it is asked for, since most of a drawing is written alike on both sides. */
  look: Look | undefined;
}

/** What can be seen of a shape or a line. */
export interface Look {
  /** Corner, or the points of a line one after the other: x, y, x, y … */
  points: number[];
  /** Width and height of a shape; '' of a line. */
  size: string;
  label: { x: number; y: number; size: string } | undefined;
  /** Colours and marks, one way of writing for each. */
  style: string;
}

export interface Plane {
  thing: Thing | undefined;
}

/** By the order of the thing that is drawn; nothing for one that is not. */
export type Drawing = Drawn[][];

/** The shapes and lines of a side that stand for something in it; the rest shows nothing and is left out. */
export function drawingOf(side: ComparedDiagram): Drawing {
  const drawing: Drawing = [];
  for (const diagram of childrenNamed(side.root.element, BPMN_DI, 'BPMNDiagram')) {
    for (const element of childrenNamed(diagram, BPMN_DI, 'BPMNPlane')) {
      const plane: Plane = { thing: meant(side, element) };
      const stack = [element];
      for (let part = stack.pop(); part; part = stack.pop()) {
        for (let i = part.children.length - 1; i >= 0; i--) {
          const child = part.children[i]!;
          if (child.uri === BPMN_DI || child.children.length > 0) stack.push(child);
        }
        if (part.uri !== BPMN_DI || (part.local !== 'BPMNShape' && part.local !== 'BPMNEdge')) continue;
        const thing = meant(side, part);
        if (!thing) continue;
        const drawn: Drawn = { element: part, thing, plane, look: undefined };
        const known = drawing[thing.order];
        if (known) known.push(drawn);
        else drawing[thing.order] = [drawn];
      }
    }
  }
  return drawing;
}

const meant = (side: ComparedDiagram, element: XmlElement) => {
  const ref = attribute(element, 'bpmnElement');
  return ref === undefined ? undefined : side.resolve(ref);
};

/** What can be seen of a shape or a line. */
export const lookOf = (drawn: Drawn): Look => (drawn.look ??= read(drawn.element));

function read(element: XmlElement): Look {
  const label = childrenNamed(element, BPMN_DI, 'BPMNLabel').flatMap((one) =>
    childrenNamed(one, DC, 'Bounds'),
  )[0];
  const bounds = childrenNamed(element, DC, 'Bounds')[0];
  const points =
    element.local === 'BPMNEdge'
      ? childrenNamed(element, DI, 'waypoint').flatMap(cornerOf)
      : bounds
        ? cornerOf(bounds)
        : [];
  return {
    points,
    size: element.local === 'BPMNEdge' || !bounds ? '' : sizeOf(bounds),
    style: styleOf(element),
    label: label && { x: cornerOf(label)[0]!, y: cornerOf(label)[1]!, size: sizeOf(label) },
  };
}

/** What is no number stays none, and differs from nothing but numbers. */
const numberOf = (element: XmlElement, local: string) => Number(attribute(element, local) ?? 'NaN');
const cornerOf = (element: XmlElement) => [numberOf(element, 'x'), numberOf(element, 'y')];
const sizeOf = (element: XmlElement) =>
  `${rounded(numberOf(element, 'width'))} ${rounded(numberOf(element, 'height'))}`;

/** Places that a reader cannot tell apart are the same. */
export const rounded = (value: number) =>
  Number.isFinite(value) && Math.abs(value) < 1e9 ? Math.round(value * 100) / 100 + 0 : value;

/** References of the drawing to itself, and what a diagram says in another place or by itself. */
const NO_STYLE = new Set([
  'id',
  'bpmnElement',
  'isExpanded',
  'sourceElement',
  'targetElement',
  'choreographyActivityShape',
]);

function styleOf(element: XmlElement): string {
  return saying(element)
    .flatMap(({ uri, local, value }) => {
      // Pools and lanes lie down unless they are said to stand; whatever is not said to be is not.
      if (
        (NO_STYLE.has(local) && uri === '') ||
        value.trim() === (local === 'isHorizontal' ? 'true' : 'false')
      )
        return [];
      return [`{${uri}}${local}=${value.trim().toLowerCase()}`];
    })
    .sort()
    .join(' ');
}

const SUB_PROCESS = new Set<string>(SUB_PROCESSES);

/**
 * Whether a sub-process shows what is inside (model.md): without a shape it does, with one only where that
 * says so; the first shape decides.
 */
export function isExpanded(drawing: Drawing, thing: Thing): boolean | undefined {
  if (!SUB_PROCESS.has(thing.element.local)) return undefined;
  const shape = drawing[thing.order]?.find(({ element }) => element.local === 'BPMNShape');
  return !shape || attribute(shape.element, 'isExpanded') === 'true';
}
