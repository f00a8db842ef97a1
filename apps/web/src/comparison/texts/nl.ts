export { comparison } from '../../process/sentences/texts/comparison/nl.js';
export { history } from '../../process/sentences/texts/history/nl.js';
export { panes } from '../../panes/texts/nl.js';
export { knipPanel } from '../../panes/knip-panel/texts/nl.js';
