import type { BusinessObject, DiagramElement, ElementRegistry, EventBus } from '../../diagram/elements.js';
import { WHOLE_COMMAND } from '../../diagram/whole-command.js';
import { areaOf, chainOf, containerOf, placingOf, shared, type PlacedNode, type Placing } from './placing.js';

interface Commands {
  registerHandler(name: string, handler: new () => object): void;
  execute(command: string, context: object): void;
}

/** A command of the user and its effect on the lanes, together, so that one undo reverts both. */
class WithLanes {
  preExecute({ run }: { run(): void }): void {
    run();
  }
}

interface Update {
  flowNode: BusinessObject;
  remove: BusinessObject[];
  add: BusinessObject[];
}

/**
 * Keeps steps in their lanes. The file says which lane a step is in, not the place where it is drawn. The
 * library looks at the drawing after every command, and so takes steps out of their lane where the two
 * disagree. Here a step changes its lane only when a person moves it into the area of another lane, or when
 * its lane is deleted or divided. Replaces the library's behaviour of the same name.
 */
export class LaneMembership {
  static $inject = ['eventBus', 'elementRegistry', 'commandStack'];
  #busy = false;
  readonly #moved = new Set<BusinessObject>();
  readonly #replaced = new Map<BusinessObject, BusinessObject>();
  readonly #put = new Map<BusinessObject, BusinessObject>();

