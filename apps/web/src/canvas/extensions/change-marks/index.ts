import { ChangeMarks } from './change-marks.js';

export type { ChangeMark } from './change-marks.js';
export type { ChangeMarks };
export { looks, SYMBOLS, symbolPaths, type ChangeSymbol } from './symbols.js';

/** Canvas extension: what differs from another drawing. */
export default { __init__: ['changeMarks'], changeMarks: ['type', ChangeMarks] };
