import { ChangeMarks } from './change-marks.js';

export type { ChangeMark } from './change-marks.js';
export type { ChangeMarks };

/** Canvas extension: what differs from another drawing. */
export default { __init__: ['changeMarks'], changeMarks: ['type', ChangeMarks] };
