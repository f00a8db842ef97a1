import type { DiagramElement, ElementRegistry, EventBus } from '../../diagram/elements.js';
import { isHorizontal, kindOf } from '../../diagram/elements.js';
import { draw } from '../../diagram/badges.js';
import { badgesAt, badgesOnFlow, outlineOf } from './placement.js';
import { badgeWidth, changeBadge, looks, type ChangeSymbol } from './symbols.js';

/** Marks one element as different from the other drawing. */
export interface ChangeMark {
  id: string;
  symbol: ChangeSymbol;
  /** Numbers of its sentences in the list, e.g. `3` or `3–5`. */
  numbers: string;
}

interface Layers {
  getLayer(name: string): SVGElement;
  addMarker(elementId: string, marker: string): void;
  findRoot(element: DiagramElement): DiagramElement | undefined;
  getRootElement(): DiagramElement | undefined;
}

const LAYER = 'change-marks';
/** The class of what only this drawing has: laid over the other one, it is all that is seen of this one. */
const ONLY_HERE = 'only-here';

/**
 * Draws what differs from another drawing, in a layer of its own above the elements, all at once and without
 * measuring anything.
 */
export class ChangeMarks {
  static $inject = ['eventBus', 'canvas', 'elementRegistry'];
  #marks: readonly ChangeMark[] = [];
  #current: ReadonlySet<string> = new Set();
  #imported = false;

  constructor(
    eventBus: EventBus,
    private readonly canvas: Layers,
    private readonly elements: ElementRegistry,
  ) {
    eventBus.on('import.render.start', () => {
      this.#imported = false;
    });
    eventBus.on('import.done', () => {
      this.#imported = true;
      this.#draw();
    });
    eventBus.on('root.set', () => this.#imported && this.#draw());
  }

  /** Shows these marks from now on. */
  show(marks: readonly ChangeMark[]): void {
    this.#marks = marks;
    if (this.#imported) this.#draw();
  }

  /** Brings out the marks of these elements, and of no others. */
  bringOut(ids: readonly string[]): void {
    this.#current = new Set(ids);
    for (const group of this.canvas.getLayer(LAYER).children) this.#bringOut(group);
  }

  #draw(): void {
    const root = this.canvas.getRootElement();
    const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    for (const [id, marks] of byElement(this.#marks)) {
      const element = this.elements.get(id);
      if (element && marks.some(({ symbol }) => symbol === 'removed')) this.#showAlone(id);
      // The plane itself stands nowhere.
      if (element?.parent && this.canvas.findRoot(element) === root)
        this.#bringOut(drawElement(drawn, element, marks));
    }
    this.canvas.getLayer(LAYER).replaceChildren(...drawn.childNodes);
  }

  #showAlone(id: string): void {
    for (const part of [id, `${id}_label`])
      if (this.elements.get(part)) this.canvas.addMarker(part, ONLY_HERE);
  }

  #bringOut(group: Element): void {
    group.classList.toggle(
      'change-mark--current',
      this.#current.has(group.getAttribute('data-element-id') ?? ''),
    );
  }
}

function byElement(marks: readonly ChangeMark[]): Map<string, ChangeMark[]> {
  const result = new Map<string, ChangeMark[]>();
  for (const mark of marks) {
    const others = result.get(mark.id);
    if (others) others.push(mark);
    else result.set(mark.id, [mark]);
  }
  return result;
}

/**
 * The group carries the element's id as the library's own groups do, so that pointing at a badge is pointing
 * at the element.
 */
function drawElement(parent: SVGElement, element: DiagramElement, marks: readonly ChangeMark[]): SVGElement {
  const group = draw(parent, 'g', {
    class: `djs-element change-mark change-mark--${marks[0]!.symbol}`,
    'data-element-id': element.id,
  });
  const { colour, halo, dashes } = looks[marks[0]!.symbol];
  const lines = { fill: 'none', 'stroke-linejoin': 'round', 'pointer-events': 'none' };
  const thick = { ...lines, class: 'change-mark__halo', stroke: halo, 'stroke-width': 6, opacity: 0.5 };
  const thin = {
    ...lines,
    stroke: colour,
    'stroke-width': 2,
    'stroke-dasharray': dashes,
    'stroke-linecap': 'round',
  };
  let place: { x: number; y: number } | undefined;
  if (element.waypoints) {
    const points = element.waypoints.map(({ x, y }) => `${x},${y}`).join(' ');
    draw(group, 'polyline', { ...thick, points });
    draw(group, 'polyline', { ...thin, points });
    place = badgesOnFlow(element.waypoints);
  } else {
    const { x, y, width, height } = element;
    const head = hasHead(element) ? (isHorizontal(element) ? 'left' : 'top') : undefined;
    const { radius, ...box } = outlineOf({ x, y, width, height }, head);
    draw(group, 'rect', { ...thick, ...box, rx: radius });
    draw(group, 'rect', { ...thin, ...box, rx: radius });
    place = badgesAt({ x, y, width, height }, head);
  }
  let left = place?.x ?? 0;
  for (const { symbol, numbers } of place ? marks : []) {
    changeBadge(group, symbol, numbers, left, place!.y);
    left += badgeWidth(numbers) + 3;
  }
  return group;
}

/** A pool without anything in it is a band, which is its own head. */
function hasHead(element: DiagramElement): boolean {
  return (
    kindOf(element) === 'lane' || (kindOf(element) === 'participant' && (element.children?.length ?? 0) > 0)
  );
}
