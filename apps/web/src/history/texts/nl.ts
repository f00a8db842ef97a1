export { history } from '../../process/sentences/texts/history/nl.js';
