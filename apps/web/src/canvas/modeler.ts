import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './canvas.css';
import type BaseViewer from 'bpmn-js/lib/BaseViewer';
import minimap from 'diagram-js-minimap';
import dutch from '../features/dutch/dutch.js';
import handoverScissors, { type HandoverScissors } from '../features/handover-scissors/index.js';
import { knipModdle } from '../features/knip-content/knip-moddle.js';
import knipMarks, { type KnipMarks } from '../features/knip-marks/index.js';
import longNames from '../features/long-names/long-names.js';
import type { Canvas, CanvasOptions, Loaded, StepEditing } from './canvas.js';
import type { DiagramElement, ElementRegistry, EventBus } from './diagram.js';
import { readFlows, readLanes, readNodes } from './reading.js';

interface Drawing {
  zoom(scale: number | 'fit-viewport', center?: 'auto'): number;
  findRoot(element: DiagramElement): DiagramElement | undefined;
  setRootElement(root: DiagramElement): void;
  getRootElement(): DiagramElement;
  scrollToElement(element: DiagramElement, padding: number): void;
}

/** As much as the library's own zoom steps allow with a wheel. */
const ZOOM = { step: 1.25, least: 0.1, most: 4, fitMost: 1.2 };

/**
 * Opens a diagram on screen. The editor's code is loaded on demand: whoever only reads gets the smaller viewer.
 * @param container an element that has its size from the style sheet; the canvas fills it
 */
export async function openCanvas(container: HTMLElement, options: CanvasOptions): Promise<Canvas> {
  const setup = {
    container,
    moddleExtensions: { knip: knipModdle },
    additionalModules: [minimap, knipMarks, handoverScissors, longNames, ...(options.language === 'nl' ? [dutch] : [])],
  };
  if (options.mode === 'view') {
    const { default: Viewer } = await import('bpmn-js/lib/NavigatedViewer');
    return new OpenCanvas(new Viewer(setup), options);
  }
  const { openEditor } = await import('./editor.js');
  const { modeler, editing } = openEditor(setup);
  return new OpenCanvas(modeler, options, editing);
}

class OpenCanvas implements Canvas {
  readonly #elements: ElementRegistry;
  readonly #drawing: Drawing;
  #selecting = false;

  constructor(private readonly viewer: BaseViewer, options: CanvasOptions, readonly editing: StepEditing | undefined = undefined) {
    this.#elements = viewer.get<ElementRegistry>('elementRegistry');
    this.#drawing = viewer.get<Drawing>('canvas');
    const events = viewer.get<EventBus>('eventBus');
    events.on<{ newSelection: DiagramElement[] }>('selection.changed', ({ newSelection }) => {
      if (!this.#selecting) options.onSelect?.(newSelection.map((element) => (element.labelTarget ?? element).id));
    });
    events.on<{ trigger?: string }>('commandStack.changed', ({ trigger }) => {
      if (trigger !== 'clear') options.onChange?.();
    });
  }

  async load(xml: string): Promise<Loaded> {
    const before = this.viewer.getDefinitions();
    try {
      const { warnings } = await this.viewer.importXML(xml);
      const empty = this.#elements.getAll().length <= 1 && hasContent(this.viewer.getDefinitions());
      if (!empty) this.zoomFit();
      return { outcome: empty ? 'noDrawing' : 'drawn', warnings };
    } catch (error) {
      const parsed = this.viewer.getDefinitions() !== undefined && this.viewer.getDefinitions() !== before;
      const { warnings = [], message = '' } = error as { warnings?: string[]; message?: string };
      return { outcome: parsed ? 'noDrawing' : 'unreadable', warnings: parsed ? warnings : [...warnings, message] };
    }
  }

  async xml(): Promise<string> {
    return (await this.viewer.saveXML({ format: true })).xml ?? '';
  }

  async svg(): Promise<string> {
    return (await this.viewer.saveSVG()).svg;
  }

  select(id: string | undefined): void {
    const element = id === undefined ? undefined : this.#elements.get(id);
    const selection = this.viewer.get<{ select(elements: DiagramElement[]): void }>('selection');
    this.#selecting = true;
    selection.select(element ? [element] : []);
    this.#selecting = false;
  }

  focus(id: string): void {
    const element = this.#elements.get(id);
    if (!element) return;
    const root = this.#drawing.findRoot(element);
    if (root && root !== this.#drawing.getRootElement()) this.#drawing.setRootElement(root);
    this.select(id);
    this.#drawing.scrollToElement(element, 80);
  }

  markCut(shown: Parameters<Canvas['markCut']>[0]): void {
    this.viewer.get<KnipMarks>('knipMarks').show(shown.steps);
    this.viewer.get<HandoverScissors>('handoverScissors').show(shown.handovers);
  }

  nodes = () => readNodes(this.#elements);

  lanes = () => readLanes(this.#elements);

  flowsOf(id: string): ReturnType<Canvas['flowsOf']> {
    const element = this.#elements.get(id);
    return element ? readFlows(element) : { incoming: [], outgoing: [] };
  }

  zoomFit(): void {
    const scale = this.#drawing.zoom('fit-viewport', 'auto');
    if (scale > ZOOM.fitMost) this.#drawing.zoom(ZOOM.fitMost, 'auto');
  }

  zoomIn = () => this.#zoom(ZOOM.step);

  zoomOut = () => this.#zoom(1 / ZOOM.step);

  toggleMinimap(): boolean {
    const map = this.viewer.get<{ toggle(): void; isOpen(): boolean }>('minimap');
    map.toggle();
    return map.isOpen();
  }

  destroy(): void {
    this.viewer.destroy();
  }

  #zoom(factor: number): void {
    const canvas = this.viewer.get<{ zoom(scale?: number): number }>('canvas');
    canvas.zoom(Math.min(ZOOM.most, Math.max(ZOOM.least, canvas.zoom() * factor)));
  }
}

/** Whether a file describes anything that a drawing should have shown. */
function hasContent(definitions: { rootElements?: { flowElements?: unknown[] }[] } | undefined): boolean {
  return definitions?.rootElements?.some((root) => (root.flowElements?.length ?? 0) > 0) ?? false;
}
