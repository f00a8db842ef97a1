export { HistoryModule } from './history.module.js';
export { HistoryItemAnswer } from './history.answer.js';
export { ToldHistory } from './told-history.js';
