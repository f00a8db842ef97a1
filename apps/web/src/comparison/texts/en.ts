export { comparison } from '../../process/sentences/texts/comparison/en.js';
export { history } from '../../process/sentences/texts/history/en.js';
export { panes } from '../../panes/texts/en.js';
export { knipPanel } from '../../panes/knip-panel/texts/en.js';
