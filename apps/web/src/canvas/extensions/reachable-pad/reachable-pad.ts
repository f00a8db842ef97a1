import type { DiagramElement } from '../../diagram/elements.js';

/** Room for the widest menu, in pixels. */
const MENU = { width: 100, height: 130 };

interface ContextPad {
  _getPosition(target: DiagramElement | DiagramElement[]): { left: number; top: number };
}

interface Container {
  getContainer(): HTMLElement;
}

/**
 * Keeps the menu beside an element on screen. The library puts it at the right end, which of a pool or lane
 * often lies far outside; it offers no other way than this to say where.
 */
export class ReachablePad {
  static $inject = ['contextPad', 'canvas'];

  constructor(contextPad: ContextPad, canvas: Container) {
    const besideElement = contextPad._getPosition.bind(contextPad);
    contextPad._getPosition = (target) => {
      const { left, top } = besideElement(target);
      const { clientWidth, clientHeight } = canvas.getContainer();
      return { left: within(left, clientWidth - MENU.width), top: within(top, clientHeight - MENU.height) };
    };
  }
}

const within = (value: number, most: number): number => Math.max(8, Math.min(value, most));
