import type { overview as nl } from '../nl/overview.js';

export const overview: typeof nl = {};
