import { KnipMarks } from './knip-marks.js';

export type { KnipMarks };

/** Canvas extension: front and back on steps and lane heads. */
export default { __init__: ['knipMarks'], knipMarks: ['type', KnipMarks] };
