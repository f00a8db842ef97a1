import { AskedFirst } from './asked-first.js';

/** Canvas extension: asks before a change takes something away that was decided. */
export default { __init__: ['askedFirst'], askedFirst: ['type', AskedFirst] };
export type { AskedFirst };
