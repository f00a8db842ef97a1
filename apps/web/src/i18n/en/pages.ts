import type { pages as nl } from '../nl/pages.js';

export const pages: typeof nl = {};
