import type { canvas as nl } from '../nl/canvas.js';

export const canvas: typeof nl = {};
