export { HistoryModule } from './history.module.js';
export { HistoryItem } from './history.answer.js';
export { ToldHistory } from './told-history.js';
