import type { EventBus } from '../../canvas/diagram.js';

interface Container {
  getContainer(): HTMLElement;
}

/**
 * Canvas extension: the words for a part of the palette show when the pointer rests on it; the library gives
 * them to screen readers only.
 */
function paletteTitles(eventBus: EventBus, canvas: Container): void {
  eventBus.on('palette.changed', () => {
    for (const entry of canvas.getContainer().querySelectorAll('.djs-palette [aria-label]')) {
      entry.setAttribute('title', entry.getAttribute('aria-label') ?? '');
    }
  });
}
paletteTitles.$inject = ['eventBus', 'canvas'];

export default { __init__: [paletteTitles] };
