import { LaneSides } from './lane-sides.js';

/** Canvas extension: a lane is for the front office or for the back office. */
export default { __init__: ['laneSides'], laneSides: ['type', LaneSides] };
