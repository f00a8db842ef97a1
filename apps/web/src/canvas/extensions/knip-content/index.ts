export { knipModdle } from './knip-moddle.js';
