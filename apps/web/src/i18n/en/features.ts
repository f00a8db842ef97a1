import type { features as nl } from '../nl/features.js';

export const features: typeof nl = {};