  constructor(
    eventBus: EventBus,
    private readonly elements: ElementRegistry,
    private readonly commands: Commands,
  ) {
    commands.registerHandler(WHOLE_COMMAND, WithLanes);
    const execute = commands.execute.bind(commands);
    commands.execute = (command, context) => {
      if (this.#busy) return execute(command, context);
      this.#busy = true;
      try {
        execute(WHOLE_COMMAND, { run: () => this.#run(() => execute(command, context)) });
      } finally {
        this.#busy = false;
        for (const noted of [this.#moved, this.#replaced, this.#put]) noted.clear();
      }
    };
    eventBus.on<{ context: { shapes: DiagramElement[] } }>(
      'commandStack.elements.move.preExecute',
      ({ context }) => {
        for (const shape of context.shapes) this.#noteMoved(shape);
      },
    );
    eventBus.on<{ context: { oldShape: DiagramElement; newShape: DiagramElement } }>(
      'commandStack.shape.replace.postExecute',
      ({ context: { oldShape, newShape } }) => {
        this.#replaced.set(newShape.businessObject, oldShape.businessObject);
      },
    );
  }

  /** Sets the lane of a step after the current command, whatever place it is drawn in. */
  put(shape: DiagramElement, lane: DiagramElement): void {
    this.#put.set(shape.businessObject, lane.businessObject);
  }

  #noteMoved(shape: DiagramElement): void {
    this.#moved.add(shape.businessObject);
    for (const one of [...(shape.children ?? []), ...(shape.attachers ?? [])]) this.#noteMoved(one);
  }

  #run(command: () => void): void {
    const before = placingOf(this.elements);
    command();
    const after = placingOf(this.elements);
    const updates: Update[] = [];
    const settled = new Map<BusinessObject, readonly BusinessObject[]>();
    const settle = (placed: PlacedNode): readonly BusinessObject[] => {
      const known = settled.get(placed.node);
      if (known) return known;
      const host = placed.shape.host && after.nodes.get(placed.shape.host.businessObject);
      const lanes = this.#lanesOf(placed, host && { placed: host, lanes: settle(host) }, before, after);
      settled.set(placed.node, lanes);
      return lanes;
    };
    for (const placed of after.nodes.values()) updates.push(change(placed, settle(placed)));
    for (const [node, placed] of before.nodes) if (!after.nodes.has(node)) updates.push(change(placed, []));
    const made = updates.filter(({ remove, add }) => remove.length + add.length > 0);
    // The library's own command makes these changes, so that undo and redo include them.
    if (made.length > 0) this.commands.execute('lane.updateRefs', { updates: made });
  }

  #lanesOf(
    placed: PlacedNode,
    host: { placed: PlacedNode; lanes: readonly BusinessObject[] } | undefined,
    before: Placing,
    after: Placing,
  ): readonly BusinessObject[] {
    const { node, container } = placed;
    const put = this.#put.get(node);
    if (put) return chainOf(put);
    const was = before.nodes.get(node);
    const former = was ?? before.nodes.get(this.#replaced.get(node) ?? node);
    // An event on the border of a step goes where the step goes.
    if (host) {
      const then = before.nodes.get(host.placed.node);
      return former && then && same(then.lanes, host.lanes) ? former.lanes : host.lanes;
    }
    if (!former) return this.#lanesAt(placed, container, after);
    const kept = former.lanes.filter((lane) => after.lanes.has(lane) || !before.lanes.has(lane));
    const replaced = container && this.#replaced.get(container);
    if (former.container !== container && former.container !== replaced)
      return this.#lanesAt(placed, container, after);
    const roots = new Set([container, ...kept.map(containerOf)]);
    let lanes: readonly BusinessObject[] = kept;
    if (kept.length < former.lanes.length) lanes = unlessNone(this.#lanesAt(placed, container, after), kept);
    else if (was && this.#moved.has(node)) {
      for (const root of roots) lanes = this.#moveIn(root, lanes, was, placed, before, after);
    }
    return this.#withDivided(placed, lanes, before, after);
  }

  /** The lanes of a node in one process or sub-process after a move from one area to another. */
  #moveIn(
    root: BusinessObject | undefined,
    lanes: readonly BusinessObject[],
    was: PlacedNode,
    placed: PlacedNode,
    before: Placing,
    after: Placing,
  ): readonly BusinessObject[] {
    const from = new Set(areaOf(was, root, before).map(({ lane }) => lane));
    // A pool grows with what is put beside it; that moves nobody into a lane.
    const to = areaOf(placed, root, from.size === 0 ? before : after);
    const stays = to.length === 0 || to.some(({ lane }) => lanes.includes(lane));
    if (stays || to.every(({ lane }) => from.has(lane))) return lanes;
    const others = lanes.filter((lane) => containerOf(lane) !== root);
    return [...others, ...this.#lanesAt(placed, root, after, from)];
  }

  /** The lanes in whose area a node is drawn, rather not those of an area that it was moved out of. */
  #lanesAt(
    placed: PlacedNode,
    container: BusinessObject | undefined,
    placing: Placing,
    except: ReadonlySet<BusinessObject> = new Set(),
  ): readonly BusinessObject[] {
    const all = areaOf(placed, container, placing);
    const others = all.filter(({ lane }) => !except.has(lane));
    const [best] = (others.length > 0 ? others : all).sort((a, b) => shared(placed, b) - shared(placed, a));
    return best ? chainOf(best.lane) : [];
  }

  /** A lane that was made inside another, or as the first of a pool, takes in those who are drawn in it. */
  #withDivided(
    placed: PlacedNode,
    lanes: readonly BusinessObject[],
    before: Placing,
    after: Placing,
  ): readonly BusinessObject[] {
    const made = areaOf(placed, placed.container, after).filter(({ lane }) => !before.lanes.has(lane));
    for (const { lane, outer, container } of made) {
      const first = ![...before.lanes.values()].some((one) => one.container === container);
      const inner = lanes.some((one) => after.lanes.get(one)?.outer === outer && one !== lane);
      if (outer ? lanes.includes(outer) && !inner : first) return [...lanes, lane];
    }
    return lanes;
  }
}

const same = (one: readonly BusinessObject[], other: readonly BusinessObject[]): boolean =>
  one.length === other.length && one.every((lane) => other.includes(lane));

const unlessNone = <T>(list: readonly T[], instead: readonly T[]): readonly T[] =>
  list.length > 0 ? list : instead;

function change({ node, lanes }: PlacedNode, wanted: readonly BusinessObject[]): Update {
  const now = node.get('lanes') as BusinessObject[];
  return {
    flowNode: node,
    remove: [...new Set([...now, ...lanes])].filter((lane) => !wanted.includes(lane)),
    add: wanted.filter((lane) => !now.includes(lane)),
  };
}
