import { ReachablePad } from './reachable-pad.js';

/** Canvas extension: the menu beside an element stays on screen. */
export default { __init__: ['reachablePad'], reachablePad: ['type', ReachablePad] };
