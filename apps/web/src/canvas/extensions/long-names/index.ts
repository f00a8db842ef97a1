import { ShortTextRenderer } from './short-text-renderer.js';

/** Canvas extension: names of any length can be drawn. */
export default { textRenderer: ['type', ShortTextRenderer] };
