import { AskedFirst } from './asked-first.js';

/** Canvas extension: asks before a change removes a decision. */
export default { __init__: ['askedFirst'], askedFirst: ['type', AskedFirst] };
export type { AskedFirst };
