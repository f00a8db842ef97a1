import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './canvas.css';
import type { BaseViewerOptions, default as BaseViewer } from 'bpmn-js/lib/BaseViewer';
import Viewer from 'bpmn-js/lib/NavigatedViewer';
import outline from 'bpmn-js/lib/features/outline';
import minimap from 'diagram-js-minimap';
import dutch, { type Speech } from './extensions/dutch/index.js';
import handoverScissors, { type HandoverScissors } from './extensions/handover-scissors/index.js';
import type { InHand } from './extensions/in-hand/index.js';
import { knipModdle } from './extensions/knip-content/index.js';
import knipMarks, { type KnipMarks } from './extensions/knip-marks/index.js';
import longNames from './extensions/long-names/index.js';
import poolShapes from './extensions/pool-shapes/index.js';
import type { Canvas, CanvasOptions, Loaded, StepEditing } from './canvas.js';
import type { Language } from '#bpmn';
import type { DiagramElement, ElementRegistry, EventBus, Point, Rect } from './diagram/elements.js';
import { drawable } from './drawable.js';
import { LETTERS, lettersHere } from './diagram/letters.js';
import { readFlows, readLanes, readNodes } from './diagram/read-nodes.js';
import { Zooming, type Zoomable } from './zooming.js';

interface CanvasService {
  getContainer(): HTMLElement;
  viewbox(box?: Rect): Rect & { scale: number; outer: { width: number; height: number } };
  findRoot(element: DiagramElement): DiagramElement | undefined;
  setRootElement(root: DiagramElement): void;
  getRootElement(): DiagramElement;
  scrollToElement(
    element: DiagramElement,
    padding: { top: number; right: number; bottom: number; left: number },
  ): void;
}

/** Where one looks, and the ids of what is selected. */
interface View extends Point {
  scale: number;
  selected: string[];
}

type Modules = NonNullable<BaseViewerOptions['additionalModules']>;

interface Selecting {
  get(): DiagramElement[];
  select(elements: DiagramElement[]): void;
}

/**
 * Room kept around an element that is scrolled into view: the palette is at the left, the menu of the element
 * at its right.
 */
const AROUND = { top: 60, right: 140, bottom: 80, left: 110 };

/**
 * Opens a diagram on screen. The editor's code is loaded on demand: reading takes the smaller
 * viewer.
 * @param container an element that has its size from the style sheet; the canvas fills it
 */
export async function openCanvas(container: HTMLElement, options: CanvasOptions): Promise<Canvas> {
  // The library outlines what is chosen in its editor alone; who only reads must see it too.
  const setup = setupOf(container, options, [minimap, outline]);
  const canvas =
    options.mode === 'view'
      ? new OpenCanvas(new Viewer(setup), options)
      : await openForEditing(setup, options);
  return canvas;
}

/**
 * The same for viewing, with canvas extensions of the caller's; gives the library's viewer as well, for what
 * they add.
 * @param modules extensions beside the marks of the knip
 */
export function openViewer(
  container: HTMLElement,
  options: Omit<CanvasOptions, 'mode'>,
  modules: Modules,
): { viewer: BaseViewer; canvas: Canvas } {
  const viewer = new Viewer(setupOf(container, options, modules));
  return { viewer, canvas: new OpenCanvas(viewer, { ...options, mode: 'view' }) };
}

function setupOf(
  container: HTMLElement,
  { language }: Pick<CanvasOptions, 'language'>,
  modules: Modules,
): BaseViewerOptions & { language: Language } {
  const additionalModules = [...modules, dutch, knipMarks, handoverScissors, longNames, poolShapes];
  return {
    container,
    moddleExtensions: { knip: knipModdle },
    textRenderer: { defaultStyle: { fontFamily: LETTERS } },
    additionalModules,
    language,
  };
}

async function openForEditing(setup: BaseViewerOptions, options: CanvasOptions): Promise<Canvas> {
  const { openEditor } = await import('./editor.js');
  const { modeler, editing, hand } = openEditor(setup, options);
  return new OpenCanvas(modeler, options, editing, hand);
}

class OpenCanvas implements Canvas {
  readonly #elements: ElementRegistry;
  readonly #drawing: CanvasService;
  readonly #zooming: Zooming;
  #selecting = false;
  /** Marks that wait until nothing is in hand: drawing them would close an open menu. */
  #marksWaiting: Parameters<Canvas['markCut']>[0] | undefined;

  constructor(
    private readonly viewer: BaseViewer,
    options: CanvasOptions,
    readonly editing: StepEditing | undefined = undefined,
    private readonly hand?: InHand,
  ) {
    this.#elements = viewer.get<ElementRegistry>('elementRegistry');
    this.#drawing = viewer.get<CanvasService>('canvas');
    this.#zooming = new Zooming(viewer.get<Zoomable>('canvas'), options.mode === 'edit');
    const events = viewer.get<EventBus>('eventBus');
    events.on<{ newSelection: DiagramElement[] }>('selection.changed', ({ newSelection }) => {
      if (!this.#selecting)
        options.onSelect?.(newSelection.map((element) => (element.labelTarget ?? element).id));
    });
    events.on<{ trigger?: string }>('commandStack.changed', ({ trigger }) => {
      if (trigger !== 'clear') options.onChange?.();
    });
    events.on('inHand.typed', () => options.onChange?.());
    events.on<{ inHand: boolean }>('inHand.changed', ({ inHand }) => {
      if (!inHand && this.#marksWaiting) this.markCut(this.#marksWaiting);
      options.onInHand?.(inHand);
    });
    this.#picture()?.setAttribute('role', options.mode === 'edit' ? 'application' : 'img');
    this.#nameIn(options.language);
  }

  /** The drawing takes the focus and answers to keys, so it says what it is. */
  #nameIn(language: Language): void {
    this.#picture()?.setAttribute('aria-label', language === 'nl' ? 'Tekening' : 'Drawing');
  }

  #picture(): Element | null {
    return this.#drawing.getContainer().querySelector(':scope > svg');
  }

