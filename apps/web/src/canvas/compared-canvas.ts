import type { Language } from '#bpmn';
import changeMarks, { type ChangeMark, type ChangeMarks } from './extensions/change-marks/index.js';
import type { Canvas, Loaded } from './canvas.js';
import type { Marked } from './diagram/marked.js';
import type { DiagramElement, ElementRegistry, EventBus, Rect } from './diagram/elements.js';
import { openViewer } from './modeler.js';
import type { Viewed } from './paired-views.js';
import { pictureOf } from './picture-of.js';

interface CanvasService {
  viewbox(box?: Rect): Rect & { scale: number; outer: { width: number; height: number } };
  resized(): void;
  getSize(): { width: number; height: number };
  findRoot(element: DiagramElement): DiagramElement | undefined;
  getRootElement(): DiagramElement;
  setRootElement(root: DiagramElement): void;
  getContainer(): HTMLElement;
  getActiveLayer(): SVGGElement | null;
}

/** One of two drawings that are looked at beside each other; nothing in it can be changed. */
export interface ComparedCanvas extends Viewed {
  /** What the drawing is called. */
  name(name: string): void;
  /** The drawing lies wherever: the caller looks for a place. */
  load(xml: string): Promise<Loaded>;
  /** Draws what differs and the knip; before `load` it costs nothing of its own. */
  mark(changes: readonly ChangeMark[], cut: Marked | undefined): void;
  /** Brings out an element with its marks, and opens the plane it is on; nothing: none. */
  bringOut(id: string | undefined): void;
  /** Where an element stands; undefined where the drawing does not have it. */
  boundsOf(id: string | undefined): Rect | undefined;
  closer(): void;
  further(): void;
  /** The container got another size. */
  resized(): void;
  /** A copy of what is drawn, marks included, to stand on paper; undefined where nothing is drawn. */
  picture(): SVGSVGElement | undefined;
  destroy(): void;
}

export interface ComparedOptions {
  language: Language;
  onSelect(elementId: string | undefined): void;
  /** What is seen of it changed, by whomever. */
  onMove(): void;
}

/** @param container an element that has its size from the style sheet; the canvas fills it */
export function openComparedCanvas(
  container: HTMLElement,
  { language, onSelect, onMove }: ComparedOptions,
): ComparedCanvas {
  const { viewer, canvas } = openViewer(
    container,
    { language, onSelect: (ids) => onSelect(ids.length === 1 ? ids[0] : undefined) },
    [changeMarks],
  );
  const drawing = viewer.get<CanvasService>('canvas');
  const elements = viewer.get<ElementRegistry>('elementRegistry');
  const marks = viewer.get<ChangeMarks>('changeMarks');
  viewer.get<EventBus>('eventBus').on('canvas.viewbox.changed', onMove);
  let alive = true;
  return {
    name: (name) => container.querySelector('.djs-container > svg')?.setAttribute('aria-label', name),
    // The caller finds the place for both drawings: measuring one costs as much as drawing it.
    load: (xml) => canvas.load(xml, { unplaced: true }),
    mark: (changes, cut) => {
      // The page may still have something to mark when it has just let go of the canvas.
      if (!alive) return;
      marks.show(changes);
      if (cut) canvas.markCut(cut);
    },
    bringOut: (id) => {
      showPlaneOf(drawing, id === undefined ? undefined : elements.get(id));
      canvas.select(id);
      marks.bringOut(id === undefined ? [] : [id]);
    },
    boundsOf: (id) => boundsOf(id === undefined ? undefined : elements.get(id)),
    window: () => {
      const { x, y, width, height, scale } = drawing.viewbox();
      return { x, y, width, height, scale };
    },
    look: ({ x, y, scale }) => {
      const { width, height } = drawing.getSize();
      if (width > 0 && height > 0) drawing.viewbox({ x, y, width: width / scale, height: height / scale });
    },
    ...zoomingOf(canvas, drawing),
    resized: () => drawing.resized(),
    picture: () => pictureOf(container, drawing.getActiveLayer()),
    destroy: () => {
      alive = false;
      canvas.destroy();
    },
  };
}

/** The library remembers the size it had; the page may have been rearranged since. */
function zoomingOf(canvas: Canvas, drawing: CanvasService) {
  const now = (act: () => void) => () => {
    drawing.resized();
    act();
  };
  return {
    begin: now(() => canvas.zoomBegin()),
    fit: now(() => canvas.zoomFit()),
    closer: now(() => canvas.zoomIn()),
    further: now(() => canvas.zoomOut()),
  };
}

function showPlaneOf(drawing: CanvasService, element: DiagramElement | undefined): void {
  const root = element && drawing.findRoot(element);
  if (root && root !== drawing.getRootElement()) drawing.setRootElement(root);
}

function boundsOf(element: DiagramElement | undefined): Rect | undefined {
  if (!element) return undefined;
  const { waypoints } = element;
  if (!waypoints)
    return element.parent && { x: element.x, y: element.y, width: element.width, height: element.height };
  const [left, top] = [Math.min(...waypoints.map(({ x }) => x)), Math.min(...waypoints.map(({ y }) => y))];
  return {
    x: left,
    y: top,
    width: Math.max(...waypoints.map(({ x }) => x)) - left,
    height: Math.max(...waypoints.map(({ y }) => y)) - top,
  };
}
