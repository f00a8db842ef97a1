import type { StepEditing } from './canvas.js';
import type { NodeKind } from './diagram/nodes.js';
import type { DiagramElement, ElementRegistry, Point } from './diagram/elements.js';
import { layFlowsOut } from './flow-layout.js';
import { freePlace } from './free-place.js';
import { enclosingSubProcess, isLane, isNode } from './diagram/read-nodes.js';

const GAP = 50;

interface Modeling {
  createShape(shape: DiagramElement, position: Point, parent: DiagramElement): DiagramElement;
  moveElements(shapes: DiagramElement[], delta: Point, parent: DiagramElement): void;
  updateLabel(element: DiagramElement, name: string): void;
  updateProperties(element: DiagramElement, properties: Record<string, unknown>): void;
  connect(source: DiagramElement, target: DiagramElement, attrs?: object): DiagramElement;
  reconnectStart(flow: DiagramElement, source: DiagramElement, docking: Point): void;
  layoutConnection(flow: DiagramElement, hints: object): void;
  removeElements(elements: DiagramElement[]): void;
  resizeShape(shape: DiagramElement, bounds: object): void;
  createSpace(
    moving: DiagramElement[],
    resizing: DiagramElement[],
    delta: Point,
    direction: string,
    start: number,
  ): void;
}

/** The services of the editor that editing without a pointer needs. */
export interface EditorServices {
  modeling: Modeling;
  elements: ElementRegistry;
  elementFactory: { createShape(attrs: object): DiagramElement };
  replace: { replaceElement(element: DiagramElement, target: object): DiagramElement };
  rules: { allowed(action: string, context: object): object | boolean | null };
  space: {
    calculateAdjustments(
      elements: DiagramElement[],
      axis: string,
      delta: number,
      start: number,
    ): { movingShapes: DiagramElement[]; resizingShapes: DiagramElement[] };
  };
  commands: {
    registerHandler(name: string, handler: new () => object): void;
    execute(name: string, context: object): void;
    undo(): void;
    redo(): void;
    canUndo(): boolean;
    canRedo(): boolean;
  };
  membership: { put(shape: DiagramElement, lane: DiagramElement): void };
  /** Whether there is text in an open box that is not in the drawing yet. */
  isTyping(): boolean;
  askedFirst: { answered: Promise<boolean> };
  root(): DiagramElement;
}

/** Runs several commands of the editor as one, so that one undo takes back what the user did in one go. */
class AsOne {
  preExecute(context: { run(): void }): void {
    context.run();
  }
}

