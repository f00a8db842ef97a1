import type { Marked } from '../../diagram/marked.js';
import type {
  DiagramElement,
  RenderEvent,
  ElementRegistry,
  EventBus,
  Renderer,
} from '../../diagram/elements.js';
import { ABOVE_THE_LIBRARY, isHorizontal, kindOf } from '../../diagram/elements.js';
import { BADGE, boundBadge, disagreeBadge, draw, sideBadge, undecidedBadge } from '../../diagram/badges.js';
import { stepMarks, type StepMark } from './marks.js';
import { colours } from '../../diagram/colours.js';

const LANE_HEAD = 30;

/** Draws steps and lane heads with their side; steps without a mark look as the library draws them. */
export class KnipMarks {
  static $inject = ['eventBus', 'bpmnRenderer', 'elementRegistry'];
  #marks = new Map<string, StepMark>();

  constructor(
    private readonly eventBus: EventBus,
    private readonly bpmnRenderer: Renderer,
    private readonly elementRegistry: ElementRegistry,
  ) {
    eventBus.on<RenderEvent>('render.shape', ABOVE_THE_LIBRARY, (_, drawing) => this.#draw(drawing));
  }

  /** Shows the sides of these steps from now on. */
  show(steps: Marked['steps']): void {
    const before = this.#marks;
    this.#marks = stepMarks(steps);
    const changed = [...new Set([...before.keys(), ...this.#marks.keys()])]
      .filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(this.#marks.get(id)))
      .flatMap((id) => this.elementRegistry.get(id) ?? []);
    if (changed.length > 0) this.eventBus.fire('elements.changed', { elements: changed });
  }

  #draw({ gfx, element, attrs = {} }: RenderEvent): SVGElement | undefined {
    if (element.labelTarget) return undefined;
    const mark = this.#marks.get(element.id);
    if (mark) return this.#drawStep(gfx, element, mark, attrs);
    return kindOf(element) === 'lane' ? this.#drawLane(gfx, element, attrs) : undefined;
  }

  #drawStep(
    visuals: SVGElement,
    element: DiagramElement,
    mark: StepMark,
    attrs: Record<string, unknown>,
  ): SVGElement {
    const tone = mark.side
      ? colours[mark.side]
      : colours[mark.standing === 'automatic' ? 'automatic' : 'undecided'];
    // An undecided step stays white: its lane says a side, but nobody has decided it yet.
    const fill = mark.standing === 'undecided' ? colours.undecided.fill : tone.fill;
    const shape = this.bpmnRenderer.drawShape(visuals, element, { ...attrs, fill, stroke: tone.stroke });
    for (const text of visuals.querySelectorAll('text')) text.style.fill = '#1a1a1a';
    if (mark.standing === 'undecided') dash(shape, '7 4');
    let x = element.width - 6;
    const next = () => (x -= BADGE + 3) + BADGE + 3;
    if (mark.standing === 'undecided') undecidedBadge(visuals, next(), 0);
    if (mark.side) sideBadge(visuals, mark.side, next(), 0);
    if (mark.bound) boundBadge(visuals, next(), 0);
    if (mark.laneDisagrees) disagreeBadge(visuals, next(), 0);
    return shape;
  }

  #drawLane(visuals: SVGElement, element: DiagramElement, attrs: Record<string, unknown>): SVGElement {
    const side = sideOf(element);
    const shape = this.bpmnRenderer.drawShape(visuals, element, attrs);
    if (!side) return shape;
    const head = isHorizontal(element)
      ? { width: LANE_HEAD, height: element.height }
      : { width: element.width, height: LANE_HEAD };
    const strip = draw(visuals, 'rect', {
      ...head,
      fill: colours[side].fill,
      stroke: colours[side].stroke,
      'stroke-width': 1.5,
    });
    shape.after(strip);
    sideBadge(visuals, side, LANE_HEAD / 2, LANE_HEAD / 2 + 2);
    return shape;
  }
}

function sideOf(lane: DiagramElement): 'front' | 'back' | undefined {
  const side = lane.businessObject.get('knip:side');
  return side === 'front' || side === 'back' ? side : undefined;
}

/** The library sets its own dashes as a style, which would win over an attribute. */
function dash(shape: SVGElement, pattern: string): void {
  shape.style.strokeDasharray = pattern;
}
