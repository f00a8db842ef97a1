/**
 * The part of the drawing library's objects that the canvas and its extensions use; the library's own types
 * say `any`.
 */

export interface BusinessObject {
  $type: string;
  $parent?: BusinessObject;
  id: string;
  name?: string;
  get(property: string): unknown;
  /** Undefined takes the property away. */
  set(property: string, value: unknown): void;
}

export interface Point {
  x: number;
  y: number;
}

export interface Rect extends Point {
  width: number;
  height: number;
}

export interface DiagramElement extends Rect {
  id: string;
  type: string;
  businessObject: BusinessObject;
  di: { get(property: string): unknown };
  parent?: DiagramElement;
  /** Absent on flows. */
  children?: DiagramElement[];
  incoming: DiagramElement[];
  outgoing: DiagramElement[];
  attachers?: DiagramElement[];
  host?: DiagramElement;
  /** Of a label: the element it names. */
  labelTarget?: DiagramElement;
  label?: DiagramElement;
  /** Of a flow. */
  source?: DiagramElement;
  target?: DiagramElement;
  waypoints?: Point[];
}

export interface EventBus {
  on<E>(events: string | string[], listener: (event: E, data: E) => unknown): void;
  on<E>(events: string | string[], priority: number, listener: (event: E, data: E) => unknown): void;
  fire(event: string, data?: unknown): unknown;
}

/** Data of `render.shape` and `render.connection`. The first that draws gives the drawn element back. */
export interface RenderEvent {
  gfx: SVGElement;
  element: DiagramElement;
  attrs?: Record<string, unknown>;
}

/** Priority of drawing before the library's own renderer. */
export const ABOVE_THE_LIBRARY = 1500;

export interface ElementRegistry {
  get(id: string): DiagramElement | undefined;
  getAll(): DiagramElement[];
  filter(condition: (element: DiagramElement) => boolean): DiagramElement[];
}

export interface Renderer {
  drawShape(visuals: SVGElement, element: DiagramElement, attrs?: Record<string, unknown>): SVGElement;
  drawConnection(visuals: SVGElement, element: DiagramElement, attrs?: Record<string, unknown>): SVGElement;
}

/** `bpmn:UserTask` as `userTask`. */
export function kindOf(element: { type: string }): string {
  const name = element.type.replace(/^.*:/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Whether a pool or lane lies, with its head at the left; files that do not say so lie. */
export function isHorizontal(element: DiagramElement): boolean {
  return element.di.get('isHorizontal') !== false;
}
