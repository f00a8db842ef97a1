import type { history as nl } from '../nl/history.js';

export const history: typeof nl = {};
