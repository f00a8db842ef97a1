import type { Marked } from '../../diagram/marked.js';
import type { RenderEvent, ElementRegistry, EventBus, Renderer } from '../../diagram/elements.js';
import { ABOVE_THE_LIBRARY } from '../../diagram/elements.js';
import { badgeAt, draw } from '../../diagram/badges.js';
import { RADIUS, scissorsPlace } from './placement.js';

type Agreement = 'open' | 'agreed' | 'outdated';

const COLOUR = '#5b2a86';

/**
 * Agreed: one thick line and filled scissors. Open: dashes and open scissors. Outdated: dots, and an
 * exclamation mark beside them.
 */
const dashes: Record<Agreement, string> = { open: '9 5', agreed: 'none', outdated: '2 5' };

const scissors =
  'M-1 0 L7.5 -5 M-1 0 L7.5 5 M-1 0 L-3.2 1.4 M-1 0 L-3.2 -1.4 ' +
  'M-7.6 -3.4 a2.4 2.2 0 1 0 4.8 0 a2.4 2.2 0 1 0 -4.8 0 M-7.6 3.4 a2.4 2.2 0 1 0 4.8 0 a2.4 2.2 0 1 0 -4.8 0';

/** Draws every flow over the knip with scissors, told apart by whether the hand-over was agreed. */
export class HandoverScissors {
  static $inject = ['eventBus', 'bpmnRenderer', 'elementRegistry'];
  #agreements = new Map<string, Agreement>();

  constructor(
    private readonly eventBus: EventBus,
    private readonly bpmnRenderer: Renderer,
    private readonly elementRegistry: ElementRegistry,
  ) {
    eventBus.on<RenderEvent>('render.connection', ABOVE_THE_LIBRARY, (_, drawing) => this.#draw(drawing));
  }

  /** Shows these hand-overs from now on. */
  show(handovers: Marked['handovers']): void {
    const before = this.#agreements;
    this.#agreements = new Map(
      handovers.flatMap(({ flowId, agreement }) =>
        flowId === undefined
          ? []
          : [[flowId, !agreement ? 'open' : agreement.outdated ? 'outdated' : 'agreed'] as const],
      ),
    );
    const changed = [...new Set([...before.keys(), ...this.#agreements.keys()])]
      .filter((id) => before.get(id) !== this.#agreements.get(id))
      .flatMap((id) => this.elementRegistry.get(id) ?? []);
    if (changed.length > 0) this.eventBus.fire('elements.changed', { elements: changed });
  }

  #draw({ gfx, element, attrs = {} }: RenderEvent): SVGElement | undefined {
    const agreement = this.#agreements.get(element.id);
    if (!agreement) return undefined;
    const line = this.bpmnRenderer.drawConnection(gfx, element, { ...attrs, stroke: COLOUR });
    line.style.strokeWidth = '3px';
    line.style.strokeDasharray = dashes[agreement];
    const place = scissorsPlace(element.waypoints ?? [], element.label);
    if (place) drawScissors(gfx, place, agreement);
    return line;
  }
}

function drawScissors(
  visuals: SVGElement,
  place: { x: number; y: number; angle: number },
  agreement: Agreement,
): void {
  const group = badgeAt(visuals, place.x, place.y, `handover-scissors handover-${agreement}`);
  const agreed = agreement === 'agreed';
  draw(group, 'circle', { r: RADIUS, fill: agreed ? COLOUR : '#ffffff', stroke: COLOUR, 'stroke-width': 2 });
  draw(group, 'path', {
    d: scissors,
    fill: 'none',
    stroke: agreed ? '#ffffff' : COLOUR,
    'stroke-width': 1.6,
    'stroke-linecap': 'round',
    transform: `rotate(${place.angle})`,
  });
  if (agreement !== 'outdated') return;
  draw(group, 'circle', {
    cx: RADIUS,
    cy: -RADIUS,
    r: 7,
    fill: COLOUR,
    stroke: '#ffffff',
    'stroke-width': 1,
  });
  draw(group, 'path', {
    d: `M${RADIUS} ${-RADIUS - 4} v4.6 m0 2.4 v0.6`,
    fill: 'none',
    stroke: '#ffffff',
    'stroke-width': 2,
    'stroke-linecap': 'round',
  });
}
