import { dutch } from './dutch.js';

/** Canvas extension: the drawing library speaks Dutch. */
export default { translate: ['value', dutch] };
