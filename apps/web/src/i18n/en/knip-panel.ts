import type { knipPanel as nl } from '../nl/knip-panel.js';

export const knipPanel: typeof nl = {};
