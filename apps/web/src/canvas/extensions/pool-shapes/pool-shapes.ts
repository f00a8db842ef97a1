import type { BusinessObject, EventBus } from '../../diagram/elements.js';

interface Definitions {
  diagrams?: { plane?: { bpmnElement?: BusinessObject; planeElement?: Shape[] } }[];
}

interface Shape {
  bpmnElement?: BusinessObject;
}

/**
 * In some files, the shape of a pool names the process of that pool. The library would then draw no pool, and
 * nobody could move anything in it. So the shape names the pool while the drawing is open. The saved file
 * names the process, as before.
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
