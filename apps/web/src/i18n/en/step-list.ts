import type { stepList as nl } from '../nl/step-list.js';

export const stepList: typeof nl = {};
