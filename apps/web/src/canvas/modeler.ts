import type { Canvas, CanvasOptions } from './canvas.js';

/**
 * Opens a diagram on screen. The editor's code is loaded on demand: whoever only reads gets the smaller viewer.
 * @param container an element that has its size from the style sheet; the canvas fills it
 */
export async function openCanvas(container: HTMLElement, options: CanvasOptions): Promise<Canvas> {
  throw new Error(`No canvas yet for ${container.className} in ${options.mode} mode.`);
}
