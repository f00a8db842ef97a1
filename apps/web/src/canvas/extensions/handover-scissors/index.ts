import { HandoverScissors } from './handover-scissors.js';

export type { HandoverScissors };

/** Canvas extension: scissors on every flow over the knip. */
export default { __init__: ['handoverScissors'], handoverScissors: ['type', HandoverScissors] };
