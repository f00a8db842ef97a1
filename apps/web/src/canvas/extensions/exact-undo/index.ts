import { ExactUndo } from './exact-undo.js';

/** Canvas extension: undo gives back the very file that was there before. */
export default { __init__: ['exactUndo'], exactUndo: ['type', ExactUndo] };
