export { history } from '../../process/sentences/texts/history/en.js';
