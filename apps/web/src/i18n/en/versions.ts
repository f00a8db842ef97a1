import type { versions as nl } from '../nl/versions.js';

export const versions: typeof nl = {};
