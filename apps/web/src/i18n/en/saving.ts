import type { saving as nl } from '../nl/saving.js';

export const saving: typeof nl = {};
