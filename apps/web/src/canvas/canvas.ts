import type { Language } from '#bpmn';
import type { Marked } from './diagram/marked.js';
import type { Standing } from './diagram/standing.js';
import type { CanvasFlow, CanvasLane, CanvasNode, NodeKind } from './diagram/nodes.js';

/** How a file came out on the canvas. */
export interface Loaded {
  /**
   * `viewOnly`: drawn, but the editor could not write the file again: it must not be changed here, decisions
   * can be taken. `noDrawing`: valid, but without anything to draw; the step list is all there is.
   * `unreadable`: no BPMN at all.
   */
  outcome: 'drawn' | 'viewOnly' | 'noDrawing' | 'unreadable';
  /** What the editor could not read or would lose on saving, in the library's English words. */
  warnings: string[];
  /** The drawing as the editor writes it; absent where it cannot, and where it is only viewed. */
  written?: string;
}

/**
 * Editing without a pointer; everything goes through the editor's command stack, so layout, undo and redo
 * work as with the pointer.
 */
export interface StepEditing {
  /** Makes a flow node after `afterId` (connected to it) or at a free place in the lane. Gives its id. */
  addStep(step: { name: string; kind: NodeKind; laneId?: string; afterId?: string }): string;
  rename(id: string, name: string): void;
  /**
   * Moves the node to a free place in the lane and lays out its flows again. False when it cannot: it stands
   * in a sub-process, or in another pool.
   */
  moveToLane(id: string, laneId: string): boolean;
  /** Gives the id of the new flow; undefined where BPMN allows none between the two. */
  connect(fromId: string, toId: string): string | undefined;
  disconnect(flowId: string): void;
  /** Removes the node and its flows; with exactly one flow in and one out, the two are joined. */
  remove(id: string): void;
  setKind(id: string, kind: NodeKind): void;
  /** Says which side of the knip the lane's work is on; undefined: neither. */
  setLaneSide(laneId: string, side: 'front' | 'back' | undefined): void;
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Whether the last change stands: true at once, unless it has to be asked about first. */
  readonly answered: Promise<boolean>;
}

/** A diagram on screen. Made by `openCanvas` of modeler.ts; the ids are those of the BPMN elements. */
export interface Canvas {
  /**
   * Shows a diagram, fitted to the window; `keepView`: at the place and zoom of the one before; `unplaced`:
   * wherever, since the caller looks for a place.
   */
  load(xml: string, options?: { keepView?: boolean; unplaced?: boolean }): Promise<Loaded>;
  /** The diagram as BPMN XML, formatted; with the text in an open box. */
  xml(): Promise<string>;
  /** The picture with its marks, as a stand-alone SVG document. */
  svg(): Promise<string>;
  /** Selects an element, or nothing. Does not call `onSelect`. */
  select(id: string | undefined): void;
  /** Selects an element, opens the plane it is on and scrolls it into view. */
  focus(id: string): void;
  /**
   * Draws sides, undecided steps, bindings and hand-overs; call again after every decision and every change.
   * Waits while something is in hand.
   */
  markCut(shown: Marked): void;
  nodes(): CanvasNode[];
  lanes(): CanvasLane[];
  flowsOf(id: string): { incoming: CanvasFlow[]; outgoing: CanvasFlow[] };
  /** As after `load`: the whole diagram where its names can be read then, else its beginning. */
  zoomBegin(): void;
  zoomFit(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Gives whether the minimap is open now. */
  toggleMinimap(): boolean;
  /** Says everything in this language from now on; what was drawn, selected and undone stays. */
  speak(language: Language): void;
  /**
   * Whether the person is in the middle of something: a text box or menu is open, something is being dragged
   * or drawn. Another drawing must not come under it.
   */
  inHand(): boolean;
  /** Closes an open text box, its text taken over. */
  finishText(): void;
  /** Undefined when the canvas was opened for viewing. */
  readonly editing: StepEditing | undefined;
  destroy(): void;
}

export interface CanvasOptions {
  mode: 'edit' | 'view';
  language: Language;
  /** Ids of the elements selected by the user. */
  onSelect?(elementIds: string[]): void;
  /** The diagram changed: by pointer, by keyboard, by `editing`, by undo, by typing. Not called by `load`. */
  onChange?(): void;
  /** The person began something, or ended it; see `inHand`. */
  onInHand?(inHand: boolean): void;
  /**
   * The drawing was changed, not by undo or redo. Gives a promise where that has to be asked about: the
   * change is then made only when the answer is yes.
   */
  consider?(before: Standing, after: Standing): Promise<boolean> | undefined;
}
