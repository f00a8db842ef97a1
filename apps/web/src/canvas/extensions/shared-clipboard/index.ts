import { SharedClipboard } from './shared-clipboard.js';

/** Canvas extension: copy in one process, paste in another. */
export default { __init__: ['sharedClipboard'], sharedClipboard: ['type', SharedClipboard] };
