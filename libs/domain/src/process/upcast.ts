import type { OlderShapes } from '../upcast.js';

/** From the shapes of earlier releases to those of today. Empty: no released shape has changed yet. */
export const OLDER_PROCESS_SHAPES: OlderShapes = [];
