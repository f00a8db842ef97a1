import type { DiagramElement, EventBus } from '../../diagram/elements.js';
import { lendText } from './open-text.js';

interface DirectEditing {
  isActive(): boolean;
  getValue(): string;
  complete(): void;
}

interface Openable {
  isOpen(): boolean;
}

/** Events that may begin or end an action. After each, the code checks whether it did. */
const TURNS = [
  'directEditing.activate',
  'directEditing.deactivate',
  'drag.init',
  'drag.ended',
  'drag.canceled',
  'drag.cleanup',
  'popupMenu.opened',
  'popupMenu.close',
  'popupMenu.closed',
  'searchPad.opened',
  'searchPad.closed',
  'diagram.clear',
  'askedFirst.asked',
  'askedFirst.answered',
];
/** A low priority: the library itself handles the event first. */
const LAST = 1;

/**
 * What the person is in the middle of: a text box, menu or search that is open, a pointer that is pressed,
 * something that is being dragged or drawn. Another drawing must not come under it. The text in an open box
 * is work like any other: it is written along with the drawing, and typing it counts as a change.
 */
export class InHand {
  static $inject = ['eventBus', 'canvas', 'directEditing', 'dragging', 'popupMenu', 'searchPad'];
  #pressed = false;
  /** A question about the last change is on screen. */
  #asked = false;
  #was = false;
  #before = '';
  #box: DiagramElement | undefined;
  #takeBack: () => void = () => undefined;

  constructor(
    private readonly eventBus: EventBus,
    canvas: { getContainer(): HTMLElement },
    private readonly directEditing: DirectEditing,
    private readonly dragging: { context(): unknown },
    private readonly popupMenu: Openable,
    private readonly searchPad: Openable,
  ) {
    eventBus.on('askedFirst.asked', () => void (this.#asked = true));
    eventBus.on('askedFirst.answered', () => void (this.#asked = false));
    const over = new AbortController();
    const container = canvas.getContainer();
    eventBus.on('diagram.destroy', () => over.abort());
    // A gesture is over only when the library has dealt with it.
    eventBus.on(TURNS, LAST, () => queueMicrotask(() => this.#look()));
    const press = (pressed: boolean) => () => {
      this.#pressed = pressed;
      if (pressed) this.#look();
      else setTimeout(() => this.#look());
    };
    container.addEventListener('pointerdown', press(true), { capture: true, signal: over.signal });
    for (const end of ['pointerup', 'pointercancel', 'blur'])
      window.addEventListener(end, press(false), { capture: true, signal: over.signal });

    eventBus.on<{ active: { element: DiagramElement } }>('directEditing.activate', ({ active }) => {
      this.#box = active.element;
      this.#before = directEditing.getValue();
    });
    const typing = () => directEditing.isActive() && this.#typed();
    container.addEventListener('input', typing, { signal: over.signal });
    eventBus.on('directEditing.deactivate', () => {
      const typed = this.text !== undefined;
      this.#box = undefined;
      if (typed) this.#typed();
    });
    eventBus.on('saveXML.start', () => {
      const { text } = this;
      if (this.#box && text !== undefined) this.#takeBack = lendText(this.#box, text);
    });
    eventBus.on('saveXML.done', () => {
      this.#takeBack();
      this.#takeBack = () => undefined;
    });
  }

  get is(): boolean {
    return (
      this.#pressed ||
      this.#asked ||
      this.directEditing.isActive() ||
      Boolean(this.dragging.context()) ||
      this.popupMenu.isOpen() ||
      this.searchPad.isOpen()
    );
  }

  /** The text in the open box, where it is another one than when the box opened. */
  get text(): string | undefined {
    if (!this.#box || !this.directEditing.isActive()) return undefined;
    const text = this.directEditing.getValue();
    return text === this.#before ? undefined : text;
  }

  /** Closes an open text box, its text taken over. */
  finishText(): void {
    if (this.directEditing.isActive()) this.directEditing.complete();
  }

  #typed(): void {
    this.eventBus.fire('inHand.typed');
  }

  #look(): void {
    if (this.is === this.#was) return;
    this.#was = !this.#was;
    this.eventBus.fire('inHand.changed', { inHand: this.#was });
  }
}
