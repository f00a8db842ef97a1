import type { EventBus } from '../../diagram/elements.js';

interface Container {
  getContainer(): HTMLElement;
}

/** Shows the words for a part of the palette as its title; the library gives them to screen readers only. */
export class PaletteTitles {
  static $inject = ['eventBus', 'canvas'];

  constructor(eventBus: EventBus, canvas: Container) {
    eventBus.on('palette.changed', () => {
      for (const entry of canvas.getContainer().querySelectorAll('.djs-palette [aria-label]')) {
        entry.setAttribute('title', entry.getAttribute('aria-label') ?? '');
      }
    });
  }
}
