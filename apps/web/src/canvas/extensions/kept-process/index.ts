import { KeptProcess } from './kept-process.js';

/** Canvas extension: moving an element does not take it out of its process or sub-process. */
export default { bpmnUpdater: ['type', KeptProcess] };
