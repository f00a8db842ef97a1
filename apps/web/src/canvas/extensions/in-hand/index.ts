import { InHand } from './in-hand.js';

/** Canvas extension: knows what the person is in the middle of, a text that is being typed above all. */
export default { __init__: ['inHand'], inHand: ['type', InHand] };
export type { InHand } from './in-hand.js';