  speak(language: Language): void {
    this.viewer.get<Speech>('speech').speak(language);
    this.#nameIn(language);
  }

  inHand = () => this.hand?.is ?? false;

  finishText = () => this.hand?.finishText();

  async load(
    xml: string,
    { keepView = false, unplaced = false }: Parameters<Canvas['load']>[1] = {},
  ): Promise<Loaded> {
    if (!drawable(xml))
      return { outcome: 'noDrawing', warnings: ['the drawing has coordinates that no screen can show'] };
    await lettersHere();
    const before = this.viewer.getDefinitions();
    const kept = keepView && before ? this.#view() : undefined;
    this.#selecting = true;
    try {
      const { warnings } = await this.viewer.importXML(xml);
      const empty = this.#elements.getAll().length <= 1 && hasContent(this.viewer.getDefinitions());
      if (empty) return { outcome: 'noDrawing', warnings: warnings.map(wordsOf) };
      if (kept) this.#show(kept);
      else if (!unplaced) this.#zooming.begin();
      const read = { warnings: warnings.map(wordsOf) };
      if (!this.editing) return { outcome: 'drawn', ...read };
      const written = await this.#written();
      return written === undefined
        ? { outcome: 'viewOnly', ...read }
        : { outcome: 'drawn', written, ...read };
    } catch (error) {
      const parsed = this.viewer.getDefinitions() !== undefined && this.viewer.getDefinitions() !== before;
      const { warnings = [] } = error as { warnings?: unknown[] };
      return {
        outcome: parsed ? 'noDrawing' : 'unreadable',
        warnings: [...warnings, ...(parsed ? [] : [error])].map(wordsOf),
      };
    } finally {
      this.#selecting = false;
    }
  }

  #view(): View {
    const { x, y, scale } = this.#drawing.viewbox();
    return {
      x,
      y,
      scale,
      selected: this.viewer
        .get<Selecting>('selection')
        .get()
        .map(({ id }) => id),
    };
  }

  #show({ x, y, scale, selected }: View): void {
    const { outer } = this.#drawing.viewbox();
    this.#drawing.viewbox({ x, y, width: outer.width / scale, height: outer.height / scale });
    this.viewer.get<Selecting>('selection').select(selected.flatMap((id) => this.#elements.get(id) ?? []));
  }

  /** Some vendors' extensions can be read by the library and not written. */
  #written(): Promise<string | undefined> {
    return this.xml().catch(() => undefined);
  }

  async xml(): Promise<string> {
    return (await this.viewer.saveXML({ format: true })).xml ?? '';
  }

  async svg(): Promise<string> {
    return (await this.viewer.saveSVG()).svg;
  }

  select(id: string | undefined): void {
    const element = id === undefined ? undefined : this.#elements.get(id);
    this.#selecting = true;
    this.viewer.get<Selecting>('selection').select(element ? [element] : []);
    this.#selecting = false;
  }

  focus(id: string): void {
    const element = this.#elements.get(id);
    if (!element) return;
    const root = this.#drawing.findRoot(element);
    if (root && root !== this.#drawing.getRootElement()) this.#drawing.setRootElement(root);
    this.select(id);
    this.#drawing.scrollToElement(element, AROUND);
  }

  markCut(shown: Parameters<Canvas['markCut']>[0]): void {
    this.#marksWaiting = this.inHand() ? shown : undefined;
    if (this.#marksWaiting) return;
    this.viewer.get<KnipMarks>('knipMarks').show(shown.steps);
    this.viewer.get<HandoverScissors>('handoverScissors').show(shown.handovers);
  }

  nodes = () => readNodes(this.#elements);

  lanes = () => readLanes(this.#elements);

  flowsOf(id: string): ReturnType<Canvas['flowsOf']> {
    const element = this.#elements.get(id);
    return element ? readFlows(element) : { incoming: [], outgoing: [] };
  }

  zoomBegin = () => this.#zooming.begin();

  zoomFit = () => this.#zooming.fit();

  zoomIn = () => this.#zooming.closer();

  zoomOut = () => this.#zooming.further();

  toggleMinimap(): boolean {
    const map = this.viewer.get<{ toggle(): void; isOpen(): boolean }>('minimap');
    map.toggle();
    return map.isOpen();
  }

  destroy(): void {
    this.viewer.destroy();
  }
}

/** The library's warnings are errors, whatever its types say. */
function wordsOf(warning: unknown): string {
  return warning instanceof Object && 'message' in warning ? String(warning.message) : String(warning);
}

/** Whether a file describes anything that a drawing should have shown. */
function hasContent(definitions: { rootElements?: { flowElements?: unknown[] }[] } | undefined): boolean {
  return definitions?.rootElements?.some((root) => (root.flowElements?.length ?? 0) > 0) ?? false;
}
