import type { editor as nl } from '../nl/editor.js';

export const editor: typeof nl = {};
