export { HISTORY } from './history.projection.js';