/** Editing through the editor's own commands, for the step list, where no pointer is needed. */
export function stepEditing(services: EditorServices): StepEditing {
  const { modeling, elements, commands } = services;
  commands.registerHandler('knip.asOne', AsOne);
  const asOne = (run: () => void) => commands.execute('knip.asOne', { run });
  const known = (id: string): DiagramElement => {
    const element = elements.get(id);
    if (!element) throw new Error(`There is no element ${id} on the canvas.`);
    return element;
  };

  const connect = (source: DiagramElement, target: DiagramElement): DiagramElement | undefined => {
    const allowed = services.rules.allowed('connection.create', { source, target });
    return allowed ? modeling.connect(source, target, typeof allowed === 'object' ? allowed : {}) : undefined;
  };

  const flowsAnew = (shape: DiagramElement): void => layFlowsOut(shape, elements.filter(isNode), modeling);

  /** What holds the steps: the sub-process or pool of an element, else the plane. */
  const containerOf = (element: DiagramElement): DiagramElement => {
    let parent = isLane(element) ? element : element.parent;
    while (parent && isLane(parent)) parent = parent.parent;
    return parent ?? services.root();
  };

  const obstaclesIn = (container: DiagramElement, except?: DiagramElement): DiagramElement[] =>
    (container.children ?? []).filter(
      (child) =>
        !isLane(child) &&
        !child.waypoints &&
        !(except && (child === except || child.labelTarget === except)) &&
        child.type !== 'bpmn:Participant' &&
        child.type !== 'bpmn:Group',
    );

  /** Gives a free middle; where there is none the pool or lane grows to the right. */
  const placeFor = (
    shape: DiagramElement,
    area: DiagramElement | undefined,
    container: DiagramElement,
    wanted: Point,
  ): Point => {
    const obstacles = obstaclesIn(container, shape);
    const bounds = area ?? (container.parent ? container : { x: -1e6, y: -1e6, width: 2e6, height: 2e6 });
    const place = freePlace(inner(bounds, area !== undefined), obstacles, shape, wanted);
    if (place) return place;
    const right = Math.max(bounds.x + bounds.width, ...obstacles.map((other) => other.x + other.width));
    const grown = shape.width + 2 * GAP;
    const outer = container.parent ? container : area;
    if (outer)
      modeling.resizeShape(outer, {
        x: outer.x,
        y: outer.y,
        width: right + grown - outer.x,
        height: outer.height,
      });
    return { x: right + grown / 2, y: bounds.y + bounds.height / 2 };
  };

  /** Moves what is to the right of a step further right, so that another step fits behind it. */
  const makeRoom = (behind: DiagramElement, before: DiagramElement, width: number): void => {
    const right = behind.x + behind.width;
    const missing = width + 2 * GAP - (before.x - right);
    if (missing <= 0 || before.x < right) return;
    const planes = [...descendants(services.root())];
    const { movingShapes, resizingShapes } = services.space.calculateAdjustments(
      planes,
      'x',
      missing,
      right + 1,
    );
    modeling.createSpace(movingShapes, resizingShapes, { x: missing, y: 0 }, 'e', right + 1);
  };

  return {
    addStep({ name, kind, laneId, afterId }) {
      let id = '';
      asOne(() => {
        const shape = services.elementFactory.createShape(shapeOf(kind));
        const after = afterId === undefined ? undefined : known(afterId);
        const lane = laneId === undefined ? undefined : known(laneId);
        const container = after ? containerOf(after) : lane ? containerOf(lane) : stepsAt(services.root());
        const onward = after?.outgoing.filter((flow) => flow.type === 'bpmn:SequenceFlow') ?? [];
        const flow = onward.length === 1 && kind !== 'endEvent' ? onward[0] : undefined;
        if (after && flow?.target) makeRoom(after, flow.target, shape.width);
        const area = lane && (!after || !enclosingSubProcess(after)) ? lane : undefined;
        const around = area ?? laneFor(elements, container, after);
        const wanted =
          after && (!area || inside(area, middle(after)))
            ? { x: after.x + after.width + GAP + shape.width / 2, y: middle(after).y }
            : {
                x: after
                  ? after.x + after.width + GAP + shape.width / 2
                  : lastOf(around ?? container, obstaclesIn(container)) + GAP + shape.width / 2,
                y: middle(around ?? container).y,
              };
        const made = modeling.createShape(shape, placeFor(shape, around, container, wanted), container);
        if (area) services.membership.put(made, area);
        if (name) modeling.updateLabel(made, name);
        if (flow) modeling.reconnectStart(flow, made, middle(made));
        if (after) connect(after, made);
        flowsAnew(made);
        id = made.id;
      });
      return id;
    },
    rename: (id, name) => modeling.updateLabel(known(id), name),
    moveToLane(id, laneId) {
      const shape = known(id);
      const lane = known(laneId);
      if (enclosingSubProcess(shape) || shape.host || containerOf(lane) !== containerOf(shape)) return false;
      asOne(() => {
        const container = containerOf(shape);
        services.membership.put(shape, lane);
        const place = placeFor(shape, lane, container, { x: middle(shape).x, y: middle(lane).y });
        const from = middle(shape);
        modeling.moveElements([shape], { x: place.x - from.x, y: place.y - from.y }, container);
        flowsAnew(shape);
      });
      return true;
    },
    connect: (fromId, toId) => connect(known(fromId), known(toId))?.id,
    disconnect: (flowId) => modeling.removeElements([known(flowId)]),
    remove: (id) => modeling.removeElements([known(id)]),
    setKind: (id, kind) => void services.replace.replaceElement(known(id), shapeOf(kind)),
    setLaneSide: (laneId, side) => modeling.updateProperties(known(laneId), { 'knip:side': side }),
    undo: () => commands.undo(),
    redo: () => commands.redo(),
    canUndo: () => commands.canUndo() || services.isTyping(),
    canRedo: () => commands.canRedo(),
    get answered() {
      return services.askedFirst.answered;
    },
  };
}

function shapeOf(kind: NodeKind): { type: string; isExpanded?: boolean } {
  return {
    type: `bpmn:${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    ...(kind === 'subProcess' && { isExpanded: false }),
  };
}

/**
 * Where steps are drawn on a plane: its first pool that is not just an outside party, else the plane itself.
 */
function stepsAt(root: DiagramElement): DiagramElement {
  const pools =
    root.children?.filter((child) => child.type === 'bpmn:Participant' && !child.labelTarget) ?? [];
  return pools.find((pool) => (pool.children?.length ?? 0) > 0) ?? pools[0] ?? root;
}

/**
 * The innermost lane that a step stands in, or without a step the first; none where the container has no
 * lanes.
 */
function laneFor(
  elements: ElementRegistry,
  container: DiagramElement,
  step?: DiagramElement,
): DiagramElement | undefined {
  const lanes = elements.filter(
    (element) => isLane(element) && !element.children?.some(isLane) && holderOf(element) === container,
  );
  return step ? lanes.find((lane) => inside(lane, middle(step))) : lanes[0];
}

/** What holds the lane that holds the lane, and so on: a pool or a plane. */
function holderOf(lane: DiagramElement): DiagramElement | undefined {
  return lane.parent && isLane(lane.parent) ? holderOf(lane.parent) : lane.parent;
}

/** Without the head of a pool or lane. */
function inner(bounds: { x: number; y: number; width: number; height: number }, lane: boolean) {
  return lane ? { x: bounds.x + 30, y: bounds.y, width: bounds.width - 30, height: bounds.height } : bounds;
}

function* descendants(element: DiagramElement): Generator<DiagramElement> {
  for (const child of element.children ?? []) {
    yield child;
    yield* descendants(child);
  }
}

const middle = (shape: { x: number; y: number; width: number; height: number }): Point => ({
  x: shape.x + shape.width / 2,
  y: shape.y + shape.height / 2,
});

const inside = (area: DiagramElement, point: Point): boolean =>
  point.x >= area.x && point.x <= area.x + area.width && point.y >= area.y && point.y <= area.y + area.height;

/** The right end of what is in an area, or its beginning when nothing does. */
function lastOf(area: DiagramElement, others: DiagramElement[]): number {
  const within = others.filter((other) => isNode(other) && (!area.parent || inside(area, middle(other))));
  return Math.max(area.parent ? area.x : 0, ...within.map((other) => other.x + other.width));
}
