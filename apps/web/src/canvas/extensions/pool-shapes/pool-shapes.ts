import type { BusinessObject, EventBus } from '../../diagram/elements.js';

interface Definitions {
  diagrams?: { plane?: { bpmnElement?: BusinessObject; planeElement?: Shape[] } }[];
}

interface Shape {
  bpmnElement?: BusinessObject;
}

/**
 * Some tools let the shape of a pool name the pool's process. The library would draw no pool then, and
 * nothing in it could be moved. Here the shape is the pool's while the drawing is open; the file keeps what
 * it said.
 */
export class PoolShapes {
  static $inject = ['eventBus'];
  readonly #named = new Map<Shape, { process: BusinessObject; pool: BusinessObject }>();

  constructor(eventBus: EventBus) {
    eventBus.on<{ definitions: Definitions }>('import.render.start', ({ definitions }) => {
      this.#named.clear();
      for (const { plane } of definitions.diagrams ?? []) this.#nameIn(plane ?? {});
    });
    eventBus.on('saveXML.start', () => this.#each(({ process }) => process));
    eventBus.on('saveXML.done', () => this.#each(({ pool }) => pool));
  }

  #nameIn({
    bpmnElement: shown,
    planeElement = [],
  }: {
    bpmnElement?: BusinessObject;
    planeElement?: Shape[];
  }) {
    if (shown?.$type !== 'bpmn:Collaboration') return;
    const drawn = new Set(planeElement.map(({ bpmnElement }) => bpmnElement));
    for (const shape of planeElement) {
      const process = shape.bpmnElement;
      if (process?.$type !== 'bpmn:Process') continue;
      const pool = (shown.get('participants') as BusinessObject[]).find(
        (one) => one.get('processRef') === process && !drawn.has(one),
      );
      if (!pool) continue;
      drawn.add(pool);
      shape.bpmnElement = pool;
      this.#named.set(shape, { process, pool });
    }
  }

  #each(named: (one: { process: BusinessObject; pool: BusinessObject }) => BusinessObject): void {
    for (const [shape, one] of this.#named) shape.bpmnElement = named(one);
  }
}
