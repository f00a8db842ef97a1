export { DiagramChange } from './comparison.answer.js';
export { ComparisonModule } from './comparison.module.js';
